// A usage day while it is being added up: sums, sets and tallies that come out the same in any order and batching.
// Knows no raw event once it is added; who the users are stays behind their keyed hashes.
import type { Day } from '#base/day.ts';

/** One tracked event, as stored. */
export type RawUsage = {
  /** Calendar day of the event, and the day on which it could be known, in the workspace's zone. */
  readonly day: Day;
  readonly known: Day;
  /** Instant of the event (ms). */
  readonly at: number;
  /** Keyed 64-bit hash of the user, 16 hex digits; null when nobody is named. */
  readonly user: string | null;
  readonly event: string;
  readonly value: number;
  readonly session: string | null;
  readonly department: string | null;
  readonly minutes: number | null;
};

export type RolledDay = {
  readonly day: Day;
  readonly known: Day;
  events: number;
  /** Ten-thousandths, as integers: sums of fractions would depend on their order. */
  value: number;
  minutes: number;
  /** Last activity (ms). */
  lastAt: number;
  /** User hash → events. */
  readonly users: Map<string, number>;
  /** Hashes of sessions, 8 hex digits. */
  readonly sessions: Set<string>;
  /** Event name → events. */
  readonly features: Map<string, number>;
  readonly departments: Set<string>;
};

/** Above this many users a day, the caller keeps users in rows of their own (`encodeDay(…, true)`). */
export const usersPerDay = 2000;
/** Parts of one that sums of `value` and `minutes` keep. */
export const parts = 10_000;

/** A day without events. */
export function emptyDay(day: Day, known: Day): RolledDay {
  return {
    day,
    known,
    events: 0,
    value: 0,
    minutes: 0,
    lastAt: 0,
    users: new Map(),
    sessions: new Set(),
    features: new Map(),
    departments: new Set(),
  };
}

/** Adds events up by (day, known day), ascending. Each event must be handed in once. */
export function rollUp(events: Iterable<RawUsage>): RolledDay[] {
  const days = new Map<string, RolledDay>();
  let day: RolledDay | undefined;
  for (const event of events) {
    // Events come by day, mostly.
    if (day?.day !== event.day || day.known !== event.known) {
      const key = `${event.day}/${event.known}`;
      day = days.get(key);
      if (!day) days.set(key, (day = emptyDay(event.day, event.known)));
    }
    addEvent(day, event);
  }
  return [...days.values()].sort((a, b) => a.day - b.day || a.known - b.known);
}

/** Adds a second part of the same (day, known day) to the first. */
export function addDay(into: RolledDay, more: RolledDay): void {
  into.events += more.events;
  into.value += more.value;
  into.minutes += more.minutes;
  into.lastAt = Math.max(into.lastAt, more.lastAt);
  for (const [user, events] of more.users) add(into.users, user, events);
  for (const session of more.sessions) into.sessions.add(session);
  for (const [feature, events] of more.features) add(into.features, feature, events);
  for (const department of more.departments) into.departments.add(department);
}

function addEvent(day: RolledDay, event: RawUsage): void {
  day.events += 1;
  day.value += Math.round(event.value * parts);
  day.minutes += Math.round((event.minutes ?? 0) * parts);
  day.lastAt = Math.max(day.lastAt, event.at);
  if (event.user !== null) add(day.users, event.user, 1);
  if (event.session !== null) day.sessions.add(shortHash(event.session));
  add(day.features, event.event, 1);
  if (event.department !== null) day.departments.add(event.department);
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** 32 bits of a session's id (FNV-1a): within one day of one account it is only counted, never looked up. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
