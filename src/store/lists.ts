// The list of a day: rows written when accounts are decided, dropped when what they rest on changed.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept, keptFor } from './kept.ts';
import { changeOf, enterLists } from './list-days.ts';

/** One account on the list of a day. `decision` is opaque here. */
export type ListRow = {
  accountId: string;
  methodVersion: number;
  contextHash: string;
  nameKey: string;
  status: string;
  segment: string | null;
  band: string;
  score: number | null;
  trend: number | null;
  mrrCents: number | null;
  atStakeCents: number | null;
  renewsOn: string | null;
  stages: readonly string[];
  signals: readonly string[];
  listed: boolean;
  atRisk: boolean;
  ready: boolean;
  stalled: boolean;
  inWindow: boolean;
  lateWindow: boolean;
  shallow: boolean;
  offer: string | null;
  offerPriority: number | null;
  /** Signals that a notice may replace: `key=day` where one starts, `key?` where nobody can tell. */
  watched: readonly string[];
  /** One letter a measure, in the method's order by pillar: `1` where it has data that counts. */
  known: string;
  /** The next action: its key, whose it is, until when (ISO day). */
  actionKey: string;
  actionOwner: string | null;
  actionDue: string;
  /** First day of the newest signal of risk that is known to have begun. */
  riskSince: string | null;
  /** Order of attention, higher first (see `actions/list-row.ts`); a decimal integer below 2^63. */
  attention: string;
  /** What it paid a month twelve months before, and what adjustments changed since; null where it is not known. */
  mrrYearAgoCents: number | null;
  /** Cents of expansion, contraction, adjustment and churn since then; null where there is nothing to compare. */
  yearMoved: readonly [number, number, number, number] | null;
  /** Days from the start to the first value, or so far; null where it is not known. */
  ttfvDays: number | null;
  firstValue: boolean;
  /** Key of the member of ours who owns it on the day. */
  owner: string | null;
  /** ISO day of the last conversation; without one, where what would tell it begins. Null: nobody can tell. */
  talkedOn: string | null;
  decision: unknown;
};

/** All that lists are filtered and counted by: rows with the same text of it are counted together. */
export type Alike = Pick<
  ListRow,
  | 'band'
  | 'segment'
  | 'status'
  | 'stages'
  | 'atRisk'
  | 'ready'
  | 'stalled'
  | 'inWindow'
  | 'lateWindow'
  | 'shallow'
> & { withMrr: boolean };

const yes = 't';

/** The text that rows are counted together by: short, since every row has one and counting reads them all. */
export function alikeText(row: ListRow): string {
  const { atRisk, ready, stalled, inWindow, lateWindow, shallow } = row;
  const flags = [atRisk, ready, stalled, inWindow, lateWindow, shallow, row.mrrCents !== null];
  return JSON.stringify([
    row.band,
    row.segment,
    row.status,
    flags.map((flag) => (flag ? yes : '-')).join(''),
    ...row.stages,
  ]);
}

/** What `alikeText` wrote. */
export function alikeOf(text: string): Alike {
  const [band, segment, status, flags, ...stages] = JSON.parse(text) as [
    string,
    string | null,
    string,
    ...string[],
  ];
  const flag = (place: number): boolean => flags?.[place] === yes;
  return {
    band,
    segment,
    status,
    stages,
    atRisk: flag(0),
    ready: flag(1),
    stalled: flag(2),
    inWindow: flag(3),
    lateWindow: flag(4),
    shallow: flag(5),
    withMrr: flag(6),
  };
}

