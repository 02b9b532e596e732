// Where a task stands in the day of who has it, and how much working time is left. Pure; the instant comes from the caller.
import type { Calendar } from '#base/calendar.ts';
import type { Day } from '#base/day.ts';
import { dueAt, minuteOf, promisedBy, timeOf, workingMinutes } from '#base/working-hours.ts';
import { dayAt } from '#base/zone.ts';

export type DayPart = 'late' | 'morning' | 'afternoon' | 'later' | 'none';
export type Standing = {
  readonly part: DayPart;
  /** Working minutes until it is due, negative once it is past; null without a day. */
  readonly minutes: number | null;
  /** The instant (ms) it is due at; without a day the end of time. */
  readonly dueAt: number;
};

/** Up to here (minutes from midnight) it is morning. */
const noon = 12 * 60;

/** A task without an hour is late from the next day on only, whatever the hour of its own day. */
export function standingOf(
  due: { readonly day: Day | null; readonly time: string | null },
  now: number,
  calendar: Calendar,
): Standing {
  if (due.day === null) return { part: 'none', minutes: null, dueAt: Number.MAX_SAFE_INTEGER };
  const { zone } = calendar;
  const today = dayAt(now, zone);
  const minute = due.time === null ? null : minuteOf(due.time);
  const at = dueAt(due.day, minute, zone);
  const minutes = workingMinutes(now, at, calendar);
  if (due.day > today) return { part: 'later', minutes, dueAt: at };
  if (due.day < today || (minute !== null && at < now)) return { part: 'late', minutes, dueAt: at };
  return {
    part: minute !== null && minute <= noon ? 'morning' : 'afternoon',
    minutes: Math.max(minutes, 0),
    dueAt: at,
  };
}

/** Where promised hours end by the clock; null where that is where they are due, or where they were put off since. */
export function clockOf(
  task: {
    readonly withinHours: number | null;
    readonly toldAt: number;
    readonly day: Day | null;
    readonly time: string | null;
  },
  calendar: Calendar,
): { readonly day: Day; readonly time: string } | null {
  if (task.withinHours === null) return null;
  const { clock, due } = promisedBy(task.toldAt, task.withinHours, calendar);
  if (due.day !== task.day || timeOf(due.minute) !== task.time) return null;
  if (clock.day === due.day && clock.minute === due.minute) return null;
  return { day: clock.day, time: timeOf(clock.minute) };
}
