// What is stored of a rolled day: its text, and its users in rows of their own once they are more than a text should
// hold. The outcome depends on the events alone, never on the batches they came in.
import { formatDay } from '#base/day.ts';
import { decodeRolled, usersAreApart } from '#domain/usage-day/decode.ts';
import { encodeDay } from '#domain/usage-day/encode.ts';
import { addDay, usersPerDay, type RolledDay } from '#domain/usage-day/rolled.ts';
import type { DayUserRow } from '#store/day-users.ts';
import type { DayRow } from '#store/usage.ts';

export type StoredDay = {
  readonly row: DayRow;
  /** Events to add to users kept in rows of their own. */
  readonly users: readonly DayUserRow[];
};

function usersOf(accountId: string, day: RolledDay): DayUserRow[] {
  const at = { accountId, day: formatDay(day.day), knownDay: formatDay(day.known) };
  return [...day.users]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([user, events]) => ({ ...at, user, events }));
}

/** The day with a fresh part added to what is stored of it (null: nothing yet). */
export function storedDay(accountId: string, fresh: RolledDay, before: string | null): StoredDay {
  const apart = before !== null && usersAreApart(before);
  // Users kept apart are added to by row: only the fresh ones are at hand here.
  const users = apart ? usersOf(accountId, fresh) : [];
  if (before !== null) addDay(fresh, decodeRolled(before));
  const crowded = apart || fresh.users.size > usersPerDay;
  const data = encodeDay(fresh, crowded);
  const row = { accountId, day: formatDay(fresh.day), knownDay: formatDay(fresh.known), data };
  return { row, users: crowded && !apart ? usersOf(accountId, fresh) : users };
}
