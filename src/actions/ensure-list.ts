// Makes the list of a day complete: decides every account that has no fitting row. The nightly sweep, the weekly
// list and any past day go through here; one fact that arrives decides its own account only.
import { uuidv7 } from '#base/id.ts';
import { formatDay, type Day } from '#base/day.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { UsageDay } from '#domain/profile/shape.ts';
import { decodeDays } from '#domain/usage-day/decode.ts';
import {
  checkpointMondays,
  checkpointWeeks,
  decideAccount,
  usageLookback,
  type Decided,
} from '#engine/decide-account.ts';
import { upsertCheckpoints } from '#store/checkpoints.ts';
import { keepContext, keepDecisions } from '#store/decisions.ts';
import { readMaterial, type AccountMaterial } from '#store/files.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { carryContext, missingFromList, upsertList } from '#store/lists.ts';
import { decisionContext, onlyMedianDiffers, type HashedContext } from './decision-context.ts';
import { contentHash } from './fact-content.ts';
import { listRow } from './list-row.ts';
import { runningMethod, type RunningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { readSetting, type WorkspaceSetting } from './workspace-setting.ts';

/** Accounts decided in one transaction: small enough that nobody waits long for a lock. */
export const sweepBatch = 400;
/** Version of the deciding code, stored with every decision kept whole. */
export const engineVersion = '1';

export type DecisionSetting = WorkspaceSetting & {
  readonly method: RunningMethod;
  readonly hashed: HashedContext;
};

/** Everything that decisions of a day share, read in one place. */
export async function decisionSetting(tx: Tx, session: Session, day: Day): Promise<DecisionSetting> {
  const setting = await readSetting(tx, session.workspaceId);
  const method = await runningMethod(tx, session.workspaceId, session.now);
  return { ...setting, method, hashed: await decisionContext(tx, setting, day) };
}

export type DecidedAccount = { readonly material: AccountMaterial; readonly decided: Decided };

function usageDays(material: AccountMaterial): readonly UsageDay[] {
  return material.days.length === 0 ? [] : decodeDays(material.days);
}

async function materialOf(tx: Tx, session: Session, ids: readonly string[], day: Day, version: number) {
  const weeks = checkpointMondays(day);
  const ask = { toDay: formatDay(day), methodVersion: version, weeks };
  const near = await readMaterial(tx, session.workspaceId, ids, {
    ...ask,
    fromDay: formatDay(day - usageLookback),
  });
  // Checkpoints that are not cached look back from their own Monday: only those accounts read more days.
  const cold = near.filter((row) => weeks.some((week) => row.checkpoints[week] === undefined));
  if (cold.every((row) => row.days.length === 0)) return near;
  const fromDay = formatDay(day - usageLookback - 7 * checkpointWeeks);
  const far = await readMaterial(
    tx,
    session.workspaceId,
    cold.map((row) => row.accountId),
    { ...ask, fromDay },
  );
  const byId = new Map(far.map((row) => [row.accountId, row]));
  return near.map((row) => byId.get(row.accountId) ?? row);
}

/** Decides accounts as of a day and writes their rows, checkpoints and changed decisions. */
export async function decideAccounts(
  tx: Tx,
  session: Session,
  ids: readonly string[],
  day: Day,
  setting: DecisionSetting,
): Promise<DecidedAccount[]> {
  const { method, hashed, frame } = setting;
  const checkpoints: { accountId: string; week: string; data: string }[] = [];
  const decided = (await materialOf(tx, session, ids, day, method.version)).map((material) => {
    const result = decideAccount(
      { file: decodeFile(material.file), days: usageDays(material), checkpoints: material.checkpoints },
      day,
      { frame, method: method.compiled },
      hashed.context,
    );
    for (const fresh of result.fresh) checkpoints.push({ accountId: material.accountId, ...fresh });
    return { material, decided: result };
  });
  const by = { method: method.compiled, version: method.version, contextHash: hashed.hash };
  await upsertCheckpoints(tx, session.workspaceId, method.version, checkpoints);
  await upsertList(
    tx,
    session.workspaceId,
    formatDay(day),
    decided.map(({ material, decided: result }) =>
      listRow({ id: material.accountId, name: material.name }, result, by),
    ),
  );
  return decided;
}

/** Keeps whole the decisions whose content changed. `due` is no part of the content. */
export async function keepChanged(
  tx: Tx,
  session: Session,
  decided: readonly DecidedAccount[],
  day: Day,
  setting: DecisionSetting,
): Promise<void> {
  await keepContext(tx, session.workspaceId, {
    hash: setting.hashed.hash,
    data: setting.hashed.data,
    now: session.now,
  });
  const rows = decided.map(({ material, decided: { decision } }) => {
    const { day: _day, action, ...content } = decision;
    const { due: _due, ...act } = action;
    return {
      decisionId: uuidv7(session.now, session.random),
      accountId: material.accountId,
      asOf: formatDay(day),
      contentHash: contentHash([content, act]),
      engineVersion,
      methodVersion: setting.method.version,
      contextHash: setting.hashed.hash,
      data: decision,
    };
  });
  await keepDecisions(tx, session.workspaceId, rows, session.now);
}

/**
 * Completes the list of a day. `strict` also decides again what another context decided, so that equal facts give
 * equal bytes however they came; otherwise rows of the day stand until their own account changes.
 */
export async function ensureList(session: Session, day: Day, strict: boolean): Promise<{ decided: number }> {
  const asOf = formatDay(day);
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const step = await inWorkspace(session.store, session.workspaceId, async (tx) => {
      const setting = await decisionSetting(tx, session, day);
      const fit = {
        methodVersion: setting.method.version,
        contextHash: strict ? setting.hashed.hash : null,
      };
      const ids = await missingFromList(tx, session.workspaceId, asOf, fit, { after, limit: sweepBatch });
      // Locked, so that no row made of older facts replaces that of a fact that arrives at this moment.
      await lockAccounts(tx, session.workspaceId, ids);
      if (ids.length > 0) await decideAccounts(tx, session, ids, day, setting);
      return { ids, hashed: setting.hashed };
    });
    count += step.ids.length;
    const changed = await settleContext(session, day, step.hashed);
    if (step.ids.length < sweepBatch && (!strict || !changed)) return { decided: count };
    after = changed ? null : (step.ids.at(-1) ?? null);
  }
}

/** The base's own figures follow from its accounts: rows that do not read them carry over to the new context. */
async function settleContext(session: Session, day: Day, decided: HashedContext): Promise<boolean> {
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const setting = await readSetting(tx, session.workspaceId);
    const hashed = await decisionContext(tx, setting, day);
    if (hashed.hash === decided.hash) return false;
    // Where anything else changed meanwhile, nothing carries over: every row is decided again.
    if (onlyMedianDiffers(hashed, decided))
      await carryContext(tx, session.workspaceId, formatDay(day), { from: decided.hash, to: hashed.hash });
    return true;
  });
}
