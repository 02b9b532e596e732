// Takes an import back: its facts are withdrawn from every as-of view, as if they had never been told here.
// Importing the same file again revives them with their first times.
import { isUuid, uuidv7 } from '#base/id.ts';
import { insertAudit } from '#store/audit.ts';
import { dropCheckpoints, dropCheckpointsFrom } from '#store/checkpoints.ts';
import { importById, setImportState } from '#store/imports.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { dropListsFrom } from '#store/lists.ts';
import { lockAccounts, lockImports } from '#store/locks.ts';
import { forgetAnswersOf } from '#store/sheet-answers.ts';
import { accountsOfImport, withdrawImport } from '#store/withdrawals.ts';
import { withdrawWorkspaceImport } from '#store/workspace-facts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** What was withdrawn was never true here, on any day. */
const firstDay = '1900-01-01';

/** Undoes a committed import; answers how many accounts it touched. */
export async function undoImport(
  session: Session,
  importId: string,
): Promise<{ id: string; withdrawn: number; accounts: number }> {
  must(session, 'data.import');
  const { workspaceId } = session;
  if (!isUuid(importId)) throw new Refusal('import-not-found', { import: importId });
  return inWorkspace(session.store, workspaceId, async (tx) => {
    await lockImports(tx, workspaceId);
    const found = await importById(tx, workspaceId, importId);
    if (!found) throw new Refusal('import-not-found', { import: importId });
    if (found.state !== 'committed')
      throw new Refusal('import-not-committed', { import: importId, state: found.state });
    const { frame } = await readSetting(tx, workspaceId);
    const by = { actor: session.actor, door: session.door, now: session.now };
    // Locked before anything is asked: whoever tells one of these facts again at this moment must be seen.
    const rootOf = await lockAccounts(tx, workspaceId, await accountsOfImport(tx, workspaceId, importId));
    const { withdrawn, accounts } = await withdrawImport(tx, workspaceId, importId, by);
    const ofTheFirm = await withdrawWorkspaceImport(tx, workspaceId, importId);
    const roots = [...new Set(accounts.map((id) => rootOf.get(id) ?? id))].sort();
    await refold(tx, workspaceId, frame.zone, roots);
    await dropCheckpoints(
      tx,
      workspaceId,
      roots.map((accountId) => ({ accountId, from: firstDay })),
    );
    if (ofTheFirm > 0) {
      await dropCheckpointsFrom(tx, workspaceId, firstDay);
      await dropListsFrom(tx, workspaceId, firstDay);
    }
    await forgetAnswersOf(tx, workspaceId, importId);
    await setImportState(tx, workspaceId, importId, {
      state: 'undone',
      report: found.report,
      now: session.now,
    });
    await insertAudit(tx, workspaceId, {
      auditId: uuidv7(session.now, session.random),
      at: session.now,
      ...by,
      verb: 'undo-import',
      detail: { import: importId, accounts: roots.length },
    });
    return { id: importId, withdrawn: withdrawn + ofTheFirm, accounts: roots.length };
  });
}
