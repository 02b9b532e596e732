// The contract that a row tells: signed, ended, noticed, paused; or the amount alone as a state of the file's day.
import { type Day, formatDay } from '#base/day.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { lastOfMonth } from './cell-date.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { type Add, currencyOf, problemAt, type RowContext } from './row-context.ts';

/** The contract of a row: key, days as read, what is paid. Null when the row has no money beside a start or an end. */
export type RowContract = {
  readonly key: string;
  readonly start: Day | null;
  readonly plannedEnd: Day | null;
  readonly actualEnd: Day | null;
  readonly lines: readonly ContractLine[];
};

/** Contract, its end, or the amount alone as a state. */
export function contractFacts(
  row: RowValues,
  context: RowContext,
  key: string,
  add: Add,
  problems: RowProblem[],
): void {
  const read = contractOf(row, context, key, problems);
  const { start, plannedEnd, actualEnd, lines } = read;
  const { today } = context;
  const status = row.text('status');
  if (start === null && plannedEnd === null && actualEnd === null) {
    const line = lines[0];
    if (line && line.cents !== null)
      add('state:mrr_cents', 'state-observed', {
        metric: 'mrr_cents',
        value: Math.round(line.cents / line.months),
        currency: line.currency,
      });
    if (status !== 'cancelled') return;
  }
  const on = start === null ? today : Math.min(start, today);
  const iso = (day: Day | null): string | null => (day === null ? null : formatDay(day));
  add(
    `contract:${key}`,
    'contract-signed',
    { contract: key, lines: [...lines], start: iso(start), plannedEnd: iso(plannedEnd) },
    { on, dated: start !== null && start <= today },
  );
  const reason = row.text('endReason');
  const why = reason === null ? {} : { reason };
  if (actualEnd !== null && actualEnd > today) {
    add(`notice:${key}:${formatDay(actualEnd)}`, 'notice-given', {
      contract: key,
      endsOn: formatDay(actualEnd),
      ...why,
    });
  } else if (actualEnd !== null) {
    add(`ended:${key}`, 'contract-ended', { contract: key, ...why }, { on: actualEnd, dated: true });
  } else if (status === 'cancelled') {
    const past = plannedEnd !== null && plannedEnd <= today;
    problems.push(problemAt(row, 'status', 'end_day_unknown', context, iso(past ? plannedEnd : today)));
    add(
      `ended:${key}`,
      'contract-ended',
      { contract: key, ...why },
      past ? { on: plannedEnd, dated: true } : undefined,
    );
  } else if (status === 'notice' && plannedEnd !== null && plannedEnd > today) {
    add(`notice:${key}:${formatDay(plannedEnd)}`, 'notice-given', {
      contract: key,
      endsOn: formatDay(plannedEnd),
      ...why,
    });
  } else if (status === 'paused') add(`paused:${key}`, 'contract-paused', { contract: key });
}

/** The contract that a row tells, days checked against each other. */
export function contractOf(
  row: RowValues,
  context: RowContext,
  key: string,
  problems: RowProblem[],
): RowContract {
  const start = row.day('start');
  const ends = (['plannedEnd', 'actualEnd'] as const).map((field) => {
    const read = row.date(field);
    if (!read) return null;
    const exclusive = context.columns.some((column) => column.field === field && column.exclusive);
    const day =
      read.precision === 'month' && !exclusive
        ? lastOfMonth(read.day)
        : read.day - (exclusive && field === 'plannedEnd' ? 1 : 0);
    if (start === null || day >= start) return day;
    problems.push(problemAt(row, field, 'end_before_start', context, formatDay(read.day)));
    return null;
  });
  return {
    key,
    start,
    plannedEnd: ends[0] ?? null,
    actualEnd: ends[1] ?? null,
    lines: linesOf(row, context),
  };
}

function linesOf(row: RowValues, context: RowContext): readonly ContractLine[] {
  const monthly = row.money('monthly');
  const money = monthly ?? row.money('annual');
  if (!money) return [];
  const field = monthly ? 'monthly' : 'annual';
  const months = money.months ?? (field === 'annual' ? 12 : 1);
  return [
    {
      product: row.text('product'),
      cents: money.cents,
      currency: currencyOf(money.currency, field, context),
      seats: null,
      recurring: true,
      months,
    },
  ];
}
