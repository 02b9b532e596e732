// What one currency costs in another on a day. Knows quoted rates only; it never crosses three currencies or guesses.
import type { Day } from '#base/day.ts';
import { convertCents } from '#base/money.ts';
import type { Rate } from '#domain/profile/shape.ts';

/** The day and instant a rate is asked for: only rates known by `asOf` of days up to `day` count. */
export type RateMoment = { readonly day: Day; readonly asOf: number };

/** How much of `to` one unit of `from` costs: the newest quote, read forward or backward; null when there is none. */
export function rateAt(rates: readonly Rate[], from: string, to: string, at: RateMoment): number | null {
  if (from === to) return 1;
  let best: Rate | null = null;
  for (const rate of rates) {
    if (rate.day > at.day || rate.known > at.asOf) continue;
    const forward = rate.base === from && rate.quote === to;
    if (!forward && !(rate.base === to && rate.quote === from)) continue;
    if (best && (rate.day < best.day || (rate.day === best.day && rate.known < best.known))) continue;
    best = rate;
  }
  if (!best) return null;
  return best.base === from ? best.rate : 1 / best.rate;
}

/** Integer cents of one currency in another, halves to even; null when no rate is known. */
export function convertAt(
  rates: readonly Rate[],
  cents: number,
  from: string | null,
  to: string,
  at: RateMoment,
): number | null {
  if (from === null || from === to) return cents;
  const rate = rateAt(rates, from, to, at);
  return rate === null ? null : convertCents(cents, rate);
}
