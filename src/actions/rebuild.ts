// Makes every compact form again from facts and says where the stored one differed. Nothing else is trusted:
// files from facts, days from raw usage, joined accounts from their edges.
import { foldFile } from '#engine/fold.ts';
import { describeAccounts, joinedAccounts, reroot, rootIds, standingEdges } from '#store/accounts.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { deleteFiles, readFiles, upsertFiles } from '#store/files.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { dropFromLists } from '#store/lists.ts';
import { lockAccounts, lockJoins } from '#store/locks.ts';
import { rootsInUse } from '#store/usage.ts';
import { dropWindows } from '#store/usage-windows.ts';
import { rootsOf } from './merge-accounts.ts';
import { allDays, rebuildDays } from './rebuild-days.ts';
import { factsByRoot, ownerNow, shownOf } from './refold.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type Rebuilt = {
  readonly accounts: number;
  /** Accounts whose stored file was not what the facts give. */
  readonly filesDiffered: readonly string[];
  /** Account days that were not what raw usage gives. */
  readonly daysDiffered: readonly string[];
  /** Accounts that were read as another one than their edges say. */
  readonly rootsDiffered: readonly string[];
};

const batch = 200;

async function rebuildFiles(
  tx: Tx,
  workspaceId: string,
  zone: string,
  roots: readonly string[],
  members: readonly string[],
): Promise<string[]> {
  const stored = new Map((await readFiles(tx, workspaceId, members)).map((row) => [row.accountId, row]));
  const wrong: Parameters<typeof upsertFiles>[2][number][] = [];
  const waiting: Parameters<typeof upsertFiles>[2][number][] = [];
  const byRoot = await factsByRoot(tx, workspaceId, roots);
  const bare = [...byRoot].flatMap(([accountId, facts]) => (facts.length === 0 ? [accountId] : []));
  const inUse = new Set((await rootsInUse(tx, workspaceId, bare)).map((row) => row.rootId));
  for (const [accountId, facts] of byRoot) {
    if (facts.length === 0 && !inUse.has(accountId)) continue;
    const { file, refs } = foldFile(facts, zone);
    const owner = ownerNow(facts);
    const before = stored.get(accountId);
    stored.delete(accountId);
    // Usage alone gives its account a file at the next sweep: one that a crash left waiting says nothing wrong.
    if (before === undefined && facts.length === 0) waiting.push({ accountId, file, refs, facts: 0, owner });
    else if (before?.file !== file || before.refs !== refs || before.facts !== facts.length)
      wrong.push({ accountId, file, refs, facts: facts.length, owner });
    // Told apart from the forms that are compared: files made before owners were kept have none.
    else if (before.owner !== owner) waiting.push({ accountId, file, refs, facts: facts.length, owner });
  }
  // What is left has neither facts nor usage, or is read as part of another account.
  const gone = [...stored.keys()];
  await upsertFiles(tx, workspaceId, [...waiting, ...wrong]);
  await deleteFiles(tx, workspaceId, gone);
  const told = [...byRoot].filter(([, facts]) => facts.length > 0);
  await describeAccounts(
    tx,
    workspaceId,
    told.map(([accountId, facts]) => shownOf(accountId, facts)),
  );
  return [...wrong.map((row) => row.accountId), ...gone];
}

/** Reads every account as its standing edges say; answers those that were read otherwise. */
async function rebuildRoots(tx: Tx, workspaceId: string): Promise<string[]> {
  await lockJoins(tx, workspaceId);
  const edges = await standingEdges(tx, workspaceId);
  const stored = new Map((await joinedAccounts(tx, workspaceId)).map((row) => [row.accountId, row.rootId]));
  const ids = new Set([...stored.keys(), ...edges.flatMap((edge) => [edge.accountId, edge.intoId])]);
  const wrong = rootsOf([...ids], edges).filter(
    ({ accountId, rootId }) => (stored.get(accountId) ?? accountId) !== rootId,
  );
  await reroot(tx, workspaceId, wrong);
  return wrong.map((row) => row.accountId);
}

type Batch = { roots: string[]; files: string[]; days: string[] };

async function rebuildBatch(tx: Tx, workspaceId: string, after: string | null): Promise<Batch> {
  const roots = await rootIds(tx, workspaceId, after, batch);
  const rootOf = await lockAccounts(tx, workspaceId, roots);
  const { frame } = await readSetting(tx, workspaceId);
  const members = [...rootOf.keys()];
  const files = await rebuildFiles(tx, workspaceId, frame.zone, roots, members);
  const days = await rebuildDays(tx, workspaceId, allDays(members));
  // Made again when next asked for: nothing of a rebuilt account may rest on an older text.
  await dropWindows(tx, workspaceId, members);
  const changed = [...files, ...days.map((day) => day.slice(0, 36))].map((id) => rootOf.get(id) ?? id);
  const touched = [...new Set([...changed, ...files])];
  await dropFromLists(tx, workspaceId, touched);
  const all = touched.map((accountId) => ({ accountId, from: '1900-01-01' }));
  await dropCheckpoints(tx, workspaceId, all);
  return { roots, files, days };
}

/** Rebuilds a workspace, a batch of accounts a transaction. Lists and checkpoints of what differed are dropped. */
export async function rebuild(session: Session, progress: (done: number) => void): Promise<Rebuilt> {
  const { workspaceId, store } = session;
  const rootsDiffered = await inWorkspace(store, workspaceId, (tx) => rebuildRoots(tx, workspaceId));
  const filesDiffered: string[] = [];
  const daysDiffered: string[] = [];
  let accounts = 0;
  for (let after: string | null = null; ;) {
    const from: string | null = after;
    const done: Batch = await inWorkspace(store, workspaceId, (tx) => rebuildBatch(tx, workspaceId, from));
    filesDiffered.push(...done.files);
    daysDiffered.push(...done.days);
    accounts += done.roots.length;
    progress(accounts);
    if (done.roots.length < batch) return { accounts, filesDiffered, daysDiffered, rootsDiffered };
    after = done.roots.at(-1) ?? null;
  }
}
