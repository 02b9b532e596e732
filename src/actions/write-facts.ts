// Writes account facts inside a transaction: compares them with what is stored and inserts what is new, in a few
// statements however many facts there are. Decides nothing about the accounts.
import { uuidv7 } from '#base/id.ts';
import { specOf, type FactType } from '#domain/facts/catalogue.ts';
import { schemaVersion, type Door } from '#domain/facts/envelope.ts';
import { insertConflicts, insertFacts, insertTexts, revisionsOf, type StoredFact } from '#store/facts.ts';
import type { Tx } from '#store/in-workspace.ts';
import { insertRestatements, setWithdrawn } from '#store/withdrawals.ts';
import { classify, type StoredRevision } from './classify.ts';
import { factHash } from './fact-content.ts';
import type { FactDraft, FactOutcome } from './fact-draft.ts';

export type Writer = {
  readonly workspaceId: string;
  readonly actor: string;
  readonly door: Door;
  readonly now: number;
  readonly random: () => number;
  readonly importId: string | null;
};
export type Written = {
  readonly outcome: FactOutcome;
  readonly factId: string | null;
  readonly draft: FactDraft;
};
type AccountDraft = FactDraft & { readonly accountId: string };
type Plan = {
  facts: StoredFact[];
  texts: { accountId: string; factId: string; field: string; text: string }[];
  conflicts: Parameters<typeof insertConflicts>[2][number][];
  restated: { accountId: string; factId: string }[];
  revived: { accountId: string; factId: string }[];
};

const identityOf = (of: { accountId: string; type: string; source: string; externalId: string }) =>
  `${of.accountId}\n${of.type}\n${of.source}\n${of.externalId}`;

/** Splits free text from a body: texts lie apart from numbers and codes. */
export function splitTexts(type: FactType, body: Readonly<Record<string, unknown>>) {
  const texts: { field: string; text: string }[] = [];
  const rest: Record<string, unknown> = {};
  const names = specOf(type).texts;
  for (const [field, value] of Object.entries(body)) {
    if (names.includes(field)) {
      if (typeof value === 'string' && value !== '') texts.push({ field, text: value });
    } else rest[field] = value;
  }
  return { rest, texts };
}

/** From when a telling is known (ms). A correction counts from its own known time, however old what it corrects. */
export function knownFrom(writer: Writer, draft: FactDraft, stored: readonly StoredRevision[]): number {
  const told = stored.some((row) => !row.withdrawn);
  return Math.min((told ? draft.correctedAt : draft.knownAt) ?? writer.now, writer.now);
}

type Fresh = { readonly hash: string; readonly revision: number; readonly knownAt: number };

function planFact(plan: Plan, writer: Writer, draft: AccountDraft, fresh: Fresh): string {
  const id = uuidv7(writer.now, writer.random);
  const { rest, texts } = splitTexts(draft.type, draft.body);
  plan.facts.push({
    id,
    accountId: draft.accountId,
    type: draft.type,
    body: rest as StoredFact['body'],
    occurredAt: draft.occurredAt,
    knownAt: fresh.knownAt,
    recordedAt: writer.now,
    hindsight: draft.hindsight,
    source: draft.source,
    externalId: draft.externalId,
    revision: fresh.revision,
    actor: writer.actor,
    door: writer.door,
    importId: writer.importId,
    schemaVersion,
    contentHash: fresh.hash,
  });
  for (const text of texts) plan.texts.push({ accountId: draft.accountId, factId: id, ...text });
  return id;
}

function planOne(plan: Plan, writer: Writer, draft: AccountDraft, stored: StoredRevision[]): Written {
  const hash = factHash(draft);
  const toldAt = knownFrom(writer, draft, stored);
  const verdict = classify(specOf(draft.type).nature, { hash, toldAt }, stored);
  const at = { accountId: draft.accountId };
  switch (verdict.kind) {
    case 'duplicate':
      plan.restated.push({ ...at, factId: verdict.factId });
      return { outcome: 'duplicate', factId: verdict.factId, draft };
    case 'revive': {
      plan.revived.push({ ...at, factId: verdict.factId });
      plan.restated.push({ ...at, factId: verdict.factId });
      const row = stored.findIndex((s) => s.factId === verdict.factId);
      stored.splice(row, 1, { ...stored[row]!, withdrawn: false });
      return { outcome: 'recorded', factId: verdict.factId, draft };
    }
    case 'conflict':
      plan.conflicts.push({
        ...at,
        conflictId: uuidv7(writer.now, writer.random),
        type: draft.type,
        source: draft.source,
        externalId: draft.externalId,
        contentHash: hash,
        body: splitTexts(draft.type, draft.body).rest,
      });
      return { outcome: 'conflict', factId: null, draft };
    case 'new': {
      const { revision } = verdict;
      const factId = planFact(plan, writer, draft, { hash, revision, knownAt: toldAt });
      stored.push({ factId, revision, knownAt: toldAt, contentHash: hash, withdrawn: false });
      return { outcome: verdict.revises ? 'revised' : 'recorded', factId, draft };
    }
  }
}

/** Writes account facts; answers what became of each, in order. All or nothing with the transaction. */
export async function writeFacts(
  tx: Tx,
  writer: Writer,
  drafts: readonly AccountDraft[],
): Promise<Written[]> {
  const known = new Map<string, StoredRevision[]>();
  const asked = drafts.map(({ accountId, type, source, externalId }) => ({
    accountId,
    type,
    source,
    externalId,
  }));
  for (const row of await revisionsOf(tx, writer.workspaceId, asked)) {
    const id = identityOf(row);
    const list = known.get(id) ?? [];
    if (!list.some((other) => other.factId === row.factId)) list.push(row);
    known.set(id, list);
  }
  const plan: Plan = { facts: [], texts: [], conflicts: [], restated: [], revived: [] };
  const written = drafts.map((draft) => {
    const id = identityOf(draft);
    const stored = known.get(id) ?? [];
    known.set(id, stored);
    return planOne(plan, writer, draft, stored);
  });
  await insertFacts(tx, writer.workspaceId, plan.facts);
  await insertTexts(tx, writer.workspaceId, plan.texts);
  await insertConflicts(tx, writer.workspaceId, plan.conflicts, writer.now);
  const state = {
    withdrawn: false,
    importId: writer.importId,
    actor: writer.actor,
    door: writer.door,
    now: writer.now,
  };
  await setWithdrawn(tx, writer.workspaceId, plan.revived, state);
  await insertRestatements(tx, writer.workspaceId, writer.importId, plan.restated);
  return written;
}
