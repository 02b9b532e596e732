// What the accounts on the list of a day share: counts of what starts everywhere at once, the notices that stand for
// them, and who waits for a slot of capacity. Nothing is weighed here.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

export type NoticeRow = { signal: string; since: number; accounts: number; measurable: number };

/** The notices of a day; `since` in days since 1970. */
export async function readNotices(tx: Tx, workspaceId: string, asOf: string): Promise<NoticeRow[]> {
  const result = await sql<NoticeRow>`${kept}
    select signal, since - date '1970-01-01' as since, accounts, measurable from app.base_notice
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date order by since, signal collate "C"`.execute(
    tx,
  );
  return result.rows;
}

export async function replaceNotices(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  rows: readonly NoticeRow[],
): Promise<void> {
  await sql`delete from app.base_notice
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into app.base_notice (workspace_id, as_of, signal, since, accounts, measurable)
    select ${workspaceId}::uuid, ${asOf}::date, x.signal, date '1970-01-01' + x.since, x.accounts, x.measurable
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(signal text, since int, accounts int, measurable int)`.execute(tx);
}

type Known = { knownSince: number; accounts: number };
export type WatchedCounts = {
  all: Known[];
  started: (Known & { signal: string; since: number })[];
  unknown: (Known & { signal: string })[];
};

/** How many listed accounts there are, start a signal or cannot tell it, by the day on which they became known. */
export async function watchedCounts(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  zone: string,
): Promise<WatchedCounts> {
  const rows = sql`select ((a.created_at at time zone ${zone})::date - date '1970-01-01') as known, l.watched
    from app.account_list l
    join app.account a on a.workspace_id = l.workspace_id and a.account_id = l.account_id
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date and l.listed`;
  const all = await sql<Known>`
    select r.known as "knownSince", count(*)::int as accounts from (${rows}) r group by 1`.execute(tx);
  const told = await sql<Known & { entry: string }>`
    select r.known as "knownSince", w.entry, count(*)::int as accounts
    from (${rows}) r, unnest(r.watched) as w(entry) group by 1, 2`.execute(tx);
  const started: WatchedCounts['started'] = [];
  const unknown: WatchedCounts['unknown'] = [];
  for (const { entry, ...known } of told.rows) {
    const [signal = '', since] = entry.split('=');
    if (since === undefined) unknown.push({ ...known, signal: entry.slice(0, -1) });
    else started.push({ ...known, signal, since: Number(since) });
  }
  return { all: all.rows, started, unknown };
}

/** Accounts on the list of a day at which any of these signals starts on its day. */
export async function accountsStarting(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  notices: readonly { signal: string; since: number }[],
): Promise<string[]> {
  const entries = notices.map(({ signal, since }) => `${signal}=${since}`);
  if (entries.length === 0) return [];
  const result = await sql<{ id: string }>`
    select account_id as id from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and watched && ${entries}::text[]
    order by account_id`.execute(tx);
  return result.rows.map((row) => row.id);
}

/** Rows that what changed does not touch carry over from one context to the other. */
export async function carryContext(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  change: { from: string; to: string; except: readonly string[] },
): Promise<void> {
  await sql`update app.account_list set context_hash = ${change.to}
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and context_hash = ${change.from}
      and account_id <> all(${change.except}::uuid[])`.execute(tx);
}

export type ClaimRow = { id: string; offer: string | null; priority: number; open: string[] };

/** What the accounts on the list of a day ask of capacity, as decided each by itself. */
export async function claimsOf(tx: Tx, workspaceId: string, asOf: string): Promise<ClaimRow[]> {
  const result = await sql<{ id: string; claim: Omit<ClaimRow, 'id'> }>`
    select account_id as id, decision -> 'claim' as claim from app.account_list
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and listed
      and decision -> 'claim' is not null`.execute(tx);
  return result.rows.map(({ id, claim }) => ({ ...claim, id }));
}

export type WaitRow = { accountId: string; offers: string[] };

/** Who goes without a slot on a day; of these accounts, or all. */
export async function readWaits(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  ids: readonly string[] | null,
): Promise<WaitRow[]> {
  const result = await sql<WaitRow>`
    select account_id as "accountId", offers from app.offer_wait
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date
      and (${ids === null} or account_id = any(${ids ?? []}::uuid[]))`.execute(tx);
  return result.rows;
}

export async function replaceWaits(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  rows: readonly WaitRow[],
): Promise<void> {
  await sql`delete from app.offer_wait
    where workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into app.offer_wait (workspace_id, as_of, account_id, offers)
    select ${workspaceId}::uuid, ${asOf}::date, x."accountId",
      array(select jsonb_array_elements_text(x.offers))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, offers jsonb)`.execute(tx);
}
