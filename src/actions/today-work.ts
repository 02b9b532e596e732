// The work of one person's day, or of everybody's: their open tasks, and next actions that nobody has taken.
import { formatDay, mondayOf, parseDay, type Day } from '#base/day.ts';
import { dayAt, startOfDay } from '#base/zone.ts';
import type { Calendar } from '#base/calendar.ts';
import { clockOf, standingOf, type Standing } from '#domain/work/day-part.ts';
import type { Tx } from '#store/in-workspace.ts';
import { openTasks, type TaskRow } from '#store/tasks.ts';
import {
  actionsDue,
  finishedSince,
  rowsOfDay,
  type DayOf,
  type DayRow,
  type Finished,
  type Settled,
} from '#store/today.ts';
import type { ListedDecision } from './list-row.ts';
import type { Session } from './session.ts';
import type { WorkspaceSetting } from './workspace-setting.ts';

/** Tasks and actions that are shown at most. */
const mostTasks = 60;

export type DayItem = {
  readonly accountId: string;
  readonly name: string;
  /** Null: the customer is on no list today. */
  readonly decision: ListedDecision | null;
  /** Null: the next action, which nobody has taken yet. */
  readonly task: TaskRow | null;
  readonly action: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly dueTime: string | null;
  readonly standing: Standing;
  readonly clock: { readonly day: Day; readonly time: string } | null;
};
/** Next actions that are not to be shown as work: taken already, or done since Monday; today's only, when nobody was reached. */
function settledOf(open: readonly TaskRow[], done: readonly Finished[], day: Day, zone: string): Settled[] {
  const rests = done.filter((one) => dayAt(one.doneAt, zone) === day || one.outcome !== 'no_answer');
  return [
    ...open.map(({ accountId, action }) => ({ accountId, action, doneOn: null })),
    ...rests.map(({ accountId, action, doneAt }) => {
      const on = dayAt(doneAt, zone);
      return { accountId, action, doneOn: on === day ? null : on };
    }),
  ];
}

const decisionOf = (row: DayRow | undefined): ListedDecision | null =>
  row === undefined ? null : (row.decision as ListedDecision);

export function taskItem(task: TaskRow, row: DayRow | undefined, now: number, calendar: Calendar): DayItem {
  const dueOn = task.dueOn === null ? null : parseDay(task.dueOn);
  const due = { day: dueOn, time: task.dueTime };
  return {
    accountId: task.accountId,
    name: task.name,
    decision: decisionOf(row),
    task,
    action: task.action,
    owner: task.owner,
    dueOn,
    dueTime: task.dueTime,
    standing: standingOf(due, now, calendar),
    clock: clockOf({ ...task, ...due }, calendar),
  };
}

function actionItem(row: DayRow, now: number, calendar: Calendar): DayItem {
  const decision = row.decision as ListedDecision;
  const { key, owner, due } = decision.action;
  return {
    accountId: row.accountId,
    name: row.name,
    decision,
    task: null,
    action: key,
    owner,
    dueOn: due,
    dueTime: null,
    standing: standingOf({ day: due, time: null }, now, calendar),
    clock: null,
  };
}

/** Open tasks and actions due by a day, soonest first, with all of them counted. */
export async function workOf(tx: Tx, session: Session, of: DayOf, day: Day, { frame }: WorkspaceSetting) {
  const { workspaceId, now, sees } = session;
  const { calendar, zone } = frame;
  const next = calendar.addWorkingDays(day, 1);
  const all = await openTasks(tx, workspaceId, now, { sees });
  const mine = of.owner === null ? all : all.filter(({ owner }) => owner === of.owner);
  const done = await finishedSince(tx, workspaceId, startOfDay(mondayOf(day), zone), now, sees);
  const settled = settledOf(all, done, day, zone);
  const actions = await actionsDue(tx, workspaceId, of, { from: null, to: of.asOf }, settled, mostTasks);
  const tomorrow = formatDay(next);
  const coming = await actionsDue(tx, workspaceId, of, { from: tomorrow, to: tomorrow }, settled, 1);
  const bare = mine.map((task) => taskItem(task, undefined, now, calendar));
  const due = bare
    .filter(({ standing }) => standing.part !== 'later')
    .toSorted((a, b) => a.standing.dueAt - b.standing.dueAt);
  const shown = due.slice(0, mostTasks).flatMap(({ task }) => task ?? []);
  const rows = await rowsOfDay(tx, workspaceId, of.asOf, [
    ...new Set(shown.map(({ accountId }) => accountId)),
  ]);
  const tasks = shown.map((task) => taskItem(task, rows.get(task.accountId), now, calendar));
  const counted = (part: Standing['part']): number =>
    due.filter(({ standing }) => standing.part === part).length;
  const items = [...tasks, ...actions.rows.map((row) => actionItem(row, now, calendar))];
  return {
    next,
    items: items.toSorted((a, b) => a.standing.dueAt - b.standing.dueAt).slice(0, mostTasks),
    counts: {
      late: counted('late'),
      morning: counted('morning'),
      // A decided action has a day and no hour.
      afternoon: counted('afternoon') + actions.total,
      none: counted('none'),
      tomorrow: bare.filter(({ dueOn }) => dueOn === next).length + coming.total,
      done: done.filter(
        ({ owner, doneAt }) =>
          dayAt(doneAt, zone) === day && (of.owner === null || owner === null || owner === of.owner),
      ).length,
    },
  };
}
