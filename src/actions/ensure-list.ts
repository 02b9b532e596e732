// Makes the list of a day complete: decides every account that has no fitting row. The nightly sweep, the weekly
// list and any past day go through here; one fact that arrives decides its own account only.
import { formatDay, type Day } from '#base/day.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { closeLists, listState, markComplete } from '#store/list-days.ts';
import { lockAccounts } from '#store/locks.ts';
import { missingFromList } from '#store/lists.ts';
import {
  decideAccounts,
  decisionSetting,
  settleMedian,
  type DecidedAccount,
  type DecisionSetting,
} from './decide-accounts.ts';
import { medianContext, type HashedContext } from './decision-context.ts';
import { runningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { settleList } from './settle-list.ts';

/** Accounts decided in one transaction: small enough that nobody waits long for a lock. */
export const sweepBatch = 400;
/** Accounts found in one statement: looking for them may pass over the whole list, so it is done seldom. */
const foundAtOnce = 20_000;

/** The marks of a day's list: whether it lacks nobody; `changes` tells one state of it from another. */
export async function stateOfList(
  tx: Tx,
  session: Session,
  day: Day,
): Promise<{ complete: boolean; changes: number }> {
  const { version } = await runningMethod(tx, session.workspaceId, session.now);
  const { methodVersion, gaps, changes } = await listState(tx, session.workspaceId, formatDay(day), 1);
  return { complete: methodVersion === version && gaps.length === 0, changes };
}

/**
 * Completes the list of a day and settles what its accounts share. Returns at once where nothing was lacking and
 * nobody asks for it `strict`.
 */
export async function ensureList(session: Session, day: Day, strict: boolean): Promise<{ decided: number }> {
  const { decided } = await complete(session, day, strict);
  const settled = strict || decided > 0 ? await settleList(session, day) : 0;
  return { decided: decided + settled };
}

/**
 * Completes the list of a day. `strict` also decides again what another context decided, so that equal facts give
 * equal bytes however they came; otherwise rows of the day stand until their own account changes.
 */
async function complete(session: Session, day: Day, strict: boolean): Promise<{ decided: number }> {
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(session.store, session.workspaceId, work);
  for (let decided = 0; ;) {
    if (!strict && (await within((tx) => stateOfList(tx, session, day))).complete) return { decided };
    const find = (tx: Tx, setting: DecisionSetting, after: string | null): Promise<string[]> =>
      strict ? outdated(tx, session, day, setting, null, after) : lacking(tx, session, day, setting, after);
    const { count, moneyless } = await decideAll(session, day, find, null);
    decided += count;
    // The base's median follows from its accounts: those that read it are decided once it stands.
    if (!strict && moneyless.length === 0 && (await within((tx) => close(tx, session, day))))
      return { decided };
    const median = await within((tx) => medianNow(tx, session, day));
    const reads = (tx: Tx, setting: DecisionSetting, after: string | null): Promise<string[]> =>
      strict
        ? outdated(tx, session, day, setting, median, after)
        : Promise.resolve(moneyless.splice(0, foundAtOnce));
    await decideAll(session, day, reads, median);
    if (await within((tx) => (strict ? isSettled(tx, session, day) : close(tx, session, day))))
      return { decided };
  }
}

/** What a round of accounts is found by: ids after one, at most `foundAtOnce`. */
type Find = (tx: Tx, setting: DecisionSetting, after: string | null) => Promise<string[]>;

/**
 * Decides what `find` finds until it finds nothing; answers the accounts that have no money of their own. What the day's
 * decisions share is read once: read for every batch it would cost the square of the base.
 */
async function decideAll(
  session: Session,
  day: Day,
  find: Find,
  median: HashedContext | null,
): Promise<{ count: number; moneyless: string[] }> {
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(session.store, session.workspaceId, work);
  const moneyless: string[] = [];
  const setting = await within((tx) => decisionSetting(tx, session, day));
  let count = 0;
  for (let after: string | null = null; ;) {
    const found: string[] = await within((tx) => find(tx, setting, after));
    for (let from = 0; from < found.length; from += sweepBatch) {
      const ids = found.slice(from, from + sweepBatch);
      const decided = await within((tx) => decideBatch(tx, session, day, ids, setting, median));
      for (const { material, decided: one } of decided)
        if (one.decision.mrrCents === null) moneyless.push(material.accountId);
    }
    count += found.length;
    if (found.length < foundAtOnce) return { count, moneyless };
    after = found.at(-1) ?? null;
  }
}

/** Decides some accounts, locked, so that no row made of older facts replaces that of a fact that arrives just then. */
async function decideBatch(
  tx: Tx,
  session: Session,
  day: Day,
  ids: readonly string[],
  setting: DecisionSetting,
  median: HashedContext | null,
): Promise<readonly DecidedAccount[]> {
  await lockAccounts(tx, session.workspaceId, ids);
  const decided = await decideAccounts(tx, session, ids, day, setting);
  if (median) await settleMedian(tx, session, decided, day, setting, median);
  return decided;
}

async function medianNow(tx: Tx, session: Session, day: Day): Promise<HashedContext> {
  const { hashed } = await decisionSetting(tx, session, day);
  return medianContext(tx, session.workspaceId, hashed, day);
}

/** Accounts the list lacks: the gaps of a day that was complete once, else found by looking at all. */
async function lacking(
  tx: Tx,
  session: Session,
  day: Day,
  setting: DecisionSetting,
  after: string | null,
): Promise<string[]> {
  const methodVersion = setting.method.version;
  const state = await listState(tx, session.workspaceId, formatDay(day), foundAtOnce);
  if (state.methodVersion === methodVersion) return [...state.gaps];
  const fit = { methodVersion, own: null, median: null };
  return missingFromList(tx, session.workspaceId, formatDay(day), fit, { after, limit: foundAtOnce });
}

/** Accounts whose row is missing or was decided in another context. A null median is not looked at. */
function outdated(
  tx: Tx,
  session: Session,
  day: Day,
  setting: DecisionSetting,
  median: HashedContext | null,
  after: string | null,
): Promise<string[]> {
  const fit = {
    methodVersion: setting.method.version,
    own: setting.hashed.hash,
    median: median?.hash ?? null,
  };
  return missingFromList(tx, session.workspaceId, formatDay(day), fit, { after, limit: foundAtOnce });
}

/** Whether every row was decided in the context as it is now. */
async function isSettled(tx: Tx, session: Session, day: Day): Promise<boolean> {
  const setting = await decisionSetting(tx, session, day);
  const median = await medianContext(tx, session.workspaceId, setting.hashed, day);
  return (await outdated(tx, session, day, setting, median, null)).length === 0;
}

/**
 * Marks the day complete when no account is missing; alone, so that nobody takes one off unseen. Where somebody is just
 * then at it, it stays unmarked and is looked through again next time.
 */
async function close(tx: Tx, session: Session, day: Day): Promise<boolean> {
  const { workspaceId } = session;
  const alone = await closeLists(tx, workspaceId);
  const { version } = await runningMethod(tx, workspaceId, session.now);
  const fit = { methodVersion: version, own: null, median: null };
  const left = await missingFromList(tx, workspaceId, formatDay(day), fit, { after: null, limit: 1 });
  if (left.length > 0) return false;
  if (alone) await markComplete(tx, workspaceId, formatDay(day), version);
  return true;
}
