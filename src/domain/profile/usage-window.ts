// Usage days as known by a day: one entry a day, ascending. Rows of one day (late usage, several shells) add up.
import type { Day } from '#base/day.ts';
import type { UsageDay } from './shape.ts';

/**
 * Days of usage that are at hand at any day. Older ones are not looked at, also where they happen to have been read:
 * what is said of a day may not depend on what else was asked for.
 */
export const usageLookback = 190;

/** Days from `first` up to `last` by rows known by then. */
export function mergeUsageDays(days: readonly UsageDay[], first: Day, last: Day): readonly UsageDay[] {
  let plain = true;
  let before = -Infinity;
  let older = 0;
  for (const { day, known } of days) {
    plain &&= day > before && day <= last && known <= last;
    before = day;
    if (day < first) older += 1;
  }
  if (plain) return older === 0 ? days : days.slice(older);
  const byDay = new Map<Day, UsageDay[]>();
  for (const day of days) {
    if (day.day < first || day.day > last || day.known > last) continue;
    const same = byDay.get(day.day);
    if (same) same.push(day);
    else byDay.set(day.day, [day]);
  }
  return [...byDay.values()].map(addUp).sort((a, b) => a.day - b.day);
}

/** Sums of `value` and `minutes` are taken in ten-thousandths, so that no order of rows changes them. */
function addUp(rows: readonly UsageDay[]): UsageDay {
  const first = rows[0] as UsageDay;
  if (rows.length === 1) return first;
  const users = tally(
    rows.flatMap((row) => row.users.map((user, i) => [user, row.userEvents[i] ?? 0] as const)),
  );
  return {
    day: first.day,
    known: Math.max(...rows.map((row) => row.known)),
    events: total(rows, (row) => row.events),
    value: total(rows, (row) => Math.round(row.value * 10_000)) / 10_000,
    sessions: total(rows, (row) => row.sessions),
    minutes: total(rows, (row) => Math.round(row.minutes * 10_000)) / 10_000,
    users: users.map(([user]) => user),
    features: Object.fromEntries(tally(rows.flatMap((row) => Object.entries(row.features)))),
    departments: [...new Set(rows.flatMap((row) => row.departments))].sort(),
    userEvents: users.map(([, events]) => events),
  };
}

/** Sums by name, names sorted. */
function tally(pairs: readonly (readonly [name: string, count: number])[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [name, count] of pairs) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function total(rows: readonly UsageDay[], of: (row: UsageDay) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
