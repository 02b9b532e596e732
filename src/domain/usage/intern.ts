// Users of rolled-up days, counted once: one pass over the days gives per user the last day, the days of activity and
// the events of the month. The only part of usage whose cost grows with users, so it reads no day more than it must.
import type { Day } from '#base/day.ts';
import type { UsageDay } from '#domain/profile/shape.ts';

/** Distance in days from the end of the reach. */
const month = 30;
const keyWindow = 15;
/** Who is seen in these days and not before is new. */
const fresh = 90;
/** Days of usage that are at hand at any time. */
export const lookback = 180;

export type Users = {
  /** False when there is activity and it names nobody: users cannot be counted. */
  readonly named: boolean;
  readonly active30: number;
  /** Sum over the last 30 days of distinct users a day. */
  readonly daily30: number;
  /** Sum over the last four weeks of distinct users a week. */
  readonly weekly28: number;
  /** Events of the 30 days: all that name a user, and those of the busiest user. */
  readonly events30: number;
  readonly top30: number;
  /** Seen in the last 90 days and not in the 90 before. */
  readonly added90: number;
  /** Active on `habit` days or more of the 60 before the last 15, and how many of them were active in those 15. */
  readonly habitual: number;
  readonly habitualActive: number;
};

/** What is known of a user, as distances in days from the end of the reach. */
type Seen = { readonly last: number; week: number; habits: number; events: number; before: boolean };

/**
 * Counts users over the days up to `to`. `days` ascend; `habit`: days of activity (of the 60 before the last 15) that
 * make a key user.
 */
export function countUsers(days: readonly UsageDay[], to: Day, habit: number): Users {
  const seen = new Map<string, Seen>();
  let events30 = 0;
  let eventsAll = 0;
  let daily30 = 0;
  let weekly28 = 0;
  let i = days.length - 1;
  for (; i >= 0; i--) {
    const day = days[i];
    if (!day || to - day.day >= fresh) break;
    const age = to - day.day;
    if (age < 0) continue;
    const { users, userEvents } = day;
    eventsAll += day.events;
    if (age < month) {
      events30 += day.events;
      daily30 += users.length;
    }
    const inWeek = age < 28 ? Math.floor(age / 7) : -1;
    const inHabit = age >= keyWindow && age < keyWindow + 60;
    for (let j = 0; j < users.length; j++) {
      const name = users[j] as string;
      let user = seen.get(name);
      if (!user) seen.set(name, (user = { last: age, week: -1, habits: 0, events: 0, before: false }));
      if (inWeek >= 0 && user.week !== inWeek) {
        user.week = inWeek;
        weekly28 += 1;
      }
      if (inHabit) user.habits += 1;
      if (age < month) user.events += userEvents[j] ?? 0;
    }
  }
  const older = markSeenBefore(days, i, to, seen);
  const named =
    (daily30 > 0 || events30 === 0) && (seen.size > 0 || older.named || eventsAll + older.events === 0);
  return { named, daily30, weekly28, ...summary([...seen.values()], habit) };
}

/**
 * Of the days before the last 90 it only matters who was there already: looked at from `from` back until nobody is
 * left who could be new. Answers the events of the days it saw and whether any named a user.
 */
function markSeenBefore(
  days: readonly UsageDay[],
  from: number,
  to: Day,
  seen: ReadonlyMap<string, Seen>,
): { readonly named: boolean; readonly events: number } {
  let unsure = seen.size;
  let named = false;
  let events = 0;
  for (let i = from; i >= 0 && (unsure > 0 || seen.size === 0); i--) {
    const day = days[i];
    if (!day || to - day.day >= lookback) break;
    events += day.events;
    named ||= day.users.length > 0;
    for (const name of day.users) {
      const user = seen.get(name);
      if (!user || user.before) continue;
      user.before = true;
      unsure -= 1;
    }
  }
  return { named, events };
}

type Counted = Omit<Users, 'named' | 'daily30' | 'weekly28'>;
function summary(users: readonly Seen[], habit: number): Counted {
  const counted = { active30: 0, events30: 0, top30: 0, added90: 0, habitual: 0, habitualActive: 0 };
  for (const { last, habits, events, before } of users) {
    if (last < month) counted.active30 += 1;
    counted.events30 += events;
    if (events > counted.top30) counted.top30 = events;
    if (!before) counted.added90 += 1;
    if (habits < habit) continue;
    counted.habitual += 1;
    if (last < keyWindow) counted.habitualActive += 1;
  }
  return counted;
}
