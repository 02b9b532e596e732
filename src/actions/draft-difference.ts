// The difference a draft would make, customer by customer: fields before and after. Codes and figures; no sentences.
import type { KnownCustomer } from '#store/sheet-answers.ts';
import type { Brought } from './brought.ts';
import { fieldsChanged, monthlyOf, type FieldChange } from './draft-fields.ts';
import type { Gone } from './draft-questions.ts';
import type { ComparedFact } from './sheet-previous.ts';
import type { Written } from './write-facts.ts';

export type CustomerChange = {
  readonly kind: 'added' | 'changed' | 'gone';
  readonly account: { readonly id: string | null; readonly name: string };
  /** Integer cents a month; null: not known. */
  readonly mrrCents: number | null;
  readonly changes: readonly FieldChange[];
};
export type Difference = {
  /** Customers. */
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly gone: number;
  };
  readonly items: readonly CustomerChange[];
};
/** A commit that was tried, and what was known before it. */
export type Tried = {
  readonly brought: readonly Brought[];
  readonly before: ReadonlyMap<string, readonly ComparedFact[]>;
  /** Names of our people by key. */
  readonly people: Readonly<Record<string, string>>;
  readonly customers: readonly KnownCustomer[];
  readonly gone: readonly Gone[];
  readonly zone: string;
};

/** What was written to one customer, and what was known of it. */
type Side = { readonly written: Written[]; readonly before: ComparedFact[] };

function sidesOf({ brought, before }: Tried): Map<string, Side> {
  const sides = new Map<string, Side>();
  const sideOf = (root: string): Side => {
    const known = sides.get(root) ?? { written: [], before: [] };
    sides.set(root, known);
    return known;
  };
  const seen = new Set<string>();
  for (const { written, roots } of brought) {
    // What was written comes first: customers stand in the order of the sheet.
    for (const one of written) {
      if (one.outcome !== 'recorded' && one.outcome !== 'revised') continue;
      const id = one.draft.accountId ?? '';
      sideOf(roots.get(id) ?? id).written.push(one);
    }
    for (const [id, root] of roots) {
      const side = sideOf(root);
      if (!seen.has(id)) side.before.push(...(before.get(id) ?? []));
      seen.add(id);
    }
  }
  return sides;
}

/** The difference of a trial: changed customers first, then new ones, then those that are gone. */
export function differenceOf(tried: Tried): Difference {
  const opened = new Set(tried.brought.flatMap(({ openedIds }) => openedIds));
  const known = new Map(tried.customers.map((customer) => [customer.accountId, customer]));
  const sides = sidesOf(tried);
  const changedOnes: CustomerChange[] = [];
  const added: CustomerChange[] = [];
  for (const [root, side] of sides) {
    if (side.written.length === 0) continue;
    const changes = fieldsChanged(side.written, side.before, tried);
    if (opened.has(root)) added.push(newcomer(side.written, changes));
    else if (changes.length > 0)
      changedOnes.push(entry('changed', root, known.get(root), side.before, changes));
  }
  const gone = tried.gone.map(({ customer }) => entry('gone', customer.accountId, customer, [], []));
  const unchanged = sides.size - added.length - changedOnes.length;
  const counts = { added: added.length, changed: changedOnes.length, unchanged, gone: gone.length };
  return { counts, items: [...changedOnes, ...added, ...gone] };
}

function newcomer(written: readonly Written[], changes: readonly FieldChange[]): CustomerChange {
  const name = written
    .map(({ draft }) => (draft.body as { name?: unknown }).name)
    .find((one) => typeof one === 'string');
  const signed = written.find(({ draft }) => draft.type === 'contract-signed');
  const monthly = signed ? monthlyOf(signed.draft.body as Record<string, unknown>) : null;
  return {
    kind: 'added',
    account: { id: null, name: typeof name === 'string' ? name : '' },
    mrrCents: monthly?.kind === 'money' ? monthly.cents : null,
    changes: changes.filter(({ field }) => ofNewcomers.has(field)),
  };
}

/** What is shown of a customer that is new: who serves it, on which terms. */
const ofNewcomers: ReadonlySet<string> = new Set([
  'segment',
  'monthly',
  'start',
  'plannedEnd',
  'actualEnd',
  'seats',
  'owner',
]);

function entry(
  kind: 'changed' | 'gone',
  id: string,
  customer: KnownCustomer | undefined,
  before: readonly ComparedFact[],
  changes: readonly FieldChange[],
): CustomerChange {
  const described = before.findLast((fact) => fact.type === 'account-described')?.body['name'];
  const name = customer?.name ?? (typeof described === 'string' ? described : '');
  return { kind, account: { id, name }, mrrCents: customer?.mrrCents ?? null, changes };
}
