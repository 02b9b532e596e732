// The year of a Brazilian firm: working days, the week of Carnival, the slow weeks around New Year.
import { brazilianCalendar, easterSunday, type Calendar } from '#base/calendar.ts';
import { addMonths, dayOf, weekday, yearMonthDay, type Day } from '#base/day.ts';
import type { SampleShape } from './shape.ts';

const calendars = new Map<string, Calendar>();

export function calendarOf({ zone }: SampleShape): Calendar {
  let calendar = calendars.get(zone);
  if (!calendar) calendars.set(zone, (calendar = brazilianCalendar(zone, [])));
  return calendar;
}

/** How much goes on that day, 1 on a usual working day; what is no working day has a tenth of it. */
export function activity(day: Day, shape: SampleShape): number {
  const { year, month, day: date } = yearMonthDay(day);
  const carnival = easterSunday(year) - 47;
  const slow = (month === 12 && date >= 18) || (month === 1 && date <= 10);
  const level = slow
    ? 0.45
    : month === 1
      ? 0.75
      : month === 12
        ? 0.85
        : Math.abs(day - carnival) <= 4
          ? 0.55
          : 1;
  if (calendarOf(shape).isWorkingDay(day)) return level;
  return weekday(day) % 6 === 0 ? level * 0.06 : level * 0.1;
}

/** The working day on or before a day. */
export function workday(day: Day, shape: SampleShape): Day {
  let at = day;
  while (!calendarOf(shape).isWorkingDay(at)) at -= 1;
  return at;
}

/** First days of the months from one day on, up to and with the month of the other. */
export function monthsBetween(from: Day, to: Day): Day[] {
  const { year, month } = yearMonthDay(from);
  const found: Day[] = [];
  for (let day = dayOf(year, month, 1) ?? from; day <= to; day = addMonths(day, 1)) found.push(day);
  return found;
}
