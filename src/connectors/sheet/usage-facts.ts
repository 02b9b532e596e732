// Rows of a table of usage by period → one fact a metric and period, never spread over days. A table is long (a column
// names the metric) or wide (each column of numbers is one). A period that is not over is refused: half of it is not all.
import { type Day, formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, problemAt, type RowContext, type RowOutcome } from './row-context.ts';
import { metricOf } from './usage-metric.ts';
import { type Period, periodAt } from './usage-grain.ts';

/** Facts of one row, or why it is refused. */
export function usageFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
): RowOutcome | { readonly refused: RowProblem } {
  const field = row.day('period') === null ? 'periodEnd' : 'period';
  const refuse = (at: string, code: RowProblem['code'], value: string | null = null) => ({
    refused: problemAt(row, at, code, context, value),
  });
  const period = periodOf(row, context);
  if (period === null) return refuse(field, 'date_missing');
  if (period.to < period.from) return refuse('periodEnd', 'end_before_start', formatDay(period.to));
  if (period.to > context.today) return refuse(field, 'period_open', formatDay(period.to));
  const gathered = collector(keys, context);
  const report = (metric: string, value: number, how: 'sum' | 'distinct' | 'last'): void =>
    gathered.add(
      `usage:${metric}:${formatDay(period.from)}:${formatDay(period.to)}`,
      'usage-period-reported',
      { metric, from: formatDay(period.from), to: formatDay(period.to), value, how },
      { on: period.to, dated: true },
    );
  for (const { metric, value, how } of measuresOf(row)) report(metric, value, how);
  if (gathered.facts.length === 0) return refuse('quantity', 'nothing_measured');
  return {
    facts: { row: row.row, keys, name: row.text('name'), facts: gathered.facts, people: [] },
    problems: [],
  };
}

type Measure = ReturnType<typeof metricOf> & { readonly value: number };

function measuresOf(row: RowValues): readonly Measure[] {
  const long = row.text('metric');
  const quantity = row.number('quantity');
  const users = row.number('activeUsers');
  return [
    ...(long !== null && quantity !== null ? [{ ...metricOf(long), value: quantity }] : []),
    ...(users === null ? [] : [{ metric: 'active_users', how: 'distinct' as const, value: users }]),
    ...row.measures.map(({ name, how, value }) => {
      const measure = metricOf(name);
      return { ...measure, how: how ?? measure.how, value };
    }),
  ];
}

/** The days a row's cells tell, or the period that its one day stands for; null when neither can be read. */
export function periodOf(row: RowValues, context: RowContext): Period | null {
  const from = row.date('period');
  const to = row.date('periodEnd');
  if (from && to) return { from: from.day, to: lastDay(to.day, to.precision === 'month', context) };
  const day = from ?? to;
  if (!day || !context.periods) return null;
  return periodAt(day.day, context.periods);
}

function lastDay(day: Day, month: boolean, context: RowContext): Day {
  const exclusive = context.columns.some((column) => column.field === 'periodEnd' && column.exclusive);
  if (exclusive) return day - 1;
  return month ? periodAt(day, { grain: 'month', ends: true, ownWeeks: false }).to : day;
}
