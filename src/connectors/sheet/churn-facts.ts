// Rows of customers who left → the end of their contract, or a notice while the day is still ahead. Which contracts of
// the customer end is settled against what is stored, where the row names none.
import { type Day, formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { FactDraft, RowFacts } from './draft.ts';
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
  const facts = leaving(contract, day, row.text('endReason'), keys, context);
  return { facts: { row: row.row, keys, name: row.text('name'), facts, people: [] }, problems: [] };
}

type Day0 = Pick<RowContext, 'today' | 'delayDays' | 'source'>;

/** An end on a day that has come, else the notice of it. */
function leaving(
  contract: string,
  day: Day,
  reason: string | null,
  keys: readonly AccountKey[],
  context: Day0,
): readonly FactDraft[] {
  const why = reason === null ? {} : { reason };
  const { add, facts } = collector(keys, context);
  if (day > context.today)
    add(`notice:${contract}:${formatDay(day)}`, 'notice-given', { contract, endsOn: formatDay(day), ...why });
  else add(`ended:${contract}`, 'contract-ended', { contract, ...why }, { on: day, dated: true });
  return facts;
}

/** Table whose rows tell who left. */
export const leaversSource = 'sheet:churn';

/** A customer of whom a person says that it left on a day, as a row of that table: it ends all its contracts. */
export function leaverRow(key: AccountKey, day: Day, today: Day): RowFacts {
  const context = { today, delayDays: 0, source: leaversSource };
  // A person says it on the day of the file: it is not known before.
  const facts = leaving('main', day, null, [key], context).map((fact) => ({ ...fact, history: false }));
  return { row: 0, keys: [key], name: null, facts, people: [] };
}
