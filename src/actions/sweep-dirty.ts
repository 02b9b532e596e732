// Decides the accounts that usage marked: oldest first, each at most once in 30 seconds.
import { withoutFile } from '#store/files.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { claimDirty, dueAccounts } from '#store/usage.ts';
import { decideToday } from './decide-today.ts';
import { sweepBatch } from './ensure-list.ts';
import { refold } from './refold.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** Time an account rests after it was decided (ms). */
export const restMs = 30_000;

/** One round: claims marked accounts that rested `rest` ms and decides them as of today; answers how many. */
export async function sweepDirty(session: Session, rest: number = restMs): Promise<number> {
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const claim = { now: session.now, restMs: rest, limit: sweepBatch };
    const due = await dueAccounts(tx, session.workspaceId, claim);
    if (due.length === 0) return 0;
    // Accounts before marks, as ingest takes them: the other way round the two would wait for each other.
    const rootOf = await lockAccounts(tx, session.workspaceId, due);
    const ids = await claimDirty(tx, session.workspaceId, due, claim);
    if (ids.length === 0) return 0;
    const roots = [...new Set(ids.map((id) => rootOf.get(id) ?? id))];
    const setting = await readSetting(tx, session.workspaceId);
    // Known by usage alone: no fact has made a file yet.
    await refold(
      tx,
      session.workspaceId,
      setting.frame.zone,
      await withoutFile(tx, session.workspaceId, roots),
    );
    await decideToday(tx, session, roots, setting);
    return ids.length;
  });
}

/** Decides every marked account now: a list that is asked for whole may not lack what usage told a moment ago. */
export async function sweepAll(session: Session): Promise<void> {
  while ((await sweepDirty(session, 0)) > 0);
}
