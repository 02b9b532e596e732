// Raw usage and its days. Only rows that the insert returned are rolled up, so a repeated batch counts once.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

export type UsageRow = {
  accountId: string;
  source: string;
  externalId: string;
  /** ISO days. */
  day: string;
  knownDay: string;
  /** ms */
  occurredAt: number;
  knownAt: number;
  userHash: string | null;
  event: string;
  value: number;
  session: string | null;
  department: string | null;
  minutes: number | null;
  contentHash: string;
  importId: string | null;
};
type UsageKey = { accountId: string; source: string; externalId: string; day: string };

/** A row on the wire to the store: short names, and nothing where there is nothing. */
function packed(row: UsageRow) {
  const { userHash, session, department, minutes, importId } = row;
  return {
    a: row.accountId,
    s: row.source,
    e: row.externalId,
    d: row.day,
    k: row.knownDay,
    o: row.occurredAt,
    n: row.knownAt,
    v: row.event,
    h: row.contentHash,
    ...(row.value === 1 ? {} : { x: row.value }),
    ...(userHash === null ? {} : { u: userHash }),
    ...(session === null ? {} : { t: session }),
    ...(department === null ? {} : { p: department }),
    ...(minutes === null ? {} : { m: minutes }),
    ...(importId === null ? {} : { i: importId }),
  };
}

/** Inserts usage; answers the keys that were new. */
export async function insertUsage(
  tx: Tx,
  workspaceId: string,
  rows: readonly UsageRow[],
): Promise<readonly UsageKey[]> {
  if (rows.length === 0) return [];
  const result = await sql<{ n: number; keys: UsageKey[] | null }>`${kept}
    with fresh as (
      insert into app.usage_event (workspace_id, account_id, source, external_id, day, known_day, occurred_at, known_at,
        user_hash, event, value, session, department, minutes, content_hash, import_id)
      select ${workspaceId}::uuid, a, s, e, d, k, to_timestamp(o / 1000), to_timestamp(n / 1000), u, v, coalesce(x, 1),
        t, p, m, h, i
      from jsonb_to_recordset(${JSON.stringify(rows.map(packed))}::jsonb) as r(a uuid, s text, e text, d date, k date,
        o float8, n float8, u text, v text, x float8, t text, p text, m float8, h text, i uuid)
      order by a, d, s, e
      on conflict do nothing
      returning account_id, source, external_id, day)
    select count(*)::int as n, case when count(*) < ${rows.length} then jsonb_agg(jsonb_build_object(
      'accountId', account_id, 'source', source, 'externalId', external_id, 'day', day)) end as keys from fresh`.execute(
    tx,
  );
  const found = result.rows[0];
  // The usual batch is new altogether: its keys need no way back.
  return found?.n === rows.length ? rows : (found?.keys ?? []);
}

/** Content hashes of usage that is stored already. */
export async function usageHashes(
  tx: Tx,
  workspaceId: string,
  keys: readonly UsageKey[],
): Promise<(UsageKey & { contentHash: string })[]> {
  if (keys.length === 0) return [];
  const result = await sql<UsageKey & { contentHash: string }>`
    select u.account_id as "accountId", u.source, u.external_id as "externalId", to_char(u.day, 'YYYY-MM-DD') as day,
      u.content_hash as "contentHash"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as x("accountId" uuid, source text, "externalId" text, day date)
    join app.usage_event u on u.workspace_id = ${workspaceId}::uuid and u.account_id = x."accountId"
      and u.source = x.source and u.external_id = x."externalId" and u.day = x.day`.execute(tx);
  return result.rows;
}

export type DayRow = { accountId: string; day: string; knownDay: string; data: string };

/** The stored days of these (account, day, known day), locked until the transaction ends. */
export async function lockDays(
  tx: Tx,
  workspaceId: string,
  keys: readonly Omit<DayRow, 'data'>[],
): Promise<DayRow[]> {
  const result = await sql<DayRow>`${kept}
    select d.account_id as "accountId", to_char(d.day, 'YYYY-MM-DD') as day,
      to_char(d.known_day, 'YYYY-MM-DD') as "knownDay", d.data
    from app.account_day d
    where d.workspace_id = ${workspaceId}::uuid and (d.account_id, d.day, d.known_day) in (
      select x."accountId", x.day, x."knownDay" from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
        as x("accountId" uuid, day date, "knownDay" date))
    order by d.account_id, d.day, d.known_day for update`.execute(tx);
  return result.rows;
}

/** Writes days, and drops the windows that hold older texts of them. The caller holds the accounts' locks. */
export async function upsertDays(tx: Tx, workspaceId: string, rows: readonly DayRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`${kept}
    with x as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x("accountId" uuid, day date, "knownDay" date, data text)),
    gone as (delete from app.usage_window w using (select "accountId", min(day) as day from x group by 1) old
      where w.workspace_id = ${workspaceId}::uuid and w.account_id = old."accountId" and w.until >= old.day)
    insert into app.account_day (workspace_id, account_id, day, known_day, data)
    select ${workspaceId}::uuid, x."accountId", x.day, x."knownDay", x.data from x
    on conflict (workspace_id, account_id, day, known_day) do update set data = excluded.data`.execute(tx);
}

