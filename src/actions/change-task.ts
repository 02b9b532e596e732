// What becomes of a task: done, put off, given to another, taken back. The decided next action is a task that nobody has
// taken yet: the first word on it takes it, under its key, so that it keeps its owner and day from then on.
import { formatDay, mondayOf } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import { insertAudit } from '#store/audit.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { actionOfDay, openTasks, taskFacts, type TaskRow } from '#store/tasks.ts';
import { setWithdrawn } from '#store/withdrawals.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { decideToday } from './decide-today.ts';
import { checkFacts, recordIn } from './record-facts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { checkOwner, dueBody, refuseEnded, todayIn, workingDue, type Due } from './task-checks.ts';
import { readSetting, type WorkspaceSetting } from './workspace-setting.ts';
import { screenSource } from './write-entry.ts';
import { ritualSource } from './decide-line.ts';
import { seenRoots } from './seen.ts';

/** How a task ended: talked, could not reach anybody, done without talking, needed no more. */
export const taskOutcomes = ['talked', 'no_answer', 'done', 'not_needed'] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

export type TaskChange =
  | {
      readonly kind: 'finish';
      readonly outcome: TaskOutcome;
      readonly note?: string | undefined;
      /** How one talked: recorded as a conversation of today too. */
      readonly talk?: 'phone' | 'whatsapp' | 'email' | 'meeting' | undefined;
    }
  | ({ readonly kind: 'snooze' } & Due)
  | { readonly kind: 'delegate'; readonly owner: string };

/** Which task: an open one, as it was last seen, or the decided next action of the account (`task` null). */
export type WhichTask = {
  readonly account: string;
  readonly task: string | null;
  readonly action: string;
  /** What it says on screen; kept with an action that is taken now. */
  readonly what: string;
  /** Version of the task that was on the screen; null: nobody had taken it. */
  readonly over: string | null;
};
export type ChangedTask = {
  readonly account: string;
  readonly task: string;
  /** Facts that were recorded, the newest first: taken back together. */
  readonly facts: readonly string[];
  /** The task it was asked of belongs to an account that had been joined to this one. */
  readonly joined: boolean;
};

type Held = Pick<TaskRow, 'task' | 'action' | 'homeId' | 'source' | 'externalId'> & {
  /** What it said before; null: nobody had taken it. */
  readonly body: Readonly<Record<string, unknown>> | null;
};

/** The task as it stands; refuses with `task-changed` or `task-closed` what is not as it was seen. */
async function heldTask(
  tx: Tx,
  session: Session,
  which: WhichTask,
  root: string,
  setting: WorkspaceSetting,
): Promise<Held & { readonly body: Readonly<Record<string, unknown>> }> {
  const { workspaceId, now, random } = session;
  const open = await openTasks(tx, workspaceId, now, { roots: [root] });
  if (which.task !== null) {
    const found = open.find((one) => one.task === which.task);
    if (!found) throw new Refusal('task-closed', { what: which.what });
    if (found.version !== which.over) throw new Refusal('task-changed', { what: found.what ?? which.what });
    return found;
  }
  const today = formatDay(todayIn(session, setting.frame));
  const decided = await actionOfDay(tx, workspaceId, today, root);
  const taken = open.some((one) => one.action === which.action);
  if (decided?.key !== which.action || taken) throw new Refusal('task-changed', { what: which.what });
  const task = uuidv7(now, random);
  const owner = decided.owner === null ? {} : { owner: decided.owner };
  return {
    task,
    action: which.action,
    homeId: root,
    source: screenSource,
    externalId: task,
    body: { task, action: which.action, what: which.what, ...owner, dueOn: formatDay(decided.due) },
  };
}

type Told = {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly externalId: string;
};

/** A conversation in both directions, as one would write it by hand. */
function talkOf(talk: 'phone' | 'whatsapp' | 'email' | 'meeting', id: string): Told {
  const told = { source: screenSource, externalId: id };
  if (talk === 'phone') return { ...told, type: 'call-held', body: { direction: 'out' } };
  if (talk === 'meeting') return { ...told, type: 'meeting-held', body: { meeting: 'other' } };
  return {
    ...told,
    type: 'message-exchanged',
    body: { channel: talk, direction: 'out', replied: true },
  };
}

const withoutDue = ({ dueOn: _on, dueTime: _time, withinHours: _hours, ...rest }: Record<string, unknown>) =>
  rest;

