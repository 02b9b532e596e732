// Usage of a whole file: staged in a table of the transaction, settled in one statement, its days made again from what is
// stored. Nothing of it is held in memory.
import { sql } from 'kysely';
import { copyInto, copyValue, type CopyLines } from './copy.ts';
import type { Tx } from './in-workspace.ts';
import type { DaySpan } from './usage.ts';

/** One event of a file; `key` counts the accounts that the file names. */
export type StagedUsage = {
  readonly key: number;
  /** ISO days. */
  readonly day: string;
  readonly knownDay: string;
  /** ms */
  readonly occurredAt: number;
  readonly knownAt: number;
  readonly userHash: string | null;
  readonly event: string;
  readonly value: number;
  readonly session: string | null;
  readonly department: string | null;
  readonly minutes: number | null;
  readonly externalId: string;
  readonly contentHash: string;
};

const columns = [
  'key',
  'day',
  'known_day',
  'occurred_ms',
  'known_ms',
  'user_hash',
  'event',
  'value',
  'session',
];
const rest = ['department', 'minutes', 'external_id', 'content_hash'];

/** A staged event as a line for `stageUsage`. */
export function usageLine(row: StagedUsage): string {
  const { key, day, knownDay, occurredAt, knownAt, userHash, value, minutes, contentHash } = row;
  return (
    `${key}\t${day}\t${knownDay}\t${occurredAt}\t${knownAt}\t${userHash ?? '\\N'}\t${copyValue(row.event)}\t${value}\t` +
    `${copyValue(row.session)}\t${copyValue(row.department)}\t${minutes ?? '\\N'}\t${copyValue(row.externalId)}\t${contentHash}\n`
  );
}

/** Makes the stage and fills it. It is gone with the transaction. */
export async function stageUsage(tx: Tx, lines: CopyLines): Promise<void> {
  await sql`
    create temporary table usage_stage (key integer, day date, known_day date, occurred_ms float8, known_ms float8,
      user_hash text collate "C", event text, value float8, session text, department text, minutes float8,
      external_id text collate "C", content_hash text collate "C") on commit drop`.execute(tx);
  await copyInto('usage_stage', [...columns, ...rest], lines).execute(tx);
}

/** Says which account each key of the stage is: the place in the list is the key. */
export async function bindStage(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await sql`
    create temporary table usage_key (key integer primary key, account_id uuid not null) on commit drop`.execute(
    tx,
  );
  await sql`
    insert into usage_key select (x.place - 1)::int, x.id
    from unnest(${accountIds}::uuid[]) with ordinality as x(id, place)`.execute(tx);
  await sql`analyze usage_key`.execute(tx);
  await sql`analyze usage_stage`.execute(tx);
}

export type Settled = {
  readonly staged: number;
  readonly recorded: number;
  /** Known already with other content; left as it was. */
  readonly conflicts: number;
};

/**
 * Stores what was not known yet; an event that another import told with the same content is noted as told again.
 * A file that tells one event twice counts it once.
 */
export async function settleStage(
  tx: Tx,
  workspaceId: string,
  source: string,
  importId: string,
): Promise<Settled> {
  // One sort of the file; the default would spill it to disk in pieces of four megabytes.
  await sql`set local work_mem = '128MB'`.execute(tx);
  const inserted = await sql`
    insert into app.usage_event (workspace_id, account_id, source, external_id, day, known_day, occurred_at, known_at,
      user_hash, event, value, session, department, minutes, content_hash, import_id)
    select ${workspaceId}::uuid, k.account_id, ${source}, s.external_id, s.day, s.known_day,
      to_timestamp(s.occurred_ms / 1000), to_timestamp(s.known_ms / 1000), s.user_hash, s.event, s.value, s.session,
      s.department, s.minutes, s.content_hash, ${importId}::uuid
    from usage_stage s join usage_key k using (key)
    order by k.account_id, s.day, s.external_id, s.content_hash
    on conflict do nothing`.execute(tx);
  const total = await sql<{ n: number }>`select count(*)::int as n from usage_stage`.execute(tx);
  const staged = total.rows[0]?.n ?? 0;
  const recorded = Number(inserted.numAffectedRows ?? 0);
  const conflicts = recorded === staged ? 0 : await toldAgain(tx, workspaceId, source, importId);
  return { staged, recorded, conflicts };
}

