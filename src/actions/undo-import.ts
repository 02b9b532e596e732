// Takes an import back: its facts are withdrawn from every as-of view, as if they had never been told here.
// Importing the same file again revives them with their first times.
import { isUuid, uuidv7 } from '#base/id.ts';
import { insertAudit } from '#store/audit.ts';
import { readByKey } from '#store/bulk.ts';
import { dropCheckpoints, dropCheckpointsFrom } from '#store/checkpoints.ts';
import { importById, setImportState } from '#store/imports.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { dropListsFrom } from '#store/lists.ts';
import { lockAccounts, lockImports } from '#store/locks.ts';
import { forgetAnswersOf } from '#store/sheet-answers.ts';
import { accountsOfImport, withdrawImport } from '#store/withdrawals.ts';
import { usageAccountsOf, withdrawUsage } from '#store/usage-bulk.ts';
import { rootParts } from '#store/period-bulk.ts';
import { withdrawWorkspaceImport } from '#store/workspace-facts.ts';
import { factsAtOnce, usageChanged } from './import-usage.ts';
import { rebuildDays } from './rebuild-days.ts';
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
    await readByKey(tx);
    await lockImports(tx, workspaceId);
    const found = await importById(tx, workspaceId, importId);
    if (!found) throw new Refusal('import-not-found', { import: importId });
    if (found.state !== 'committed')
      throw new Refusal('import-not-committed', { import: importId, state: found.state });
    const { frame } = await readSetting(tx, workspaceId);
    const by = { actor: session.actor, door: session.door, now: session.now };
    // Locked before anything is asked: whoever tells one of these facts again at this moment must be seen.
    const named = [
      ...(await accountsOfImport(tx, workspaceId, importId)),
      ...(await usageAccountsOf(tx, workspaceId, importId)),
    ];
    const rootOf = await lockAccounts(tx, workspaceId, [...new Set(named)].sort());
    const { withdrawn, accounts } = await withdrawImport(tx, workspaceId, importId, by);
    const usage = await withdrawUsage(tx, workspaceId, importId);
    // One account at a time: a heavy one alone may hold as many events as memory should.
    for (const span of usage.spans) await rebuildDays(tx, workspaceId, [span]);
    const lost = usage.spans.map((span) => ({
      ...span,
      rootId: rootOf.get(span.accountId) ?? span.accountId,
    }));
    await usageChanged(tx, { workspaceId, now: session.now }, lost, frame.zone);
    const ofTheFirm = await withdrawWorkspaceImport(tx, workspaceId, importId);
    const roots = [...new Set(accounts.map((id) => rootOf.get(id) ?? id))].sort();
    for (const part of await rootParts(tx, workspaceId, roots, factsAtOnce))
      await refold(tx, workspaceId, frame.zone, part);
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
    const touched = new Set([
      ...roots,
      ...usage.spans.map(({ accountId }) => rootOf.get(accountId) ?? accountId),
    ]);
    return { id: importId, withdrawn: withdrawn + ofTheFirm + usage.withdrawn, accounts: touched.size };
  });
}