/** Days of an account, first and last included (ISO). */
export type DaySpan = { readonly accountId: string; readonly from: string; readonly to: string };
const spansOf = (spans: readonly DaySpan[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as x("accountId" uuid, "from" date, "to" date)`;

/** What is rolled up of a raw event; its days as they are counted. */
export type RawUsageRow = {
  accountId: string;
  day: number;
  known: number;
  /** ms */
  at: number;
  user: string | null;
  event: string;
  value: number;
  session: string | null;
  department: string | null;
  minutes: number | null;
};

/** Raw usage of days, for making them again; by account and day. */
export async function rawUsage(
  tx: Tx,
  workspaceId: string,
  spans: readonly DaySpan[],
): Promise<RawUsageRow[]> {
  const result = await sql<RawUsageRow>`
    select u.account_id as "accountId", u.day - date '1970-01-01' as day, u.known_day - date '1970-01-01' as known,
      round(date_part('epoch', u.occurred_at) * 1000) as at, u.user_hash as "user", u.event, u.value, u.session,
      u.department, u.minutes
    from ${spansOf(spans)} join app.usage_event u on u.workspace_id = ${workspaceId}::uuid
      and u.account_id = x."accountId" and u.day between x."from" and x."to"
    order by u.account_id, u.day`.execute(tx);
  return result.rows;
}

/** Stored days. Sealed ones cannot be made again: retention pruned their raw usage. */
export async function accountDays(
  tx: Tx,
  workspaceId: string,
  spans: readonly DaySpan[],
): Promise<(DayRow & { sealed: boolean })[]> {
  const result = await sql<DayRow & { sealed: boolean }>`
    select d.account_id as "accountId", to_char(d.day, 'YYYY-MM-DD') as day,
      to_char(d.known_day, 'YYYY-MM-DD') as "knownDay", d.data, d.sealed
    from ${spansOf(spans)} join app.account_day d on d.workspace_id = ${workspaceId}::uuid
      and d.account_id = x."accountId" and d.day between x."from" and x."to"
    order by d.account_id, d.day, d.known_day`.execute(tx);
  return result.rows;
}

/** Of these roots those with usage, their own or that of an account read as them; with the name each goes by. */
export async function rootsInUse(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
): Promise<{ rootId: string; name: string }[]> {
  if (roots.length === 0) return [];
  const result = await sql<{ rootId: string; name: string }>`
    select r.account_id as "rootId", r.name from app.account r
    where r.workspace_id = ${workspaceId}::uuid and r.account_id = any(${roots}::uuid[]) and exists (
      select from app.account a join app.account_day d on d.workspace_id = a.workspace_id and d.account_id = a.account_id
      where a.workspace_id = r.workspace_id and a.root_id = r.account_id)`.execute(tx);
  return result.rows;
}

export async function deleteDays(
  tx: Tx,
  workspaceId: string,
  rows: readonly Omit<DayRow, 'data'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from app.account_day d
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, day date, "knownDay" date)
    where d.workspace_id = ${workspaceId}::uuid and d.account_id = x."accountId" and d.day = x.day
      and d.known_day = x."knownDay" and not d.sealed`.execute(tx);
}

/** Marks accounts for the sweeper; one that is marked already keeps its place in the queue. */
export async function markDirty(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  now: number,
): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`${kept}
    insert into app.dirty_account (workspace_id, account_id, since)
    select ${workspaceId}::uuid, id, to_timestamp(${now}::float8 / 1000)
    from unnest(${accountIds}::uuid[]) as id order by id
    on conflict (workspace_id, account_id) do update set marked = true, since = excluded.since
      where not app.dirty_account.marked`.execute(tx);
}

type Claim = { now: number; restMs: number; limit: number };

/** Marked accounts that are due, oldest first, none twice within `restMs`. Nothing is claimed yet. */
export async function dueAccounts(tx: Tx, workspaceId: string, claim: Claim): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select d.account_id as id from app.dirty_account d
    where d.workspace_id = ${workspaceId}::uuid and d.marked
      and (d.decided_at is null or d.decided_at <= to_timestamp((${claim.now}::float8 - ${claim.restMs}) / 1000))
    order by d.since, d.account_id limit ${claim.limit}`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Claims those of the accounts that are still due; the caller holds their locks. */
export async function claimDirty(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  claim: Claim,
): Promise<string[]> {
  const result = await sql<{ id: string }>`
    update app.dirty_account d set marked = false, decided_at = to_timestamp(${claim.now}::float8 / 1000)
    where d.workspace_id = ${workspaceId}::uuid and d.account_id = any(${accountIds}::uuid[]) and d.marked
      and (d.decided_at is null or d.decided_at <= to_timestamp((${claim.now}::float8 - ${claim.restMs}) / 1000))
    returning d.account_id as id`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** The workspace's key for hashing user ids: made once, kept for ever. */
export async function usageKey(tx: Tx, workspaceId: string, fresh: () => string): Promise<string> {
  const stored = async (): Promise<string | undefined> => {
    const result = await sql<{ value: string }>`${kept}
      select value from app.workspace_secret where workspace_id = ${workspaceId}::uuid and name = 'usage-key'`.execute(
      tx,
    );
    return result.rows[0]?.value;
  };
  const known = await stored();
  if (known !== undefined) return known;
  const made = fresh();
  await sql`
    insert into app.workspace_secret (workspace_id, name, value) values (${workspaceId}::uuid, 'usage-key', ${made})
    on conflict do nothing`.execute(tx);
  return (await stored()) ?? made;
}