async function toldAgain(tx: Tx, workspaceId: string, source: string, importId: string): Promise<number> {
  const known = sql`
    from usage_stage s join usage_key k using (key)
    join app.usage_event u on u.workspace_id = ${workspaceId}::uuid and u.account_id = k.account_id and u.day = s.day
      and u.source = ${source} and u.external_id = s.external_id`;
  await sql`
    insert into app.usage_restatement (workspace_id, account_id, day, source, external_id, import_id)
    select u.workspace_id, u.account_id, u.day, u.source, u.external_id, ${importId}::uuid ${known}
    where u.content_hash = s.content_hash and u.import_id is distinct from ${importId}::uuid
    on conflict do nothing`.execute(tx);
  const differing = await sql<{ n: number }>`
    select count(*)::int as n ${known} and u.content_hash <> s.content_hash`.execute(tx);
  return differing.rows[0]?.n ?? 0;
}

/** Accounts of the stage, in id order, each with the first day that must be looked at again (ISO). */
export async function stagedSince(tx: Tx): Promise<{ accountId: string; from: string }[]> {
  const result = await sql<{ accountId: string; from: string }>`
    select k.account_id as "accountId", to_char(min(greatest(s.day, s.known_day)), 'YYYY-MM-DD') as "from"
    from usage_stage s join usage_key k using (key) group by k.account_id order by k.account_id`.execute(tx);
  return result.rows;
}

/** The days of the stage in parts of about `events` events, whose days can be made again one part at a time. */
export async function stagedParts(tx: Tx, events: number): Promise<DaySpan[][]> {
  const result = await sql<{ spans: DaySpan[] }>`
    with days as (
      select k.account_id, s.day, count(*) as n from usage_stage s join usage_key k using (key) group by 1, 2),
    parts as (
      select account_id, day, floor((sum(n) over (order by account_id, day) - 1) / ${events}) as part from days),
    spans as (select part, account_id, min(day) as first, max(day) as last from parts group by 1, 2)
    select jsonb_agg(jsonb_build_object('accountId', account_id, 'from', first, 'to', last) order by account_id) as spans
    from spans group by part order by part`.execute(tx);
  return result.rows.map((row) => row.spans);
}

/** First and last day of the stage (ISO); null when it is empty. */
export async function stagedSpan(tx: Tx): Promise<{ from: string; to: string } | null> {
  const result = await sql<{ from: string | null; to: string | null }>`
    select to_char(min(day), 'YYYY-MM-DD') as "from", to_char(max(day), 'YYYY-MM-DD') as "to" from usage_stage`.execute(
    tx,
  );
  const { from = null, to = null } = result.rows[0] ?? {};
  return from === null || to === null ? null : { from, to };
}

/** Accounts that an import brought usage to, or told usage of again; in id order. */
export async function usageAccountsOf(tx: Tx, workspaceId: string, importId: string): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select account_id as id from app.usage_event
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
    union
    select account_id from app.usage_restatement
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid order by 1`.execute(tx);
  return result.rows.map((row) => row.id);
}

/**
 * Takes an import's usage back. What another committed import told again becomes that import's own. Answers the days that
 * lost events, as one span an account, and how many events are gone.
 */
export async function withdrawUsage(
  tx: Tx,
  workspaceId: string,
  importId: string,
): Promise<{ withdrawn: number; spans: DaySpan[] }> {
  const at = sql`workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`;
  await sql`delete from app.usage_restatement where ${at}`.execute(tx);
  await sql`
    with heir as (
      select r.account_id, r.day, r.source, r.external_id, (min(r.import_id::text))::uuid as import_id
      from app.usage_restatement r
      join app.import i on i.workspace_id = r.workspace_id and i.import_id = r.import_id and i.state = 'committed'
      join app.usage_event u on u.workspace_id = r.workspace_id and u.account_id = r.account_id and u.day = r.day
        and u.source = r.source and u.external_id = r.external_id and u.import_id = ${importId}::uuid
      where r.workspace_id = ${workspaceId}::uuid group by 1, 2, 3, 4),
    gone as (
      delete from app.usage_restatement r using heir h
      where r.workspace_id = ${workspaceId}::uuid and r.account_id = h.account_id and r.day = h.day
        and r.source = h.source and r.external_id = h.external_id and r.import_id = h.import_id)
    update app.usage_event u set import_id = h.import_id from heir h
    where u.workspace_id = ${workspaceId}::uuid and u.account_id = h.account_id and u.day = h.day
      and u.source = h.source and u.external_id = h.external_id`.execute(tx);
  const result = await sql<DaySpan & { n: number }>`
    with gone as (delete from app.usage_event where ${at} returning account_id, day)
    select account_id as "accountId", to_char(min(day), 'YYYY-MM-DD') as "from", to_char(max(day), 'YYYY-MM-DD') as "to",
      count(*)::int as n
    from gone group by account_id order by account_id`.execute(tx);
  return {
    withdrawn: result.rows.reduce((sum, row) => sum + row.n, 0),
    spans: result.rows.map(({ accountId, from, to }) => ({ accountId, from, to })),
  };
}
