// Which day a verb speaks of: the one asked for, or today in the workspace's zone.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { Refusal } from './refusal.ts';

/** The day of an as-of question. A day after today is refused: nobody has seen it. */
export function askedDay(asOf: string | undefined, now: number, zone: string): { day: Day; today: Day } {
  const today = dayAt(now, zone);
  if (asOf === undefined) return { day: today, today };
  const day = parseDay(asOf);
  if (day === null) throw new Refusal('day-invalid', { value: asOf });
  if (day > today) throw new Refusal('day-in-future', { value: asOf, today: formatDay(today) });
  return { day, today };
}
