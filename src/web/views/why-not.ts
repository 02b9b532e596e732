// Offers not chosen, those with the same gate and sentence told once. Order is that of the first of each.
import type { CustomerPage } from '#contract/customer.ts';

type Refused = CustomerPage['whyNot'][number];
export type WhyNotGroup = {
  readonly names: readonly string[];
  readonly gateLabel: string;
  readonly text: string;
};

/** Groups of one or more offers that stopped at the same gate for the same reason. */
export function whyNotGroups(offers: readonly Refused[]): readonly WhyNotGroup[] {
  const groups = new Map<string, WhyNotGroup & { names: string[] }>();
  for (const offer of offers) {
    const key = `${offer.gate} ${offer.text}`;
    const group = groups.get(key);
    if (group) group.names.push(offer.label);
    else groups.set(key, { names: [offer.label], gateLabel: offer.gateLabel, text: offer.text });
  }
  return [...groups.values()];
}
