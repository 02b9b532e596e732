// A rolled day as one line of text. The same events give the same bytes.
import type { RolledDay } from './rolled.ts';

/** One line of JSON: numbers first, then users and sessions as joined hashes. */
export type DayText = readonly [
  day: number,
  known: number,
  events: number,
  /** In ten-thousandths. */
  value: number,
  minutes: number,
  lastAt: number,
  /** 16 hex digits each, sorted; null when users are kept apart. */
  users: string | null,
  /** Events per user in the same order, or one number when all are the same. */
  userEvents: readonly number[] | number,
  /** 8 hex digits each, sorted. */
  sessions: string,
  features: Readonly<Record<string, number>>,
  departments: readonly string[],
];

/** The text of a day, without a line break. With `usersApart` the caller keeps the users elsewhere. */
export function encodeDay(day: RolledDay, usersApart = false): string {
  const users = byName(day.users);
  const counts = users.map(([, events]) => events);
  const shared = counts.every((count) => count === counts[0]);
  const text: DayText = [
    day.day,
    day.known,
    day.events,
    day.value,
    day.minutes,
    day.lastAt,
    usersApart ? null : users.map(([user]) => user).join(''),
    usersApart ? [] : shared ? (counts[0] ?? 0) : counts,
    [...day.sessions].sort().join(''),
    Object.fromEntries(byName(day.features)),
    [...day.departments].sort(),
  ];
  return JSON.stringify(text);
}

/** The text of a day whose users are kept apart, with them in it again: sorted hashes and their events. */
export function inlineUsers(text: string, users: readonly string[], events: readonly number[]): string {
  const [day, known, count, value, minutes, lastAt, , , ...rest] = JSON.parse(text) as DayText;
  return JSON.stringify([day, known, count, value, minutes, lastAt, users.join(''), events, ...rest]);
}

function byName(counts: ReadonlyMap<string, number>): (readonly [string, number])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
