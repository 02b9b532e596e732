// The reach of kinds that people record by hand: an entry covers its own account from its day on, also where no
// source says so. Refuses to do that for kinds that come from systems (invoices, tickets, usage).
import type { FactKind } from '#domain/facts/catalogue.ts';
import { enteredReach } from './reach.ts';
import type { Span, View } from './shape.ts';

type RecordedKind = Extract<
  FactKind,
  'milestone' | 'delivery' | 'goal' | 'event' | 'objection' | 'advocacy-act' | 'confirmation'
>;

/** The covered span of a recorded kind, carried on by entries after it; null with neither. */
export function entriesReach(
  view: View,
  kind: RecordedKind,
  ...entries: readonly (readonly { readonly day: number }[])[]
): Span | null {
  return enteredReach(view, kind, ...entries);
}
