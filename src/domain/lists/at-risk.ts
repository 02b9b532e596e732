// Which accounts a team looks at first: money at stake, at risk, ready, and the order of both lists.
import type { Band, Decision } from '#domain/decision.ts';

/** Share of a year's revenue at stake while the band is unknown (our judgement). */
const unknownShare = 0.5;

/**
 * Money at stake in 12 months (whole cents): MRR × 12 × (churn probability, else what is missing to a full score,
 * else half while the band is unknown). Null when the MRR is unknown.
 */
export function atStake(
  mrrCents: number | null,
  churn: number | null,
  score: number | null,
  band: Band,
): number | null {
  if (mrrCents === null) return null;
  const share = churn ?? (band === 'unknown' || score === null ? unknownShare : (100 - score) / 100);
  return Math.round(mrrCents * 12 * share);
}

/** What the lists say of one account. */
export type Listed = { readonly id: string; readonly decision: Decision };

/** At risk: money at stake first (unknown last), then days to the end (none last), then id. */
export function byRisk(a: Listed, b: Listed): number {
  return (
    descending(a.decision.atStakeCents, b.decision.atStakeCents) ||
    ascending(a.decision.renewsOn, b.decision.renewsOn) ||
    compare(a.id, b.id)
  );
}

/** The growth offer that makes an account ready: the first that stands, in order of priority. */
export function readyOffer(decision: Pick<Decision, 'offers'>): Decision['offers'][number] | null {
  return decision.offers.find((offer) => offer.intent === 'growth' && offer.state !== 'blocked') ?? null;
}

/** Ready: priority of that growth offer first, then id. */
export function byReadiness(a: Listed, b: Listed): number {
  const priority = (one: Listed) => readyOffer(one.decision)?.priority ?? null;
  return descending(priority(a), priority(b)) || compare(a.id, b.id);
}

const listed = new Set<Decision['status']>(['active', 'notice', 'no_contract', 'unknown']);

/** Lists hold accounts of status active, notice, no contract, and unknown (treated as active). */
export function inLists(decision: Decision): boolean {
  return listed.has(decision.status);
}

/** The accounts at risk in their order. */
export function atRiskList(all: readonly Listed[]): readonly Listed[] {
  return all.filter(({ decision }) => inLists(decision) && decision.atRisk).toSorted(byRisk);
}

/** The accounts ready for a growth offer in their order. */
export function readyList(all: readonly Listed[]): readonly Listed[] {
  return all.filter(({ decision }) => inLists(decision) && decision.ready).toSorted(byReadiness);
}

function descending(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : b - a;
}

function ascending(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

/** Code units, not a locale: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
