// The offer's priority as a multiplication read from top to bottom: P × C × V × L. Pure.
import type { ExplainedOffer } from '#contract/customer.ts';
import type { CustomerWords } from '#web/words/customer-pt.ts';
import type { Words } from '#web/words/pt.ts';
import type { Formatter } from './format.ts';

export type FactorRow = {
  readonly letter: string;
  readonly name: string;
  readonly value: string;
  readonly from: string;
};

/** Four factors and the product, in the offer's currency. */
export function factorRows(
  offer: ExplainedOffer,
  currency: string,
  f: Formatter,
  w: Words,
  c: CustomerWords,
): { rows: readonly FactorRow[]; total: FactorRow } {
  const { texts } = offer;
  const money = (cents: number | null): string =>
    cents === null ? w.money.hidden : f.money(cents, currency);
  return {
    rows: [
      { letter: 'P', name: c.offer.p, value: f.share(offer.p), from: texts.p },
      { letter: 'C', name: c.offer.c, value: `× ${f.number(offer.c, 2)}`, from: texts.c },
      { letter: 'V', name: c.offer.v, value: `× ${money(offer.v)}`, from: texts.v },
      { letter: 'L', name: c.offer.l, value: `× ${f.number(offer.l, 2)}`, from: texts.l },
    ],
    total: {
      letter: '',
      name: c.offer.priority,
      value: `= ${money(offer.priority)}`,
      from: texts.priority,
    },
  };
}
