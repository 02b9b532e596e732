// The base as of a day: a page of accounts, with the figures of the whole filtered list.
import { formatDay, type Day } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { tokens } from '#base/text.ts';
import { endOfDay } from '#base/zone.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { BaseNotice } from '#engine/base-notices.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import {
  listGroups,
  listPage,
  type ListCursor,
  type ListFilter,
  type ListGroup,
  type ListSort,
  type ListView,
} from '#store/list-pages.ts';
import type { Store } from '#store/open.ts';
import { memberNames } from '#store/people.ts';
import { readWorkspace, type Workspace } from '#store/workspaces.ts';
import { askedDay } from './days.ts';
import { ensureList, stateOfList } from './ensure-list.ts';
import { facetsOf, summaryOf, viewsOf, type ListSummary } from './list-figures.ts';
import type { ListedDecision } from './list-row.ts';
import { underNamesThen } from './names-then.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { noticesOfDay } from './settle-list.ts';

export type ListedAccount = {
  readonly id: string;
  readonly name: string;
  readonly taxId: string | null;
  readonly decision: ListedDecision;
};
export type AccountQuery = {
  readonly asOf?: string | undefined;
  readonly view: ListView;
  readonly q?: string | undefined;
  readonly band?: string | undefined;
  readonly segment?: string | undefined;
  readonly stage?: string | undefined;
  readonly status?: string | undefined;
  readonly renewsWithin?: number | undefined;
  readonly sort: ListSort;
  readonly desc: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
};
export type AccountList = {
  readonly day: Day;
  readonly today: Day;
  readonly workspace: Workspace;
  readonly method: { readonly version: number; readonly compiled: CompiledMethod };
  readonly members: Readonly<Record<string, string>>;
  readonly items: readonly ListedAccount[];
  readonly nextCursor: string | null;
  readonly summary: ListSummary;
  readonly views: Readonly<Record<ListView, number>>;
  readonly facets: ReturnType<typeof facetsOf>;
  readonly first: readonly ListedAccount[];
  /** Alarms about the whole base, which stand for those of its accounts. */
  readonly notices: readonly BaseNotice[];
};

/** A cursor fits only the order it was cut from. */
const encodeCursor = (cursor: ListCursor, query: AccountQuery) =>
  Buffer.from(
    JSON.stringify([query.sort, query.desc, cursor.missing, cursor.key, cursor.name, cursor.id]),
  ).toString('base64url');

const finite = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

function decodeCursor(query: AccountQuery): ListCursor | null {
  const text = query.cursor;
  if (text === undefined) return null;
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    const [sort, desc, missing, key, name, id] = Array.isArray(value) ? (value as unknown[]) : [];
    const strings = typeof key === 'string' && typeof name === 'string' && typeof id === 'string';
    const fits = sort === query.sort && desc === query.desc && typeof missing === 'boolean';
    if (strings && fits && isUuid(id) && (sort === 'name' || finite(key)) && !`${key}${name}`.includes('\0'))
      return { missing, key, name, id };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw new Refusal('cursor-invalid', { cursor: text.slice(0, 80) });
}

/** Words of a search; a tax id in its punctuation is one word. */
export function searchWords(typed: string): string[] {
  const ids: string[] = [];
  const rest = typed.replace(
    /[0-9a-z]{2}\.?[0-9a-z]{3}\.?[0-9a-z]{3}\/[0-9a-z]{1,4}(?:-[0-9]{0,2})?/gi,
    (id) => {
      ids.push(id.toLowerCase().replace(/[^0-9a-z]/g, ''));
      return ' ';
    },
  );
  const dotted = rest.replace(/\b\d{2}(?:\.\d{1,3}){1,2}\b/g, (id) => id.replaceAll('.', ''));
  return [...ids, ...tokens(dotted)];
}

function filterOf({ sees }: Session, query: AccountQuery, day: Day): ListFilter {
  return {
    asOf: formatDay(day),
    view: query.view,
    words: searchWords(query.q ?? '').slice(0, 8),
    band: query.band ?? null,
    segment: query.segment ?? null,
    stage: query.stage ?? null,
    status: query.status ?? null,
    renewsUntil: query.renewsWithin === undefined ? null : formatDay(day + query.renewsWithin),
    owner: sees,
  };
}

