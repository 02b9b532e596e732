// Gates 1 and 4: may we at all, and may we contact them now. Own records only; they read no condition.
import type { Gate, Reason } from '#domain/decision.ts';
import { codesLeaf } from '#domain/journey/segment.ts';
import type { Method, MethodOffer } from '#domain/method/schema.ts';
import { because, passed, type Situation, stopped } from './situation.ts';

/** Eligibility: status, already held, delivery capacity left. A list that is not filled in is no limit. */
export function eligibility(offer: MethodOffer, at: Situation): Gate {
  const reasons: Reason[] = [];
  if (at.status === 'ended') reasons.push(because('status_ended'));
  // More of the same (seats, volume) can be sold to who already has it.
  if (offer.seatShare === null && codesLeaf(at.profile, 'offers', 'held').includes(offer.key))
    reasons.push(because('already_held'));
  const left = at.context.capacity[offer.key];
  if (left !== undefined && left <= 0) reasons.push(because('no_capacity'));
  return reasons.length === 0 ? passed('eligibility') : stopped('eligibility', reasons);
}

type Policy = Method['contactPolicy'];

/** Reasons against contact that hold whatever is offered: an open offer; caps of 14 days and opt-out. */
export type ContactLimits = { readonly open: readonly Reason[]; readonly caps: readonly Reason[] };

/** What the contact policy says of the account, found once for all offers. */
export function contactLimits(at: Situation, policy: Policy): ContactLimits {
  return { open: openOffers(at, policy), caps: contactCaps(at, policy) };
}

/** Contact policy: one open offer, rest after a no, commercial contacts of 14 days, opt-out. */
export function contactGate(offer: MethodOffer, at: Situation, policy: Policy, limits: ContactLimits): Gate {
  const reasons = [...limits.open, ...resting(offer, at, policy), ...limits.caps];
  return reasons.length === 0 ? passed('contact') : stopped('contact', reasons);
}

/** An offer without an answer is open for as long as silence rests; after that it may be made again. */
function openOffers(at: Situation, policy: Policy): readonly Reason[] {
  const open = at.profile.offers.filter(
    (state) => state.state === 'open' && at.day - state.on < policy.restAfterSilenceDays,
  );
  const first = open[0];
  if (first === undefined || open.length < policy.openOffersPerAccount) return [];
  return [because('offer_open', { offer: first.offer, on: first.on })];
}

function resting(offer: MethodOffer, at: Situation, policy: Policy): readonly Reason[] {
  for (const state of at.profile.offers) {
    if (state.offer !== offer.key || state.state !== 'refused') continue;
    const until = state.on + policy.restAfterNoDays;
    if (at.day < until) return [because('refused_recently', { on: state.on, until })];
  }
  return [];
}

/** What names nobody may have gone to anyone: it counts for each contact, and for the account where none is known. */
function contactCaps(at: Situation, policy: Policy): readonly Reason[] {
  const cap = policy.commercialPerContact14d;
  const unnamed = at.profile.unnamedCommercial14d ?? 0;
  const here = at.profile.contacts.filter((contact) => !contact.left);
  if (here.length === 0) return unnamed >= cap ? [because('contact_cap', { cap })] : [];
  const reachable = here.filter((contact) => !contact.optOut);
  if (reachable.length === 0) return [because('opted_out')];
  return reachable.every((contact) => contact.commercial14d + unnamed >= cap)
    ? [because('contact_cap', { cap })]
    : [];
}
