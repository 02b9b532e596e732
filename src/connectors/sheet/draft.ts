// What a row of a sheet becomes: facts without ids and instants, the keys its account may be known by, the people named.
// Times are days; the verb that records them knows the zone and the clock.
import type { Day } from '#base/day.ts';
import type { FactBodyInput, FactType } from '#domain/facts/catalogue.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';

export type FactDraft<T extends FactType = FactType> = {
  readonly [K in T]: {
    readonly type: K;
    readonly body: FactBodyInput<K>;
    /** Null for facts of the workspace. */
    readonly account: AccountKey | null;
    /** Calendar day in the workspace's zone; its first instant when the fact is stored. */
    readonly occurredOn: Day;
    /** True: known at `occurredOn` + `delayDays`, by assumption (hindsight). False: known when it is recorded. */
    readonly history: boolean;
    readonly delayDays: number;
    readonly source: string;
    /** `<row key>|<part>`: see `underKey`. */
    readonly externalId: string;
    /** True when the day stands in the sheet: a changed day is then another content. */
    readonly dated: boolean;
  };
}[T];

/** A person named in the sheet; goes to `person`, never into a body. */
export type PersonDraft = {
  /** A member of ours, or a contact of the account. */
  readonly kind: 'member' | 'contact';
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export type RowFacts = {
  readonly row: number;
  /** Strongest first: external id, CNPJ, domain, name. The first names the row's records. */
  readonly keys: readonly AccountKey[];
  readonly name: string | null;
  readonly facts: readonly FactDraft[];
  readonly people: readonly PersonDraft[];
};

/**
 * The same row with its records named by another of its keys: a later sheet that knows the CNPJ of a customer first
 * seen by name must revise the records of that name, not double them.
 */
export function underKey(row: RowFacts, key: AccountKey): RowFacts {
  const first = row.keys[0];
  if (!first || first.key === key.key) return row;
  const facts = row.facts.map((fact) => ({
    ...fact,
    account: key,
    externalId: fact.externalId.startsWith(`${first.key}|`)
      ? key.key + fact.externalId.slice(first.key.length)
      : fact.externalId,
  }));
  return { ...row, facts };
}

/**
 * What makes two drafts of one record equal: the body, and the day when it stands in the sheet.
 * Canonical JSON (keys sorted), to be hashed by the store.
 */
export function contentOf(fact: FactDraft): string {
  return canonical(fact.dated ? { body: fact.body, on: fact.occurredOn } : { body: fact.body });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`;
}
