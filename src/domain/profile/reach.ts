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
 * source begins; without a source null.
 */
export function daysSince(last: Day | null, reach: Span | null): number | null {
  if (!reach) return null;
  return last === null ? reach.to - reach.from : Math.max(0, reach.to - last);
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
