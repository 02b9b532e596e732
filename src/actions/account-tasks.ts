// Open tasks of one customer, soonest first.
import { formatDay, parseDay } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { accountById } from '#store/accounts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { memberNames } from '#store/people.ts';
import { openTasks } from '#store/tasks.ts';
import { rowsOfDay } from '#store/today.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { isSeen } from './seen.ts';
import { must, type Session } from './session.ts';
import { giveTo } from './task-checks.ts';
import type { TodayList } from './today.ts';
import { taskItem } from './today-work.ts';
import { readSetting } from './workspace-setting.ts';

export type AccountTasks = Pick<TodayList, 'currency' | 'method' | 'members' | 'giveTo' | 'items'>;

/** Refuses with `account-not-found` a customer who is not seen. */
export async function readAccountTasks(session: Session, accountId: string): Promise<AccountTasks> {
  must(session, 'accounts.read');
  const { store, workspaceId, now } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const found = isUuid(accountId) ? await accountById(tx, workspaceId, accountId) : null;
    const root = found?.rootId;
    if (root === undefined || !(await isSeen(tx, session, root)))
      throw new Refusal('account-not-found', { account: accountId });
    const { frame } = await readSetting(tx, workspaceId);
    const open = await openTasks(tx, workspaceId, now, { roots: [root] });
    const rows = await rowsOfDay(tx, workspaceId, formatDay(dayAt(now, frame.zone)), [root]);
    const far = Number.MAX_SAFE_INTEGER;
    return {
      currency: frame.currency,
      method: (await runningMethod(tx, workspaceId, now)).compiled.method,
      members: await memberNames(tx, workspaceId),
      giveTo: await giveTo(tx, session),
      items: open
        .toSorted((a, b) => (parseDay(a.dueOn ?? '') ?? far) - (parseDay(b.dueOn ?? '') ?? far))
        .map((task) => taskItem(task, rows.get(root), now, frame.calendar)),
    };
  });
}
