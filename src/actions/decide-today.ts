// Decides accounts whose facts changed just now, as of today, and keeps what changed. What the batch itself moved in
// the base's figures is in the decisions of the same batch.
import { dayAt } from '#base/zone.ts';
import type { Tx } from '#store/in-workspace.ts';
import { carryContext } from '#store/lists.ts';
import { formatDay, type Day } from '#base/day.ts';
import { decisionContext } from './decision-context.ts';
import {
  decideAccounts,
  decisionSetting,
  keepChanged,
  type DecidedAccount,
  type DecisionSetting,
} from './ensure-list.ts';
import type { Session } from './session.ts';

/** Decisions of these accounts (as they are read, locked by the caller), in id order. */
export async function decideToday(
  tx: Tx,
  session: Session,
  roots: readonly string[],
  zone: string,
): Promise<readonly DecidedAccount[]> {
  if (roots.length === 0) return [];
  const today = dayAt(session.now, zone);
  const setting = await decisionSetting(tx, session, today);
  const decided = await decideAccounts(tx, session, roots, today, setting);
  const settled = await settle(tx, session, decided, today, setting);
  await keepChanged(tx, session, settled.decided, today, settled.setting);
  return settled.decided;
}

/** The accounts themselves move the base's median: those that read it are decided again by the new one. */
async function settle(
  tx: Tx,
  session: Session,
  decided: readonly DecidedAccount[],
  today: Day,
  setting: DecisionSetting,
): Promise<{ decided: readonly DecidedAccount[]; setting: DecisionSetting }> {
  const hashed = await decisionContext(tx, setting, today);
  if (hashed.hash === setting.hashed.hash) return { decided, setting };
  const moved = { ...setting, hashed };
  const reads = (one: DecidedAccount) => one.decided.decision.mrrCents === null;
  const open = decided.filter(reads).map(({ material }) => material.accountId);
  const change = { from: setting.hashed.hash, to: hashed.hash };
  await carryContext(tx, session.workspaceId, formatDay(today), change);
  const again = await decideAccounts(tx, session, open, today, moved);
  const byId = new Map(again.map((one) => [one.material.accountId, one]));
  return { decided: decided.map((one) => byId.get(one.material.accountId) ?? one), setting: moved };
}
