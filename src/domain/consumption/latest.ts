// The newest finished period of each thing that is consumed (hours, packages, posts, demands).
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { View } from '#domain/profile/shape.ts';

export type Consumption = SlimRow<'consumption-reported'> & { readonly what: string; readonly to: Day };

/** Days after its end for which a period still speaks of the present. */
const currentDays = 62;

/** One row per thing consumed, the newest period that has ended and is still current. */
export function latestConsumption(view: View): readonly Consumption[] {
  const latest = new Map<string, Consumption>();
  for (const row of view.rows('consumption-reported')) {
    if (!isDated(row) || row.to > view.day || view.day - row.to > currentDays) continue;
    const before = latest.get(row.what);
    if (!before || row.to >= before.to) latest.set(row.what, row);
  }
  return [...latest.values()];
}

/** Less than this share of what was contracted is little use. */
const littleUse = 0.3;

/** What was contracted and is used for less than 30% in its newest period: keys of products or offers, sorted. */
export function littleUsed(view: View): readonly string[] {
  return latestConsumption(view)
    .filter((row) => (useRateOf(row) ?? 1) < littleUse)
    .map((row) => row.what)
    .sort();
}

/** Used over contracted; null when either is not told or nothing was contracted. */
export function useRateOf(row: Consumption): number | null {
  if (row.used === null || row.contracted === null || row.contracted <= 0) return null;
  return row.used / row.contracted;
}

function isDated(row: SlimRow<'consumption-reported'>): row is Consumption {
  return row.what !== null && row.to !== null;
}
