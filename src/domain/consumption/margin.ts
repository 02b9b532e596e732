// What the account leaves us: our cost of effort against its monthly revenue. An hour without a cost makes it unknown.
import { coversLast, reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, Span, View } from '#domain/profile/shape.ts';
import { mrrAt } from '#domain/revenue/mrr-at.ts';
import { convertAt } from '#domain/revenue/rates.ts';

const marginDays = 90;
const marginMonths = 3;

/** Writes `consumption.marginRate`: 1 − cost of effort in 90 covered days / 3 × MRR. */
export function writeMargin(view: View, out: LeafWriter): void {
  const reach = reachOf(view, 'effort');
  if (!coversLast(reach, marginDays)) return;
  const { cents } = mrrAt(view);
  const cost = cents !== null && cents > 0 ? effortCost(view, reach) : null;
  if (cents === null || cost === null) return;
  out.set('consumption.marginRate', 1 - cost / (cents * marginMonths), reach.to);
}

/** Integer cents in the workspace's currency; null when an hour has no cost or a currency no rate. */
function effortCost(view: View, reach: Span): number | null {
  let total = 0;
  for (const row of view.rows('effort-spent')) {
    if (row.day <= reach.to - marginDays || row.day > reach.to) continue;
    if (row.costCents === null) return null;
    const { currency, rates } = view.frame;
    const cents = convertAt(rates, row.costCents, row.currency ?? currency, currency, view);
    if (cents === null) return null;
    total += cents;
  }
  return total;
}
