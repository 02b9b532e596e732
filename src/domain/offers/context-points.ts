// C: additive points of the situation, each named, bounded by the method. 1 + Σ / 100.
import type { RankedOffer } from '#domain/decision.ts';
import { codesLeaf } from '#domain/journey/segment.ts';
import type { Method } from '#domain/method/schema.ts';
import type { Catalogue, ContextRule, OfferRule } from './rule.ts';
import type { Situation } from './situation.ts';

export type ContextWeight = { readonly c: number; readonly parts: RankedOffer['contextParts'] };

/** Context rows that hold for the account, whatever the offer: evaluated once. */
export function holding(catalogue: Catalogue, at: Situation): ReadonlySet<ContextRule> {
  return new Set(catalogue.context.filter((rule) => rule.when?.evaluate(at.scope) === true));
}

function refusedFamily(rule: OfferRule, at: Situation, method: Method): boolean {
  const refused = codesLeaf(at.profile, 'offers', 'refused');
  return method.offers.some((offer) => offer.family === rule.offer.family && refused.includes(offer.key));
}

function points(
  context: ContextRule,
  rule: OfferRule,
  at: Situation,
  held: ReadonlySet<ContextRule>,
  method: Method,
): number {
  const { row } = context;
  if (row.intent !== 'any' && row.intent !== rule.offer.intent) return 0;
  switch (row.rule) {
    case 'condition':
      return held.has(context) ? row.points : 0;
    case 'matrix':
      return at.signals.some((signal) => rule.matrixSignals.includes(signal.key)) ? row.points : 0;
    case 'refused_family':
      return refusedFamily(rule, at, method) ? row.points : 0;
    case 'further_risk':
      return Math.min(row.max ?? Number.POSITIVE_INFINITY, row.points * Math.max(0, at.customerRisks - 1));
  }
}

/** Weight of the context for one offer, with the points that make it. */
export function contextWeight(
  rule: OfferRule,
  at: Situation,
  catalogue: Catalogue,
  held: ReadonlySet<ContextRule>,
): ContextWeight {
  const { contextMin, contextMax } = catalogue.method.arbitration;
  const parts: { code: string; points: number }[] = [];
  let sum = 0;
  for (const context of catalogue.context) {
    const given = points(context, rule, at, held, catalogue.method);
    if (given === 0) continue;
    parts.push({ code: context.row.key, points: given });
    sum += given;
  }
  return { c: 1 + Math.min(contextMax, Math.max(contextMin, sum)) / 100, parts };
}
