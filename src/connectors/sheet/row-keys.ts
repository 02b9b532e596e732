// The keys a row's account may be known by, strongest first. A name or a domain that two different customers of one
// sheet share identifies neither.
import type { AccountKey } from '#domain/facts/envelope.ts';
import { nameKey, readDomain } from './cell-words.ts';
import type { RowValues } from './read-row.ts';

/** Accounts of all sheets are known by one family of keys, whatever table names them. */
export const accountSource = 'sheet:accounts';

export type KeyBook = {
  /** Keys of a row; empty when nothing names its account; null when only a shared name does. */
  keysOf(row: RowValues): readonly AccountKey[] | null;
};

/** Reads all rows once to learn which names and domains are shared. */
export function keyBook(rows: Iterable<RowValues>): KeyBook {
  const book = openKeyBook();
  for (const row of rows) book.add(row);
  return book;
}

/** The same book, open: what it has read so far holds. */
export function openKeyBook(): KeyBook & { add(row: RowValues): void } {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  return {
    add: (row) => {
      const strong = strongKeys(row)[0];
      for (const weak of weakKeys(row)) {
        if (strong === undefined && weak.startsWith('name:')) continue;
        const owner = strong ?? `row:${row.row}`;
        const known = owners.get(weak);
        if (known !== undefined && known !== owner) shared.add(weak);
        owners.set(weak, owner);
      }
    },
    keysOf: (row) => {
      const strong = strongKeys(row);
      const weak = weakKeys(row).filter((key) => !shared.has(key));
      const named = weak.some((key) => key.startsWith('name:'));
      if (strong.length === 0 && !named)
        return weakKeys(row).some((key) => key.startsWith('name:')) ? null : [];
      // A domain alone is no row key: it comes before the name only as another way to find the account.
      const ordered = strong.length > 0 ? [...strong, ...weak] : weak.toSorted((a, b) => rank(a) - rank(b));
      return ordered.map((key) => ({ source: accountSource, key }));
    },
  };
}

function rank(key: string): number {
  return key.startsWith('name:') ? 0 : 1;
}

function strongKeys(row: RowValues): readonly string[] {
  const id = row.text('externalId');
  const taxId = row.text('taxId');
  return [...(id === null ? [] : [`id:${id.slice(0, 200)}`]), ...(taxId === null ? [] : [`cnpj:${taxId}`])];
}

function weakKeys(row: RowValues): readonly string[] {
  const name = row.text('name');
  const domain = row.text('domain') ?? domainOfEmail(row.text('email'));
  return [
    ...(domain === null ? [] : [`domain:${domain}`]),
    ...(name === null ? [] : [`name:${nameKey(name)}`]),
  ];
}

function domainOfEmail(email: string | null): string | null {
  const read = email === null ? null : readDomain(email);
  return read?.kind === 'value' ? read.value : null;
}
