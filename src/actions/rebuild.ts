// Makes every compact form again from facts and says where the stored one differed. Nothing else is trusted:
// files from facts, days from raw usage (sealed days keep what retention left).
import { formatDay } from '#base/day.ts';
import { encodeDay } from '#domain/usage-day/encode.ts';
import { foldFile } from '#engine/fold.ts';
import { rootIds } from '#store/accounts.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { readFiles, upsertFiles } from '#store/files.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { dropFromLists } from '#store/lists.ts';
import { lockAccounts } from '#store/locks.ts';
import { deleteDays, openDays, rawUsage, upsertDays, type DayRow } from '#store/usage.ts';
import { rollByAccount } from './ingest-usage.ts';
import { factsByRoot } from './refold.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type Rebuilt = {
  readonly accounts: number;
  /** Accounts whose stored file was not what the facts give. */
  readonly filesDiffered: readonly string[];
  /** Account days that were not what raw usage gives. */
  readonly daysDiffered: readonly string[];
};

const batch = 200;

async function rebuildFiles(
  tx: Tx,
  workspaceId: string,
  zone: string,
  roots: readonly string[],
): Promise<string[]> {
  const stored = new Map((await readFiles(tx, workspaceId, roots)).map((row) => [row.accountId, row]));
  const wrong: Parameters<typeof upsertFiles>[2][number][] = [];
  for (const [accountId, facts] of await factsByRoot(tx, workspaceId, roots)) {
    if (facts.length === 0) continue;
    const { file, refs } = foldFile(facts, zone);
    const before = stored.get(accountId);
    if (before?.file !== file || before.refs !== refs)
      wrong.push({ accountId, file, refs, facts: facts.length });
  }
  await upsertFiles(tx, workspaceId, wrong);
  return wrong.map((row) => row.accountId);
}

async function rebuildDays(tx: Tx, workspaceId: string, accounts: readonly string[]): Promise<string[]> {
  const id = (row: Omit<DayRow, 'data'>) => `${row.accountId} ${row.day} ${row.knownDay}`;
  const stored = new Map((await openDays(tx, workspaceId, accounts)).map((row) => [id(row), row]));
  const wrong: DayRow[] = [];
  for (const { accountId, day } of rollByAccount(await rawUsage(tx, workspaceId, accounts))) {
    const row = { accountId, day: formatDay(day.day), knownDay: formatDay(day.known), data: encodeDay(day) };
    if (stored.get(id(row))?.data !== row.data) wrong.push(row);
    stored.delete(id(row));
  }
  const gone = [...stored.values()];
  await upsertDays(tx, workspaceId, wrong);
  await deleteDays(tx, workspaceId, gone);
  return [...wrong, ...gone].map(id);
}

/** Rebuilds a workspace, a batch of accounts a transaction. Lists and checkpoints of what differed are dropped. */
export async function rebuild(session: Session, progress: (done: number) => void): Promise<Rebuilt> {
  const { workspaceId } = session;
  const filesDiffered: string[] = [];
  const daysDiffered: string[] = [];
  let accounts = 0;
  for (let after: string | null = null; ;) {
    const roots: string[] = await inWorkspace(session.store, workspaceId, async (tx) => {
      const ids = await rootIds(tx, workspaceId, after, batch);
      const members = [...(await lockAccounts(tx, workspaceId, ids)).keys()];
      const { frame } = await readSetting(tx, workspaceId);
      const files = await rebuildFiles(tx, workspaceId, frame.zone, ids);
      const days = await rebuildDays(tx, workspaceId, members);
      const touched = [...new Set([...files, ...days.map((day) => day.slice(0, 36))])];
      await dropFromLists(tx, workspaceId, touched);
      const all = touched.map((accountId) => ({ accountId, from: '1970-01-01' }));
      await dropCheckpoints(tx, workspaceId, all);
      filesDiffered.push(...files);
      daysDiffered.push(...days);
      return ids;
    });
    accounts += roots.length;
    progress(accounts);
    if (roots.length < batch) return { accounts, filesDiffered, daysDiffered };
    after = roots.at(-1) ?? null;
  }
}
