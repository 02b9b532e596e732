// The catalogue, guardrails and context points of a method, ready to run. It decides nothing.
import type { Condition } from '#domain/method/conditions.ts';
import type { Method, MethodOffer } from '#domain/method/schema.ts';

export type OfferRule = {
  readonly offer: MethodOffer;
  readonly when: Condition;
  readonly freeWhen: Condition | null;
  /** Stated prior of the family. */
  readonly prior: number;
  /** Signals of the matrix rows that name this offer. */
  readonly matrixSignals: readonly string[];
};
export type GuardRule = { readonly guardrail: Method['guardrails'][number]; readonly blockWhen: Condition };
export type ContextRule = {
  readonly row: Method['arbitration']['context'][number];
  readonly when: Condition | null;
};
export type Catalogue = {
  readonly offers: readonly OfferRule[];
  readonly guards: readonly GuardRule[];
  readonly context: readonly ContextRule[];
  readonly method: Method;
};

/** Prior acceptance of a family that states none. */
const unstatedPrior = 0.2;

/** Reads the offers part of a method. `condition` finds a compiled condition by its path. */
export function catalogue(method: Method, condition: (path: string) => Condition | null): Catalogue {
  const need = (path: string): Condition => {
    const found = condition(path);
    if (!found) throw new Error(`the method has no condition at ${path}`);
    return found;
  };
  const priors = new Map(method.families.map((family) => [family.key, family.prior]));
  return {
    method,
    offers: method.offers.map((offer) => ({
      offer,
      when: need(`offers.${offer.key}.when`),
      freeWhen: condition(`offers.${offer.key}.freeWhen`),
      prior: priors.get(offer.family) ?? unstatedPrior,
      matrixSignals: method.matrix
        .filter((row) => row.offers.includes(offer.key))
        .flatMap((row) => row.signals),
    })),
    guards: method.guardrails.map((guardrail) => ({
      guardrail,
      blockWhen: need(`guardrails.${guardrail.key}.blockWhen`),
    })),
    context: method.arbitration.context.map((row) => ({
      row,
      when: condition(`arbitration.context.${row.key}.when`),
    })),
  };
}
