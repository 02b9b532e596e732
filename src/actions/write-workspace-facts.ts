// Writes facts of the firm itself (coverage, rates, holidays). Same comparison as for accounts, no fold.
import { uuidv7 } from '#base/id.ts';
import { specOf } from '#domain/facts/catalogue.ts';
import { schemaVersion } from '#domain/facts/envelope.ts';
import type { Tx } from '#store/in-workspace.ts';
import {
  insertWorkspaceFacts,
  insertWorkspaceTexts,
  restateWorkspaceFacts,
  workspaceRevisions,
} from '#store/workspace-facts.ts';
import { classify, type StoredRevision } from './classify.ts';
import { factHash } from './fact-content.ts';
import type { FactDraft } from './fact-draft.ts';
import { knownFrom, splitTexts, type Writer, type Written } from './write-facts.ts';

/** Writes workspace facts; answers what became of each, in order. */
export async function writeWorkspaceFacts(
  tx: Tx,
  writer: Writer,
  drafts: readonly FactDraft[],
): Promise<Written[]> {
  if (drafts.length === 0) return [];
  const known = new Map<string, StoredRevision[]>();
  for (const row of await workspaceRevisions(tx, writer.workspaceId, drafts)) {
    const id = `${row.type}\n${row.source}\n${row.externalId}`;
    known.set(id, [...(known.get(id) ?? []), row]);
  }
  const rows: Parameters<typeof insertWorkspaceFacts>[2][number][] = [];
  const texts: { factId: string; field: string; text: string }[] = [];
  const restated: string[] = [];
  const written = drafts.map((draft): Written => {
    const id = `${draft.type}\n${draft.source}\n${draft.externalId}`;
    const stored = known.get(id) ?? [];
    const hash = factHash(draft);
    const knownAt = knownFrom(writer, draft, stored);
    const verdict = classify(specOf(draft.type).nature, { hash, toldAt: knownAt }, stored);
    if (verdict.kind === 'conflict') return { outcome: 'conflict', factId: null, draft };
    if (verdict.kind === 'duplicate' || verdict.kind === 'revive') {
      restated.push(verdict.factId);
      return { outcome: verdict.kind === 'revive' ? 'recorded' : 'duplicate', factId: verdict.factId, draft };
    }
    const factId = uuidv7(writer.now, writer.random);
    const split = splitTexts(draft.type, draft.body);
    for (const text of split.texts) texts.push({ factId, ...text });
    rows.push({
      id: factId,
      type: draft.type,
      body: split.rest,
      occurredAt: draft.occurredAt,
      knownAt,
      recordedAt: writer.now,
      hindsight: draft.hindsight,
      source: draft.source,
      externalId: draft.externalId,
      revision: verdict.revision,
      contentHash: hash,
      actor: writer.actor,
      door: writer.door,
      importId: writer.importId,
      schemaVersion,
    });
    known.set(id, [
      ...stored,
      { factId, revision: verdict.revision, knownAt, contentHash: hash, withdrawn: false },
    ]);
    return { outcome: verdict.revises ? 'revised' : 'recorded', factId, draft };
  });
  await insertWorkspaceFacts(tx, writer.workspaceId, rows);
  await insertWorkspaceTexts(tx, writer.workspaceId, texts);
  await restateWorkspaceFacts(tx, writer.workspaceId, writer.importId, restated);
  return written;
}
