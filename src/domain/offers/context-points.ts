// C: additive points of the situation, each named, bounded by the method. 1 + Σ / 100.
import type { RankedOffer } from '#domain/decision.ts';
import { codesLeaf } from '#domain/journey/segment.ts';
import type { Method } from '#domain/method/schema.ts';
import { foreignTo, type Named, scopeForFamily } from './applicability.ts';
import type { Catalogue, ContextRule, OfferRule } from './rule.ts';
import type { Situation } from './situation.ts';

export type ContextWeight = { readonly c: number; readonly parts: RankedOffer['contextParts'] };

/** Rows that hold and signals that speak for one family: an event that asks for another is silent here. */
export type FamilyContext = {
  readonly held: ReadonlySet<ContextRule>;
  readonly foreign: ReadonlySet<string>;
};

/** Evaluated once for all families, unless an event names one. */
export function familyContexts(
  catalogue: Catalogue,
  at: Situation,
  named: readonly Named[],
): (family: string) => FamilyContext {
  const over = (scope: Situation['scope'], foreign: ReadonlySet<string>): FamilyContext => ({
    held: new Set(catalogue.context.filter((rule) => rule.when?.evaluate(scope) === true)),
    foreign,
  });
  if (named.length === 0) {
    const shared = over(at.scope, new Set());
    return () => shared;
  }
  const byFamily = new Map<string, FamilyContext>();
  return (family) => {
    let found = byFamily.get(family);
    if (!found) {
      const foreign = new Set(foreignTo(family, named).map(({ signal }) => signal));
      byFamily.set(family, (found = over(scopeForFamily(family, at, named), foreign)));
    }
    return found;
  };
}

function refusedFamily(rule: OfferRule, at: Situation, method: Method): boolean {
  const refused = codesLeaf(at.profile, 'offers', 'refused');
  return method.offers.some((offer) => offer.family === rule.offer.family && refused.includes(offer.key));
}

function points(
  context: ContextRule,
  rule: OfferRule,
  at: Situation,
  { held, foreign }: FamilyContext,
  method: Method,
): number {
  const { row } = context;
  if (row.intent !== 'any' && row.intent !== rule.offer.intent) return 0;
  switch (row.rule) {
    case 'condition':
      return held.has(context) ? row.points : 0;
    case 'matrix':
      return at.signals.some(({ key }) => rule.matrixSignals.includes(key) && !foreign.has(key))
        ? row.points
        : 0;
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
  family: FamilyContext,
): ContextWeight {
  const { contextMin, contextMax } = catalogue.method.arbitration;
  const parts: { code: string; points: number }[] = [];
  let sum = 0;
  for (const context of catalogue.context) {
    const given = points(context, rule, at, family, catalogue.method);
    if (given === 0) continue;
    parts.push({ code: context.row.key, points: given });
    sum += given;
  }
  return { c: 1 + Math.min(contextMax, Math.max(contextMin, sum)) / 100, parts };
}
