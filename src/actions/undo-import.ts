// Takes an import back: its facts are withdrawn from every as-of view, as if they had never been told here.
// Importing the same file again revives them with their first times.
import { uuidv7 } from '#base/id.ts';
import { insertAudit } from '#store/audit.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { importById, setImportState } from '#store/imports.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { withdrawImport } from '#store/withdrawals.ts';
import { setImportWithdrawn } from '#store/workspace-facts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** Undoes a committed import; answers how many accounts it touched. */
export async function undoImport(
  session: Session,
  importId: string,
): Promise<{ id: string; withdrawn: number; accounts: number }> {
  const { workspaceId } = session;
  return inWorkspace(session.store, workspaceId, async (tx) => {
    const found = await importById(tx, workspaceId, importId);
    if (!found) throw new Refusal('import-not-found', { import: importId });
    if (found.state !== 'committed')
      throw new Refusal('import-not-committed', { import: importId, state: found.state });
    const { frame } = await readSetting(tx, workspaceId);
    const by = { actor: session.actor, door: session.door, now: session.now };
    const { withdrawn, accounts } = await withdrawImport(tx, workspaceId, importId, by);
    await setImportWithdrawn(tx, workspaceId, importId, true);
    const roots = [...new Set((await lockAccounts(tx, workspaceId, accounts)).values())].sort();
    await refold(tx, workspaceId, frame.zone, roots);
    await dropCheckpoints(
      tx,
      workspaceId,
      roots.map((accountId) => ({ accountId, from: '1970-01-01' })),
    );
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
    return { id: importId, withdrawn, accounts: roots.length };
  });
}
