// The "usage" of a service firm: how much of what was contracted is used, and what it costs us.
// Refuses to add hours to posts: with several things consumed only their rates are averaged.
import { mean } from '#base/stats.ts';
import type { Day } from '#base/day.ts';
import { coversLast, reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';
import { latestConsumption, useRateOf, type Consumption } from './latest.ts';
import { writeMargin } from './margin.ts';

const effortDays = 30;

/** Writes `consumption.*`. */
export function consumptionCalculator(view: View, out: LeafWriter): void {
  const latest = latestConsumption(view);
  if (latest.length > 0) writeUse(latest, out);
  writeEffort(view, out);
  writeMargin(view, out);
}

function writeUse(latest: readonly Consumption[], out: LeafWriter): void {
  const evidence: readonly RowRef[] = latest.map((row) => ({ type: 'consumption-reported', row }));
  const through = latest.reduce<Day>((day, row) => Math.min(day, row.to), Infinity);
  const only = latest.length === 1 ? latest[0] : undefined;
  if (only && only.contracted !== null) out.set('consumption.contracted', only.contracted, through, evidence);
  if (only && only.used !== null) out.set('consumption.used', only.used, through, evidence);
  const rates = latest.map(useRateOf).filter((rate) => rate !== null);
  const rate = mean(rates);
  if (rate !== null) out.set('consumption.useRate', rate, through, evidence);
}

function writeEffort(view: View, out: LeafWriter): void {
  const reach = reachOf(view, 'effort');
  if (!coversLast(reach, effortDays)) return;
  let hours = 0;
  for (const row of view.rows('effort-spent')) {
    if (row.day > reach.to - effortDays && row.day <= reach.to) hours += row.hours ?? 0;
  }
  out.set('consumption.effortHours', hours, reach.to);
}
