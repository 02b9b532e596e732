// Users of rolled-up days, counted once: one pass over the days gives per user the last day, the days of activity and
// the events of the month. The only part of usage whose cost grows with users, so it works on small integers.
import type { Day } from '#base/day.ts';
import type { UsageDay } from '#domain/profile/shape.ts';

/** Distance in days from the end of the reach. */
const month = 30;
const keyWindow = 15;
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

/**
 * Counts users over the days up to `to`. `days` ascend; `habit`: days of activity (of the 60 before the last 15) that
 * make a key user.
 */
export function countUsers(days: readonly UsageDay[], to: Day, habit: number): Users {
  const indexes = new Map<string, number>();
  // Per user: last day seen, first day seen within the lookback, week last counted, days of habit, events of the month.
  const newest: number[] = [];
  const oldest: number[] = [];
  const week: number[] = [];
  const habits: number[] = [];
  const events: number[] = [];
  let events30 = 0;
  let eventsAll = 0;
  let daily30 = 0;
  let weekly28 = 0;
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i];
    if (!day || to - day.day >= lookback) break;
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
      const user = users[j] as string;
      let at = indexes.get(user);
      if (at === undefined) {
        at = newest.length;
        indexes.set(user, at);
        newest.push(age);
        oldest.push(age);
        week.push(-1);
        habits.push(0);
        events.push(0);
      } else {
        oldest[at] = age;
      }
      if (inWeek >= 0 && week[at] !== inWeek) {
        week[at] = inWeek;
        weekly28 += 1;
      }
      if (inHabit) habits[at] = (habits[at] ?? 0) + 1;
      if (age < month) events[at] = (events[at] ?? 0) + (userEvents[j] ?? 0);
    }
  }
  const named = (daily30 > 0 || events30 === 0) && (newest.length > 0 || eventsAll === 0);
  return { named, daily30, weekly28, ...summary(newest, oldest, habits, events, habit) };
}

type Counted = Omit<Users, 'named' | 'daily30' | 'weekly28'>;
function summary(
  newest: readonly number[],
  oldest: readonly number[],
  habits: readonly number[],
  events: readonly number[],
  habit: number,
): Counted {
  const counted = { active30: 0, events30: 0, top30: 0, added90: 0, habitual: 0, habitualActive: 0 };
  for (let at = 0; at < newest.length; at++) {
    const last = newest[at] ?? 0;
    const mine = events[at] ?? 0;
    if (last < month) counted.active30 += 1;
    counted.events30 += mine;
    if (mine > counted.top30) counted.top30 = mine;
    if (last < 90 && (oldest[at] ?? 0) < 90) counted.added90 += 1;
    if ((habits[at] ?? 0) < habit) continue;
    counted.habitual += 1;
    if (last < keyWindow) counted.habitualActive += 1;
  }
  return counted;
}
