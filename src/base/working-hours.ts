// Working time as instants: the hours of working days. Counts minutes between instants and says where a promise of clock
// hours falls. Knows no workspace; refuses to know what time it is.
import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { dayAt, instantAt, minuteAt } from './zone.ts';

/** Working time of a working day, in minutes from local midnight: 08:00 to 19:00. */
export const opens = 8 * 60;
export const closes = 19 * 60;

/** Minutes from midnight of `10:30`; null where it is no time of day. */
export function minuteOf(time: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** `10:30` of minutes from midnight. */
export function timeOf(minute: number): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${part(Math.floor(minute / 60))}:${part(minute % 60)}`;
}

/** Working minutes from the start of a working day up to a minute of it. */
const within = (minute: number): number => Math.min(Math.max(minute, opens), closes) - opens;

/** Working minutes between two moments of a zone; negative when the second one is earlier. */
export function workingMinutes(from: number, to: number, calendar: Calendar): number {
  if (to < from) return -workingMinutes(to, from, calendar);
  const { zone } = calendar;
  const [first, last] = [dayAt(from, zone), dayAt(to, zone)];
  const on = (day: Day, minute: number): number => (calendar.isWorkingDay(day) ? within(minute) : 0);
  const whole = calendar.workingDaysBetween(first - 1, last - 1) * (closes - opens);
  return whole - on(first, minuteAt(from, zone)) + on(last, minuteAt(to, zone));
}

/** The instant (ms) by which something of a day is due: its hour, or the end of its working time. */
export const dueAt = (day: Day, minute: number | null, zone: string): number =>
  instantAt(day, minute ?? closes, zone);

/** Where a promise falls: by the clock, and in working time, as a day and minutes from its midnight. */
export type Promised = {
  readonly clock: { readonly day: Day; readonly minute: number };
  readonly due: { readonly day: Day; readonly minute: number };
};

/**
 * Hours by the clock from an instant (ms). Where they end outside working time they fall to the same hour of the next
 * working day; an hour at which nobody works, to the end of the working time before it or the start of the one after.
 */
export function promisedBy(now: number, hours: number, calendar: Calendar): Promised {
  const { zone } = calendar;
  const end = now + hours * 3_600_000;
  const clock = { day: dayAt(end, zone), minute: minuteAt(end, zone) };
  const day = calendar.addWorkingDays(clock.day, 0);
  if (clock.minute > closes)
    return day === clock.day
      ? { clock, due: { day: calendar.addWorkingDays(day, 1), minute: opens } }
      : { clock, due: { day, minute: closes } };
  return { clock, due: { day, minute: Math.max(clock.minute, opens) } };
}
