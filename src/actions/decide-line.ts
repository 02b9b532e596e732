// What a team decides of a line of its weekly ritual: a task with what, who and until when; kept, done or dropped later.
import { formatDay, mondayOf, parseDay } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockAccounts } from '#store/locks.ts';
import { memberNames } from '#store/people.ts';
import { openTasks, type TaskRow } from '#store/tasks.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { isSeen } from './seen.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

/** Source of what is decided and written in rituals. */
export const ritualSource = 'perene:ritual';

export type LineDecision = {
  readonly what: string;
  /** Key of a member of ours; null: nobody yet. */
  readonly owner: string | null;
  /** ISO day. */
  readonly dueOn: string | null;
  /** The open task it goes on with; null: a decision of this week. */
  readonly task: string | null;
  /** The version of the decision that was on the screen; null: there was none. */
  readonly over: string | null;
  /** Key of the offer that goes next instead; null: as it is. */
  readonly offer: string | null;
};

/** The account as it is read, locked; one that who acts does not see is answered as none. */
async function rootOf(tx: Tx, session: Session, accountId: string): Promise<string> {
  const { workspaceId } = session;
  const roots = isUuid(accountId) ? await lockAccounts(tx, workspaceId, [accountId]) : null;
  const root = roots?.get(accountId);
  if (root === undefined || !(await isSeen(tx, session, root)))
    throw new Refusal('account-not-found', { account: accountId });
  return root;
}

async function taskOf(tx: Tx, session: Session, root: string, task: string): Promise<TaskRow | null> {
  const open = await openTasks(tx, session.workspaceId, session.now, { source: ritualSource, roots: [root] });
  return open.find((one) => one.task === task) ?? null;
}

/** Who sees their own customers alone gives work to nobody else: they know of nobody else. */
const mayOwn = async (tx: Tx, { workspaceId, sees }: Session, owner: string): Promise<boolean> =>
  sees === null ? Object.hasOwn(await memberNames(tx, workspaceId), owner) : owner === sees;

async function checkDecision(tx: Tx, session: Session, decision: LineDecision, zone: string): Promise<void> {
  const { owner, dueOn, offer } = decision;
  const due = dueOn === null ? null : parseDay(dueOn);
  if (dueOn !== null && due === null) throw new Refusal('day-invalid', { value: dueOn });
  if (due !== null && due < dayAt(session.now, zone)) throw new Refusal('entry-due-past', { value: dueOn });
  if (owner !== null && !(await mayOwn(tx, session, owner)))
    throw new Refusal('line-owner-gone', { value: owner });
  if (offer === null) return;
  const { method } = (await runningMethod(tx, session.workspaceId, session.now)).compiled;
  if (!method.offers.some(({ key }) => key === offer)) throw new Refusal('entry-unknown', { value: offer });
}

/** What a decision tells: the task, and the offer that a person put next. */
function factsOf({ now, random }: Session, root: string, task: string, decision: LineDecision): unknown[] {
  const { what, owner, dueOn, offer } = decision;
  const told = { source: ritualSource, account: { id: root } };
  const body = { task, action: 'weekly', what, ...(owner ? { owner } : {}), ...(dueOn ? { dueOn } : {}) };
  const opened = { ...told, type: 'task-opened', externalId: task, body };
  if (offer === null) return [opened];
  const chosen = { what: 'offer', offer };
  return [
    opened,
    { ...told, type: 'decision-overridden', externalId: `${task}:${uuidv7(now, random)}`, body: chosen },
  ];
}

/**
 * Keeps a decision on an account's line. Refuses with `line-decided` when somebody decided it meanwhile, with
 * `entry-due-past` a day that has passed, with `line-owner-gone` an owner who is none of ours, with `line-closed` a task that
 * is not open any more, with `entry-unknown` an offer that the method lacks.
 */
export async function decideLine(
  session: Session,
  accountId: string,
  decision: LineDecision,
  once: Once,
): Promise<{ readonly version: string; readonly task: string }> {
  must(session, 'ritual.hold');
  const { store, workspaceId, now } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const { frame } = await readSetting(tx, workspaceId);
      const root = await rootOf(tx, session, accountId);
      await checkDecision(tx, session, decision, frame.zone);
      const week = formatDay(mondayOf(dayAt(now, frame.zone)));
      const task = decision.task ?? `weekly:${week}:${root}`;
      const open = await taskOf(tx, session, root, task);
      if (decision.task !== null && !open) throw new Refusal('line-closed', {});
      if ((open?.version ?? null) !== decision.over)
        throw new Refusal(open ? 'line-decided' : 'line-closed', {
          account: open?.name ?? '',
          what: open?.what ?? '',
          by: open?.by ?? '',
        });
      const { results } = await recordIn(tx, session, checkFacts(factsOf(session, root, task, decision)));
      return { version: results[0]?.factId ?? '', task };
    });
    return answer;
  });
}

/** Closes an open decision: done, or dropped. Refuses with `line-closed` one that is not open. */
export async function closeLine(
  session: Session,
  accountId: string,
  { task, outcome }: { readonly task: string; readonly outcome: 'done' | 'dropped' },
  once: Once,
): Promise<string> {
  must(session, 'ritual.hold');
  const { store, workspaceId } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const root = await rootOf(tx, session, accountId);
      if (!(await taskOf(tx, session, root, task))) throw new Refusal('line-closed', {});
      const body = { task, outcome };
      const fact = { type: 'task-done', source: ritualSource, externalId: task, account: { id: root }, body };
      await recordIn(tx, session, checkFacts([fact]));
      return task;
    });
    return answer;
  });
}

/** Keeps the minutes of a ritual, dated now. */
export async function writeMinutes(session: Session, text: string, once: Once): Promise<string> {
  must(session, 'ritual.minutes');
  const { store, workspaceId, actor, door, now, random } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const { frame } = await readSetting(tx, workspaceId);
      const id = uuidv7(now, random);
      await writeWorkspaceFacts(tx, { ...session, importId: null }, [
        {
          accountId: null,
          type: 'minutes-written',
          body: { ritual: 'weekly', text },
          occurredAt: now,
          knownAt: null,
          correctedAt: null,
          hindsight: false,
          dated: true,
          source: ritualSource,
          externalId: `weekly:${formatDay(mondayOf(dayAt(now, frame.zone)))}:${id}`,
        },
      ]);
      const detail = { letters: text.length };
      await insertAudit(tx, workspaceId, {
        auditId: id,
        at: now,
        actor,
        door,
        verb: 'write-minutes',
        detail,
      });
      return id;
    });
    return answer;
  });
}
