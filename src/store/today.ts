// What a day asks of one person, or of all: rows of the day's list by what they call for, what was finished, who waits for
// an answer. One statement each, cut to their first rows with the whole counted.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { newestWithdrawal, textsOfFact } from './standing.ts';

/** Whose day: of the customers (and actions) of `owner`; `sees` limits it further. Null: all. */
export type DayOf = {
  /** The day whose list is asked (ISO). */
  readonly asOf: string;
  readonly owner: string | null;
  readonly sees: string | null;
};
export type DayRow = { readonly accountId: string; readonly name: string; readonly decision: unknown };
/** The first rows, how many there are in all, and their revenue (cents; null where none of them has one). */
export type DayRows = {
  readonly rows: readonly DayRow[];
  readonly total: number;
  readonly mrrCents: number | null;
};

const owned = (workspaceId: string, owner: string | null): RawBuilder<unknown> =>
  owner === null
    ? sql`true`
    : sql`l.account_id = any(array(select o.account_id from app.account_file o
        where o.workspace_id = ${workspaceId}::uuid and o.owner = ${owner}))`;

async function dayRows(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  where: RawBuilder<unknown>,
  by: RawBuilder<unknown>,
  limit: number,
): Promise<DayRows> {
  const result = await sql<DayRow & { total: number; mrrCents: string | null }>`
    with held as materialized (
      select l.account_id, count(*) over () as total, sum(l.mrr_cents) over () as mrr_cents,
        row_number() over (order by ${by}) as place
      from app.account_list l
      where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date and l.listed and ${where}
      order by place limit ${limit})
    select h.account_id as "accountId", a.name, d.decision, h.total::int as total, h.mrr_cents::bigint as "mrrCents"
    from held h
    join app.account_list d on d.workspace_id = ${workspaceId}::uuid and d.as_of = ${asOf}::date
      and d.account_id = h.account_id
    join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = h.account_id
    order by h.place`.execute(tx);
  const [first] = result.rows;
  return {
    rows: result.rows.map(({ accountId, name, decision }) => ({ accountId, name, decision })),
    total: first?.total ?? 0,
    mrrCents: first?.mrrCents == null ? null : Number(first.mrrCents),
  };
}

/** Next actions that are no work of today: taken as tasks, or done. `until` (ISO day): a signal that began later asks anew. */
export type Settled = { readonly accountId: string; readonly action: string; readonly doneOn: number | null };

/** Next actions due between two days (ISO) that nobody has taken or done, in order of attention. */
export async function actionsDue(
  tx: Tx,
  workspaceId: string,
  { asOf, owner, sees }: DayOf,
  between: { readonly from: string | null; readonly to: string },
  settled: readonly Settled[],
  limit: number,
): Promise<DayRows> {
  const mine = owner === null ? sql`true` : sql`l.action_owner = ${owner}`;
  const where = sql`${mine} and ${owned(workspaceId, sees)} and l.action_due <= ${between.to}::date
    and (${between.from}::date is null or l.action_due >= ${between.from}::date)
    and not exists (
      select from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as s("accountId" uuid, action text, "doneOn" int)
      where s."accountId" = l.account_id and s.action = l.action_key and (s."doneOn" is null or not exists (
        select from jsonb_array_elements(l.decision -> 'signals') g
        where g ->> 'key' = l.action_key and (g ->> 'since')::int > s."doneOn")))`;
  return await dayRows(tx, workspaceId, asOf, where, sql`-l.attention, l.account_id`, limit);
}

/** Customers at risk whose newest risk began on a day (ISO) or after. */
export const newRisks = async (
  tx: Tx,
  workspaceId: string,
  day: DayOf,
  since: string,
  limit: number,
): Promise<DayRows> =>
  await dayRows(
    tx,
    workspaceId,
    day.asOf,
    sql`l.at_risk and l.risk_since >= ${since}::date and ${owned(workspaceId, day.sees ?? day.owner)}`,
    sql`-l.attention, l.account_id`,
    limit,
  );

/** Customers ready for a growth offer, by its priority. */
export const readyToGrow = async (tx: Tx, workspaceId: string, day: DayOf, limit: number): Promise<DayRows> =>
  await dayRows(
    tx,
    workspaceId,
    day.asOf,
    sql`l.ready and ${owned(workspaceId, day.sees ?? day.owner)}`,
    sql`coalesce(l.offer_priority, -1) desc, l.account_id`,
    limit,
  );

/** How many days before its end a contract of a segment (null: of none) may be renewed. */
export type WindowStart = { readonly segment: string | null; readonly days: number };

/** Customers whose renewal window opens or opened within some days of today, soonest end first. */
export const windowsOpening = async (
  tx: Tx,
  workspaceId: string,
  day: DayOf,
  starts: readonly WindowStart[],
  around: number,
  limit: number,
): Promise<DayRows> =>
  await dayRows(
    tx,
    workspaceId,
    day.asOf,
    sql`exists (select from jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) as s(segment text, days int)
      where s.segment is not distinct from l.segment
        and l.renews_on - s.days - ${day.asOf}::date between -(${around}::int) and ${around}::int)
      and ${owned(workspaceId, day.sees ?? day.owner)}`,
    sql`l.renews_on, l.account_id`,
    limit,
  );

/** Customers with one of these signals. */
export const withSignals = async (
  tx: Tx,
  workspaceId: string,
  day: DayOf,
  signals: readonly string[],
  limit: number,
): Promise<DayRows> =>
  await dayRows(
    tx,
    workspaceId,
    day.asOf,
    sql`l.signals && ${signals}::text[] and ${owned(workspaceId, day.sees ?? day.owner)}`,
    sql`-l.attention, l.account_id`,
    limit,
  );

