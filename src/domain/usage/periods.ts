// Reported periods put in order: whole slots of one length (days, weeks or months), newest first.
// A period is never spread over days; a slot without a row is zero only inside covered time.
import { addMonths, yearMonthDay, type Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { Span, View } from '#domain/profile/shape.ts';
import { newTally, type Tally } from './tally.ts';

export type PeriodLength = 'day' | 'week' | 'month';
export type PeriodRow = SlimRow<'usage-period-reported'> & {
  readonly metric: string;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
};

/** Metrics that are no feature: a total of events, sessions, minutes. */
const totals: ReadonlySet<string> = new Set(['events', 'sessions', 'minutes']);

/** Reported periods that have ended by the day of the view. */
export function endedPeriods(view: View): readonly PeriodRow[] {
  return view
    .rows('usage-period-reported')
    .filter(isWhole)
    .filter((row) => row.to <= view.day);
}

/** What a period's length is called; null for lengths nobody compares. */
export function lengthOf(row: { readonly from: Day; readonly to: Day }): PeriodLength | null {
  const days = row.to - row.from + 1;
  if (days === 1) return 'day';
  if (days === 7) return 'week';
  return days >= 28 && days <= 31 ? 'month' : null;
}

/**
 * Tallies of whole slots, newest first and without gaps, of the length that reaches furthest (the finest of those that
 * tie). Empty when nothing was reported and no period is covered.
 */
export function slotsOf(
  rows: readonly PeriodRow[],
  covered: Span | null,
): { readonly length: PeriodLength; readonly slots: readonly Tally[] } | null {
  const length = furthestLength(rows) ?? grainOf(covered);
  if (!length) return null;
  const slots = new Map<Day, Tally>();
  for (const row of rows) if (lengthOf(row) === length) addRow(slots, row);
  for (const tally of slots.values()) settleTotal(tally);
  return { length, slots: inOrder(slots, length, covered) };
}

function furthestLength(rows: readonly PeriodRow[]): PeriodLength | null {
  let best: { length: PeriodLength; to: Day } | null = null;
  for (const row of rows) {
    const length = lengthOf(row);
    if (!length) continue;
    if (!best || row.to > best.to || (row.to === best.to && rank(length) < rank(best.length)))
      best = { length, to: row.to };
  }
  return best?.length ?? null;
}

function grainOf(covered: Span | null): PeriodLength | null {
  return covered && covered.grain !== 'snapshot' ? covered.grain : null;
}

function addRow(slots: Map<Day, Tally>, row: PeriodRow): void {
  const tally = slots.get(row.to) ?? newTally(row.from, row.to);
  slots.set(row.to, tally);
  tally.features.set(row.metric, (tally.features.get(row.metric) ?? 0) + row.value);
}

/**
 * Takes sessions, minutes and a reported total out of the features; without a total the features add up to it. Where only
 * sessions or minutes are reported they are all that tells of activity: it is not none.
 */
function settleTotal(tally: Tally): void {
  const { features } = tally;
  tally.sessions = features.get('sessions') ?? 0;
  tally.minutes = features.get('minutes') ?? 0;
  const total = features.get('events');
  for (const metric of totals) features.delete(metric);
  const featureless = features.size === 0;
  for (const [feature, events] of features) if (events === 0) features.delete(feature);
  let sum = 0;
  for (const events of features.values()) sum += events;
  tally.events = total ?? (featureless ? tally.sessions || tally.minutes : sum);
}

/** Slots from the newest back until the first that is neither reported nor covered. */
function inOrder(
  slots: ReadonlyMap<Day, Tally>,
  length: PeriodLength,
  covered: Span | null,
): readonly Tally[] {
  const ordered: Tally[] = [];
  const reported = slots.size > 0 ? Math.max(...slots.keys()) : null;
  let to: Day | null = newestEnd(reported, length, covered);
  while (to !== null) {
    const from: Day = startOf(to, length);
    const zero = covered !== null && from >= covered.from && to <= covered.to;
    const tally: Tally | null = slots.get(to) ?? (zero ? newTally(from, to) : null);
    if (!tally) break;
    ordered.push(tally);
    to = tally.from - 1;
  }
  return ordered;
}

/** The last day of the newest whole slot: reported, or covered beyond what was reported. */
function newestEnd(reported: Day | null, length: PeriodLength, covered: Span | null): Day | null {
  let end = reported;
  if (end === null && covered) end = length === 'month' ? endOfMonthBefore(covered.from) : covered.from - 1;
  if (end === null) return null;
  while (covered && endOfNext(end, length) <= covered.to) end = endOfNext(end, length);
  return end;
}

function startOf(to: Day, length: PeriodLength): Day {
  if (length === 'day') return to;
  if (length === 'week') return to - 6;
  return addMonths(to + 1, -1);
}

function endOfNext(end: Day, length: PeriodLength): Day {
  if (length === 'day') return end + 1;
  if (length === 'week') return end + 7;
  return addMonths(end + 1, 1) - 1;
}

function endOfMonthBefore(day: Day): Day {
  const { day: dayOfMonth } = yearMonthDay(day);
  return dayOfMonth === 1 ? day - 1 : addMonths(day - dayOfMonth + 1, 1) - 1;
}

function rank(length: PeriodLength): number {
  return length === 'day' ? 0 : length === 'week' ? 1 : 2;
}

function isWhole(row: SlimRow<'usage-period-reported'>): row is PeriodRow {
  return row.metric !== null && row.from !== null && row.to !== null && row.value !== null;
}
