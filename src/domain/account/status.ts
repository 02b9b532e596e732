// One of five statuses on the day of the view. Without contract data it is unknown, which lists
// and rates treat as active elsewhere.
import type { Status } from '#domain/decision.ts';
import { contractsAt } from '#domain/contract/state.ts';
import { deliveriesAt } from '#domain/value/milestones.ts';
import type { RowRef, View } from '#domain/profile/shape.ts';

/** An account whose last contract or delivery ended this recently has no contract; later it has ended. */
const lapseDays = 180;

export type StatusNow = { readonly status: Status; readonly evidence: readonly RowRef[] };

/** Status of the account: a contract covers the day or a project is open; notice; lapsed; ended; unknown. */
export function statusAt(view: View): StatusNow {
  const contracts = contractsAt(view);
  const covering = contracts.filter((contract) => contract.active || contract.upcoming);
  const staying = covering.find((contract) => contract.noticeEnd === null);
  if (staying) return { status: 'active', evidence: staying.evidence };
  const leaving = covering[0];
  if (leaving) {
    const notice = leaving.draft.notice;
    return {
      status: 'notice',
      evidence: notice ? [{ type: 'notice-given', row: notice }] : leaving.evidence,
    };
  }
  return withoutContract(view);
}

function withoutContract(view: View): StatusNow {
  const contracts = contractsAt(view);
  const deliveries = deliveriesAt(view);
  if (contracts.length + deliveries.length === 0) return { status: 'unknown', evidence: [] };
  let last = -Infinity;
  let cancelledOn = -Infinity;
  let evidence: readonly RowRef[] = [];
  for (const contract of contracts) {
    if (contract.overOn === null) continue;
    if (contract.cancelled) cancelledOn = Math.max(cancelledOn, contract.overOn);
    if (contract.overOn <= last) continue;
    last = contract.overOn;
    const ended = contract.draft.ended;
    evidence = ended ? [{ type: 'contract-ended', row: ended }] : contract.evidence;
  }
  for (const delivery of deliveries) {
    // A project still open when everything was cancelled went with it.
    if (delivery.doneOn === null && (delivery.plannedOn ?? 0) > cancelledOn)
      return { status: 'active', evidence: [delivery.evidence] };
    if (delivery.doneOn === null || delivery.doneOn <= last) continue;
    last = delivery.doneOn;
    evidence = [delivery.evidence];
  }
  const lapsed = view.day - last <= lapseDays && last > cancelledOn;
  return { status: lapsed ? 'no_contract' : 'ended', evidence };
}
