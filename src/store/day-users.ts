// Users of crowded days, in rows of their own: a day's text holds up to 2,000 users, beyond that it names none.
import { sql } from 'kysely';
import type { Tx } from './in-workspace.ts';
import type { DaySpan } from './usage.ts';

/** One user of an (account, day, known day); days are ISO. */
export type DayUserRow = {
  accountId: string;
  day: string;
  knownDay: string;
  /** Keyed hash, 16 hex digits. */
  user: string;
  events: number;
};
export type DayKey = { accountId: string; day: string; knownDay: string };

const keys = sql`x("accountId" uuid, day date, "knownDay" date)`;

/** Adds events of users to their days; the day's own row is there already. */
export async function addDayUsers(tx: Tx, workspaceId: string, rows: readonly DayUserRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into app.account_day_user (workspace_id, account_id, day, known_day, user_hash, events)
    select ${workspaceId}::uuid, x."accountId", x.day, x."knownDay", x.user, x.events
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x("accountId" uuid, day date, "knownDay" date, "user" text, events int)
    on conflict (workspace_id, account_id, day, known_day, user_hash)
      do update set events = app.account_day_user.events + excluded.events`.execute(tx);
}

/** Users of these days, by account, day, known day and hash. */
export async function dayUsers(tx: Tx, workspaceId: string, days: readonly DayKey[]): Promise<DayUserRow[]> {
  if (days.length === 0) return [];
  const result = await sql<DayUserRow>`
    select u.account_id as "accountId", to_char(u.day, 'YYYY-MM-DD') as day,
      to_char(u.known_day, 'YYYY-MM-DD') as "knownDay", u.user_hash as "user", u.events
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as ${keys}
    join app.account_day_user u on u.workspace_id = ${workspaceId}::uuid and u.account_id = x."accountId"
      and u.day = x.day and u.known_day = x."knownDay"
    order by u.account_id, u.day, u.known_day, u.user_hash`.execute(tx);
  return result.rows;
}

/** Days that have users of their own rows, among these. */
export async function crowdedDays(tx: Tx, workspaceId: string, spans: readonly DaySpan[]): Promise<DayKey[]> {
  if (spans.length === 0) return [];
  const result = await sql<DayKey>`
    select distinct u.account_id as "accountId", to_char(u.day, 'YYYY-MM-DD') as day,
      to_char(u.known_day, 'YYYY-MM-DD') as "knownDay"
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as x("accountId" uuid, "from" date, "to" date)
    join app.account_day_user u on u.workspace_id = ${workspaceId}::uuid and u.account_id = x."accountId"
      and u.day between x."from" and x."to"
    order by 1, 2, 3`.execute(tx);
  return result.rows;
}

export async function deleteDayUsers(tx: Tx, workspaceId: string, days: readonly DayKey[]): Promise<void> {
  if (days.length === 0) return;
  await sql`
    delete from app.account_day_user u
    using jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as ${keys}
    where u.workspace_id = ${workspaceId}::uuid and u.account_id = x."accountId" and u.day = x.day
      and u.known_day = x."knownDay"`.execute(tx);
}

/** Crowds of accounts read as these roots within a span of days, in the order in which their days are read. */
export async function crowdsOf(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
  span: { fromDay: string; toDay: string },
): Promise<{ rootId: string; users: string[]; events: number[] }[]> {
  const result = await sql<{ rootId: string; users: string[]; events: number[] }>`
    select a.root_id as "rootId", array_agg(u.user_hash order by u.user_hash) as users,
      array_agg(u.events order by u.user_hash) as events
    from app.account a
    join app.account_day_user u on u.workspace_id = a.workspace_id and u.account_id = a.account_id
    where a.workspace_id = ${workspaceId}::uuid and a.root_id = any(${roots}::uuid[])
      and u.day between ${span.fromDay}::date and ${span.toDay}::date
    group by a.root_id, u.account_id, u.day, u.known_day
    order by a.root_id, u.day, u.known_day, u.account_id`.execute(tx);
  return result.rows;
}
