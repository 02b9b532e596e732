// What an account is handed out with: its standing facts, the names behind its keys. Makers of rows read it; it knows
// no store.
import type { Day } from '#base/day.ts';

export type HeldFact = {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>> | null;
  /** Calendar days in the workspace's zone. */
  readonly on: Day;
  readonly knownOn: Day;
  readonly source: string;
  readonly externalId: string;
  /** The record it came to; several are read as one after a join. */
  readonly shell: string;
};
export type ContactPerson = {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};
export type OutAccount = {
  readonly id: string;
  readonly name: string;
  /** Its code in the sheet of customers, if it has one. */
  readonly code: string | null;
  /** Oldest first. */
  readonly facts: readonly HeldFact[];
  readonly people: readonly ContactPerson[];
};
export type OutSetting = {
  /** Day of the file: of the newest state that a sheet told. */
  readonly fileDay: Day;
  readonly currency: string;
  /** Our people: key → name. */
  readonly members: Readonly<Record<string, string>>;
  /** Stage of the method → its label. */
  readonly stages: ReadonlyMap<string, string>;
  /** Custom fields: key → label. */
  readonly labels: ReadonlyMap<string, string>;
  /** Takes amounts out of texts, for who is not told them; null: amounts go out. */
  readonly hideText: ((text: string) => string) | null;
};

/** Text of a field, be it kept in the body or apart. */
export function textIn(fact: HeldFact, field: string): string | null {
  const told = fact.texts?.[field] ?? fact.body[field];
  return typeof told === 'string' && told !== '' ? told : null;
}

/** Standing facts of one type, oldest first. */
export const facts = (account: OutAccount, type: string): readonly HeldFact[] =>
  account.facts.filter((fact) => fact.type === type);

/** What stands after the row's key in the outside id of a sheet's record. */
export const partOf = (fact: HeldFact): string => fact.externalId.slice(fact.externalId.lastIndexOf('|') + 1);

/** Sheets of customers tell under this source. */
export const customerSheet = 'sheet:accounts';
