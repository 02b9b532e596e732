// What accounts share on a day, settled once their list is complete: one notice about the base in place of a hundred
// equal alarms, and limited capacity. Only accounts that it touches are decided again.
import { compareText } from '#domain/account-file/order.ts';
import { formatDay, type Day } from '#base/day.ts';
import { withoutSlot } from '#engine/allocate.ts';
import { noticesOf, type BaseNotice } from '#engine/base-notices.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import {
  accountsStarting,
  carryContext,
  claimsOf,
  readNotices,
  readWaits,
  replaceNotices,
  replaceWaits,
  watchedCounts,
} from '#store/list-shares.ts';
import { lockAccounts } from '#store/locks.ts';
import { decideAccounts, decisionSetting, settleMedian, type DecisionSetting } from './decide-accounts.ts';
import { medianContext } from './decision-context.ts';
import type { Session } from './session.ts';

/** Accounts decided in one transaction. */
const batch = 400;

/** Settles the list of a day; answers how many accounts were decided again. Settling twice changes nothing more. */
export async function settleList(session: Session, day: Day): Promise<number> {
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(session.store, session.workspaceId, work);
  const alarmed = await within((tx) => settleNotices(tx, session, day));
  await decideAgain(session, day, alarmed);
  const waiting = await within((tx) => settleCapacity(tx, session, day));
  await decideAgain(session, day, waiting);
  return alarmed.length + waiting.length;
}

/** The notices of a day as they stand: for those who show its list. */
export async function noticesOfDay(tx: Tx, workspaceId: string, day: Day): Promise<readonly BaseNotice[]> {
  return readNotices(tx, workspaceId, formatDay(day));
}

const told = ({ signal, since }: BaseNotice): string => `${signal}=${since}`;

/** Writes the notices that the rows call for; answers the accounts at which one appeared or went. */
async function settleNotices(tx: Tx, session: Session, day: Day): Promise<readonly string[]> {
  const { workspaceId } = session;
  const asOf = formatDay(day);
  const setting = await decisionSetting(tx, session, day);
  const stored = await readNotices(tx, workspaceId, asOf);
  const counts = await watchedCounts(tx, workspaceId, asOf, setting.frame.zone);
  const notices = noticesOf(counts);
  if (JSON.stringify(notices) === JSON.stringify(stored)) return [];
  const [before, now] = [new Set(stored.map(told)), new Set(notices.map(told))];
  const moved = [...stored, ...notices].filter((one) => before.has(told(one)) !== now.has(told(one)));
  await replaceNotices(tx, workspaceId, asOf, notices);
  if (moved.length === 0) return [];
  const touched = await accountsStarting(tx, workspaceId, asOf, moved);
  await carry(tx, session, day, setting, touched);
  return touched;
}

/** Accounts that no notice touches are as they would be decided now: their rows say so. */
async function carry(
  tx: Tx,
  session: Session,
  day: Day,
  old: DecisionSetting,
  except: readonly string[],
): Promise<void> {
  const { workspaceId } = session;
  const hashes = async ({ hashed }: DecisionSetting): Promise<readonly [string, string]> => [
    hashed.hash,
    (await medianContext(tx, workspaceId, hashed, day)).hash,
  ];
  const from = await hashes(old);
  const to = await hashes(await decisionSetting(tx, session, day));
  for (const i of [0, 1] as const)
    await carryContext(tx, workspaceId, formatDay(day), { from: from[i], to: to[i], except });
}

/** Shares this month's capacity over the rows; answers the accounts whose share changed. */
async function settleCapacity(tx: Tx, session: Session, day: Day): Promise<readonly string[]> {
  const { workspaceId } = session;
  const asOf = formatDay(day);
  const { hashed } = await decisionSetting(tx, session, day);
  const { capacity } = hashed.context;
  const stored = await readWaits(tx, workspaceId, asOf, null);
  const limited = Object.keys(capacity).length > 0;
  const gone = limited ? withoutSlot(await claimsOf(tx, workspaceId, asOf), capacity) : new Map();
  const rows = [...gone].map(([accountId, offers]) => ({ accountId, offers: [...offers].sort(compareText) }));
  const before = new Map(stored.map((row) => [row.accountId, row.offers.join()]));
  const now = new Map(rows.map((row) => [row.accountId, row.offers.join()]));
  const moved = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) => before.get(id) !== now.get(id),
  );
  if (moved.length > 0) await replaceWaits(tx, workspaceId, asOf, rows);
  return moved.sort(compareText);
}

/** What the day's decisions share is read once: read for every batch it would cost the square of the base. */
async function decideAgain(session: Session, day: Day, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { setting, median } = await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const read = await decisionSetting(tx, session, day);
    return { setting: read, median: await medianContext(tx, session.workspaceId, read.hashed, day) };
  });
  for (let from = 0; from < ids.length; from += batch) {
    const some = ids.slice(from, from + batch);
    await inWorkspace(session.store, session.workspaceId, async (tx) => {
      await lockAccounts(tx, session.workspaceId, some);
      const decided = await decideAccounts(tx, session, some, day, setting);
      await settleMedian(tx, session, decided, day, setting, median);
    });
  }
}
