// How long it took from the start of the contract to the first activity.
import { lookback } from './intern.ts';
import type { LeafWriter, Span, View } from '#domain/profile/shape.ts';

/**
 * Writes `usage.daysToFirstLogin` when usage is covered by day from the start of the first contract on, and that start lies
 * within the days of usage that are at hand.
 */
export function writeFirstLogin(view: View, reach: Span, out: LeafWriter): void {
  let start = Infinity;
  for (const row of view.rows('contract-signed')) start = Math.min(start, row.start ?? Infinity);
  const told = start <= view.day && start >= reach.from && view.day - start <= lookback;
  if (!told) return;
  const first = view.usage.find((day) => day.events > 0);
  if (first) out.set('usage.daysToFirstLogin', Math.max(0, first.day - start), reach.to);
}
