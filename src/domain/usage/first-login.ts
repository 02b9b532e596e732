// How long it took from the start of the contract to the first activity.
import type { LeafWriter, Span, View } from '#domain/profile/shape.ts';

/** Days of history that are sure to be there. */
const historyDays = 400;

/** Writes `usage.daysToFirstLogin` when usage is covered by day from the start of the first contract on. */
export function writeFirstLogin(view: View, reach: Span, out: LeafWriter): void {
  let start = Infinity;
  for (const row of view.rows('contract-signed')) start = Math.min(start, row.start ?? Infinity);
  const told = start <= view.day && start >= reach.from && view.day - start <= historyDays;
  if (!told) return;
  const first = view.usage.find((day) => day.events > 0);
  if (first) out.set('usage.daysToFirstLogin', Math.max(0, first.day - start), reach.to);
}
