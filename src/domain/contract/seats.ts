// How many seats the account has bought now. Knows contract lines and the observed state; refuses to guess from users.
import type { Day } from '#base/day.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import type { View } from '#domain/profile/shape.ts';

type Lines = { lines: readonly ContractLine[]; day: Day };

/** Seats bought: the newer of the observed `seats` and the lines of active contracts; null when neither is known. */
export function seatsAt(view: View): number | null {
  const observation = newestObservation(view, 'seats');
  const observed = observation && { seats: observation.value, day: observation.day };
  const contracted = contractedSeats(view);
  if (!observed || !contracted) return (observed ?? contracted)?.seats ?? null;
  return contracted.day > observed.day ? contracted.seats : observed.seats;
}

/** Seats over the lines of active contracts, with the day of the newest word on them. */
function contractedSeats(view: View): { seats: number; day: Day } | null {
  const active = activeLines(view);
  let seats: number | null = null;
  let day = 0;
  for (const contract of active.values()) {
    for (const line of contract.lines) if (line.seats !== null) seats = (seats ?? 0) + line.seats;
    day = Math.max(day, contract.day);
  }
  return seats === null ? null : { seats, day };
}

function activeLines(view: View): ReadonlyMap<string, Lines> {
  const active = new Map<string, Lines>();
  const ended = new Set(view.rows('contract-ended').map((row) => row.contract));
  const renewed = new Map(view.rows('contract-renewed').map((row) => [row.contract, row.plannedEnd]));
  const amended = new Map(view.rows('contract-amended').map((row) => [row.contract, row.plannedEnd]));
  for (const row of view.rows('contract-signed')) {
    if (row.contract === null || ended.has(row.contract) || (row.start ?? view.day) > view.day) continue;
    const rolls = row.renewal !== null && row.renewal !== 'manual';
    const moved = renewed.has(row.contract) ? renewed.get(row.contract) : amended.get(row.contract);
    const end = renewed.has(row.contract) ? (moved ?? null) : (moved ?? row.plannedEnd);
    if (!rolls && end !== null && end < view.day) continue;
    active.set(row.contract, { lines: row.lines ?? [], day: row.day });
  }
  for (const type of ['contract-renewed', 'contract-amended'] as const) {
    for (const row of view.rows(type)) {
      const current = row.contract === null ? undefined : active.get(row.contract);
      if (row.contract === null || !current || row.lines === null || row.day < current.day) continue;
      active.set(row.contract, { lines: row.lines, day: row.day });
    }
  }
  return active;
}
