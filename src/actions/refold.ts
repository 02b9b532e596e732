// Makes the account files again from the facts, and with them the names that lists and search show.
// The caller holds the accounts' locks.
import { normalise, tokens } from '#base/text.ts';
import { teamOf } from '#domain/account/account.ts';
import { compareFacts } from '#domain/account-file/order.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import type { FactType } from '#domain/facts/catalogue.ts';
import { sourcePriority } from '#domain/facts/source-priority.ts';
import { foldFile } from '#engine/fold.ts';
import { describeAccounts } from '#store/accounts.ts';
import { foldFactsOf, type FoldRow } from '#store/facts.ts';
import { deleteFiles, upsertFiles, type FileRow } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import { dropFromLists } from '#store/lists.ts';
import { rootsInUse } from '#store/usage.ts';

type Described = {
  name: string | null;
  taxId: string | null;
  segment: string | null;
  domains: readonly string[];
  group: string | null;
};

/** Who of ours owns an account by all that its facts tell: its CSM, else the first of the team; null: nobody. */
export function ownerNow(facts: readonly FoldFact[]): string | null {
  const newest = new Map<string, FoldFact>();
  for (const fact of facts) {
    if (fact.type !== 'team-assigned' && fact.type !== 'team-released') continue;
    const id = `${fact.type}\n${fact.source}\n${fact.externalId}`;
    const other = newest.get(id);
    if (!other || other.revision < fact.revision) newest.set(id, fact);
  }
  const told = [...newest.values()].sort(compareFacts).map((fact) => ({
    ...(fact.body as { readonly member: string; readonly role: string }),
    type: fact.type,
    occurred: fact.occurredAt,
  }));
  const team = teamOf(
    told.filter(({ type }) => type === 'team-assigned'),
    told.filter(({ type }) => type === 'team-released'),
  );
  return (team.find(({ role }) => role === 'csm') ?? team[0])?.member ?? null;
}

/** The names an account's facts tell: per field, the last one in winner order that says it. */
export function describe(facts: readonly FoldFact[]): Described {
  const told: Described = { name: null, taxId: null, segment: null, domains: [], group: null };
  const newest = new Map<string, FoldFact>();
  for (const fact of facts) {
    if (fact.type !== 'account-described') continue;
    const id = `${fact.source}\n${fact.externalId}`;
    const other = newest.get(id);
    if (!other || other.revision < fact.revision) newest.set(id, fact);
  }
  for (const fact of [...newest.values()].sort(compareFacts)) {
    const body = fact.body as Partial<Described>;
    told.name = body.name ?? told.name;
    told.taxId = body.taxId ?? told.taxId;
    told.segment = body.segment ?? told.segment;
    told.domains = body.domains ?? told.domains;
    told.group = body.group ?? told.group;
  }
  return told;
}

/** Words that find an account: those of its name, and its tax id without punctuation. */
export function searchTokens(name: string | null, taxId: string | null): string[] {
  const words = name === null ? [] : [...tokens(name), normalise(name).replaceAll(' ', '')];
  const id = taxId === null ? [] : [taxId.toLowerCase().replace(/[^0-9a-z]/g, '')];
  return [...new Set([...words, ...id])].filter((word) => word !== '').slice(0, 40);
}

/** Words that find an account by any name or tax id it ever had: a past day shows it under an older one. */
function everyToken(now: Described, facts: readonly FoldFact[]): string[] {
  const found = new Set(searchTokens(now.name, now.taxId));
  for (const { type, body } of facts) {
    if (type !== 'account-described') continue;
    const { name = null, taxId = null } = body as { name?: string; taxId?: string };
    for (const token of searchTokens(name, taxId)) found.add(token);
  }
  return [...found].slice(0, 200);
}

export function toFoldFact(row: FoldRow): FoldFact {
  const { id, type, body, occurredAt, knownAt, source, externalId, revision } = row;
  const priority = sourcePriority(source);
  return {
    id,
    type,
    body,
    occurredAt,
    knownAt,
    source,
    sourcePriority: priority,
    externalId,
    revision,
  } as FoldFact;
}

/** Facts of accounts, of one type or of all, grouped by the account they are read as. */
export async function factsByRoot(
  tx: Tx,
  workspaceId: string,
  roots: readonly string[],
  type: FactType | null = null,
): Promise<Map<string, FoldFact[]>> {
  const grouped = new Map<string, FoldFact[]>(roots.map((root) => [root, []]));
  for (const row of byKnown(await foldFactsOf(tx, workspaceId, roots, type)))
    grouped.get(row.rootId)?.push(toFoldFact(row));
  return grouped;
}

/**
 * Revisions of each record counted in the order in which they were known: stored numbers tell the order of arrival,
 * which decides nothing (a correction that comes late does not override a newer one).
 */
function byKnown<T extends FoldRow>(rows: readonly T[]): readonly T[] {
  const records = new Map<string, T[]>();
  for (const row of rows) {
    // No text of the store holds a NUL.
    const id = [row.accountId, row.type, row.source, row.externalId].join('\0');
    const record = records.get(id);
    if (record) record.push(row);
    else records.set(id, [row]);
  }
  return [...records.values()].flatMap((record) =>
    record
      .sort((a, b) => a.knownAt - b.knownAt || a.revision - b.revision)
      .map((row, i) => ({ ...row, revision: i + 1 })),
  );
}

/** What the tables of accounts show of an account by its facts: name, tax id, segment, domains, group, search words. */
export function shownOf(
  accountId: string,
  facts: readonly FoldFact[],
): Parameters<typeof describeAccounts>[2][number] {
  const told = describe(facts);
  return { accountId, ...told, tokens: everyToken(told, facts) };
}

/** Roots whose facts are held at once. */
const rootsAtOnce = 500;

/**
 * Folds these roots anew and takes them off every list. A root without a fact keeps no file, unless there is usage of it:
 * who uses the service is a customer, whatever else is known.
 */
export async function refold(
  tx: Tx,
  workspaceId: string,
  zone: string,
  roots: readonly string[],
): Promise<void> {
  for (let from = 0; from < roots.length; from += rootsAtOnce)
    await refoldSome(tx, workspaceId, zone, roots.slice(from, from + rootsAtOnce));
}

async function refoldSome(
  tx: Tx,
  workspaceId: string,
  zone: string,
  roots: readonly string[],
): Promise<void> {
  const files: FileRow[] = [];
  const names: Parameters<typeof describeAccounts>[2][number][] = [];
  const empty: string[] = [];
  for (const [accountId, facts] of await factsByRoot(tx, workspaceId, roots)) {
    if (facts.length === 0) {
      empty.push(accountId);
      continue;
    }
    const { file, refs } = foldFile(facts, zone);
    files.push({ accountId, file, refs, facts: facts.length, owner: ownerNow(facts) });
    names.push(shownOf(accountId, facts));
  }
  const used = await rootsInUse(tx, workspaceId, empty);
  for (const { rootId, name } of used) {
    files.push({ accountId: rootId, ...foldFile([], zone), facts: 0, owner: null });
    const tokensOfName = searchTokens(name, null);
    const nothing = { name: null, taxId: null, segment: null, domains: [], group: null };
    names.push({ accountId: rootId, ...nothing, tokens: tokensOfName });
  }
  const inUse = new Set(used.map((row) => row.rootId));
  await upsertFiles(tx, workspaceId, files);
  await deleteFiles(
    tx,
    workspaceId,
    empty.filter((id) => !inUse.has(id)),
  );
  await describeAccounts(tx, workspaceId, names);
  await dropFromLists(tx, workspaceId, roots);
}
