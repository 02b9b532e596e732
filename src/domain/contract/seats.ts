// How many seats the account has bought now. Knows contract lines and the observed state; refuses to guess from users.
import { newestObservation } from '#domain/profile/observation.ts';
import type { View } from '#domain/profile/shape.ts';
import { contractsAt } from './state.ts';

/** Seats bought: the newer of the observed `seats` and the lines of active contracts; null when neither is known. */
export function seatsAt(view: View): number | null {
  let seats: number | null = null;
  let toldOn = 0;
  for (const contract of contractsAt(view)) {
    if (!contract.active || contract.seats === null) continue;
    seats = (seats ?? 0) + contract.seats;
    toldOn = Math.max(toldOn, contract.draft.linesOn ?? 0);
  }
  const observed = newestObservation(view, 'seats');
  if (observed && (seats === null || observed.day >= toldOn)) return observed.value;
  return seats;
}
