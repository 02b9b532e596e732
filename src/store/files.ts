// The compact forms: account files and usage days. Both are projections; losing them loses nothing.
import { sql } from 'kysely';
import { usersAreApart } from '#domain/usage-day/decode.ts';
import { inlineUsers } from '#domain/usage-day/encode.ts';
import { windowVersion } from '#domain/usage-day/window.ts';
import { crowdsOf } from './day-users.ts';
import type { Tx } from './in-workspace.ts';
import { kept } from './kept.ts';

export type FileRow = {
  accountId: string;
  file: string;
  refs: string;
  facts: number;
  /** Who of ours owns the account now; null: nobody. */
  owner: string | null;
};

export async function upsertFiles(tx: Tx, workspaceId: string, rows: readonly FileRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`${kept}
    insert into app.account_file (workspace_id, account_id, file, refs, facts, owner)
    select ${workspaceId}::uuid, x."accountId", x.file, x.refs, x.facts, x.owner
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("accountId" uuid, file text, refs text, facts int, owner text)
    on conflict (workspace_id, account_id) do update
      set file = excluded.file, refs = excluded.refs, facts = excluded.facts, owner = excluded.owner`.execute(
    tx,
  );
}

/** Accounts that are read as another one keep no file of their own. */
export async function deleteFiles(tx: Tx, workspaceId: string, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  await sql`delete from app.account_file
    where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[])`.execute(tx);
}

export type AccountMaterial = {
  accountId: string;
  name: string;
  /** False: it waits in the inbox and is on no list. */
  assigned: boolean;
  segment: string | null;
  taxId: string | null;
  file: string;
  /** The days up to `until` as one text (see `domain/usage-day/window.ts`); null where it was not asked for or is none. */
  window: string | null;
  until: string | null;
  /** Usage days from `fromDay` on, or from the day after the window, oldest first: one text each. */
  days: string[];
  /** No other account is read as this one. */
  alone: boolean;
  /** Cached checkpoints of the asked weeks: week (ISO day) → data. */
  checkpoints: Record<string, string>;
};
export type MaterialAsk = {
  /** Bounds of usage days (ISO). */
  fromDay: string;
  toDay: string;
  methodVersion: number;
  /** ISO Mondays. */
  weeks: readonly string[];
  /** Whether the days that are over may come as a window, for accounts that stand alone. */
  windows: boolean;
};
type FoundRow = Omit<AccountMaterial, 'days' | 'checkpoints'> & {
  days: string | null;
  checkpoints: string | null;
};

/** Everything a decision reads about these accounts, in one round trip. */
export async function readMaterial(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  ask: MaterialAsk,
): Promise<AccountMaterial[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<FoundRow>`${kept}
    select f.account_id as "accountId", a.name, a.assigned, a.segment, a.tax_id as "taxId", f.file, w.data as window,
      to_char(w.until, 'YYYY-MM-DD') as until, members.alone,
      (select string_agg(d.data, E'\n' order by d.day, d.known_day, d.account_id) from app.account a2
        join app.account_day d on d.workspace_id = a2.workspace_id and d.account_id = a2.account_id
        where a2.workspace_id = f.workspace_id and a2.root_id = f.account_id
          and d.day between coalesce(w.until + 1, ${ask.fromDay}::date) and ${ask.toDay}::date) as days,
      (select string_agg(to_char(c.week, 'YYYY-MM-DD') || c.data, E'\n') from app.checkpoint c
        where c.workspace_id = f.workspace_id and c.account_id = f.account_id
          and c.method_version = ${ask.methodVersion} and c.week = any(${ask.weeks}::date[])) as checkpoints
    from app.account_file f
    join app.account a on a.workspace_id = f.workspace_id and a.account_id = f.account_id
    cross join lateral (select not exists (select from app.account m
      where m.workspace_id = f.workspace_id and m.root_id = f.account_id and m.account_id <> f.account_id) as alone) members
    left join app.usage_window w on ${ask.windows} and members.alone and w.workspace_id = f.workspace_id
      and w.account_id = f.account_id and starts_with(w.data, ${windowVersion}) and w.from_day <= ${ask.fromDay}::date and w.until <= ${ask.toDay}::date
    where f.workspace_id = ${workspaceId}::uuid and f.account_id = any(${accountIds}::uuid[])
    order by f.account_id`.execute(tx);
  const days = await daysOf(tx, workspaceId, result.rows, ask);
  return result.rows.map((row) => ({
    ...row,
    days: days.get(row.accountId) ?? [],
    checkpoints: Object.fromEntries(
      row.checkpoints === null
        ? []
        : row.checkpoints.split('\n').map((line) => [line.slice(0, 10), line.slice(10)] as const),
    ),
  }));
}

/** What a day's text holds in the place of its users when they are kept apart. */
const apartMark = ',null,[],"';

/** Each account's days with their users; only crowded days, of which no window holds any, cost a second reading. */
async function daysOf(
  tx: Tx,
  workspaceId: string,
  rows: readonly { accountId: string; days: string | null }[],
  ask: { fromDay: string; toDay: string },
): Promise<Map<string, string[]>> {
  const split = new Map(rows.map((row) => [row.accountId, row.days === null ? [] : row.days.split('\n')]));
  const crowded = rows.filter((row) => row.days?.includes(apartMark)).map((row) => row.accountId);
  if (crowded.length === 0) return split;
  const crowds = new Map<string, { users: string[]; events: number[] }[]>();
  for (const { rootId, ...crowd } of await crowdsOf(tx, workspaceId, crowded, ask))
    crowds.set(rootId, [...(crowds.get(rootId) ?? []), crowd]);
  for (const id of crowded) {
    // Days and crowds stand in the same order, so each crowd belongs to the next day without users.
    const waiting = [...(crowds.get(id) ?? [])];
    const days = (split.get(id) ?? []).map((text) => {
      const crowd = usersAreApart(text) ? waiting.shift() : undefined;
      return crowd ? inlineUsers(text, crowd.users, crowd.events) : text;
    });
    split.set(id, days);
  }
  return split;
}

/** Of these accounts those that have no file. */
export async function withoutFile(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<{ id: string }>`${kept}
    select x.id from unnest(${accountIds}::uuid[]) as x(id) where not exists (
      select from app.account_file f where f.workspace_id = ${workspaceId}::uuid and f.account_id = x.id)`.execute(
    tx,
  );
  return result.rows.map((row) => row.id);
}

/** Files and fact ids of accounts, for evidence and for comparing after a rebuild. */
export async function readFiles(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<FileRow[]> {
  if (accountIds.length === 0) return [];
  const result = await sql<FileRow>`
    select account_id as "accountId", file, refs, facts, owner from app.account_file
    where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[])`.execute(tx);
  return result.rows;
}

/** Whether an account, as it is read, is a member's own now. */
export async function isOwnedBy(
  tx: Tx,
  workspaceId: string,
  accountId: string,
  member: string,
): Promise<boolean> {
  const found = await sql`
    select from app.account_file where workspace_id = ${workspaceId}::uuid and account_id = ${accountId}::uuid
      and owner = ${member}`.execute(tx);
  return found.rows.length === 1;
}

/** Which of these accounts a member owns now. */
export async function ownedBy(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  member: string,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select account_id as id from app.account_file
    where workspace_id = ${workspaceId}::uuid and account_id = any(${accountIds}::uuid[]) and owner = ${member}
    order by 1`.execute(tx);
  return found.rows.map(({ id }) => id);
}
