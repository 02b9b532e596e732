// Drafts of imports: begun, filled with files, read, thrown away. Nothing of a draft is a fact.
import { formatDay } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import {
  changeDraft,
  deleteDraft,
  deleteDraftFile,
  draftById,
  filesOfDrafts,
  insertChunk,
  insertDraft,
  insertDraftFile,
  openDrafts,
  type DraftFileRow,
  type DraftRow,
} from '#store/drafts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { readWorkspace } from '#store/workspaces.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { askedDay } from './days.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

export type DraftFiles = { readonly draft: DraftRow; readonly files: readonly DraftFileRow[] };

const shownDrafts = 20;
/** Files one draft may hold. */
const mostFiles = 50;
/** Bytes of a piece in which a file is kept. */
const pieceBytes = 1024 * 1024;

export async function foundDraft(tx: Tx, session: Session, id: string): Promise<DraftRow> {
  const draft = isUuid(id) ? await draftById(tx, session.workspaceId, id) : null;
  if (!draft) throw new Refusal('draft-not-found', { draft: id });
  return draft;
}

/** Begins a draft for files of a day (ISO; today when left out); answers its id. */
export async function beginDraft(session: Session, today: string | undefined, once: Once): Promise<string> {
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const workspace = await readWorkspace(tx);
      if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
      const { day } = askedDay(today, session.now, workspace.zone);
      const draftId = uuidv7(session.now, session.random);
      const { actor, now } = session;
      await insertDraft(tx, session.workspaceId, { draftId, today: formatDay(day), actor, now });
      return draftId;
    });
    return answer;
  });
}

/** Drafts that were begun and not committed, newest first, with their files. */
export async function listDrafts(session: Session): Promise<DraftFiles[]> {
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const drafts = await openDrafts(tx, session.workspaceId, shownDrafts);
    const ids = drafts.map((draft) => draft.draftId);
    const files = await filesOfDrafts(tx, session.workspaceId, ids);
    return drafts.map((draft) => ({
      draft,
      files: files.filter((file) => file.draftId === draft.draftId),
    }));
  });
}

/** One draft with its files. */
export async function readDraft(session: Session, id: string): Promise<DraftFiles> {
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const draft = await foundDraft(tx, session, id);
    return { draft, files: await filesOfDrafts(tx, session.workspaceId, [draft.draftId]) };
  });
}

/** The same, refused unless it may still be changed. */
export function stillOpen({ draft }: DraftFiles): void {
  if (draft.state !== 'open') throw new Refusal('draft-not-open', { draft: draft.draftId });
}

/** Throws a draft away. */
export async function discardDraft(session: Session, id: string): Promise<void> {
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const draft = await foundDraft(tx, session, id);
    await deleteDraft(tx, session.workspaceId, draft.draftId);
  });
}

async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    waiting.push(part);
    size += part.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** Adds a file to a draft once all of it is there; what is cut off on the way leaves nothing. */
export async function addFile(
  session: Session,
  id: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<string> {
  const found = await readDraft(session, id);
  stillOpen(found);
  if (found.files.length >= mostFiles) throw new Refusal('draft-full', { most: mostFiles });
  const { workspaceId, store } = session;
  const { draftId } = found.draft;
  const fileId = uuidv7(session.now, session.random);
  const held: Uint8Array[] = [];
  for await (const piece of pieces(bytes)) held.push(piece);
  const size = held.reduce((sum, piece) => sum + piece.length, 0);
  await inWorkspace(store, workspaceId, async (tx) => {
    await foundDraft(tx, session, draftId);
    await insertDraftFile(tx, workspaceId, { draftId, fileId, name, bytes: size });
    for (const [seq, piece] of held.entries())
      await insertChunk(tx, workspaceId, { draftId, fileId }, seq, piece);
    await changeDraft(tx, workspaceId, draftId, { failure: null }, session.now);
  });
  return fileId;
}

/** Takes a file out of a draft. */
export async function removeFile(session: Session, id: string, fileId: string): Promise<void> {
  stillOpen(await readDraft(session, id));
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const gone = isUuid(fileId) && (await deleteDraftFile(tx, session.workspaceId, id, fileId));
    if (!gone) throw new Refusal('draft-not-found', { draft: fileId });
    await changeDraft(tx, session.workspaceId, id, { failure: null }, session.now);
  });
}
