// How far a source reaches and whether a window lies wholly inside its covered time.
// Refuses to read zero out of time that nobody covered.
import type { Day } from '#base/day.ts';
import type { Grain } from '#domain/facts/workspace-facts.ts';
import type { Span, View } from './shape.ts';

/**
 * Days a source may be silent before its leaves go missing. Until then they stand still at the last covered day
 * (`through`): a late feed neither starts nor clears anything.
 */
const patience: Readonly<Record<Grain, number>> = { day: 31, week: 31, month: 62, snapshot: 31 };

/** The covered span of a kind while its source is alive; null when it was never covered or is silent for too long. */
export function reachOf(view: View, kind: string, metric?: string): Span | null {
  const span = view.covered(kind, metric);
  if (!span || span.from > span.to) return null;
  return view.day - span.to <= patience[span.grain] ? span : null;
}

/** Whether the last `days` days up to the end of the reach are all covered. */
export function coversLast(reach: Span | null, days: number): reach is Span {
  return reach !== null && reach.to - reach.from + 1 >= days;
}

/**
 * Whole days since an event, counted up to the last covered day; with a source and no event yet, from the day the
 * source begins, or the later day on which the account began; without a source null.
 * @param start first day of the account, when it is known: nobody is silent before being a customer
 */
export function daysSince(last: Day | null, reach: Span | null, start: Day | null = null): number | null {
  if (!reach) return null;
  const from = last ?? Math.max(reach.from, start ?? -Infinity);
  return Math.max(0, reach.to - from);
}

/**
 * The reach of a kind that people also enter by hand, from its rows in order: an entry after the covered time covers
 * its own account from that day on, also where no source says so. Null with neither source nor entry.
 */
export function enteredReach(
  view: View,
  kind: string,
  ...entries: readonly (readonly { readonly day: Day }[])[]
): Span | null {
  const told = view.covered(kind);
  let first = Infinity;
  for (const rows of entries) {
    const row = rows.find((one) => one.day > (told?.to ?? -Infinity));
    if (row && row.day < first) first = row.day;
  }
  if (first === Infinity) return reachOf(view, kind);
  return { from: told && first <= told.to + 1 ? told.from : first, to: view.day, grain: 'day' };
}

/** The widest reach among several kinds that each tell of the same thing; null when none is alive. */
export function widestReach(reaches: readonly (Span | null)[]): Span | null {
  let widest: Span | null = null;
  for (const reach of reaches) {
    if (!reach) continue;
    widest = widest
      ? { from: Math.min(widest.from, reach.from), to: Math.max(widest.to, reach.to), grain: widest.grain }
      : reach;
  }
  return widest;
}
