// What became of recurring revenue between two moments: one movement a customer, the sums of many, and the rates over them.
// Integer cents in one currency at one rate. Knows no contract and no calendar; a customer whose money is unknown is not told.

/** What one customer paid a month at the two moments. */
export type Step = {
  readonly from: number;
  readonly to: number;
  /** Paid something before the first moment: who comes back is no new customer. */
  readonly paidBefore: boolean;
  /** The part of the change that an index or a fixed escalator made, of either sign. */
  readonly adjustment: number;
};
/** Cents; `churn` and `contraction` are losses told as positive amounts. */
export type Movements = {
  readonly opening: number;
  readonly new: number;
  readonly reactivation: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churn: number;
  readonly adjustment: number;
  readonly closing: number;
  /** Customers who paid at the first moment, and of those who pay nothing at the second. */
  readonly openingLogos: number;
  readonly lostLogos: number;
};

const none: Movements = {
  opening: 0,
  new: 0,
  reactivation: 0,
  expansion: 0,
  contraction: 0,
  churn: 0,
  adjustment: 0,
  closing: 0,
  openingLogos: 0,
  lostLogos: 0,
};

/** The movement of one customer. An adjustment counts where the customer paid at both moments. */
export function movementOf({ from, to, paidBefore, adjustment }: Step): Movements {
  const still = { ...none, opening: from, closing: to, openingLogos: from > 0 ? 1 : 0 };
  if (from === 0) return { ...still, [paidBefore ? 'reactivation' : 'new']: to };
  if (to === 0) return { ...still, churn: from, lostLogos: 1 };
  const rest = to - from - adjustment;
  return { ...still, adjustment, [rest > 0 ? 'expansion' : 'contraction']: Math.abs(rest) };
}

/** Sums; their closing is their opening and every movement, as it is of each customer. */
export function sumOfMovements(all: Iterable<Movements>): Movements {
  const sum: Record<keyof Movements, number> = { ...none };
  for (const one of all) for (const key of Object.keys(none) as (keyof Movements)[]) sum[key] += one[key];
  return sum;
}

export type Retention = {
  /** Fractions of the opening revenue; null where nobody paid at the first moment. */
  readonly nrr: number | null;
  readonly nrrWithoutAdjustment: number | null;
  readonly grr: number | null;
  readonly logoChurn: number | null;
  /** Gains ÷ losses; null where nothing was lost. */
  readonly quickRatio: number | null;
};

/**
 * Net and gross revenue retention, logo churn and quick ratio. Who comes back counts in no retention. Source: Perene's
 * specification of the MRR algebra.
 */
export function retentionOf(sum: Movements): Retention {
  const { opening, expansion, adjustment, contraction, churn } = sum;
  const lost = contraction + churn;
  const of = (kept: number): number | null => (opening === 0 ? null : kept / opening);
  return {
    nrr: of(opening + expansion + adjustment - lost),
    nrrWithoutAdjustment: of(opening + expansion - lost),
    grr: of(opening - lost),
    logoChurn: sum.openingLogos === 0 ? null : sum.lostLogos / sum.openingLogos,
    quickRatio: lost === 0 ? null : (sum.new + expansion + sum.reactivation) / lost,
  };
}
