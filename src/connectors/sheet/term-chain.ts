// Whether the terms of a table of contracts follow each other: where most terms begin on the very day on which the
// one before ends, that day is the first that is no longer covered.
import type { ReadColumn } from './columns.ts';
import type { Column, Proposal } from './infer.ts';

/** Pairs that must be seen, and the share of them that must meet. */
const fewest = 10;
const most = 0.6;

/** True when ends are the starts of the next terms; the rows of one customer and product are compared in order. */
export function endsAreNextStarts(
  columns: readonly Column[],
  fields: readonly Pick<ReadColumn, 'field'>[],
): boolean {
  const at = (field: string): Column | undefined => columns[fields.findIndex((one) => one.field === field)];
  const key = at('externalId') ?? at('taxId') ?? at('name');
  const ends = columns[fields.findIndex((one) => /^(?:end|plannedEnd|actualEnd)$/.test(one.field))];
  const starts = at('start');
  if (!key || !starts || !ends) return false;
  const product = at('product');
  const terms = new Map<string, [start: number, end: number][]>();
  for (let row = 0; row < starts.profile.total; row++) {
    const [start, end] = [starts.profile.days[row] ?? null, ends.profile.days[row] ?? null];
    if (start === null || end === null) continue;
    const name = `${key.cells[row] ?? ''} ${product?.cells[row] ?? ''}`;
    const list = terms.get(name);
    if (list) list.push([start, end]);
    else terms.set(name, [[start, end]]);
  }
  let [pairs, met] = [0, 0];
  for (const list of terms.values()) {
    const sorted = list.toSorted(([a], [b]) => a - b);
    for (let i = 1; i < sorted.length; i++) {
      pairs += 1;
      if (sorted[i - 1]?.[1] === sorted[i]?.[0]) met += 1;
    }
  }
  return pairs >= fewest && met >= most * pairs;
}

/** Terms that follow each other have planned ends; an amount beside the months it is for has its period. */
export function termEnds(proposals: readonly Proposal[], columns: readonly Column[]): readonly Proposal[] {
  const chain = endsAreNextStarts(columns, proposals);
  const billed = proposals.some((proposal) => proposal.field === 'billingMonths');
  return proposals.map((proposal) => {
    if (proposal.field === 'end' && chain) return { ...proposal, field: 'plannedEnd', asks: [] };
    if (proposal.field === 'amount' && billed) return { ...proposal, asks: [] };
    return proposal;
  });
}
