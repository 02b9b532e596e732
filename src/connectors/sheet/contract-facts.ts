// The contract that a row tells: signed, ended, noticed, paused; or the amount alone as a state of the file's day.
import { addMonths, type Day, formatDay } from '#base/day.ts';
import { roundHalfEven } from '#base/money.ts';
import { concluded } from '#domain/contract/state.ts';
import type { renewalTypes } from '#domain/facts/money-facts.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { lastOfMonth } from './cell-date.ts';
import { deliveryFacts } from './delivery-facts.ts';
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

/**
 * Contract, its end, or the amount alone as a state. "Ativo" is told as a resumption: `diffRow` keeps it only where
 * the contract stood still before.
 */
export function contractFacts(
  row: RowValues,
  context: RowContext,
  key: string,
  add: Add,
  problems: RowProblem[],
): void {
  const read = contractOf(row, context, key, problems);
  const { today } = context;
  const status = row.text('status');
  if (status === 'prospect') {
    problems.push(problemAt(row, 'status', 'no_customer_yet', context, null));
    return;
  }
  const doneOn = deliveryFacts(row, context, key, add);
  if (read.start === null && read.plannedEnd === null && read.actualEnd === null) {
    observeMonthly(read, add);
    if (status !== 'cancelled' && status !== 'finished') return;
  }
  sign(read, row, context, add, problems);
  const { plannedEnd, actualEnd } = read;
  const reason = row.text('endReason');
  const why = reason === null ? {} : { reason };
  const notice = (end: Day): void =>
    add(`notice:${key}:${formatDay(end)}`, 'notice-given', { contract: key, endsOn: formatDay(end), ...why });
  const ended = (end: Day | null): void => {
    const when = end === null ? undefined : { on: end, dated: true };
    add(`ended:${key}`, 'contract-ended', { contract: key, ...why }, when);
  };
  if (actualEnd !== null) {
    if (actualEnd > today) notice(actualEnd);
    else ended(actualEnd);
  } else if (status === 'cancelled') {
    const past = plannedEnd !== null && plannedEnd <= today;
    const day = past ? plannedEnd : today;
    problems.push(problemAt(row, 'status', 'end_day_unknown', context, formatDay(day)));
    ended(past ? plannedEnd : null);
  } else if (doneOn !== null && (plannedEnd === null || plannedEnd > today)) {
    problems.push(problemAt(row, 'status', 'end_day_unknown', context, formatDay(doneOn)));
    const when = doneOn < today ? { on: doneOn, dated: true } : undefined;
    add(`ended:${key}`, 'contract-ended', { contract: key, reason: concluded }, when);
  } else if (status === 'notice' && plannedEnd !== null && plannedEnd > today) notice(plannedEnd);
  else if (status === 'paused')
    add(`paused:${key}:${formatDay(today)}`, 'contract-paused', { contract: key });
  else if (status === 'active')
    add(`resumed:${key}:${formatDay(today)}`, 'contract-resumed', { contract: key });
}

/** An amount without a start or an end is a state of the file's day; what is paid once is no state. */
function observeMonthly({ lines }: RowContract, add: Add): void {
  const line = lines.find((each) => each.recurring);
  if (!line || line.cents === null) return;
  add('state:mrr_cents', 'state-observed', {
    metric: 'mrr_cents',
    value: roundHalfEven(line.cents / line.months),
    currency: line.currency,
  });
}

/**
 * The contract as signed. An end that has passed while the sheet calls the customer active means that it went on
 * without a new term.
 */
function sign(
  read: RowContract,
  row: RowValues,
  context: RowContext,
  add: Add,
  problems: RowProblem[],
): void {
  const { key, start, actualEnd, lines } = read;
  const { today } = context;
  const status = row.text('status');
  const end = read.plannedEnd;
  const told = renewalTold(row);
  const goesOn = told === null && status === 'active' && actualEnd === null && end !== null && end < today;
  if (goesOn) problems.push(problemAt(row, 'plannedEnd', 'end_passed', context, formatDay(end)));
  const on = start === null ? today : Math.min(start, today);
  add(
    `contract:${key}`,
    'contract-signed',
    {
      contract: key,
      lines: [...lines],
      start: start === null ? null : formatDay(start),
      plannedEnd: end === null ? null : formatDay(end),
      ...termsOf(row, told ?? (goesOn ? 'tacit' : null)),
    },
    { on, dated: start !== null && start <= today },
  );
}

type Renewal = (typeof renewalTypes)[number];

/** How the contract goes on after its end, where a column says so. */
function renewalTold(row: RowValues): Renewal | null {
  if (row.flag('openEnded') === true) return 'open_ended';
  const auto = row.flag('autoRenew');
  if (auto === null) return null;
  return auto ? 'auto' : 'manual';
}

/** Renewal, length and the index of the adjustment, as far as they are told. */
function termsOf(row: RowValues, renewal: Renewal | null): object {
  const termMonths = row.number('termMonths');
  const index = row.text('index');
  return {
    ...(renewal === null ? {} : { renewal }),
    ...(termMonths === null ? {} : { termMonths }),
    ...(index === null ? {} : { index }),
  };
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
    plannedEnd: ends[0] ?? endOfTerm(row, start, context, problems),
    actualEnd: ends[1] ?? null,
    lines: linesOf(row, context),
  };
}

/** Start and length give the end; one that has passed tells nothing of a customer who may have gone on. */
function endOfTerm(
  row: RowValues,
  start: Day | null,
  context: RowContext,
  problems: RowProblem[],
): Day | null {
  const months = row.number('termMonths');
  if (start === null || months === null || row.flag('openEnded') === true || row.date('plannedEnd'))
    return null;
  const end = addMonths(start, months) - 1;
  if (end >= context.today) return end;
  problems.push(problemAt(row, 'termMonths', 'term_passed', context, formatDay(end)));
  return null;
}

function linesOf(row: RowValues, context: RowContext): readonly ContractLine[] {
  const lines: ContractLine[] = [];
  const field = row.money('monthly') ? 'monthly' : 'annual';
  for (const each of [field, 'oneOff'] as const) {
    const money = row.money(each);
    if (!money) continue;
    const recurring = each !== 'oneOff';
    lines.push({
      product: row.text('product'),
      cents: money.cents,
      currency: currencyOf(money.currency, each, context),
      seats: null,
      recurring,
      months: recurring ? (money.months ?? (each === 'annual' ? 12 : 1)) : 1,
    });
  }
  return lines;
}
