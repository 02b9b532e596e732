// The whole catalogue on one account: four gates, then P × C × V × L. It stops nothing silently: every offer stays
// in the answer with its gates and factors, and the chosen one says why.
import type { Gate, OfferReason, OfferStateName, RankedOffer } from '#domain/decision.ts';
import type { SignalRule } from '#domain/signals/rule.ts';
import { type Acceptance, acceptance } from './acceptance.ts';
import { applicability, ifConfirmed, namedFamilies } from './applicability.ts';
import { contextWeight, familyContexts } from './context-points.ts';
import { contactGate, contactLimits, eligibility } from './gates.ts';
import type { Catalogue, OfferRule } from './rule.ts';
import { because, passed, type Situation, stopped } from './situation.ts';
import { judgeAll, suitabilities } from './suitability.ts';
import { type Value, valueless, valueOf } from './value.ts';

export type Offers = {
  /** Open ones first, each part by priority, then key. */
  readonly ranked: readonly RankedOffer[];
  readonly chosen: string | null;
  readonly reason: OfferReason;
};

/** Key of an acceptance cell; every outcome is counted under the same key. */
export function cellKey(offer: string, stage: string, segment: string | null): string {
  return `${offer}|${stage}|${segment ?? 'unknown'}`;
}

const rates = new WeakMap<object, Map<string, Map<OfferRule, Acceptance>>>();

/** P of the offers at one stage and segment; each computed once a context, since quantiles are dear. */
function ratesHere(at: Situation): Map<OfferRule, Acceptance> {
  const { acceptance: outcomes } = at.context;
  let known = rates.get(outcomes);
  if (!known) rates.set(outcomes, (known = new Map()));
  const place = cellKey('', at.stage, at.segment);
  let here = known.get(place);
  if (!here) known.set(place, (here = new Map()));
  return here;
}

function rateOf(
  rule: OfferRule,
  at: Situation,
  here: Map<OfferRule, Acceptance>,
  catalogue: Catalogue,
): Acceptance {
  let rate = here.get(rule);
  if (!rate) {
    const { cells, offers } = at.context.acceptance;
    const cell = cells[cellKey(rule.offer.key, at.stage, at.segment)];
    rate = acceptance(cell, offers[rule.offer.key], rule.prior, catalogue.method.arbitration);
    here.set(rule, rate);
  }
  return rate;
}

/** A person's lever on an offer, within its bounds. */
function leverOf(offer: string, at: Situation): number {
  const own = at.profile.overrides.find((one) => one.what === 'lever' && one.offer === offer);
  return Math.min(2, Math.max(0.5, own?.lever ?? 1));
}

function stateOf(gates: readonly Gate[], ask: readonly string[], proven: boolean): OfferStateName {
  if (gates.some((gate) => !gate.passed)) return 'blocked';
  if (ask.length > 0) return 'confirm';
  return proven ? 'offer' : 'prepare';
}

/** Priority = P × C × V × L, in cents; rounded to 1e-9 so that every machine ranks alike. */
export function priorityOf(p: number, c: number, v: number, l: number): number {
  return Math.round(p * c * v * l * 1e9) / 1e9;
}
const worthless: Value = { cents: 1, basis: 'none', withMargin: false };

/** Every offer of the catalogue judged and priced, and the one to make now. */
export function rankOffers(catalogue: Catalogue, at: Situation, signalRules: readonly SignalRule[]): Offers {
  const { method } = catalogue;
  const suitability = suitabilities(at, judgeAll(catalogue.guards, at));
  const noValue = valueless(method.offers, at.money, at.context);
  const named = namedFamilies(at);
  const contexts = familyContexts(catalogue, at, named);
  const here = ratesHere(at);
  const limits = contactLimits(at, method.contactPolicy);
  const suppositions = at.profile.suggestions.map((suggestion) => ({
    suggestion,
    scope: ifConfirmed(at.scope, suggestion, signalRules),
  }));
  const rankOne = (rule: OfferRule): RankedOffer => {
    const { offer } = rule;
    const fits = applicability(rule, at, suppositions, named);
    const suits = suitability(rule);
    const gates = [
      eligibility(offer, at),
      fits.gate,
      suits.gate,
      contactGate(offer, at, method.contactPolicy, limits),
    ];
    const ask = fits.waitsFor === null ? suits.ask : [`event:${fits.waitsFor}`, ...suits.ask];
    const rate = rateOf(rule, at, here, catalogue);
    const context = contextWeight(rule, at, catalogue, contexts(offer.family));
    const value = noValue
      ? worthless
      : valueOf(offer, at.money, at.seatsKnown, fits.free, method.arbitration.repairStakeShare, at.context);
    const lever = leverOf(offer.key, at);
    const outcomes = at.context.acceptance.offers[offer.key]?.total ?? 0;
    const state = stateOf(gates, ask, at.proven);
    return {
      key: offer.key,
      family: offer.family,
      intent: offer.intent,
      state,
      ask: state === 'confirm' ? ask : [],
      gates,
      p: rate.p,
      pLow: rate.low,
      pHigh: rate.high,
      pPrior: outcomes < method.arbitration.outcomesForOwnRate,
      c: context.c,
      contextParts: context.parts,
      v: value.cents,
      vBasis: value.basis,
      withMargin: value.withMargin,
      l: lever,
      priority: priorityOf(rate.p, context.c, value.cents, lever),
      free: fits.free,
    };
  };
  return choose(catalogue.offers.map(rankOne), at);
}

/** Priority first; equal priority: lower offer key. */
export function byPriority(
  a: Pick<RankedOffer, 'priority' | 'key'>,
  b: Pick<RankedOffer, 'priority' | 'key'>,
): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function choose(offers: readonly RankedOffer[], at: Situation): Offers {
  const open = offers.filter((offer) => offer.state !== 'blocked').toSorted(byPriority);
  const blocked = offers.filter((offer) => offer.state === 'blocked').toSorted(byPriority);
  // A person chooses among what the gates let through; no override opens a gate.
  const wished = at.profile.overrides.find((one) => one.what === 'offer')?.offer;
  const best = open.find((offer) => offer.key === wished) ?? open[0];
  const ranked = [...open, ...blocked].map((offer) => withArbitration(offer, best, wished));
  return { ranked, chosen: best?.key ?? null, reason: reasonOf(best, offers, at) };
}

function withArbitration(
  offer: RankedOffer,
  best: RankedOffer | undefined,
  wished: string | undefined,
): RankedOffer {
  if (offer.state === 'blocked') return offer;
  const gate =
    offer === best
      ? passed('arbitration', [because(offer.key === wished ? 'chosen_by_person' : 'best')])
      : stopped('arbitration', [because('outranked', { by: best?.key ?? null })]);
  return { ...offer, gates: [...offer.gates, gate] };
}

function reasonOf(best: RankedOffer | undefined, offers: readonly RankedOffer[], at: Situation): OfferReason {
  if (best) return 'best';
  if (at.fixFirst !== null && !at.rootCause) return 'fix_first';
  const applies = offers.some((offer) =>
    offer.gates.some((gate) => gate.gate === 'applicability' && gate.passed),
  );
  return applies ? 'blocked' : 'none_applicable';
}
