// The day of one person, or of all: open tasks, next actions that nobody has taken, what is new at their customers, who
// waits for an answer. Read as of now, in a few statements over the day's list, however large the base is.
import { formatDay, type Day } from '#base/day.ts';
import { dayAt, startOfDay } from '#base/zone.ts';
import type { Calendar } from '#base/calendar.ts';
import { segments } from '#domain/facts/account-facts.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { limitsOf } from '#domain/method/limits.ts';
import type { Method } from '#domain/method/schema.ts';
import type { BaseNotice } from '#engine/base-notices.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { contactNames, memberNames } from '#store/people.ts';
import { giveable } from '#store/tasks.ts';
import {
  baseTells,
  newRisks,
  readyToGrow,
  waitingReplies,
  windowsOpening,
  withSignals,
  type BaseTells,
  type DayOf,
  type DayRows,
  type Waiting,
} from '#store/today.ts';
import { ensureList, stateOfList } from './ensure-list.ts';
import type { ListedDecision } from './list-row.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { noticesOfDay } from './settle-list.ts';
import { giveTo } from './task-checks.ts';
import { workOf, type DayItem } from './today-work.ts';
import { readSetting, type WorkspaceSetting } from './workspace-setting.ts';
import { ownKey } from './seen.ts';

/** Rows of each side list. */
const mostAside = 5;
/** Working days back within which somebody who wrote still waits. */
const replyDays = 3;
/** Days around the opening of a renewal window. */
const windowDays = 7;

export type { DayItem } from './today-work.ts';
export type SideRow = {
  readonly accountId: string;
  readonly name: string;
  readonly decision: ListedDecision;
};
export type SideList = {
  readonly rows: readonly SideRow[];
  readonly total: number;
  readonly mrrCents: number | null;
};
export type TodayList = {
  readonly day: Day;
  /** Instant (ms). */
  readonly now: number;
  readonly calendar: Calendar;
  readonly currency: string;
  readonly method: Method;
  readonly members: Readonly<Record<string, string>>;
  /** Who a task may be given to, by key. */
  readonly giveTo: readonly string[];
  /** Whose day it is; null: everybody's. */
  readonly who: string | null;
  /** Whether another person's day may be asked for. */
  readonly limited: boolean;
  readonly items: readonly DayItem[];
  readonly counts: {
    readonly late: number;
    readonly morning: number;
    readonly afternoon: number;
    readonly none: number;
    readonly tomorrow: number;
    readonly done: number;
  };
  readonly next: Day;
  /** The last working day: what began since is new. */
  readonly since: Day;
  readonly risks: SideList;
  readonly ready: SideList;
  readonly renewals: SideList;
  readonly promises: SideList;
  /** Days before its end at which a customer's window opens. */
  readonly windowOf: (segment: string | null) => number | null;
  readonly lateSignals: ReadonlySet<string>;
  readonly riskSignals: ReadonlySet<string>;
  readonly replies: readonly Waiting[];
  readonly replyTotal: number;
  readonly contacts: ReadonlyMap<string, string>;
  readonly notices: readonly BaseNotice[];
  readonly tells: BaseTells;
};

/**
 * Whose day: who is limited sees their own; else the one asked for, `all`, or who is signed in; nobody: everybody's. Refuses
 * with `task-owner-unknown` who is none of ours.
 */
async function whose(tx: Tx, session: Session, person: string | undefined): Promise<string | null> {
  if (session.sees !== null) return session.sees;
  if (person === 'all') return null;
  if (person !== undefined) {
    if (!(await giveable(tx, session.workspaceId)).has(person))
      throw new Refusal('task-owner-unknown', { owner: person });
    return person;
  }
  return await ownKey(tx, session);
}

