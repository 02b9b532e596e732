// Where each contract stands on the day of the view: does it cover the day, when does it end, what is it worth a month.
// A planned end that passed without renewal ends the contract unless it renews by itself.
import { addMonths, type Day } from '#base/day.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { oncePerView } from '#domain/profile/once.ts';
import type { ContractState, RowRef, View } from '#domain/profile/shape.ts';
import { recurringMoney, termInMonths, type LineMoney } from '#domain/revenue/line-mrr.ts';
import { contractDrafts, type ContractDraft } from './draft.ts';

export type Contract = ContractState & {
  readonly draft: ContractDraft;
  /** Lines in force today. */
  readonly lines: readonly ContractLine[];
  /** Money a month and a year of the lines in force, pause ignored; null when a recurring line has no known value. */
  readonly money: LineMoney | null;
  /** Signed and not yet begun. */
  readonly upcoming: boolean;
  /** Last day of service of a contract that is over; null while it runs. */
  readonly overOn: Day | null;
  /** Ended by someone's will: notice, a reason, or before its planned end. */
  readonly cancelled: boolean;
  /** First day of the present term; null when not known. */
  readonly termFrom: Day | null;
  /** The row that says most about the contract. */
  readonly evidence: readonly RowRef[];
};

/** Reason of a contract that ended because the work was done: nobody cancelled it. */
export const concluded = 'concluded';

/** Every contract of the account, those that end next first (no end last), then by key. Computed once a view. */
export const contractsAt = oncePerView((view): readonly Contract[] =>
  [...contractDrafts(view).values()].map((draft) => stateOf(draft, view)).sort(byEnd),
);

/** The active contract that ends next; among those without an end the first by key; null when none is active. */
export function nextToEnd(contracts: readonly Contract[]): Contract | null {
  return contracts.find((contract) => contract.active) ?? null;
}

function byEnd(a: Contract, b: Contract): number {
  const left = a.daysToEnd ?? Infinity;
  const right = b.daysToEnd ?? Infinity;
  if (left !== right) return left - right;
  return a.key < b.key ? -1 : 1;
}

type Term = {
  readonly end: Day | null;
  readonly from: Day | null;
  readonly rolled: number;
  readonly openEnded: boolean;
};

function stateOf(draft: ContractDraft, view: View): Contract {
  const { day, frame } = view;
  const term = termAt(draft, day);
  const noticeEnd = draft.notice?.endsOn ?? null;
  const overOn = over(draft, term, noticeEnd, day);
  const upcoming = draft.start !== null && draft.start > day;
  const active = overOn === null && !upcoming;
  const end = noticeEnd ?? term.end;
  const lines = draft.nextLines && draft.nextLines.from <= day ? draft.nextLines.lines : draft.lines;
  const money = recurringMoney(lines, frame.currency, frame.rates, view);
  const paused = draft.paused !== null;
  return {
    key: draft.key,
    product: lines.find((line) => line.product !== null)?.product ?? null,
    start: draft.start,
    plannedEnd: term.end ?? draft.plannedEnd,
    endedOn: draft.ended?.day ?? null,
    noticeEnd,
    paused,
    active,
    openEnded: term.openEnded,
    autoRenew: draft.renewal === 'auto' || draft.renewal === 'tacit',
    daysToEnd: active && end !== null ? end - day : null,
    mrrCents: !active || paused ? 0 : priced(draft, lines, money),
    seats: seatsOf(lines),
    timesRenewed: draft.renewals + term.rolled,
    termMonths: termMonths(draft, term),
    draft,
    lines,
    money,
    upcoming,
    overOn,
    cancelled: overOn !== null && cancelled(draft, noticeEnd),
    termFrom: term.from,
    evidence: draft.signed ? [{ type: 'contract-signed', row: draft.signed }] : [],
  };
}

/** A contract without a line tells no price: its value is unknown, not zero. */
function priced(
  draft: ContractDraft,
  lines: readonly ContractLine[],
  money: LineMoney | null,
): number | null {
  return lines.length === 0 && draft.lines.length === 0 ? null : (money?.mrrCents ?? null);
}

/** The present term: a contract that renews by itself rolls on by its own length, or goes on without an end. */
function termAt(draft: ContractDraft, day: Day): Term {
  const from = draft.termFrom ?? draft.start;
  const { plannedEnd: end, renewal } = draft;
  if (draft.endless || (renewal === 'open_ended' && draft.termFrom === null))
    return { end: null, from, rolled: 0, openEnded: true };
  if (end === null || end >= day || renewal === null || renewal === 'manual')
    return { end, from, rolled: 0, openEnded: false };
  const months = draft.termMonths ?? (from === null ? null : termInMonths(from, end));
  if (renewal !== 'auto' || months === null || months <= 0)
    return { end: null, from: end + 1, rolled: 0, openEnded: true };
  let rolled = 1;
  while (addMonths(end, months * rolled) < day) rolled += 1;
  return {
    end: addMonths(end, months * rolled),
    from: addMonths(end, months * (rolled - 1)) + 1,
    rolled,
    openEnded: false,
  };
}

/** Last day of service of a contract that is over by `day`; an end on its planned last day still serves that day. */
function over(draft: ContractDraft, term: Term, noticeEnd: Day | null, day: Day): Day | null {
  if (draft.ended) {
    const last = draft.ended.day === draft.plannedEnd ? draft.ended.day : draft.ended.day - 1;
    return last < day ? last : null;
  }
  if (noticeEnd !== null) return noticeEnd < day ? noticeEnd : null;
  return term.end !== null && term.end < day ? term.end : null;
}

function cancelled(draft: ContractDraft, noticeEnd: Day | null): boolean {
  if (noticeEnd !== null) return true;
  if (!draft.ended || draft.ended.reason === concluded) return false;
  return draft.ended.reason !== null || draft.plannedEnd === null || draft.ended.day < draft.plannedEnd;
}

/** The term as told; after a renewal that of the new term. */
function termMonths(draft: ContractDraft, term: Term): number | null {
  if (draft.termMonths !== null) return draft.termMonths;
  return term.from !== null && term.end !== null ? termInMonths(term.from, term.end) : null;
}

function seatsOf(lines: readonly ContractLine[]): number | null {
  let seats: number | null = null;
  for (const line of lines) if (line.seats !== null) seats = (seats ?? 0) + line.seats;
  return seats;
}
