// Usage of the product. Chooses the source: rolled-up days while their feed is alive, else reported periods,
// and for active seats also the observed state. Refuses to read a leaf finer than its data.
import type { Day } from '#base/day.ts';
import { latestConsumption, useRateOf } from '#domain/consumption/latest.ts';
import { boughtSeats } from '#domain/contract/contract.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import { coversLast, reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, Span, View } from '#domain/profile/shape.ts';
import { writeDaily } from './daily.ts';
import { writeDepartments } from './departments.ts';
import { writeDistinct } from './distinct.ts';
import { writeFirstLogin } from './first-login.ts';
import { writePeriodic } from './periodic.ts';
import type { PeriodRow } from './periods.ts';

type ActiveSeats = { readonly count: number; readonly through: Day; readonly evidence: readonly RowRef[] };

/** Writes `usage.*`. */
export function usageCalculator(view: View, out: LeafWriter): void {
  const reach = dailyReach(view);
  // A feed of days that is younger than a month leaves the month to reported periods, where there are any.
  if (!coversLast(reach, 30)) writePeriodic(view, periodReach(view), out);
  const counted = reach ? writeDaily(view, reach, out) : null;
  if (reach) writeFirstLogin(view, reach, out);
  writeDepartments(view, reach, out);
  const distinct = counted === null ? writeDistinct(view, out) : null;
  writeSeats(activeSeats(view, reach, counted, distinct), view, out);
}

/**
 * A firm's feed listens for every customer. One that consumes hours or packages, bought no seats, was never seen in
 * it and is not covered by name buys something else: the feed's silence about that one tells nothing.
 */
function dailyReach(view: View): Span | null {
  const reach = reachOf(view, 'usage');
  if (reach?.grain !== 'day') return null;
  const elsewhere = view.usage.length === 0 && view.rows('consumption-reported').length > 0;
  const named = (): boolean => view.rows('source-covered').some((row) => row.covers === 'usage');
  return elsewhere && boughtSeats(view) === null && !named() ? null : reach;
}

/** Coverage of periods; a usage source that is coarser than a day tells of periods too. */
function periodReach(view: View): Span | null {
  const usage = reachOf(view, 'usage');
  return reachOf(view, 'usage-period', 'events') ?? (usage?.grain === 'day' ? null : usage);
}

/** Users of counted days; else the newer of the observed state and a distinct month. */
function activeSeats(
  view: View,
  reach: Span | null,
  counted: number | null,
  distinct: PeriodRow | null,
): ActiveSeats | null {
  if (reach && counted !== null) return { count: counted, through: reach.to, evidence: [] };
  const observed = newestObservation(view, 'active_users');
  if (distinct && (!observed || distinct.to > observed.day)) {
    const evidence = [{ type: 'usage-period-reported', row: distinct }] as const;
    return { count: distinct.value, through: distinct.to, evidence };
  }
  return (
    observed && {
      count: observed.value,
      through: observed.day,
      evidence: [{ type: 'state-observed', row: observed }],
    }
  );
}

function writeSeats(active: ActiveSeats | null, view: View, out: LeafWriter): void {
  if (active) out.set('usage.activeSeats', active.count, active.through, active.evidence);
  const seats = boughtSeats(view)?.seats ?? null;
  let highest: number | null = null;
  if (active && seats !== null && seats > 0) {
    highest = active.count / seats;
    out.set('usage.seatUse', highest, active.through, active.evidence);
  }
  for (const row of latestConsumption(view)) {
    const rate = useRateOf(row);
    if (rate !== null && (highest === null || rate > highest)) highest = rate;
  }
  if (highest !== null) out.set('usage.limitUse', highest, view.day);
}
