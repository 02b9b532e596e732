// Decides the accounts that usage marked: oldest first, each at most once in 30 seconds.
import { dayAt } from '#base/zone.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { claimDirty } from '#store/usage.ts';
import { decideAccounts, decisionSetting, keepChanged, sweepBatch } from './ensure-list.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** Time an account rests after it was decided (ms). */
export const restMs = 30_000;

/** One round: claims marked accounts and decides them as of today; answers how many. */
export async function sweepDirty(session: Session): Promise<number> {
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const ids = await claimDirty(tx, session.workspaceId, { now: session.now, restMs, limit: sweepBatch });
    if (ids.length === 0) return 0;
    const roots = [...new Set((await lockAccounts(tx, session.workspaceId, ids)).values())];
    const { frame } = await readSetting(tx, session.workspaceId);
    const today = dayAt(session.now, frame.zone);
    const setting = await decisionSetting(tx, session, today);
    const decided = await decideAccounts(tx, session, roots, today, setting);
    await keepChanged(tx, session, decided, today, setting);
    return ids.length;
  });
}
