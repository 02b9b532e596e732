// Open tasks of one customer, soonest first.
import { formatDay, parseDay } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { memberNames } from '#store/people.ts';
import { openTasks } from '#store/tasks.ts';
import { rowsOfDay } from '#store/today.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { seenRoots } from './task-checks.ts';
import { giveTo } from './today.ts';
import { taskItem } from './today-work.ts';
import { readSetting } from './workspace-setting.ts';

/** Refuses with `account-not-found` a customer who is not seen. */
export async function readAccountTasks(session: Session, accountId: string) {
  must(session, 'accounts.read');
  const { store, workspaceId, now } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const root = (await seenRoots(tx, session, [accountId])).get(accountId) ?? accountId;
    const { frame } = await readSetting(tx, workspaceId);
    const open = await openTasks(tx, workspaceId, now, { root, owner: null, sees: null });
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
