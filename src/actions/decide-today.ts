// Decides accounts whose facts changed just now, as of today, and keeps what changed. What the batch itself moved in
// the base's figures is in the decisions of the same batch.
import { dayAt } from '#base/zone.ts';
import type { Tx } from '#store/in-workspace.ts';
import {
  decideAccounts,
  decisionSetting,
  keepChanged,
  settleMedian,
  type DecidedAccount,
} from './decide-accounts.ts';
import type { Session } from './session.ts';
import type { WorkspaceSetting } from './workspace-setting.ts';

/** Decisions of these accounts (as they are read, locked by the caller), in id order. */
export async function decideToday(
  tx: Tx,
  session: Session,
  roots: readonly string[],
  known: WorkspaceSetting,
): Promise<readonly DecidedAccount[]> {
  if (roots.length === 0) return [];
  const today = dayAt(session.now, known.frame.zone);
  const setting = await decisionSetting(tx, session, today, known);
  const decided = await decideAccounts(tx, session, roots, today, setting);
  const settled = await settleMedian(tx, session, decided, today, setting);
  await keepChanged(tx, session, settled, today, setting);
  return settled;
}
