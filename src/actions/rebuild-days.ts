// Account days made again from raw usage, and where the stored ones differed. Sealed days keep what retention left.
import { crowdedDays, addDayUsers, dayUsers, deleteDayUsers, type DayKey } from '#store/day-users.ts';
import type { Tx } from '#store/in-workspace.ts';
import { accountDays, deleteDays, rawUsage, upsertDays, type DaySpan } from '#store/usage.ts';
import { storedDay, type StoredDay } from './crowded-days.ts';
import { rollByAccount } from './ingest-usage.ts';

const idOf = (row: DayKey) => `${row.accountId} ${row.day} ${row.knownDay}`;

/** Days whose users in rows of their own are not those that raw usage gives, among these. */
async function otherUsers(tx: Tx, workspaceId: string, days: readonly StoredDay[]): Promise<StoredDay[]> {
  const crowded = days.filter((day) => day.users.length > 0);
  const found = new Map<string, string[]>();
  for (const user of await dayUsers(
    tx,
    workspaceId,
    crowded.map((day) => day.row),
  )) {
    const list = found.get(idOf(user));
    const text = `${user.user} ${user.events}`;
    if (list) list.push(text);
    else found.set(idOf(user), [text]);
  }
  const wanted = (day: StoredDay) => day.users.map(({ user, events }) => `${user} ${events}`).join();
  return crowded.filter((day) => wanted(day) !== found.get(idOf(day.row))?.join());
}

/** All days of accounts. */
export const allDays = (accounts: readonly string[]): DaySpan[] =>
  accounts.map((accountId) => ({ accountId, from: '0001-01-01', to: '9999-12-31' }));

/** Mends days; answers "account day known-day" of each that was not what raw usage gives. */
export async function rebuildDays(tx: Tx, workspaceId: string, spans: readonly DaySpan[]): Promise<string[]> {
  const all = await accountDays(tx, workspaceId, spans);
  const sealed = new Set(all.filter((row) => row.sealed).map(idOf));
  const stored = new Map(all.filter((row) => !row.sealed).map((row) => [idOf(row), row]));
  const raw = await rawUsage(tx, workspaceId, spans);
  const days = rollByAccount(raw).map(({ accountId, day }) => storedDay(accountId, day, null));
  const open = days.filter(({ row }) => !sealed.has(idOf(row)));
  const wrong = new Set(open.filter(({ row }) => stored.get(idOf(row))?.data !== row.data));
  for (const day of await otherUsers(tx, workspaceId, open)) wrong.add(day);
  // Users of days that raw usage does not give as crowded: no text speaks of them, so nobody may read them.
  const crowded = new Set(open.filter((day) => day.users.length > 0).map(({ row }) => idOf(row)));
  const apart = await crowdedDays(tx, workspaceId, spans);
  const stray = apart.filter((row) => !crowded.has(idOf(row)) && !sealed.has(idOf(row)));
  const wrongIds = new Set([...wrong].map(({ row }) => idOf(row)));
  for (const { row } of open) stored.delete(idOf(row));
  const gone = [...stored.values()];
  await deleteDayUsers(tx, workspaceId, [...apart.filter((row) => wrongIds.has(idOf(row))), ...stray]);
  await upsertDays(
    tx,
    workspaceId,
    [...wrong].map(({ row }) => row),
  );
  await addDayUsers(
    tx,
    workspaceId,
    [...wrong].flatMap(({ users }) => users),
  );
  await deleteDays(tx, workspaceId, gone);
  return [...new Set([...[...wrong].map(({ row }) => row), ...stray, ...gone].map(idOf))];
}
