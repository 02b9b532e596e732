// What every word on a task is held against: who may have it, until when, and whether it is still as it was seen.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { dueAt, minuteOf, promisedBy, timeOf } from '#base/working-hours.ts';
import { dayAt } from '#base/zone.ts';
import type { Frame } from '#domain/profile/shape.ts';
import { ownedBy } from '#store/files.ts';
import type { Tx } from '#store/in-workspace.ts';
import { members } from '#store/members.ts';
import { memberNames } from '#store/people.ts';
import { giveable } from '#store/tasks.ts';
import type { Recorded } from './record-facts.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

/** The action of a task that a person thought of: no signal asked for it. */
export const ownAction = 'own';

/** Until when: a day, with an hour of it (`10:30`) or without; or hours by the clock from now. */
export type Due = {
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly withinHours: number | null;
};
export type DueBody = {
  readonly dueOn?: string;
  readonly dueTime?: string;
  readonly withinHours?: number;
};

/** Refuses with `entry-due-past` what has passed; hours by the clock fall into working time. */
export function dueBody(due: Due, now: number, { zone, calendar }: Frame): DueBody {
  if (due.withinHours !== null) {
    const { day, minute } = promisedBy(now, due.withinHours, calendar).due;
    return { dueOn: formatDay(day), dueTime: timeOf(minute), withinHours: due.withinHours };
  }
  if (due.dueOn === null) return {};
  const day = parseDay(due.dueOn);
  if (day === null) throw new Refusal('day-invalid', { value: due.dueOn });
  const minute = due.dueTime === null ? null : minuteOf(due.dueTime);
  const said = due.dueTime === null ? due.dueOn : `${due.dueOn} ${due.dueTime}`;
  if (day < dayAt(now, zone) || (minute !== null && dueAt(day, minute, zone) < now))
    throw new Refusal('entry-due-past', { value: said });
  return { dueOn: due.dueOn, ...(due.dueTime === null ? {} : { dueTime: due.dueTime }) };
}

/** Snoozing goes to working time: a day off becomes the next working day, in words of the day that was asked. */
export const workingDue = (due: Due, calendar: Frame['calendar']): Due => {
  const day = due.dueOn === null ? null : parseDay(due.dueOn);
  return day === null ? due : { ...due, dueOn: formatDay(calendar.addWorkingDays(day, 0)) };
};

/**
 * Refuses with `task-owner-unknown` who is none of ours, with `task-owner-left` who has left, with `task-owner-limited`
 * who sees only customers of their own while one of these is not.
 */
export async function checkOwner(
  tx: Tx,
  session: Session,
  owner: string,
  roots: readonly string[],
): Promise<void> {
  const found = (await giveable(tx, session.workspaceId)).get(owner);
  if (!found) throw new Refusal('task-owner-unknown', { owner });
  const name = (await memberNames(tx, session.workspaceId))[owner] ?? owner;
  if (found.left) throw new Refusal('task-owner-left', { owner: name });
  if (!found.limited) return;
  const own = new Set(await ownedBy(tx, session.workspaceId, roots, owner));
  if (roots.some((root) => !own.has(root))) throw new Refusal('task-owner-limited', { owner: name });
}

/** Today in the zone of the workspace. */
export const todayIn = (session: Session, { zone }: Frame): Day => dayAt(session.now, zone);

/** Refuses with `task-ended` where an account is no customer any more. */
export function refuseEnded({ decided }: Recorded): void {
  const ended = decided.find(({ decision }) => decision.status === 'ended');
  if (ended) throw new Refusal('task-ended', { account: ended.name });
}

/** Whom a task may be given to. Who is limited is told of those who sign in here, and of no name of others' customers. */
export async function giveTo(tx: Tx, { workspaceId, sees }: Session): Promise<readonly string[]> {
  const all = [...(await giveable(tx, workspaceId)).values()].filter(({ left }) => !left);
  if (sees === null) return all.map(({ key }) => key);
  const signIn = new Set((await members(tx, workspaceId)).flatMap(({ memberKey }) => memberKey ?? []));
  return all
    .filter(({ key, limited }) => key === sees || (signIn.has(key) && !limited))
    .map(({ key }) => key);
}
