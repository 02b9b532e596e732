// Sums of a window of usage, whatever they were counted from (rolled-up days or reported periods).
import type { Day } from '#base/day.ts';
import type { UsageDay } from '#domain/profile/shape.ts';

export type Tally = {
  readonly from: Day;
  readonly to: Day;
  events: number;
  sessions: number;
  minutes: number;
  /** Feature (event name) → events. */
  readonly features: Map<string, number>;
};

/** An empty tally of the days from … to, both included. */
export function newTally(from: Day, to: Day): Tally {
  return { from, to, events: 0, sessions: 0, minutes: 0, features: new Map() };
}

/** Sums rolled-up days (ascending) from a day to a day, both included. */
export function tallyDays(days: readonly UsageDay[], from: Day, to: Day): Tally {
  const tally = newTally(from, to);
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i];
    if (!day || day.day < from) break;
    if (day.day > to) continue;
    tally.events += day.events;
    tally.sessions += day.sessions;
    tally.minutes += day.minutes;
    for (const feature in day.features) {
      tally.features.set(feature, (tally.features.get(feature) ?? 0) + (day.features[feature] ?? 0));
    }
  }
  return tally;
}

/** Events of rolled-up days (ascending) from a day to a day, both included. */
export function eventsBetween(days: readonly UsageDay[], from: Day, to: Day): number {
  let events = 0;
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i];
    if (!day || day.day < from) break;
    if (day.day <= to) events += day.events;
  }
  return events;
}
