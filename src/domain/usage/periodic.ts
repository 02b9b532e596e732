// Usage from reported periods: sums of whole days, weeks or months. What needs finer data than there is stays missing,
// unless a whole period is zero.
import type { Day } from '#base/day.ts';
import type { LeafWriter, Span, View } from '#domain/profile/shape.ts';
import { endedPeriods, slotsOf, type PeriodLength } from './periods.ts';
import { newTally, type Tally } from './tally.ts';
import { writeVolume } from './volume.ts';

/** Slots that stand for "30 days". */
const slotsIn30: Readonly<Record<PeriodLength, number>> = { day: 30, week: 4, month: 1 };
/** Days after the end of the newest slot for which it still speaks of the present. */
const currentDays: Readonly<Record<PeriodLength, number>> = { day: 31, week: 31, month: 62 };

/** Writes what periods can tell. */
export function writePeriodic(view: View, covered: Span | null, out: LeafWriter): void {
  const periods = endedPeriods(view);
  const sums = periods.filter((row) => row.how === 'sum');
  const people = periods.filter((row) => row.how === 'distinct');
  // Where only people are counted, their number tells of activity and of nothing else.
  const onlyPeople = sums.length === 0 && people.length > 0;
  const found = slotsOf(onlyPeople ? people : sums, covered);
  const newest = found?.slots[0];
  if (!found || !newest || view.day - newest.to > currentDays[found.length]) return;
  const { length, slots } = found;
  writeActivity(slots, length, out);
  if (onlyPeople) return;
  writeCritical(slots, view, out);
  const size = slotsIn30[length];
  const last = joined(slots.slice(0, size));
  if (slots.length < size || !last) return;
  const before = slots.length >= 2 * size ? joined(slots.slice(size, 2 * size)) : null;
  writeVolume({ last, previous: before }, view, out);
}

function writeActivity(slots: readonly Tally[], length: PeriodLength, out: LeafWriter): void {
  const newest = slots[0];
  if (!newest) return;
  const silent = silentDays(slots, newest.to);
  // In a coarse slot with activity nobody knows on which day it was.
  if (length === 'day' || newest.events === 0) out.set('usage.daysSinceActivity', silent, newest.to);
  const weeks = activeWeeks(slots, length);
  if (weeks !== null) out.set('usage.activeWeeks4', weeks, newest.to);
}

/** Days without activity at the end of the slots: at least this many, since activity may fill the slot before. */
function silentDays(slots: readonly Tally[], to: Day): number {
  const active = slots.find((slot) => slot.events > 0);
  return active ? to - active.to : to - (slots.at(-1)?.from ?? to) + 1;
}

function activeWeeks(slots: readonly Tally[], length: PeriodLength): number | null {
  if (length === 'month') return slots[0]?.events === 0 ? 0 : null;
  const size = length === 'week' ? 1 : 7;
  if (slots.length < 4 * size) return null;
  let weeks = 0;
  for (let week = 0; week < 4; week++) {
    if (slots.slice(week * size, (week + 1) * size).some((slot) => slot.events > 0)) weeks += 1;
  }
  return weeks;
}

/** Critical features in no slot at all; untold when the source names no features. */
function writeCritical(slots: readonly Tally[], view: View, out: LeafWriter): void {
  const critical = view.frame.criticalFeatures;
  const named = slots.some((slot) => slot.features.size > 0) || slots.every((slot) => slot.events === 0);
  if (!critical || !named) return;
  const unused = critical.filter((feature) => !slots.some((slot) => (slot.features.get(feature) ?? 0) > 0));
  out.set('usage.criticalUnused', unused.length, slots[0]?.to ?? null);
}

function joined(slots: readonly Tally[]): Tally | null {
  const newest = slots[0];
  const oldest = slots.at(-1);
  if (!newest || !oldest) return null;
  const sum = newTally(oldest.from, newest.to);
  for (const slot of slots) {
    sum.events += slot.events;
    sum.sessions += slot.sessions;
    sum.minutes += slot.minutes;
    for (const [feature, events] of slot.features)
      sum.features.set(feature, (sum.features.get(feature) ?? 0) + events);
  }
  return sum;
}
