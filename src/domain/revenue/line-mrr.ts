// What contract lines are worth a month. One-off lines are no recurring revenue; an unknown price is unknown, never zero.
import { addMonths, type Day } from '#base/day.ts';
import { roundHalfEven } from '#base/money.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { Rate } from '#domain/profile/shape.ts';
import { convertAt, type RateMoment } from './rates.ts';

/** Mean length of a month in days, for terms that are no whole number of months. */
const monthDays = 30.4375;
/** Longest term that is read in whole months. */
const longestTerm = 240;

export type LineMoney = {
  /** Cents a month in the asked currency. */
  readonly mrrCents: number;
  /** Cents a year, rounded once: 12 × MRR may differ by some cents. */
  readonly arrCents: number;
};

/** Whole calendar months from the first to the last day of service; null for an odd term (45 days). */
export function termInMonths(first: Day, last: Day): number | null {
  const after = last + 1;
  const near = Math.round((after - first) / monthDays);
  for (const months of [near, near - 1, near + 1])
    if (months > 0 && months <= longestTerm && addMonths(first, months) === after) return months;
  return null;
}

/** The monthly value of a price for a whole term: by calendar months, by days only when the term is odd. */
export function monthlyOfTerm(cents: number, first: Day, last: Day): number {
  const months = termInMonths(first, last);
  return roundHalfEven(months === null ? (cents * monthDays) / (last - first + 1) : cents / months);
}

/**
 * Monthly and yearly value of recurring lines in `currency`, integer cents, halves to even, each line rounded once.
 * Null when a recurring line has no price or no rate is known; zero when there is no recurring line.
 */
export function recurringMoney(
  lines: readonly ContractLine[],
  currency: string,
  rates: readonly Rate[],
  at: RateMoment,
): LineMoney | null {
  let mrrCents = 0;
  let arrCents = 0;
  for (const line of lines) {
    if (!line.recurring) continue;
    if (line.cents === null) return null;
    const month = convertAt(rates, roundHalfEven(line.cents / line.months), line.currency, currency, at);
    const year = convertAt(
      rates,
      roundHalfEven((line.cents * 12) / line.months),
      line.currency,
      currency,
      at,
    );
    if (month === null || year === null) return null;
    mrrCents += month;
    arrCents += year;
  }
  return { mrrCents, arrCents };
}
