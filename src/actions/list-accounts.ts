// The base as of a day: a page of accounts, with the figures of the whole filtered list.
import { formatDay, type Day } from '#base/day.ts';
import { endOfDay } from '#base/zone.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { BaseNotice } from '#engine/base-notices.ts';
import type { Tx } from '#store/in-workspace.ts';
import { everything, type ListFilter, type ListView } from '#store/list-filter.ts';
import {
  listGroups,
  listIds,
  listPage,
  ownersAndSignals,
  type ListCut,
  type ListItem,
} from '#store/list-pages.ts';
import { memberNames } from '#store/people.ts';
import type { Workspace } from '#store/workspaces.ts';
import { amountOrders } from '#domain/access/amounts.ts';
import { facetsOf, summaryOf, viewsOf, type ListSummary } from './list-figures.ts';
import { decodeCursor, encodeCursor, filterOf, type AccountQuery } from './list-query.ts';
import type { ListedDecision } from './list-row.ts';
import { underNamesThen } from './names-then.ts';
import { countedOnce, onList, type ListAt } from './on-list.ts';
import { runningMethod } from './running-method.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { noticesOfDay } from './settle-list.ts';
import { ownKey } from './seen.ts';

export type ListedAccount = {
  readonly id: string;
  readonly name: string;
  readonly taxId: string | null;
  /** Key of the member who owns it on the day. */
  readonly owner: string | null;
  /** ISO day of the last conversation. */
  readonly talkedOn: string | null;
  readonly decision: ListedDecision;
};
export type AccountList = {
  readonly day: Day;
  readonly today: Day;
  readonly workspace: Workspace;
  readonly method: { readonly version: number; readonly compiled: CompiledMethod };
  readonly members: Readonly<Record<string, string>>;
  /** Key of the reader among the members; null: they are none. */
  readonly me: string | null;
  readonly items: readonly ListedAccount[];
  /** Where a page that ends after each item goes on. */
  readonly cursors: readonly string[];
  readonly nextCursor: string | null;
  readonly summary: ListSummary;
  readonly views: Readonly<Record<ListView, number>>;
  readonly facets: ReturnType<typeof facetsOf> & Awaited<ReturnType<typeof ownersAndSignals>>;
  readonly first: readonly ListedAccount[];
  /** Alarms about the whole base, which stand for those of its accounts. */
  readonly notices: readonly BaseNotice[];
};

export const listed = (row: ListItem): ListedAccount => ({
  id: row.accountId,
  name: row.name,
  taxId: row.taxId,
  owner: row.owner,
  talkedOn: row.talkedOn,
  decision: row.decision as ListedDecision,
});

/** Totals of what the filter holds, and the numbers of the views and facets over all that the reader sees. */
async function figuresOf(tx: Tx, session: Session, at: ListAt, filter: ListFilter) {
  const { workspaceId, sees } = session;
  const {
    asOf,
    view: _view,
    band: _band,
    segment: _segment,
    stage: _stage,
    status: _status,
    ...search
  } = filter;
  const groups = (of: typeof search) =>
    countedOnce(session, at, ['groups', asOf, of], () => listGroups(tx, workspaceId, asOf, of));
  const whole = await groups(everything(sees));
  const held = await groups(search);
  const shares = await countedOnce(session, at, ['shares', asOf, sees], () =>
    ownersAndSignals(tx, workspaceId, asOf, sees),
  );
  return {
    summary: summaryOf(held, filter),
    views: viewsOf(whole),
    facets: { ...facetsOf(whole), ...shares },
  };
}

type Cut = Omit<ListCut, 'after' | 'limit'>;

async function pageOf(tx: Tx, session: Session, filter: ListFilter, query: AccountQuery, cut: Cut) {
  const after = decodeCursor(query);
  if (cut.among === 0) return { items: [], cursors: [], nextCursor: null };
  const rows = await listPage(tx, session.workspaceId, filter, { ...cut, after, limit: query.limit + 1 });
  const items = rows.slice(0, query.limit);
  const cursors = items.map(({ cursor }) => encodeCursor(cursor, query));
  const more = rows.length > query.limit;
  return { items, cursors, nextCursor: more ? (cursors.at(-1) ?? null) : null };
}

/**
 * One page of the base as of a day. The list of the day is completed first. Refuses with `money-hidden` to sort by amounts
 * for who is not told them.
 */
export async function listAccounts(session: Session, query: AccountQuery): Promise<AccountList> {
  must(session, 'accounts.read');
  if (!session.seesMoney && amountOrders.has(query.sort)) throw new Refusal('money-hidden');
  const { workspaceId, now, sees } = session;
  return onList(session, query.asOf, async (tx, at) => {
    const { day, today, workspace } = at;
    const me = await ownKey(tx, session);
    const filter = filterOf(session, query, day, me);
    const method = await runningMethod(tx, workspaceId, now);
    const figures = await figuresOf(tx, session, at, filter);
    const among = figures.summary.total;
    const stages = method.compiled.method.stages.map(({ key }) => key);
    const cut = { sort: query.sort, desc: query.desc, among, stages };
    const { items, cursors, nextCursor } = await pageOf(tx, session, filter, query, cut);
    const ranked = { sort: 'rank', desc: false, after: null, limit: 3, among } as const;
    const first =
      among === 0
        ? []
        : await countedOnce(session, at, ['first', filter], () => listPage(tx, workspaceId, filter, ranked));
    const then = async (rows: readonly ListedAccount[]): Promise<readonly ListedAccount[]> =>
      day === today ? rows : underNamesThen(tx, workspaceId, rows, endOfDay(day, workspace.zone));
    return {
      day,
      today,
      workspace,
      method,
      members: await memberNames(tx, workspaceId),
      me,
      items: await then(items.map(listed)),
      cursors,
      nextCursor,
      ...figures,
      first: await then(first.map(listed)),
      // They count the whole base.
      notices: sees === null ? await noticesOfDay(tx, workspaceId, day) : [],
    };
  });
}

/** Ids of what a filter holds, by name, in pages: for what is done to all of them. */
export async function listAccountIds(
  session: Session,
  query: Omit<AccountQuery, 'sort' | 'desc'>,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null; readonly day: string }> {
  must(session, 'accounts.read');
  const ordered = { ...query, sort: 'name', desc: false } as const;
  return onList(session, query.asOf, async (tx, { day }) => {
    const filter = filterOf(session, query, day, await ownKey(tx, session));
    const after = decodeCursor(ordered);
    const cut = { sort: 'name', desc: false, after, limit: query.limit + 1 } as const;
    const rows = await listIds(tx, session.workspaceId, filter, cut);
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    return {
      ids: kept.map(({ id }) => id),
      nextCursor: rows.length > query.limit && last ? encodeCursor(last.cursor, ordered) : null,
      day: formatDay(day),
    };
  });
}
