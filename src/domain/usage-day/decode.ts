// Text of usage days → what calculators read, or what can be added to. Interprets nothing.
import type { UsageDay } from '#domain/profile/shape.ts';
import type { DayText } from './encode.ts';
import { parts, type RolledDay } from './rolled.ts';

const userDigits = 16;
const sessionDigits = 8;

/** The days of many texts, in their order. All are parsed as one: a call each would cost more than the reading. */
export function decodeDays(texts: readonly string[]): UsageDay[] {
  if (texts.length === 0) return [];
  return (JSON.parse(`[${texts.join(',')}]`) as DayText[]).map(readDay);
}

/** A day that more events can be added to. */
export function decodeRolled(text: string): RolledDay {
  const [day, known, events, value, minutes, lastAt, users, userEvents, sessions, features, departments] =
    JSON.parse(text) as DayText;
  const hashes = split(users ?? '', userDigits);
  return {
    day,
    known,
    events,
    value,
    minutes,
    lastAt,
    users: new Map(
      hashes.map((user, i) => [user, typeof userEvents === 'number' ? userEvents : (userEvents[i] ?? 0)]),
    ),
    sessions: new Set(split(sessions, sessionDigits)),
    features: new Map(Object.entries(features)),
    departments: new Set(departments),
  };
}

/** Whether the users of a day are kept apart from its text. */
export function usersAreApart(text: string): boolean {
  return (JSON.parse(text) as DayText)[6] === null;
}

/** Gives a day the users that are kept apart from it: hash → events. */
export function withUsers(day: UsageDay, users: ReadonlyMap<string, number>): UsageDay {
  const sorted = [...users].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...day, users: sorted.map(([user]) => user), userEvents: sorted.map(([, events]) => events) };
}

function readDay(text: DayText): UsageDay {
  const users = split(text[6] ?? '', userDigits);
  const userEvents = text[7];
  return {
    day: text[0],
    known: text[1],
    events: text[2],
    value: text[3] / parts,
    sessions: text[8].length / sessionDigits,
    minutes: text[4] / parts,
    users,
    features: text[9],
    departments: text[10],
    userEvents: typeof userEvents === 'number' ? users.map(() => userEvents) : userEvents,
  };
}

function split(joined: string, digits: number): string[] {
  const hashes: string[] = [];
  for (let i = 0; i < joined.length; i += digits) hashes.push(joined.slice(i, i + digits));
  return hashes;
}
