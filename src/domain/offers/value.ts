// V: what an offer is expected to bring in 12 months, in cents. Price first, else a share of the account's
// money, else the base's median, else 1 for all. It refuses to guess a margin: without one it is revenue.
import type { Context, RankedOffer } from '#domain/decision.ts';
import type { MethodOffer } from '#domain/method/schema.ts';

export type Money = {
  readonly mrrCents: number | null;
  readonly atStakeCents: number | null;
};
export type Value = {
  /** Cents, not rounded (so that scaling all money never changes an order), at least 1. */
  readonly cents: number;
  readonly basis: RankedOffer['vBasis'];
  readonly withMargin: boolean;
};

type Prices = Pick<Context, 'prices' | 'margin' | 'medianMrrCents'>;

/** What 12 months of MRR give to this offer; seats × price of a seat cancels to a share of the MRR. */
function yearShare(offer: MethodOffer, seatsKnown: boolean): number {
  return offer.seatShare !== null && seatsKnown ? offer.seatShare : offer.valueShare;
}

/** True when some offer of the catalogue can be valued by nothing: then all count 1, said "sem valor". */
export function valueless(offers: readonly MethodOffer[], money: Money, context: Prices): boolean {
  if (money.mrrCents !== null || context.medianMrrCents !== null) return false;
  return offers.some((offer) => !context.prices[offer.key]);
}

/** Revenue (cents in 12 months) before margin, and where it comes from. */
function revenue(
  offer: MethodOffer,
  money: Money,
  seatsKnown: boolean,
  context: Prices,
): { cents: number; basis: Value['basis'] } {
  const price = context.prices[offer.key];
  if (price) return { cents: price.cents, basis: 'price' };
  const basis = money.mrrCents === null ? 'median' : 'share';
  const mrr = money.mrrCents ?? context.medianMrrCents ?? 0;
  return { cents: mrr * 12 * yearShare(offer, seatsKnown), basis };
}

/**
 * Expected incremental margin over 12 months. Repair adds `stakeShare` of the money at stake (what it helps to
 * keep); an offer free of charge brings only that. Never below one cent, so that ranking stays total.
 */
export function valueOf(
  offer: MethodOffer,
  money: Money,
  seatsKnown: boolean,
  free: boolean,
  stakeShare: number,
  context: Prices,
): Value {
  const gross = revenue(offer, money, seatsKnown, context);
  const stake = offer.intent === 'repair' ? (money.atStakeCents ?? 0) * stakeShare : 0;
  const cost = context.margin === null ? 0 : (context.prices[offer.key]?.costCents ?? 0);
  const income = (free ? 0 : gross.cents) + stake;
  const cents = income * (context.margin ?? 1) - cost;
  return { cents: Math.max(1, cents), basis: gross.basis, withMargin: context.margin !== null };
}