/** Rows of some accounts on a day's list. */
export async function rowsOfDay(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DayRow>> {
  if (ids.length === 0) return new Map();
  const result = await sql<DayRow>`
    select l.account_id as "accountId", a.name, l.decision from app.account_list l
    join app.account a on a.workspace_id = l.workspace_id and a.account_id = l.account_id
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date
      and l.account_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(result.rows.map((row) => [row.accountId, row]));
}

export type Finished = {
  readonly accountId: string;
  readonly action: string;
  readonly owner: string | null;
  readonly outcome: string | null;
  /** Instant (ms). */
  readonly doneAt: number;
};

/** Tasks finished since an instant (ms), with the action each was of. */
export async function finishedSince(
  tx: Tx,
  workspaceId: string,
  since: number,
  now: number,
  sees: string | null,
): Promise<Finished[]> {
  const result = await sql<Finished>`
    select distinct on (f.fact_id) a.root_id as "accountId", o.body ->> 'action' as action, o.body ->> 'owner' as owner,
      f.body ->> 'outcome' as outcome, round(extract(epoch from f.occurred_at) * 1000)::float8 as "doneAt"
    from app.fact f
    join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
    join app.account m on m.workspace_id = a.workspace_id and m.root_id = a.root_id
    join app.fact o on o.workspace_id = m.workspace_id and o.account_id = m.account_id and o.type = 'task-opened'
      and o.body ->> 'task' = f.body ->> 'task'
    ${newestWithdrawal}
    where f.workspace_id = ${workspaceId}::uuid and f.type = 'task-done'
      and f.occurred_at >= to_timestamp(${since}::float8 / 1000)
      and f.occurred_at <= to_timestamp(${now}::float8 / 1000)
      and not coalesce(w.withdrawn, false)
      and (${sees}::text is null or a.root_id in (select x.account_id from app.account_file x
        where x.workspace_id = ${workspaceId}::uuid and x.owner = ${sees}))
    order by f.fact_id, o.known_at desc, o.revision desc`.execute(tx);
  return result.rows;
}

export type Waiting = {
  readonly accountId: string;
  readonly name: string;
  readonly contact: string | null;
  readonly channel: string;
  /** Score and instrument of an answer to a survey; null for a message. */
  readonly score: number | null;
  readonly text: string | null;
  /** Instant (ms). */
  readonly saidAt: number;
};

/** What customers said since an instant (ms) and nobody of ours has answered since: the newest of each, newest first. */
export async function waitingReplies(
  tx: Tx,
  workspaceId: string,
  day: DayOf,
  since: number,
  now: number,
  limit: number,
): Promise<readonly (Waiting & { readonly total: number })[]> {
  const owner = day.sees ?? day.owner;
  const result = await sql<Waiting & { total: number }>`
    with said as materialized (
      select a.root_id, f.workspace_id, f.account_id, f.fact_id, f.occurred_at, f.body,
        (f.type = 'survey-answered' or (f.type = 'message-exchanged' and f.body ->> 'direction' = 'in')) as theirs
      from app.fact f
      join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
      ${newestWithdrawal}
      where f.workspace_id = ${workspaceId}::uuid
        and f.type in ('message-exchanged', 'call-held', 'meeting-held', 'survey-answered')
        and f.occurred_at >= to_timestamp(${since}::float8 / 1000)
        and f.occurred_at <= to_timestamp(${now}::float8 / 1000)
        and not coalesce(w.withdrawn, false)
        and (${owner}::text is null or a.root_id in (select x.account_id from app.account_file x
          where x.workspace_id = ${workspaceId}::uuid and x.owner = ${owner}))),
    newest as (select distinct on (root_id) * from said order by root_id, occurred_at desc, fact_id desc)
    select f.root_id as "accountId", r.name, f.body ->> 'contact' as contact,
      coalesce(f.body ->> 'channel', f.body ->> 'instrument', 'other') as channel,
      (f.body ->> 'score')::float8 as score,
      coalesce(${textsOfFact} ->> 'text', ${textsOfFact} ->> 'comment', ${textsOfFact} ->> 'subject') as text,
      round(extract(epoch from f.occurred_at) * 1000)::float8 as "saidAt", count(*) over ()::int as total
    from newest f
    join app.account r on r.workspace_id = f.workspace_id and r.account_id = f.root_id
    where f.theirs
    order by f.occurred_at desc, f.root_id limit ${limit}`.execute(tx);
  return result.rows;
}

/** What the base tells of at all: where nobody has an owner, money or an end, the day cannot go by them. */
export type BaseTells = {
  readonly accounts: boolean;
  readonly owners: boolean;
  readonly money: boolean;
  readonly dates: boolean;
};

export async function baseTells(
  tx: Tx,
  workspaceId: string,
  { asOf, sees }: Pick<DayOf, 'asOf' | 'sees'>,
): Promise<BaseTells> {
  const some = (what: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (select from app.account_list l
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date and l.listed
      and ${owned(workspaceId, sees)} and ${what})`;
  const result = await sql<BaseTells>`
    select ${some(sql`true`)} as accounts, ${some(sql`l.mrr_cents is not null`)} as money,
      ${some(sql`l.renews_on is not null`)} as dates,
      exists (select from app.account_file where workspace_id = ${workspaceId}::uuid and owner is not null) as owners`.execute(
    tx,
  );
  return result.rows[0] ?? { accounts: false, owners: false, money: false, dates: false };
}
