// Opens a task on one customer or on many at once: all or none, each a fact of its own.
import { uuidv7 } from '#base/id.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { must, type Session } from './session.ts';
import { checkOwner, dueBody, ownAction, refuseEnded, type Due } from './task-checks.ts';
import { readSetting } from './workspace-setting.ts';
import { screenSource } from './write-entry.ts';
import { seenRoots } from './seen.ts';

export type NewTasks = Due & {
  readonly accounts: readonly string[];
  readonly what: string;
  /** Key of a member of ours; null: nobody yet. */
  readonly owner: string | null;
};
export type OpenedTask = {
  /** The account as it is read. */
  readonly account: string;
  readonly name: string;
  readonly task: string;
  /** The fact, by which it can be taken back. */
  readonly fact: string;
  /** The account asked for had been joined to this one. */
  readonly joined: boolean;
};

/**
 * Opens the same task on each account, once where several are read as one. Refuses all with `account-not-found`,
 * `task-ended`, `entry-due-past` or a `task-owner-…`.
 */
export async function openTasks(
  session: Session,
  asked: NewTasks,
  once: Once,
): Promise<{ readonly opened: readonly OpenedTask[] }> {
  must(session, 'facts.write');
  const { store, workspaceId, now, random } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const { frame } = await readSetting(tx, workspaceId);
      const due = dueBody(asked, now, frame);
      const roots = await seenRoots(tx, session, [...new Set(asked.accounts)]);
      const wanted = new Map([...roots].map(([id, root]) => [root, id]));
      if (asked.owner !== null) await checkOwner(tx, session, asked.owner, [...wanted.keys()]);
      const facts = [...wanted.keys()].map((id) => {
        const task = uuidv7(now, random);
        const owner = asked.owner === null ? {} : { owner: asked.owner };
        const body = { task, action: ownAction, what: asked.what, ...owner, ...due };
        return { type: 'task-opened', source: screenSource, externalId: task, account: { id }, body };
      });
      const recorded = await recordIn(tx, session, checkFacts(facts));
      refuseEnded(recorded);
      const names = new Map(recorded.decided.map(({ id, name }) => [id, name]));
      return {
        opened: facts.map(({ account: { id }, body: { task } }, at) => ({
          account: id,
          name: names.get(id) ?? '',
          task,
          fact: recorded.results[at]?.factId ?? '',
          joined: wanted.get(id) !== id,
        })),
      };
    });
    return answer;
  });
}
