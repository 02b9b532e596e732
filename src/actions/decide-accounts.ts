// Decides accounts as of a day and writes what follows: rows of the day's list, checkpoints, decisions kept whole.
// Which accounts, and when, is for the callers to say.
import { uuidv7 } from '#base/id.ts';
import { assert } from '#base/assert.ts';
import { formatDay, mondayOf, type Day } from '#base/day.ts';
import { dayAt, endOfDay } from '#base/zone.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { UsageDay } from '#domain/profile/shape.ts';
import { decodeDays } from '#domain/usage-day/decode.ts';
import { usersPerDay } from '#domain/usage-day/rolled.ts';
import { decodeWindow, encodeWindow } from '#domain/usage-day/window.ts';
import type { Context } from '#domain/decision.ts';
import { usageLookback } from '#domain/profile/usage-window.ts';
import { claimOf, shared, type Claim } from '#engine/allocate.ts';
import { decide } from '#engine/decide.ts';
import { checkpointMondays, checkpointWeeks, decideAccount, type Decided } from '#engine/decide-account.ts';
import { upsertCheckpoints } from '#store/checkpoints.ts';
import { keepDecisions } from '#store/decisions.ts';
import { readMaterial, type AccountMaterial } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import { readWaits } from '#store/list-shares.ts';
import { upsertList } from '#store/lists.ts';
import { upsertWindows, type WindowRow } from '#store/usage-windows.ts';
import { decisionContext, medianContext, type HashedContext } from './decision-context.ts';
import { contentHash } from './fact-content.ts';
import { listRow } from './list-row.ts';
import { namesThen } from './names-then.ts';
import { runningMethod, type RunningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { readSetting, type WorkspaceSetting } from './workspace-setting.ts';

/** Version of the deciding code, stored with every decision kept whole. */
export const engineVersion = '1';

export type DecisionSetting = WorkspaceSetting & {
  readonly method: RunningMethod;
  /** Without the base's median. */
  readonly hashed: HashedContext;
};

/** Everything that decisions of a day share, read in one place; `known` is what of it is at hand already. */
export async function decisionSetting(
  tx: Tx,
  session: Session,
  day: Day,
  known?: WorkspaceSetting,
): Promise<DecisionSetting> {
  const setting = known ?? (await readSetting(tx, session.workspaceId));
  const method = await runningMethod(tx, session.workspaceId, session.now);
  return { ...setting, method, hashed: await decisionContext(tx, setting, method.compiled, day) };
}

type Waits = ReadonlyMap<string, ReadonlySet<string>>;
export type DecidedAccount = {
  readonly material: AccountMaterial;
  readonly decided: Decided;
  /** The context it was decided in. */
  readonly hashed: HashedContext;
  /** What it asks of capacity, as decided by itself; null where nothing is limited. */
  readonly claim: Claim | null;
};

/** A decision with what others have taken before it: offers without a slot left do not stand. */
function inTurn(
  material: AccountMaterial,
  decided: Decided,
  hashed: HashedContext,
  waits: Waits,
): DecidedAccount {
  const { decision } = decided;
  const limited = Object.keys(hashed.context.capacity).length > 0;
  return {
    material,
    decided: { ...decided, decision: shared(decision, waits.get(material.accountId)) },
    hashed,
    claim: limited ? claimOf(material.accountId, decision) : null,
  };
}

/** Who of these goes without which offer on a day, as last settled. */
export async function waitsOf(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  day: Day,
  context: Pick<Context, 'capacity'>,
): Promise<Waits> {
  if (Object.keys(context.capacity).length === 0) return new Map();
  const rows = await readWaits(tx, workspaceId, formatDay(day), ids);
  return new Map(rows.map(({ accountId, offers }) => [accountId, new Set(offers)]));
}

/** The usage days of an account, and the window to keep of them where the kept one is missing or a week old. */
function usageOf(
  material: AccountMaterial,
  day: Day,
): { days: readonly UsageDay[]; window: WindowRow | null } {
  const over = material.window === null ? [] : decodeWindow(material.window);
  assert(over, 'usage windows are of this version');
  const days = [...over, ...decodeDays(material.days)];
  const until = formatDay(mondayOf(day) - 1);
  if (!material.alone || days.length < fewDays || (material.until ?? '') >= until)
    return { days, window: null };
  const from = day - usageLookback;
  const kept = days.filter((used) => used.day >= from && formatDay(used.day) <= until);
  if (kept.some((used) => used.users.length > usersPerDay)) return { days, window: null };
  const { accountId } = material;
  return { days, window: { accountId, from: formatDay(from), until, data: encodeWindow(kept) } };
}

/** Below this many days their rows are read as fast. */
const fewDays = 20;

async function materialOf(
  tx: Tx,
  session: Session,
  ids: readonly string[],
  day: Day,
  version: number,
): Promise<AccountMaterial[]> {
  const weeks = checkpointMondays(day);
  const ask = { toDay: formatDay(day), methodVersion: version, weeks };
  const fromDay = formatDay(day - usageLookback);
  const near = await readMaterial(tx, session.workspaceId, ids, { ...ask, fromDay, windows: true });
  // Checkpoints that are not cached look back from their own Monday: only those accounts read more days.
  const cold = near.filter((row) => weeks.some((week) => row.checkpoints[week] === undefined));
  if (cold.every((row) => row.days.length === 0 && row.window === null)) return near;
  const coldIds = cold.map((row) => row.accountId);
  const farther = formatDay(day - usageLookback - 7 * checkpointWeeks);
  const far = await readMaterial(tx, session.workspaceId, coldIds, {
    ...ask,
    fromDay: farther,
    windows: false,
  });
  const byId = new Map(far.map((row) => [row.accountId, row]));
  return near.map((row) => byId.get(row.accountId) ?? row);
}

async function writeRows(
  tx: Tx,
  session: Session,
  decided: readonly DecidedAccount[],
  day: Day,
  { method, frame }: Pick<DecisionSetting, 'method' | 'frame'>,
): Promise<void> {
  if (decided.length === 0) return;
  // A past day is searched and sorted by the names that it shows.
  const past = day < dayAt(session.now, frame.zone);
  const ids = decided.map(({ material }) => material.accountId);
  const then = past ? await namesThen(tx, session.workspaceId, ids, endOfDay(day, frame.zone)) : null;
  const nameOf = ({ accountId, name }: AccountMaterial): string => then?.get(accountId)?.name ?? name;
  const rows = decided.map(({ material, decided: result, hashed, claim }) =>
    listRow({ id: material.accountId, name: nameOf(material), assigned: material.assigned }, result, {
      method: method.compiled,
      version: method.version,
      contextHash: hashed.hash,
      claim,
    }),
  );
  await upsertList(tx, session.workspaceId, formatDay(day), rows);
}

/** What deciding some accounts makes, before anything of it is written. */
type Made = {
  readonly decided: readonly DecidedAccount[];
  readonly checkpoints: readonly { accountId: string; week: string; data: string }[];
  readonly windows: readonly WindowRow[];
};

/** Decides accounts without looking at the base's median, and writes nothing. */
export async function decideOnly(
  tx: Tx,
  session: Session,
  ids: readonly string[],
  day: Day,
  { method, hashed, frame }: DecisionSetting,
): Promise<Made> {
  const checkpoints: { accountId: string; week: string; data: string }[] = [];
  const waits = await waitsOf(tx, session.workspaceId, ids, day, hashed.context);
  const windows: WindowRow[] = [];
  const decided = (await materialOf(tx, session, ids, day, method.version)).map((material) => {
    const { days, window } = usageOf(material, day);
    if (window) windows.push(window);
    const result = decideAccount(
      { file: decodeFile(material.file), days, checkpoints: material.checkpoints },
      day,
      { frame, method: method.compiled },
      hashed.context,
    );
    for (const fresh of result.fresh) checkpoints.push({ accountId: material.accountId, ...fresh });
    return inTurn(material, result, hashed, waits);
  });
  return { decided, checkpoints, windows };
}

/**
 * Decides accounts without looking at the base's median and writes their rows and checkpoints. Those without money of
 * their own read the median: `settleMedian` decides them.
 */
export async function decideAccounts(
  tx: Tx,
  session: Session,
  ids: readonly string[],
  day: Day,
  setting: DecisionSetting,
): Promise<readonly DecidedAccount[]> {
  const { decided, checkpoints, windows } = await decideOnly(tx, session, ids, day, setting);
  await upsertCheckpoints(tx, session.workspaceId, setting.method.version, checkpoints);
  await upsertWindows(tx, session.workspaceId, windows);
  await writeRows(tx, session, decided, day, setting);
  return decided;
}

/**
 * Decides again, by the base's median, those accounts that have no money of their own. `median` is read when it is not
 * handed in: the accounts just written move it, so it is read last.
 */
export async function settleMedian(
  tx: Tx,
  session: Session,
  decided: readonly DecidedAccount[],
  day: Day,
  setting: DecisionSetting,
  median?: HashedContext,
): Promise<readonly DecidedAccount[]> {
  if (decided.every(({ decided: { decision } }) => decision.mrrCents !== null)) return decided;
  const hashed = median ?? (await medianContext(tx, session.workspaceId, setting.hashed, day));
  const settled = await byMedian(tx, session, decided, day, setting, hashed);
  const again = settled.filter((one, i) => one !== decided[i]);
  await writeRows(tx, session, again, day, setting);
  return settled;
}

/** Those without money of their own decided by the median, the others as they were; nothing is written. */
export async function byMedian(
  tx: Tx,
  session: Session,
  decided: readonly DecidedAccount[],
  day: Day,
  { method }: DecisionSetting,
  hashed: HashedContext,
): Promise<readonly DecidedAccount[]> {
  const ids = decided.map(({ material }) => material.accountId);
  const waits = await waitsOf(tx, session.workspaceId, ids, day, hashed.context);
  return decided.map((one): DecidedAccount => {
    if (one.decided.decision.mrrCents !== null || one.hashed.hash === hashed.hash) return one;
    const { profile, past } = one.decided;
    const decision = decide(profile, method.compiled, past, hashed.context);
    return inTurn(one.material, { ...one.decided, decision }, hashed, waits);
  });
}

/** Keeps whole the decisions whose content changed. `due` is no part of the content. */
export async function keepChanged(
  tx: Tx,
  session: Session,
  decided: readonly DecidedAccount[],
  day: Day,
  setting: DecisionSetting,
): Promise<void> {
  const contexts = new Map(decided.map(({ hashed: { hash, data } }) => [hash, { hash, data }]));
  const rows = decided.map(({ material, decided: { decision }, hashed }) => {
    const { day: _day, action, ...content } = decision;
    const { due: _due, ...act } = action;
    return {
      decisionId: uuidv7(session.now, session.random),
      accountId: material.accountId,
      asOf: formatDay(day),
      contentHash: contentHash([content, act]),
      engineVersion,
      methodVersion: setting.method.version,
      contextHash: hashed.hash,
      data: decision,
    };
  });
  await keepDecisions(tx, session.workspaceId, rows, [...contexts.values()], session.now);
}
