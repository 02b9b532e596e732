// Rows of customers who left → the end of their contract, or a notice while the day is still ahead. Which contracts of
// the customer end is settled against what is stored, where the row names none.
import { formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, problemAt, type RowContext, type RowOutcome } from './row-context.ts';

/** Facts of one row, or why it is refused. */
export function churnFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
): RowOutcome | { readonly refused: RowProblem } {
  const day = row.day('actualEnd');
  if (day === null) return { refused: problemAt(row, 'actualEnd', 'date_missing', context, null) };
  const contract = (row.text('contractId') ?? row.text('product') ?? 'main').slice(0, 100);
  const reason = row.text('endReason');
  const why = reason === null ? {} : { reason };
  const { add, facts } = collector(keys, context);
  if (day > context.today)
    add(`notice:${contract}:${formatDay(day)}`, 'notice-given', { contract, endsOn: formatDay(day), ...why });
  else add(`ended:${contract}`, 'contract-ended', { contract, ...why }, { on: day, dated: true });
  return { facts: { row: row.row, keys, name: row.text('name'), facts, people: [] }, problems: [] };
}
