// Leaves of the contracts: those of the active contract that ends next. Money: `revenue/mrr-at.ts`.
import { addMonths, yearMonthDay, type Day } from '#base/day.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import type { ContractState, LeafWriter, View } from '#domain/profile/shape.ts';
import { deliveriesAt } from '#domain/value/milestones.ts';
import { contractsAt, nextToEnd, type Contract } from './state.ts';

/** An index adjustment is due this many days before the anniversary. */
const adjustmentDays = 60;
/** An adjustment applied or waived this recently answers the coming anniversary. */
const answeredDays = 180;
const multiYearMonths = 24;

/** Writes `contract.*` save money. */
export function contractCalculator(view: View, out: LeafWriter): void {
  const contracts = contractsAt(view);
  writeSeats(view, contracts, out);
  const next = nextToEnd(contracts);
  if (!next) return;
  const { day } = view;
  const { draft, evidence } = next;
  if (next.daysToEnd !== null) out.set('contract.daysToEnd', next.daysToEnd, day, evidence);
  if (next.openEnded || draft.plannedEnd !== null)
    out.set('contract.openEnded', next.openEnded, day, evidence);
  if (draft.noticeDays !== null) out.set('contract.noticeDays', draft.noticeDays, day, evidence);
  if (next.termMonths !== null) {
    out.set('contract.termMonths', next.termMonths, day, evidence);
    out.set('contract.multiYear', next.termMonths >= multiYearMonths, day, evidence);
  } else if (next.openEnded) out.set('contract.multiYear', false, day, evidence);
  if (draft.renewal !== null) out.set('contract.autoRenew', next.autoRenew, day, evidence);
  out.set('contract.timesRenewed', next.timesRenewed, day, evidence);
  if (draft.discount !== null) out.set('contract.discount', draft.discount, day, evidence);
  const toAnniversary = daysToAnniversary(next, day);
  if (toAnniversary !== null) out.set('contract.daysToAnniversary', toAnniversary, day, evidence);
  const due = adjustmentDue(next, toAnniversary, day);
  if (due !== null) out.set('contract.adjustmentDue', due, day, evidence);
}

/** The list of the profile: plain data, those that end next first. */
export function contractStates(view: View): readonly ContractState[] {
  return contractsAt(view).map((contract) => ({
    ...projectDone(contract, view),
    key: contract.key,
    product: contract.product,
    start: contract.start,
    plannedEnd: contract.plannedEnd,
    endedOn: contract.endedOn,
    noticeEnd: contract.noticeEnd,
    index: contract.draft.index,
    paused: contract.paused,
    active: contract.active,
    openEnded: contract.openEnded,
    autoRenew: contract.autoRenew,
    daysToEnd: contract.daysToEnd,
    mrrCents: contract.mrrCents,
    seats: contract.seats,
    timesRenewed: contract.timesRenewed,
    termMonths: contract.termMonths,
  }));
}

/** A project has a price, nothing that recurs, and no end to count to. */
function projectDone(contract: Contract, view: View): { readonly projectDoneOn?: Day } {
  const { active, start, plannedEnd, noticeEnd, openEnded, lines } = contract;
  const paidOnce = lines.length > 0 && lines.every((line) => !line.recurring);
  if (!active || !paidOnce || start === null || plannedEnd !== null || noticeEnd !== null || openEnded)
    return {};
  let last = start;
  for (const { doneOn } of deliveriesAt(view)) {
    if (doneOn === null) return {};
    last = Math.max(last, doneOn);
  }
  return { projectDoneOn: last };
}

/** Seats bought over all active contracts, else the observed number; a newer observation corrects older lines. */
export function boughtSeats(view: View): { readonly seats: number; readonly on: Day } | null {
  let seats: number | null = null;
  let on = 0;
  for (const contract of contractsAt(view)) {
    if (!contract.active || contract.seats === null) continue;
    seats = (seats ?? 0) + contract.seats;
    on = Math.max(on, contract.draft.linesOn ?? 0);
  }
  const observed = newestObservation(view, 'seats');
  if (observed && (seats === null || observed.day > on)) return { seats: observed.value, on: observed.day };
  return seats === null ? null : { seats, on };
}

function writeSeats(view: View, contracts: readonly Contract[], out: LeafWriter): void {
  const bought = boughtSeats(view);
  if (bought) out.set('contract.seats', bought.seats, view.day, contracts[0]?.evidence ?? []);
}

/** Days to the next anniversary of the contract: the day it names, else that of its start. */
function daysToAnniversary(contract: Contract, day: Day): number | null {
  const from = contract.draft.anniversary ?? contract.start;
  if (from === null) return null;
  const years = Math.max(0, yearMonthDay(day).year - yearMonthDay(from).year);
  for (let n = years; ; n++) {
    const next = addMonths(from, 12 * n);
    if (next >= day && (n > 0 || contract.draft.anniversary !== null || from > day)) return next - day;
  }
}

/** Recorded as due, or the anniversary is near and nobody has applied or waived it; unknown while no index is told. */
function adjustmentDue(contract: Contract, toAnniversary: number | null, day: Day): boolean | null {
  const { adjustment, index, renewal } = contract.draft;
  if (adjustment?.state === 'due') return true;
  const answered = adjustment !== null && day - adjustment.day < answeredDays;
  if (answered) return false;
  const adjusts = index !== null || adjustment !== null || contract.openEnded || renewal === 'tacit';
  if (!adjusts) return null;
  return toAnniversary === null ? null : toAnniversary <= adjustmentDays;
}
