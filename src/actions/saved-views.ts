// Views of the Base that people keep: their own, and those shared with the team. What a view names and nothing has any more
// is said, and the view still opens.
import { formatDay } from '#base/day.ts';
import { isUuid, uuidv7 } from '#base/id.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { countFilters } from '#store/list-pages.ts';
import type { ListSort } from '#store/list-order.ts';
import { memberNames } from '#store/people.ts';
import {
  insertView,
  placeViews,
  savedView,
  savedViews,
  updateView,
  type ViewRow,
} from '#store/saved-views.ts';
import { filterOf, nobodys, ownAccounts, type AccountFilter } from './list-query.ts';
import { countedOnce, onList } from './on-list.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { must, type Session } from './session.ts';
import { ownKey } from './seen.ts';

/** What a view holds: the filter as the list takes it, the order, the columns and how it is drawn. */
export type ViewSpec = {
  readonly filter: AccountFilter;
  readonly sort?: ListSort | undefined;
  readonly dir?: 'asc' | 'desc' | undefined;
  /** Column keys in order; absent: those of the browser. */
  readonly columns?: readonly string[] | undefined;
  readonly drawn: 'list' | 'scatter';
};
/** A filter of a view that names what no longer exists. */
export type Gone = { readonly filter: 'stage' | 'signal' | 'owner'; readonly key: string };
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly spec: ViewSpec;
  /** The reader may rename, change, move and remove it. */
  readonly mine: boolean;
  readonly accounts: number;
  readonly gone: readonly Gone[];
};

/** Views that one person may have, and a team together: a row of tabs, not an archive. */
const mostViews = 40;

const memberOf = ({ actor }: Session): string | null => {
  const id = actor.startsWith('member:') ? actor.slice('member:'.length) : '';
  return isUuid(id) ? id : null;
};
const mayChange = (session: Session, { shared }: Pick<ViewRow, 'shared'>): boolean =>
  session.can(shared ? 'views.share' : 'views.keep');

/** The views that the reader may open, each with its count on a day; counted in one pass over the list. */
export async function readViews(session: Session, asOf: string | undefined): Promise<readonly SavedView[]> {
  must(session, 'accounts.read');
  const { workspaceId, sees, now } = session;
  return onList(session, asOf, async (tx, at) => {
    const rows = await savedViews(tx, workspaceId, memberOf(session));
    if (rows.length === 0) return [];
    const me = await ownKey(tx, session);
    const specs = rows.map(({ spec }) => spec as ViewSpec);
    const filters = specs.map(({ filter }) => filterOf(session, filter, at.day, me));
    const counts = await countedOnce(session, at, ['views', sees, filters], () =>
      countFilters(tx, workspaceId, formatDay(at.day), filters),
    );
    const { method } = (await runningMethod(tx, workspaceId, now)).compiled;
    const members = await memberNames(tx, workspaceId);
    const known = {
      stage: new Set(method.stages.map(({ key }) => key)),
      signal: new Set(method.signals.map(({ key }) => key)),
      owner: new Set([...Object.keys(members), ownAccounts, nobodys]),
    };
    return rows.map((row, place) => {
      const spec = row.spec as ViewSpec;
      const gone = (['stage', 'signal', 'owner'] as const).flatMap((filter) => {
        const key = spec.filter[filter];
        return key === undefined || known[filter].has(key) ? [] : [{ filter, key }];
      });
      const { id, name, shared } = row;
      return { id, name, shared, spec, mine: mayChange(session, row), accounts: counts[place] ?? 0, gone };
    });
  });
}

async function audit(tx: Tx, session: Session, verb: string, view: string): Promise<void> {
  const { workspaceId, actor, door, now, random } = session;
  const detail = { view };
  await insertAudit(tx, workspaceId, { auditId: uuidv7(now, random), at: now, actor, door, verb, detail });
}

export type NewView = { readonly name: string; readonly shared: boolean; readonly spec: ViewSpec };

/** Keeps a view at the end of its row. Where nobody signs in all views are shared. */
export async function saveView(
  session: Session,
  view: NewView,
  once: Once = null,
): Promise<{ readonly id: string }> {
  must(session, 'views.keep');
  const { store, workspaceId, now, random } = session;
  const memberId = memberOf(session);
  const shared = view.shared || memberId === null;
  if (shared) must(session, 'views.share');
  return inWorkspace(store, workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, async () => {
      const there = (await savedViews(tx, workspaceId, memberId)).filter((one) => one.shared === shared);
      if (there.length >= mostViews) throw new Refusal('views-too-many', { most: mostViews });
      const id = uuidv7(now, random);
      const place = 1 + Math.max(0, ...there.map((one) => one.place));
      await insertView(tx, workspaceId, { ...view, id, memberId, shared, place }, now);
      await audit(tx, session, 'save-view', id);
      return { id };
    });
    return answer;
  });
}

export type ViewChange = {
  readonly name?: string | undefined;
  readonly shared?: boolean | undefined;
  readonly spec?: ViewSpec | undefined;
  /** Place in its row from 0. */
  readonly place?: number | undefined;
  readonly removed?: boolean | undefined;
};

/** The ids of a row of views after one of them went to a place. */
function moved(ids: readonly string[], id: string, place: number): string[] {
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}

/**
 * Changes what is named and nothing else; `removed: false` puts a removed view back. Refuses with `view-not-found` what
 * the reader may not open, with `not-allowed` what they may open and not change.
 */
export async function changeView(session: Session, id: string, change: ViewChange): Promise<void> {
  must(session, 'views.keep');
  const { store, workspaceId, now } = session;
  const memberId = memberOf(session);
  await inWorkspace(store, workspaceId, async (tx) => {
    const row = isUuid(id) ? await savedView(tx, workspaceId, id, memberId) : null;
    if (row === null) throw new Refusal('view-not-found', { view: id.slice(0, 80) });
    if (row.shared) must(session, 'views.share');
    const shared = change.shared ?? row.shared;
    // A view that is nobody's would be lost to everybody.
    if (shared || row.memberId === null) must(session, 'views.share');
    const next = {
      ...row,
      name: change.name ?? row.name,
      shared: shared || row.memberId === null,
      spec: change.spec ?? row.spec,
    };
    await updateView(tx, workspaceId, next, change.removed === true ? now : null);
    if (change.place !== undefined) {
      const there = (await savedViews(tx, workspaceId, memberId)).filter((one) => one.shared === next.shared);
      await placeViews(
        tx,
        workspaceId,
        moved(
          there.map((one) => one.id),
          id,
          change.place,
        ),
      );
    }
    await audit(tx, session, change.removed === true ? 'remove-view' : 'change-view', id);
  });
}
