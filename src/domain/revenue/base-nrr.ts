// Net revenue retention of a base over twelve months, or what is missing before it can be said. A base that was told once has
// the prices of today on every day: its 100% would be a lack of data, so it is none.
import { retentionOf, type Movements, type Retention } from './movements.ts';

/** Why there is no figure: nobody's money is known; nobody's of a year ago; no change was ever told; too much is not known now. */
export type NrrMissing = 'no-money' | 'no-year' | 'no-change' | 'gaps';
export type BaseNrr = Retention & {
  /** Customers of a year ago that it counts, and those whose money now is not known. */
  readonly accounts: number;
  readonly gaps: number;
  /** Null: there is a figure. */
  readonly missing: NrrMissing | null;
};
export type YearTold = {
  /** Sums over customers who paid a year ago and whose money now is known. */
  readonly movements: Movements;
  /** Customers whose money now is known, of all. */
  readonly priced: number;
  /** Customers of a year ago whose money now is not known, and what they paid (cents a month). */
  readonly gaps: number;
  readonly gapCents: number;
};

/** From this share of the opening revenue on, money that is not known now leaves no honest figure. */
const mostGaps = 0.1;
const unsaid: Retention = {
  nrr: null,
  nrrWithoutAdjustment: null,
  grr: null,
  logoChurn: null,
  quickRatio: null,
};

function missingOf({ movements, priced, gaps, gapCents }: YearTold): NrrMissing | null {
  const { opening, expansion, contraction, adjustment, openingLogos } = movements;
  if (openingLogos + gaps === 0) return priced === 0 ? 'no-money' : 'no-year';
  if (gapCents > mostGaps * (opening + gapCents)) return 'gaps';
  return expansion === 0 && contraction === 0 && adjustment === 0 ? 'no-change' : null;
}

/** Retention of the customers of twelve months ago (same cohort, constant rates). */
export function baseNrr(told: YearTold): BaseNrr {
  const missing = missingOf(told);
  const rates = missing === null ? retentionOf(told.movements) : unsaid;
  return { ...rates, accounts: told.movements.openingLogos, gaps: told.gaps, missing };
}
