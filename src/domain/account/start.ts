// The first day as a customer: the earliest start of a contract, else the first delivery. Refuses to take the day of
// a file for a start.
import type { Day } from '#base/day.ts';
import { contractsAt } from '#domain/contract/state.ts';
import { deliveriesAt } from '#domain/value/milestones.ts';
import type { View } from '#domain/profile/shape.ts';

/** First day of the relation; null when no contract tells a start and there is no delivery. May lie ahead. */
export function startOf(view: View): Day | null {
  let start: Day | null = null;
  const contracts = contractsAt(view);
  for (const contract of contracts)
    if (contract.start !== null && (start === null || contract.start < start)) start = contract.start;
  if (start !== null || contracts.length > 0) return start;
  for (const delivery of deliveriesAt(view)) {
    const day = delivery.plannedOn ?? delivery.doneOn;
    if (day !== null && (start === null || day < start)) start = day;
  }
  return start;
}
