// What the store knows of the accounts a sheet names: under which key their records stand, and the contracts, seats
// and answers a changed row is compared with.
import type { Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { contentOf, type FactDraft as SheetDraft, type RowFacts } from '#connectors/sheet/draft.ts';
import type { PreviousContract, PreviousRow } from '#connectors/sheet/diff-row.ts';
import { contractSigned } from '#domain/facts/money-facts.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { sheetFacts, type SheetFactRow } from '#store/facts.ts';
import type { Tx } from '#store/in-workspace.ts';

const keyOf = (externalId: string) => externalId.slice(0, externalId.lastIndexOf('|'));
const after = (a: SheetFactRow, b: SheetFactRow) =>
  a.occurredAt - b.occurredAt || a.knownAt - b.knownAt || a.revision - b.revision;
const linesOf = (fact: SheetFactRow | undefined) => (fact?.body['lines'] ?? []) as ContractLine[];

/** The stored side is looked at from the day of a file; `told` is the day of the next sheet that told of the account. */
export type SheetDay = { readonly file: Day; readonly told: Day | null; readonly zone: string };

const signedBody = contractSigned.body;
const changes = new Set(['contract-amended', 'contract-renewed']);

function contractsOf(all: readonly SheetFactRow[], at: SheetDay): PreviousContract[] {
  const dayOf = (fact: SheetFactRow): Day => dayAt(fact.occurredAt, at.zone);
  const facts = all.filter((fact) => fact.type === 'contract-signed' || dayOf(fact) <= at.file);
  const signed = new Map<string, SheetFactRow>();
  for (const fact of facts)
    if (fact.type === 'contract-signed') signed.set(String(fact.body['contract']), fact);
  return [...signed].map(([contract, fact]) => {
    const changed = (one: SheetFactRow): boolean =>
      changes.has(one.type) && one.body['contract'] === contract && linesOf(one).length > 0;
    const later = facts.findLast(changed);
    const { file, told } = at;
    const since = all.some((one) => changed(one) && dayOf(one) > file && dayOf(one) <= (told ?? file));
    return {
      contract,
      signed: linesOf(fact),
      current: linesOf(later ?? fact),
      signedOn: dayOf(fact),
      stopped: stopOf(facts, contract),
      ...(told === null ? {} : { newer: { body: signedBody.parse(fact.body), on: since ? null : told } }),
    };
  });
}

const stops: Readonly<Record<string, 'paused' | 'ended' | null>> = {
  'contract-paused': 'paused',
  'contract-ended': 'ended',
  'notice-given': 'ended',
  'contract-resumed': null,
  'contract-renewed': null,
};

/** What the last word on a contract's course says. */
function stopOf(facts: readonly SheetFactRow[], contract: string): 'paused' | 'ended' | null {
  const last = facts.findLast((fact) => fact.type in stops && fact.body['contract'] === contract);
  return last ? (stops[last.type] ?? null) : null;
}

/** The stored side of one account, from its facts oldest first. */
export function previousOf(facts: readonly SheetFactRow[], at: SheetDay): PreviousRow | null {
  if (facts.length === 0) return null;
  const { zone } = at;
  const seats = facts.findLast(
    (fact) =>
      fact.type === 'state-observed' &&
      fact.body['metric'] === 'seats' &&
      dayAt(fact.occurredAt, zone) <= at.file,
  );
  const answers = facts
    .filter((fact) => fact.type === 'survey-answered')
    .map((fact) => {
      const draft = { type: fact.type, body: { ...fact.body, ...fact.texts }, dated: false };
      return {
        externalId: fact.externalId,
        content: contentOf(draft as unknown as SheetDraft),
        on: dayAt(fact.occurredAt, zone),
      };
    });
  return {
    contracts: contractsOf(facts, at),
    seats: seats ? { value: Number(seats.body['value']), on: dayAt(seats.occurredAt, zone) } : null,
    answers,
  };
}

/** Keys under which an account's records of this source stand, newest last. */
function recordKeys(facts: readonly SheetFactRow[], source: string): string[] {
  const own = facts.filter((fact) => fact.type === 'account-described' && fact.source === source);
  return [...new Set(own.map((fact) => keyOf(fact.externalId)))];
}

/**
 * The key a row's records are to be named by: the one they stand under already, however the row names the account
 * now; else the row's strongest.
 */
export function recordKey(
  row: RowFacts,
  facts: readonly SheetFactRow[],
  source: string = row.facts[0]?.source ?? '',
): string | null {
  const standing = recordKeys(facts, source);
  const shared = row.keys.find(({ key }) => standing.includes(key));
  if (shared) return shared.key;
  return standing.length === 1 ? (standing[0] ?? null) : (row.keys[0]?.key ?? null);
}

/** What a row of customers is compared with. */
const sheetTypes = [
  'account-described',
  'contract-signed',
  'contract-amended',
  'contract-renewed',
  'contract-paused',
  'contract-resumed',
  'contract-ended',
  'notice-given',
  'state-observed',
  'survey-answered',
];
/** What a person is shown of a customer as it was before, beside that. */
const shownTypes = [...sheetTypes, 'team-assigned', 'note-written', 'pulse-taken', 'stage-placed'];

async function historyOf(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  types: readonly string[],
  without: ReadonlySet<string>,
): Promise<Map<string, SheetFactRow[]>> {
  const byAccount = new Map<string, SheetFactRow[]>();
  for (const fact of await sheetFacts(tx, workspaceId, accountIds, types, [...without])) {
    const list = byAccount.get(fact.accountId);
    if (list) list.push(fact);
    else byAccount.set(fact.accountId, [fact]);
  }
  for (const list of byAccount.values()) list.sort(after);
  return byAccount;
}

/** Facts of accounts that a sheet may revise, by account, oldest first. */
export async function sheetHistory(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Map<string, SheetFactRow[]>> {
  return await historyOf(tx, workspaceId, accountIds, sheetTypes, new Set());
}

export type ComparedFact = SheetFactRow;
const atOnce = 1000;

/** What a person is shown of accounts as they were before some imports, by account, oldest first. */
export async function comparedHistory(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  without: ReadonlySet<string>,
): Promise<Map<string, ComparedFact[]>> {
  const history = new Map<string, ComparedFact[]>();
  for (let from = 0; from < accountIds.length; from += atOnce) {
    const ids = accountIds.slice(from, from + atOnce);
    for (const [id, facts] of await historyOf(tx, workspaceId, ids, shownTypes, without))
      history.set(id, facts);
  }
  return history;
}
