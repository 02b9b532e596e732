// The week's list of a day, whole: every account that is listed, in order of attention, with those at risk and those
// ready for a growth offer, and what of it fits into the week of the people whose capacity is told.
import { mondayOf, type Day } from '#base/day.ts';
import { endOfDay } from '#base/zone.ts';
import { readyOffer } from '#domain/lists/at-risk.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { BaseNotice } from '#engine/base-notices.ts';
import {
  markedOutside,
  outsideOf,
  peopleWeek,
  type PersonWeek,
  type WeekCapacity,
} from '#engine/people-week.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { everything, type ListFilter } from '#store/list-filter.ts';
import type { ListCursor } from '#store/list-order.ts';
import { listPage } from '#store/list-pages.ts';
import { memberNames } from '#store/people.ts';
import { heldFirmFacts, workspaceFacts } from '#store/workspace-facts.ts';
import { readWorkspace, type Workspace } from '#store/workspaces.ts';
import { formatDay } from '#base/day.ts';
import { askedDay } from './days.ts';
import { ensureList } from './ensure-list.ts';
import { listed, type ListedAccount } from './list-accounts.ts';
import { underNamesThen } from './names-then.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { noticesOfDay } from './settle-list.ts';
import { sweepAll } from './sweep-dirty.ts';

export type WeekList = {
  readonly day: Day;
  readonly workspace: Workspace;
  readonly method: { readonly version: number; readonly compiled: CompiledMethod };
  readonly members: Readonly<Record<string, string>>;
  /** In order of attention: those at risk first. */
  readonly accounts: readonly ListedAccount[];
  /** Ids in order of priority. */
  readonly ready: readonly string[];
  /** Alarms about the whole base, which stand for those of its accounts. */
  readonly notices: readonly BaseNotice[];
  /** The week of each person whose capacity is told. */
  readonly people: readonly PersonWeek[];
};

const pageRows = 1000;

async function everyAccount(tx: Tx, { workspaceId, sees }: Session, day: Day): Promise<ListedAccount[]> {
  const filter: ListFilter = {
    ...everything(sees),
    asOf: formatDay(day),
    view: 'all',
    band: null,
    segment: null,
    stage: null,
    status: null,
  };
  const accounts: ListedAccount[] = [];
  for (let after: ListCursor | null = null; ;) {
    const rows = await listPage(tx, workspaceId, filter, {
      sort: 'rank',
      desc: false,
      after,
      limit: pageRows,
    });
    accounts.push(...rows.map(listed));
    const last = rows.at(-1);
    if (rows.length < pageRows || !last) return accounts;
    after = last.cursor;
  }
}

/** Actions each person can do in the week of a day, as known at its end; what names the week goes before what is usual. */
async function weekCapacity(tx: Tx, { id, zone }: Workspace, day: Day): Promise<WeekCapacity> {
  const facts = heldFirmFacts(await workspaceFacts(tx, id, ['week-capacity-set']), endOfDay(day, zone));
  const monday = formatDay(mondayOf(day));
  const of = (week: string | undefined): [string, number][] =>
    facts
      .filter(({ body }) => body['week'] === week)
      .map(({ body }) => [String(body['member']), Number(body['actions'])]);
  return Object.fromEntries([...of(undefined), ...of(monday)]);
}

/** Ids of accounts ready for a growth offer, by priority, then id. */
function readyIds(accounts: readonly ListedAccount[]): string[] {
  const priority = ({ decision }: ListedAccount) => readyOffer(decision)?.priority ?? 0;
  return accounts
    .filter(({ decision }) => decision.ready)
    .sort((a, b) => priority(b) - priority(a) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The week as of a day; equal facts give an equal week, however and in whatever order they came. */
export async function readWeek(session: Session, asOf: string | undefined): Promise<WeekList> {
  must(session, 'accounts.read');
  const { day, today } = await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const workspace = await readWorkspace(tx);
    if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
    return askedDay(asOf, session.now, workspace.zone);
  });
  if (day === today) await sweepAll(session);
  await ensureList(session, day, true);
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const workspace = await readWorkspace(tx);
    if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
    const all = await everyAccount(tx, session, day);
    const named =
      day === today ? all : await underNamesThen(tx, session.workspaceId, all, endOfDay(day, workspace.zone));
    const room = await weekCapacity(tx, workspace, day);
    const own = Object.entries(room).filter(([member]) => session.sees === null || member === session.sees);
    const people = peopleWeek(named, Object.fromEntries(own), day);
    const outside = outsideOf(people);
    const accounts = named.map((one) =>
      outside.has(one.id) ? { ...one, decision: markedOutside(one.decision) } : one,
    );
    return {
      day,
      workspace,
      method: await runningMethod(tx, session.workspaceId, session.now),
      members: await memberNames(tx, session.workspaceId),
      accounts,
      ready: readyIds(accounts),
      // They count the whole base.
      notices: session.sees === null ? await noticesOfDay(tx, session.workspaceId, day) : [],
      people,
    };
  });
}
