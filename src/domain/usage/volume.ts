// Leaves that follow from the sums of a window and of the one before: events, change, sessions, features.
import type { LeafWriter, View } from '#domain/profile/shape.ts';
import type { Tally } from './tally.ts';

/** A window of usage and the events of the one before; `previous` is null when that one is not wholly covered. */
export type Windows = {
  readonly last: Tally;
  readonly previous: { readonly from: number; readonly to: number; readonly events: number } | null;
};

/** Writes the leaves that only need sums. */
export function writeVolume(windows: Windows, view: View, out: LeafWriter): void {
  const { last, previous } = windows;
  out.set('usage.events30d', last.events, last.to);
  if (previous) out.set('usage.eventsPrev30d', previous.events, last.to);
  const change = changePerWorkingDay(windows, view);
  if (change !== null) out.set('usage.change30d', change, last.to);
  writeSessions(last, out);
  writeFeatures(last, view, out);
}

/** Relative change of events per working day; null without a covered window before, or when that had no events. */
function changePerWorkingDay({ last, previous }: Windows, view: View): number | null {
  if (!previous || previous.events === 0) return null;
  const { calendar } = view.frame;
  const now = calendar.workingDaysBetween(last.from - 1, last.to);
  const before = calendar.workingDaysBetween(previous.from - 1, previous.to);
  if (now === 0 || before === 0) return null;
  return last.events / now / (previous.events / before) - 1;
}

/** Events without a single session mean that the source does not tell sessions. */
function writeSessions(last: Tally, out: LeafWriter): void {
  if (last.events > 0 && last.sessions === 0) return;
  out.set('usage.sessions30d', last.sessions, last.to);
  if (last.sessions > 0 && last.minutes > 0) {
    out.set('usage.minutesPerSession', last.minutes / last.sessions, last.to);
  }
}

function writeFeatures(last: Tally, view: View, out: LeafWriter): void {
  const { criticalFeatures, advancedFeatures } = view.frame;
  const told = last.features.size > 0 || last.events === 0;
  if (!told) return;
  out.set('usage.features30d', last.features.size, last.to);
  if (criticalFeatures) {
    const used = criticalFeatures.filter((feature) => (last.features.get(feature) ?? 0) > 0);
    out.set('usage.criticalFeatures30d', used.length, last.to);
  }
  if (last.events === 0) return;
  if (criticalFeatures) out.set('usage.stickyShare', eventsOf(last, criticalFeatures) / last.events, last.to);
  if (advancedFeatures)
    out.set('usage.advancedShare', eventsOf(last, advancedFeatures) / last.events, last.to);
}

function eventsOf(tally: Tally, features: readonly string[]): number {
  let events = 0;
  for (const feature of features) events += tally.features.get(feature) ?? 0;
  return events;
}