const recordset = sql`x("accountId" uuid, "methodVersion" int, "contextHash" text, "nameKey" text, status text,
  segment text, band text, score float8, trend float8, "mrrCents" bigint, "atStakeCents" bigint, "renewsOn" date,
  stages jsonb, signals jsonb, listed boolean, "atRisk" boolean, ready boolean, stalled boolean, "inWindow" boolean,
  "lateWindow" boolean, shallow boolean, offer text, "offerPriority" float8, attention bigint, alike text, known text,
  "actionKey" text, "actionOwner" text, "actionDue" date, "riskSince" date, watched jsonb, owner text, "talkedOn" date,
  decision jsonb, "mrrYearAgoCents" bigint, "yearMoved" bigint[], "ttfvDays" int, "firstValue" boolean)`;

export async function upsertList(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  rows: readonly ListRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`${kept}
    with closed as (delete from app.list_gap where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date
      and account_id = any(${rows.map((row) => row.accountId)}::uuid[])),
    changed as (${changeOf(sql`select ${workspaceId}::uuid, ${asOf}::date`)})
    insert into app.account_list (workspace_id, as_of, account_id, method_version, context_hash, name_key, status,
      segment, band, score, trend, mrr_cents, at_stake_cents, renews_on, stages, signals, listed, at_risk, ready, stalled,
      in_window, late_window, shallow, offer, offer_priority, attention, alike, known, action_key, action_owner, action_due,
      risk_since, watched, owner, talked_on, decision, mrr_year_ago_cents, year_moved, ttfv_days, first_value)
    select ${workspaceId}::uuid, ${asOf}::date, x."accountId", x."methodVersion", x."contextHash", x."nameKey", x.status,
      x.segment, x.band, x.score, x.trend, x."mrrCents", x."atStakeCents", x."renewsOn",
      array(select jsonb_array_elements_text(x.stages)), array(select jsonb_array_elements_text(x.signals)), x.listed,
      x."atRisk", x.ready, x.stalled, x."inWindow", x."lateWindow", x.shallow, x.offer, x."offerPriority", x.attention,
      x.alike, x.known, x."actionKey", x."actionOwner", x."actionDue", x."riskSince",
      array(select jsonb_array_elements_text(x.watched)), x.owner, x."talkedOn", x.decision, x."mrrYearAgoCents",
      x."yearMoved", x."ttfvDays", x."firstValue"
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, alike: alikeText(row) })))}::jsonb) as ${recordset}
    on conflict (workspace_id, as_of, account_id) do update set
      method_version = excluded.method_version, context_hash = excluded.context_hash, name_key = excluded.name_key,
      status = excluded.status, segment = excluded.segment, band = excluded.band, score = excluded.score,
      trend = excluded.trend, mrr_cents = excluded.mrr_cents, at_stake_cents = excluded.at_stake_cents,
      renews_on = excluded.renews_on, stages = excluded.stages, signals = excluded.signals, listed = excluded.listed,
      at_risk = excluded.at_risk, ready = excluded.ready, stalled = excluded.stalled, in_window = excluded.in_window,
      late_window = excluded.late_window, shallow = excluded.shallow, offer = excluded.offer,
      offer_priority = excluded.offer_priority, attention = excluded.attention, alike = excluded.alike, known = excluded.known,
      action_key = excluded.action_key, action_owner = excluded.action_owner, action_due = excluded.action_due,
      risk_since = excluded.risk_since, watched = excluded.watched, owner = excluded.owner,
      talked_on = excluded.talked_on, decision = excluded.decision, mrr_year_ago_cents = excluded.mrr_year_ago_cents,
      year_moved = excluded.year_moved, ttfv_days = excluded.ttfv_days, first_value = excluded.first_value`.execute(
    tx,
  );
}

/** Accounts whose facts changed are on no list until they are decided again. The caller holds their locks. */
export async function dropFromLists(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`${keptFor(accountIds)}
    with gone as (delete from app.account_list
      where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[]) returning as_of),
    changed as (${changeOf(sql`select ${workspaceId}::uuid, as_of from gone group by as_of`)})
    insert into app.list_gap (workspace_id, as_of, account_id)
    select d.workspace_id, d.as_of, x.id from app.list_day d, unnest(${accountIds}::uuid[]) as x(id)
    where d.workspace_id = ${workspaceId}::uuid order by d.as_of, x.id on conflict do nothing`.execute(tx);
}