/** What a signal's condition reads. */
const reading = ({ method, byPath }: CompiledMethod, leaves: readonly string[]): ReadonlySet<string> =>
  new Set(
    method.signals
      .map(({ key }) => key)
      .filter((key) =>
        byPath.get(`signals.${key}.when`)?.condition.leaves.some((leaf) => leaves.includes(leaf)),
      ),
  );
/** What tells that something promised or due from us is late. */
const lateLeaves = ['value.promisesLate', 'value.late'];

const sides = ({ rows, total, mrrCents }: DayRows): SideList => ({
  rows: rows.map((row) => ({ ...row, decision: row.decision as ListedDecision })),
  total,
  mrrCents,
});

/** Days before its end at which a window opens, by segment. */
function windowStarts(method: Method) {
  const known = [null, ...segments].flatMap((segment) => {
    const days = limitsOf(method, segment)['renewalStarts'];
    return days === undefined ? [] : { segment, days };
  });
  return {
    starts: known,
    windowOf: (segment: string | null) => known.find((one) => one.segment === segment)?.days ?? null,
  };
}

async function newsOf(
  tx: Tx,
  session: Session,
  of: DayOf,
  day: Day,
  { frame }: WorkspaceSetting,
  compiled: CompiledMethod,
) {
  const { workspaceId, now } = session;
  const { calendar, zone } = frame;
  const since = calendar.addWorkingDays(day, -1);
  const { starts, windowOf } = windowStarts(compiled.method);
  const lateSignals = reading(compiled, lateLeaves);
  const from = startOfDay(calendar.addWorkingDays(day, -replyDays), zone);
  const replies = await waitingReplies(tx, workspaceId, of, from, now, mostAside);
  return {
    since,
    risks: sides(await newRisks(tx, workspaceId, of, formatDay(since), mostAside)),
    ready: sides(await readyToGrow(tx, workspaceId, of, mostAside)),
    renewals: sides(await windowsOpening(tx, workspaceId, of, starts, windowDays, mostAside)),
    promises: sides(await withSignals(tx, workspaceId, of, [...lateSignals], mostAside)),
    windowOf,
    lateSignals,
    riskSignals: new Set(
      compiled.method.signals.filter(({ kinds }) => kinds.includes('risk')).map(({ key }) => key),
    ),
    replies,
    replyTotal: replies[0]?.total ?? 0,
    contacts: await contactNames(tx, workspaceId, [...new Set(replies.map(({ accountId }) => accountId))]),
  };
}

async function readDay(
  tx: Tx,
  session: Session,
  person: string | undefined,
  completed: boolean,
): Promise<TodayList | Day> {
  const { workspaceId, now, sees } = session;
  const setting = await readSetting(tx, workspaceId);
  const { calendar, zone, currency } = setting.frame;
  const day = dayAt(now, zone);
  if (!completed && !(await stateOfList(tx, session, day)).complete) return day;
  const { compiled } = await runningMethod(tx, workspaceId, now);
  const who = await whose(tx, session, person);
  const of: DayOf = { asOf: formatDay(day), owner: who, sees };
  return {
    day,
    now,
    calendar,
    currency,
    method: compiled.method,
    members: await memberNames(tx, workspaceId),
    giveTo: await giveTo(tx, session),
    who,
    limited: sees !== null,
    ...(await workOf(tx, session, of, day, setting)),
    ...(await newsOf(tx, session, of, day, setting, compiled)),
    // They count the whole base.
    notices: sees === null ? await noticesOfDay(tx, workspaceId, day) : [],
    tells: await baseTells(tx, workspaceId, of),
  };
}

/** The day as it stands now. `person`: the key of a member of ours, or `all`; left out, the day of who is signed in. */
export async function readToday(session: Session, person: string | undefined): Promise<TodayList> {
  must(session, 'accounts.read');
  for (let completed = false; ; completed = true) {
    const read = await inWorkspace(session.store, session.workspaceId, (tx) =>
      readDay(tx, session, person, completed),
    );
    if (typeof read !== 'number') return read;
    await ensureList(session, read, false);
  }
}
