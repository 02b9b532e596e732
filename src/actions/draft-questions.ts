// What only a person can say about the customers of a sheet: those that are gone from it, and new names that look like a
// customer that is known. Compares; decides nothing.
import { parseDay, type Day } from '#base/day.ts';
import { nameKey } from '#connectors/sheet/cell-words.ts';
import type { RowFacts } from '#connectors/sheet/draft.ts';
import { accountSource } from '#connectors/sheet/row-keys.ts';
import { nameSimilarity, similarEnough, tellingWords } from '#domain/data-quality/similar-names.ts';
import type { KnownCustomer, LastSheet } from '#store/sheet-answers.ts';
import type { Brought } from './brought.ts';

/** An answer of a person to a question about a customer. */
export type Answer = { readonly key: string; readonly day: string | null; readonly account: string | null };
export type Answers = Readonly<Record<string, unknown>>;
export type Gone = {
  readonly kind: 'gone';
  readonly id: string;
  readonly customer: KnownCustomer;
  /** The last sheet it stood in, and that sheet's day. */
  readonly last: { readonly file: string; readonly today: Day } | null;
};
/** What the CNPJs of two alike names say: other roots, one root, or nothing where one of them is missing. */
export type TaxIdSays = 'other' | 'same_root' | 'nothing';
export type Alike = {
  readonly kind: 'look_alike';
  readonly id: string;
  readonly customer: KnownCustomer;
  /** The row whose name looks like the customer's. */
  readonly row: RowFacts;
  /** 0 to 1. */
  readonly similarity: number;
  readonly taxId: TaxIdSays;
};
export type Question = Gone | Alike;

/** The answer to a question; null while nobody gave one. */
export const answerTo = (answers: Answers, { id }: Question): Answer | null =>
  (answers[id] as Answer | undefined) ?? null;

export type Told = ReadonlySet<string>;
/** Answers of earlier sheets, to be looked up by customer and name. */
export const toldOf = (rows: readonly { accountId: string; other: string }[]): Told =>
  new Set(rows.map(({ accountId, other }) => `${accountId} ${other}`));

/** Accounts that a commit names, as they are read. */
export const namedRoots = (brought: readonly Brought[]): Set<string> =>
  new Set(brought.flatMap((one) => [...one.roots.values()]));

/** Customers of which nobody said yet what became of them: known, not named, not asked about under a new name. */
export function missing(
  known: readonly KnownCustomer[],
  named: ReadonlySet<string>,
  alike: readonly Alike[],
  answers: Answers,
  told: Told,
): readonly KnownCustomer[] {
  const perhaps = new Set(
    alike
      .filter((question) => answerTo(answers, question)?.key !== 'another')
      .map(({ customer }) => customer.accountId),
  );
  return known.filter(
    ({ accountId }) => !named.has(accountId) && !perhaps.has(accountId) && !told.has(`${accountId} `),
  );
}

/** Who is gone: missing, and last seen in a sheet that is no later than this one. */
export function goneOf(
  customers: readonly KnownCustomer[],
  sheets: readonly LastSheet[],
  day: Day,
): readonly Gone[] {
  const last = new Map(sheets.map((sheet) => [sheet.accountId, sheet]));
  return customers.flatMap((customer): Gone[] => {
    const sheet = last.get(customer.accountId);
    const today = sheet ? parseDay(sheet.today) : null;
    if (today !== null && today > day) return [];
    const id = `gone:${customer.accountId}`;
    return [
      { kind: 'gone', id, customer, last: sheet && today !== null ? { file: sheet.file, today } : null },
    ];
  });
}

/** Rows that a commit opened a new customer for. */
export function freshRows(rows: readonly RowFacts[], brought: readonly Brought[]): readonly RowFacts[] {
  const opened = new Set(brought.flatMap(({ openedIds }) => openedIds));
  if (opened.size === 0) return [];
  const described = new Set(
    brought.flatMap(({ written }) =>
      written
        .filter(({ draft }) => draft.type === 'account-described' && opened.has(draft.accountId ?? ''))
        .map(({ draft }) => draft.externalId.slice(0, draft.externalId.lastIndexOf('|'))),
    ),
  );
  return rows.filter((row) =>
    row.keys.some(({ source, key }) => source === accountSource && described.has(key)),
  );
}

const rootOf = (taxId: string | null | undefined): string | null => taxId?.slice(0, 8) ?? null;

function taxIdSays(row: RowFacts, customer: KnownCustomer): TaxIdSays {
  const key = row.keys.find(({ key: one }) => one.startsWith('cnpj:'))?.key.slice('cnpj:'.length);
  const [own, known] = [rootOf(key), rootOf(customer.taxId)];
  if (own === null || known === null) return 'nothing';
  return own === known ? 'same_root' : 'other';
}

/** New names that look like a known customer's that is not in the sheet: compared where they share a word or a beginning. */
export function alikeOf(
  fresh: readonly RowFacts[],
  known: readonly KnownCustomer[],
  named: ReadonlySet<string>,
  told: Told,
): readonly Alike[] {
  const byBlock = new Map<string, KnownCustomer[]>();
  for (const customer of known) {
    if (named.has(customer.accountId)) continue;
    for (const block of blocksOf(customer.name)) {
      const list = byBlock.get(block);
      if (list) list.push(customer);
      else byBlock.set(block, [customer]);
    }
  }
  return fresh.flatMap((row) => bestOf(row, byBlock, told) ?? []);
}

/** More customers than this share a word that tells nothing. */
const crowdedBlock = 500;

function bestOf(
  row: RowFacts,
  byBlock: ReadonlyMap<string, readonly KnownCustomer[]>,
  told: Told,
): Alike | null {
  const name = row.name ?? '';
  const lists = blocksOf(name).map((block) => byBlock.get(block) ?? []);
  const near = new Set(lists.filter((list) => list.length <= crowdedBlock).flat());
  let best: Alike | null = null;
  for (const customer of near) {
    const similarity = nameSimilarity(name, customer.name);
    if (similarity < similarEnough || (best && best.similarity >= similarity)) continue;
    if (told.has(`${customer.accountId} ${nameKey(name)}`)) continue;
    const id = `alike:${customer.accountId}:${nameKey(name).slice(0, 60)}`;
    best = { kind: 'look_alike', id, customer, row, similarity, taxId: taxIdSays(row, customer) };
  }
  return best;
}

function blocksOf(name: string): readonly string[] {
  const words = tellingWords(name);
  return [...new Set([...words, words.join('').slice(0, 4)])];
}
