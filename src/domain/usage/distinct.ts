// Distinct users as a source reports them per period. A distinct count answers only for a period of its own length.
import type { LeafWriter, View } from '#domain/profile/shape.ts';
import { endedPeriods, lengthOf, type PeriodLength, type PeriodRow } from './periods.ts';

/** Metrics that count people. */
const people: ReadonlySet<string> = new Set(['active_users', 'users', 'dau', 'wau', 'mau']);
/** Days after its end for which a month still speaks of the present. */
const currentDays = 62;

/** Writes DAU/MAU and WAU/MAU from distinct periods; returns the newest month's row, or null. */
export function writeDistinct(view: View, out: LeafWriter): PeriodRow | null {
  const rows = endedPeriods(view).filter((row) => row.how === 'distinct' && people.has(row.metric));
  const month = newestOf(rows, 'month');
  if (!month || view.day - month.to > currentDays) return null;
  if (month.value > 0) {
    const days = meanWithin(rows, month, 'day', month.to - month.from + 1);
    if (days !== null) out.set('usage.dauMau', days / month.value, month.to, refs(month));
    const weeks = meanWithin(rows, month, 'week', 3);
    if (weeks !== null) out.set('usage.wauMau', weeks / month.value, month.to, refs(month));
  }
  return month;
}

function newestOf(rows: readonly PeriodRow[], length: PeriodLength): PeriodRow | null {
  let newest: PeriodRow | null = null;
  for (const row of rows) if (lengthOf(row) === length && (!newest || row.to >= newest.to)) newest = row;
  return newest;
}

/** Mean of the periods of a length that lie inside the month; null with fewer than `atLeast` of them. */
function meanWithin(
  rows: readonly PeriodRow[],
  month: PeriodRow,
  length: PeriodLength,
  atLeast: number,
): number | null {
  const values = new Map<number, number>();
  for (const row of rows) {
    if (lengthOf(row) === length && row.from >= month.from && row.to <= month.to)
      values.set(row.to, row.value);
  }
  if (values.size < atLeast) return null;
  let total = 0;
  for (const value of values.values()) total += value;
  return total / values.size;
}

function refs(row: PeriodRow) {
  return [{ type: 'usage-period-reported', row }] as const;
}
