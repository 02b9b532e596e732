// Drafts of imports: begun, filled with files, read, thrown away. Nothing of a draft is a fact.
import { createHash } from 'node:crypto';
import { formatDay } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import {
  changeDraft,
  completeDraftFile,
  deleteDraft,
  deleteDraftFile,
  draftById,
  filesOfDrafts,
  insertChunk,
  insertDraft,
  insertDraftFile,
  lockDraft,
  openDrafts,
  type DraftFileRow,
  type DraftRow,
} from '#store/drafts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { readWorkspace } from '#store/workspaces.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { askedDay } from './days.ts';
import { commitProgress, notCommitting, progressOf, runsOf, type Progress } from './draft-runs.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

export type DraftFiles = {
  readonly draft: DraftRow;
  readonly files: readonly DraftFileRow[];
  /** Of a commit under way, in rows; null: none is. */
  readonly progress: Progress | null;
};

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
  must(session, 'data.import');
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
  must(session, 'data.import');
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const running = new Map(runsOf(session.store));
    const drafts = await openDrafts(tx, session.workspaceId, shownDrafts);
    const ids = drafts.map((draft) => draft.draftId);
    const files = await filesOfDrafts(tx, session.workspaceId, ids);
    return drafts.map((draft) => ({
      draft,
      files: files.filter((file) => file.draftId === draft.draftId),
      progress: progressOf(running.get(draft.draftId)),
    }));
  });
}

/** One draft with its files. */
export async function readDraft(session: Session, id: string): Promise<DraftFiles> {
  must(session, 'data.import');
  // Asked first: of a commit that ends meanwhile it is better said that it runs than that the draft is open.
  const progress = commitProgress(session.store, id);
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const draft = await foundDraft(tx, session, id);
    return { draft, progress, files: await filesOfDrafts(tx, session.workspaceId, [draft.draftId]) };
  });
}

/** Refuses a draft that may not be changed: committed (`draft-not-open`), or being committed (`draft-busy`). */
export function stillOpen({ store }: Session, { draft }: DraftFiles): void {
  notCommitting(store, draft.draftId);
  if (draft.state !== 'open') throw new Refusal('draft-not-open', { draft: draft.draftId });
}

/** Throws a draft away; refuses with `draft-busy` while it is being committed. */
export async function discardDraft(session: Session, id: string): Promise<void> {
  must(session, 'data.import');
  notCommitting(session.store, id);
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

/** Keeps a file's pieces as they come, none of them twice in memory; answers its size and what it holds as a hash. */
async function keepPieces(
  session: Session,
  file: { readonly draftId: string; readonly fileId: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ size: number; digest: string }> {
  const hash = createHash('sha256');
  let [seq, size] = [0, 0];
  for await (const piece of pieces(bytes)) {
    const at = seq;
    await inWorkspace(session.store, session.workspaceId, (tx) =>
      insertChunk(tx, session.workspaceId, file, at, piece),
    );
    hash.update(piece);
    seq += 1;
    size += piece.length;
  }
  return { size, digest: hash.digest('hex') };
}

/** Adds a file to a draft; it is in it once all of it is there, and what is cut off on the way leaves nothing. */
export async function addFile(
  session: Session,
  id: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  key?: string,
): Promise<string> {
  must(session, 'data.import');
  const found = await readDraft(session, id);
  stillOpen(session, found);
  if (found.files.length >= mostFiles) throw new Refusal('draft-full', { most: mostFiles });
  const { workspaceId, store } = session;
  const { draftId } = found.draft;
  const fileId = uuidv7(session.now, session.random);
  const drop = () =>
    inWorkspace(store, workspaceId, (tx) => deleteDraftFile(tx, workspaceId, draftId, fileId));
  await inWorkspace(store, workspaceId, (tx) =>
    insertDraftFile(tx, workspaceId, { draftId, fileId, name, bytes: null }),
  );
  try {
    const { size, digest } = await keepPieces(session, { draftId, fileId }, bytes);
    const once = key === undefined ? null : { key, request: ['draft-file', draftId, name, digest] };
    const { answer } = await inWorkspace(store, workspaceId, (tx) =>
      answeredOnce(tx, session, once, async () => {
        const draft = await lockDraft(tx, workspaceId, draftId);
        if (draft?.state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
        await completeDraftFile(tx, workspaceId, { draftId, fileId }, size);
        await changeDraft(tx, workspaceId, draftId, { failure: null }, session.now);
        return fileId;
      }),
    );
    // Sent a second time under its key: the first one stands.
    if (answer !== fileId) await drop();
    return answer;
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Takes a file out of a draft. */
export async function removeFile(session: Session, id: string, fileId: string): Promise<void> {
  must(session, 'data.import');
  stillOpen(session, await readDraft(session, id));
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const gone = isUuid(fileId) && (await deleteDraftFile(tx, session.workspaceId, id, fileId));
    if (!gone) throw new Refusal('draft-not-found', { draft: fileId });
    await changeDraft(tx, session.workspaceId, id, { failure: null }, session.now);
  });
}
