// The sentence on top of the Base, in English.
import { countEn as count } from '#web/words/count.ts';
import type { VerdictFigures, VerdictWords } from '#web/words/verdict-pt.ts';

const customers = (n: number) => count(n, 'customer', 'customers');

export const verdictEn: VerdictWords = {
  all: (f: VerdictFigures) => {
    if (f.red > 0) {
      const worth = f.redMrr === null ? '' : `, worth ${f.redMrr} a month`;
      return `${count(f.red, 'customer is', 'customers are')} red${worth}.`;
    }
    if (f.unknown === f.total) return `The health of ${customers(f.total)} cannot be told yet.`;
    if (f.yellow > 0)
      return `Nobody is red; ${count(f.yellow, 'yellow customer needs', 'yellow customers need')} attention.`;
    return `Nobody is red or yellow among ${customers(f.total)}.`;
  },
  risk: (f) =>
    `${count(f.total, 'customer needs', 'customers need')} action now${f.atStake === null ? '' : `, with ${f.atStake} at stake`}.`,
  ready: (f) => `${count(f.total, 'customer is', 'customers are')} ready for the next offer.`,
  renewal: (f) => {
    const parts = [];
    if (f.late > 0) parts.push(`with ${f.late} the conversation is late`);
    if (f.red > 0) {
      const worth = f.redMrr === null ? '' : `, worth ${f.redMrr} a month`;
      parts.push(`${f.red} red${worth}`);
    }
    const found = parts.length === 0 ? '' : `: ${parts.join('; ')}`;
    return `${customers(f.total)} in the renewal window${found}.`;
  },
  stalled: (f) =>
    `${count(f.total, 'customer has', 'customers have')} stalled${f.mrr === null ? '' : ` and ${f.total === 1 ? 'pays' : 'pay'} ${f.mrr} a month`}: nothing moves.`,
  unknown: (f) =>
    `${customers(f.total)} with unknown health: data are missing, it is neither a good nor a bad sign.`,
  none: 'No customer matches these filters.',
  noneOf: {
    all: 'No customer matches these filters.',
    risk: 'Nobody needs urgent action today.',
    ready: 'Nobody is ready for an offer today.',
    renewal: 'Nobody is in the renewal window.',
    stalled: 'No stalled customer.',
    unknown: 'The health of everybody is known.',
  },
  noneWhy: 'Remove a filter or change the view to see more.',
  first: (names) => `Start with ${names.join(', then ')}.`,
  shallow:
    'For more than half of them the evidence is shallow: few measures have data, read the score as a hint.',
  lapsed: (n) => `Renewal lapsed ${n} d ago`,
  figure: {
    red: 'of the MRR of this list is red',
    of: (part, whole) => `${part} of ${whole}`,
    customers: (n) => (n === 1 ? 'customer in this list' : 'customers in this list'),
    noMrr: 'no MRR given',
    hidden: 'amounts are hidden from you',
    unknown: (n) => (n === 1 ? 'customer with unknown health' : 'customers with unknown health'),
  },
};
