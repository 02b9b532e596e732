// Rounding that keeps sums: parts in whole units that add up to a given total. Knows nothing of what is shared.
import { roundHalfEven } from '#base/money.ts';

/** Half-even to one decimal. What lies below a billionth is noise of floating point and is dropped first. */
export function tenthsHalfEven(x: number): number {
  return roundHalfEven(Math.round(x * 1e10) / 1e9) / 10;
}

/** Whole hundredths near each exact part, adding up to `total` hundredths; the rest goes by largest remainder. */
export function shareOut(exact: readonly number[], total: number): readonly number[] {
  const units = exact.map((part) => Math.floor(part * 100));
  let rest = total - units.reduce((sum, unit) => sum + unit, 0);
  const byRemainder = exact.map((part, i) => ({ i, remainder: part * 100 - Math.floor(part * 100) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let turn = 0; rest > 0 && byRemainder.length > 0; turn += 1, rest -= 1)
    bump(units, byRemainder, turn, 1);
  // A score rounded down may leave less than the floors hold: those with the smallest remainders give.
  byRemainder.reverse();
  const givers = byRemainder.filter(({ i }) => (units[i] ?? 0) > 0);
  for (let turn = 0; rest < 0 && givers.length > 0; turn += 1, rest += 1) bump(units, givers, turn, -1);
  return units;
}

function bump(units: number[], order: readonly { readonly i: number }[], turn: number, by: number): void {
  const at = order[turn % order.length]?.i;
  if (at !== undefined) units[at] = (units[at] ?? 0) + by;
}