async function toldBy(
  tx: Tx,
  session: Session,
  change: TaskChange,
  held: Held & { readonly body: Readonly<Record<string, unknown>> },
  asTaken: boolean,
  root: string,
  { frame }: WorkspaceSetting,
): Promise<readonly Told[]> {
  const { now, random } = session;
  const opened = (body: Readonly<Record<string, unknown>>): Told => ({
    type: 'task-opened',
    source: held.source,
    externalId: held.externalId,
    body,
  });
  if (change.kind === 'snooze') {
    const due = dueBody(workingDue(change, frame.calendar), now, frame);
    return [opened({ ...withoutDue({ ...held.body }), ...due })];
  }
  if (change.kind === 'delegate') {
    await checkOwner(tx, session, change.owner, [root]);
    return [opened({ ...held.body, owner: change.owner })];
  }
  const id = uuidv7(now, random);
  const note = change.note === undefined || change.note === '' ? {} : { note: change.note };
  const done: Told = {
    type: 'task-done',
    source: screenSource,
    externalId: id,
    body: { task: held.task, outcome: change.outcome, ...note },
  };
  const talk = change.outcome === 'talked' && change.talk !== undefined ? [talkOf(change.talk, id)] : [];
  return [...(asTaken ? [] : [opened(held.body)]), done, ...talk];
}

/**
 * Changes a task. Refuses with `task-closed` what is done already, with `task-changed` what somebody changed meanwhile,
 * with `task-ended` a task of who is no customer any more unless it is finished.
 */
export async function changeTask(
  session: Session,
  which: WhichTask,
  change: TaskChange,
  once: Once,
): Promise<ChangedTask> {
  must(session, 'facts.write');
  const { store, workspaceId } = session;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const setting = await readSetting(tx, workspaceId);
      const root = (await seenRoots(tx, session, [which.account])).get(which.account) ?? which.account;
      const held = await heldTask(tx, session, which, root, setting);
      const told = await toldBy(tx, session, change, held, which.task !== null, root, setting);
      const recorded = await recordIn(
        tx,
        session,
        checkFacts(told.map((one) => ({ ...one, account: { id: held.homeId } }))),
      );
      if (change.kind !== 'finish') refuseEnded(recorded);
      const facts = recorded.results.flatMap(({ factId }) => factId ?? []).toReversed();
      return { account: root, task: held.task, facts, joined: root !== which.account };
    });
    return answer;
  });
}

export type TakenBack = { readonly account: string; readonly facts: readonly string[] };

/** Refuses with `entry-not-found` what is no word on a task here, with `task-changed` what has a later word. */
async function withdrawOf(
  tx: Tx,
  session: Session,
  { facts }: TakenBack,
  root: string,
  zone: string,
): Promise<{ readonly root: string; readonly from: string }> {
  const { workspaceId, actor, door, now } = session;
  const found = await taskFacts(tx, workspaceId, root, facts.filter(isUuid));
  for (const fact of facts) {
    const one = found.find(({ factId }) => factId === fact);
    const ours = one?.source === screenSource || (one?.source === ritualSource && one.type === 'task-opened');
    if (!one || !ours) throw new Refusal('entry-not-found', { fact });
    if (!one.newest) throw new Refusal('task-changed', { what: '' });
  }
  const state = { withdrawn: true, importId: null, actor, door, now };
  await setWithdrawn(
    tx,
    workspaceId,
    found.map(({ accountId, factId }) => ({ accountId, factId })),
    state,
  );
  const oldest = Math.min(...found.map((one) => Math.max(one.occurredAt, one.knownAt)));
  return { root, from: formatDay(mondayOf(dayAt(oldest, zone))) };
}

/** Takes words on tasks back, all or none: as if they had never been said. */
export async function takeBackTasks(
  session: Session,
  asked: readonly TakenBack[],
  once: Once = null,
): Promise<{ readonly accounts: number }> {
  must(session, 'facts.write');
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, () => takenBackIn(tx, session, asked));
    return answer;
  });
}

async function takenBackIn(
  tx: Tx,
  session: Session,
  asked: readonly TakenBack[],
): Promise<{ readonly accounts: number }> {
  const { workspaceId, actor, door, now, random } = session;
  const roots = await seenRoots(tx, session, [...new Set(asked.map(({ account }) => account))]);
  const setting = await readSetting(tx, workspaceId);
  const { zone } = setting.frame;
  const changed: { readonly root: string; readonly from: string }[] = [];
  for (const one of asked)
    changed.push(await withdrawOf(tx, session, one, roots.get(one.account) ?? '', zone));
  const ids = [...new Set(changed.map(({ root }) => root))].sort();
  await refold(tx, workspaceId, zone, ids);
  await dropCheckpoints(
    tx,
    workspaceId,
    changed.map(({ root, from }) => ({ accountId: root, from })),
  );
  await decideToday(tx, session, ids, setting);
  await insertAudit(tx, workspaceId, {
    auditId: uuidv7(now, random),
    at: now,
    actor,
    door,
    verb: 'take-back-tasks',
    detail: { accounts: ids.length, facts: asked.flatMap(({ facts }) => facts).length },
  });
  return { accounts: ids.length };
}