async function pageOf(tx: Tx, session: Session, filter: ListFilter, query: AccountQuery, among: number) {
  const after = decodeCursor(query);
  if (among === 0) return { items: [], nextCursor: null };
  const page = { sort: query.sort, desc: query.desc, after, limit: query.limit + 1, among };
  const rows = await listPage(tx, session.workspaceId, filter, page);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > query.limit && last ? encodeCursor(last.cursor, query) : null };
}

const listed = (row: {
  accountId: string;
  name: string;
  taxId: string | null;
  decision: unknown;
}): ListedAccount => ({
  id: row.accountId,
  name: row.name,
  taxId: row.taxId,
  decision: row.decision as ListedDecision,
});

type Counted = { readonly changes: number; readonly groups: readonly ListGroup[] };
/** Groups counted last, by list and search, oldest first: most pages ask for the list that was just counted. */
const counted = new WeakMap<Store, Map<string, Counted>>();
const mostCounted = 100;

/** The groups of a list, from memory while it has not changed. `changes` was read before, so they are never older. */
async function groupsOf(
  tx: Tx,
  session: Session,
  asOf: string,
  search: Pick<ListFilter, 'words' | 'renewsUntil' | 'owner'>,
  changes: number,
): Promise<readonly ListGroup[]> {
  const key = JSON.stringify([session.workspaceId, asOf, search.owner, search.renewsUntil, ...search.words]);
  const known = counted.get(session.store) ?? new Map<string, Counted>();
  counted.set(session.store, known);
  const found = known.get(key);
  if (found?.changes === changes) return found.groups;
  const groups = await listGroups(tx, session.workspaceId, asOf, search);
  known.delete(key);
  known.set(key, { changes, groups });
  for (const oldest of known.keys()) {
    if (known.size <= mostCounted) break;
    known.delete(oldest);
  }
  return groups;
}

async function figuresOf(tx: Tx, session: Session, filter: ListFilter, changes: number) {
  const { words, renewsUntil, owner } = filter;
  const whole = await groupsOf(tx, session, filter.asOf, { words: [], renewsUntil: null, owner }, changes);
  const searched = words.length > 0 || renewsUntil !== null;
  const held = searched
    ? await groupsOf(tx, session, filter.asOf, { words, renewsUntil, owner }, changes)
    : whole;
  return { summary: summaryOf(held, filter), views: viewsOf(whole), facets: facetsOf(whole) };
}

/** The page, or the day whose list must be completed first. `completed` is the day that just was. */
async function readPage(
  tx: Tx,
  session: Session,
  query: AccountQuery,
  completed: Day | null,
): Promise<AccountList | Day> {
  const workspace = await readWorkspace(tx);
  if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
  const { day, today } = askedDay(query.asOf, session.now, workspace.zone);
  const state = await stateOfList(tx, session, day);
  if (!state.complete && completed !== day) return day;
  const filter = filterOf(session, query, day);
  const figures = await figuresOf(tx, session, filter, state.changes);
  const among = figures.summary.total;
  const { items, nextCursor } = await pageOf(tx, session, filter, query, among);
  const ranked = { sort: 'rank', desc: false, after: null, limit: 3, among } as const;
  const first = among === 0 ? [] : await listPage(tx, session.workspaceId, filter, ranked);
  const then = async (rows: readonly ListedAccount[]): Promise<readonly ListedAccount[]> =>
    day === today ? rows : underNamesThen(tx, session.workspaceId, rows, endOfDay(day, workspace.zone));
  return {
    day,
    today,
    workspace,
    method: await runningMethod(tx, session.workspaceId, session.now),
    members: await memberNames(tx, session.workspaceId),
    items: await then(items.map(listed)),
    nextCursor,
    ...figures,
    first: await then(first.map(listed)),
    // They count the whole base.
    notices: session.sees === null ? await noticesOfDay(tx, session.workspaceId, day) : [],
  };
}

/** Orders that would tell who is not told amounts which is more. */
const moneySorts: ReadonlySet<string> = new Set(['mrr', 'atStake']);

/**
 * One page of the base as of a day. The list of the day is completed first. Refuses with `money-hidden` to sort by amounts
 * for who is not told them.
 */
export async function listAccounts(session: Session, query: AccountQuery): Promise<AccountList> {
  must(session, 'accounts.read');
  if (!session.seesMoney && moneySorts.has(query.sort)) throw new Refusal('money-hidden');
  for (let completed: Day | null = null; ;) {
    const page: AccountList | Day = await inWorkspace(session.store, session.workspaceId, (tx) =>
      readPage(tx, session, query, completed),
    );
    if (typeof page !== 'number') return page;
    await ensureList(session, page, false);
    completed = page;
  }
}
