// The reach of kinds that people record by hand: an entry covers its own account from its day on, also where no
// source says so. Refuses to do that for kinds that come from systems (invoices, tickets, usage).
import type { FactKind } from '#domain/facts/catalogue.ts';
import { reachOf } from './reach.ts';
import type { Span, View } from './shape.ts';

type RecordedKind = Extract<
  FactKind,
  'milestone' | 'delivery' | 'goal' | 'event' | 'objection' | 'advocacy-act' | 'confirmation'
>;

/** The covered span of a recorded kind; without any coverage, from the first entry to today; null with neither. */
export function entriesReach(
  view: View,
  kind: RecordedKind,
  ...entries: readonly (readonly { readonly day: number }[])[]
): Span | null {
  if (view.covered(kind)) return reachOf(view, kind);
  let from = Infinity;
  for (const rows of entries) if (rows[0] && rows[0].day < from) from = rows[0].day;
  return from === Infinity ? null : { from, to: view.day, grain: 'day' };
}
