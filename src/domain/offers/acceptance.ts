// P: how likely an offer is to be accepted, with partial pooling (offer × stage × segment → offer → family).
// It knows counts and priors only, never which offer or account they belong to.
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

export type Outcomes = { readonly accepted: number; readonly total: number };
/** `cellWeight` is m, `offerWeight` is m₀ of the pooling: prior observations at each level. */
export type Pooling = { readonly cellWeight: number; readonly offerWeight: number };
export type Acceptance = {
  readonly p: number;
  /** 90% interval (5% and 95%) of the Beta posterior. */
  readonly low: number;
  readonly high: number;
};

const none: Outcomes = { accepted: 0, total: 0 };
const nine = (x: number): number => Math.round(x * 1e9) / 1e9;

/** Rate of the offer over all cells, shrunk to the prior of its family: (K + m₀μ₀) / (N + m₀). */
export function pooledRate(offer: Outcomes, prior: number, offerWeight: number): number {
  return (offer.accepted + offerWeight * prior) / (offer.total + offerWeight);
}

/** (k + mμ) / (n + m) with its Beta interval; a share, 0 to 1. */
export function acceptance(
  cell: Outcomes = none,
  offer: Outcomes = none,
  prior: number,
  pooling: Pooling,
): Acceptance {
  const mu = pooledRate(offer, prior, pooling.offerWeight);
  return shrunk(cell, mu, pooling.cellWeight);
}

/** One level of shrinkage towards a given mean. */
export function shrunk(cell: Outcomes, mu: number, weight: number): Acceptance {
  const alpha = cell.accepted + weight * mu;
  const beta = cell.total - cell.accepted + weight * (1 - mu);
  const p = alpha / (alpha + beta);
  return { p: nine(p), low: nine(quantile(0.05, alpha, beta)), high: nine(quantile(0.95, alpha, beta)) };
}

function quantile(q: number, alpha: number, beta: number): number {
  if (alpha <= 0) return 0;
  if (beta <= 0) return 1;
  return betaQuantile(q, alpha, beta);
}
