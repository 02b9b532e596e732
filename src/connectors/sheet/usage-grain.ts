// How long the periods of a table of usage are, by a person's word, the header or the days that stand in it; and the
// period of one row. A single day may be a day, the start of a week or of a month: then it is asked.
import { type Day, mondayOf, yearMonthDay } from '#base/day.ts';
import { type CellDate, lastOfMonth } from './cell-date.ts';
import { headerWords } from './header.ts';

export type UsageGrain = 'day' | 'week' | 'month';
/** What the period columns of a table say together. */
export type UsagePeriods = {
  /** Null: nothing tells. */
  readonly grain: UsageGrain | null;
  /** The day in the cell is the last of its period. */
  readonly ends: boolean;
  /** Weeks begin on the weekday that stands in the cells; else on Mondays. */
  readonly ownWeeks: boolean;
};
export type Period = { readonly from: Day; readonly to: Day };

const words: readonly (readonly [RegExp, UsageGrain])[] = [
  [/^(?:semana|semanal|week|weekly|wk)$/, 'week'],
  [/^(?:mes|mese|mensal|month|monthly|competencia)$/, 'month'],
  [/^(?:dia|diario|day|daily)$/, 'day'],
];
const endWords = /^(?:fim|final|ate|end|ending|termino)$/;
const fewest = 3;

/** Reads the habit of a period column from its header and from all its dates; `told` is a person's word. */
export function usagePeriods(
  header: string,
  dates: readonly CellDate[],
  told: UsageGrain | null,
): UsagePeriods {
  const named = headerWords(header);
  const days = [...new Set(dates.map(({ day }) => day))].toSorted((a, b) => a - b);
  const ends = named.some((word) => endWords.test(word)) || (days.length > 1 && days.every(isMonthEnd));
  const ownWeeks = days.length > 0 && days.every((day) => (day - (days[0] ?? 0)) % 7 === 0);
  return { grain: told ?? byPrecision(dates) ?? byWord(named) ?? byDays(days, ownWeeks), ends, ownWeeks };
}

function byPrecision(dates: readonly CellDate[]): UsageGrain | null {
  const of = (precision: CellDate['precision']): number =>
    dates.filter((date) => date.precision === precision).length;
  if (of('month') > dates.length / 2) return 'month';
  return of('week') > dates.length / 2 ? 'week' : null;
}

function byWord(named: readonly string[]): UsageGrain | null {
  return words.find(([pattern]) => named.some((word) => pattern.test(word)))?.[1] ?? null;
}

function byDays(days: readonly Day[], sameWeekday: boolean): UsageGrain | null {
  if (days.length < 2) return null;
  if (days.every((day) => yearMonthDay(day).day === 1) || days.every(isMonthEnd)) return 'month';
  if (!sameWeekday) return 'day';
  return days.length >= fewest ? 'week' : null;
}

function isMonthEnd(day: Day): boolean {
  return lastOfMonth(day) === day;
}

/** The period that a day stands for. */
export function periodAt(day: Day, { grain, ends, ownWeeks }: UsagePeriods): Period {
  if (grain === 'month') {
    const to = lastOfMonth(day);
    return { from: day - yearMonthDay(day).day + 1, to };
  }
  if (grain !== 'week') return { from: day, to: day };
  const from = ends && ownWeeks ? day - 6 : ownWeeks ? day : mondayOf(day);
  return { from, to: from + 6 };
}

/** The grain of a period told by both its days; null for a length that nobody compares. */
export function grainOfPeriod({ from, to }: Period): UsageGrain | null {
  const days = to - from + 1;
  if (days === 1) return 'day';
  if (days === 7) return 'week';
  return days >= 28 && days <= 31 ? 'month' : null;
}