/**
 * Takes accounts off the lists of the days between `from` and before `until`: what was known then changed. The caller
 * holds their locks.
 */
export async function dropFromPastLists(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; from: string }[],
  until: string,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    with past as (select a.root_id as id, min(x."from") as "from"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, "from" date)
      join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = x."accountId" group by 1),
    gone as (delete from app.account_list l using past
      where l.workspace_id = ${workspaceId}::uuid and l.account_id = past.id
        and l.as_of >= past."from" and l.as_of < ${until}::date returning l.as_of),
    changed as (${changeOf(sql`select ${workspaceId}::uuid, as_of from gone group by as_of`)})
    insert into app.list_gap (workspace_id, as_of, account_id)
    select d.workspace_id, d.as_of, past.id from app.list_day d, past
    where d.workspace_id = ${workspaceId}::uuid and d.as_of >= past."from" and d.as_of < ${until}::date
    order by d.as_of, past.id on conflict do nothing`.execute(tx);
}

/** Lists of these days and later are made again: what the firm itself told changed. */
export async function dropListsFrom(tx: Tx, workspaceId: string, from: string): Promise<void> {
  await enterLists(tx, workspaceId);
  await sql`
    with days as (delete from app.list_day where workspace_id = ${workspaceId}::uuid and as_of >= ${from}::date),
    gaps as (delete from app.list_gap where workspace_id = ${workspaceId}::uuid and as_of >= ${from}::date)
    delete from app.account_list where workspace_id = ${workspaceId}::uuid and as_of >= ${from}::date`.execute(
    tx,
  );
}

/** Lists of days before this one go: a cache that every change of an account would have to keep true. */
export async function forgetListsBefore(tx: Tx, workspaceId: string, day: string): Promise<void> {
  await enterLists(tx, workspaceId);
  await sql`
    with days as (delete from app.list_day where workspace_id = ${workspaceId}::uuid and as_of < ${day}::date),
    gaps as (delete from app.list_gap where workspace_id = ${workspaceId}::uuid and as_of < ${day}::date)
    delete from app.account_list where workspace_id = ${workspaceId}::uuid and as_of < ${day}::date`.execute(
    tx,
  );
}

/** What a row must rest on. Null contexts accept any: `own` of accounts with money of their own, else `median`. */
export type ListFit = {
  readonly methodVersion: number;
  readonly own: string | null;
  readonly median: string | null;
};

/**
 * Ids of accounts with a file and no fitting row on the list of a day, found by looking at every
 * account. Two sets, one less the other: a plan that goes from account to account costs the square of the base where
 * the planner has not counted the list yet.
 */
export async function missingFromList(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  fit: ListFit,
  page: { after: string | null; limit: number },
): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select f.account_id as id from app.account_file f
    where f.workspace_id = ${workspaceId}::uuid
      and (${page.after}::uuid is null or f.account_id > ${page.after}::uuid)
    except
    select l.account_id from app.account_list l
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date
      and l.method_version = ${fit.methodVersion}
      and (${fit.own}::text is null or l.mrr_cents is null or l.context_hash = ${fit.own})
      and (${fit.median}::text is null or l.mrr_cents is not null or l.context_hash = ${fit.median})
    order by id limit ${page.limit}`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Median monthly revenue of a day's list in cents; null when no account has one. */
export async function medianMrr(tx: Tx, workspaceId: string, asOf: string): Promise<number | null> {
  const result = await sql<{ median: string | null }>`
    select percentile_disc(0.5) within group (order by mrr_cents) as median from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and listed and mrr_cents is not null`.execute(
    tx,
  );
  const median = result.rows[0]?.median;
  return median === null || median === undefined ? null : Number(median);
}
