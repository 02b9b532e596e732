// The base as of a day: a page of accounts, with the figures of the whole filtered list.
import { formatDay, type Day } from '#base/day.ts';
import { tokens } from '#base/text.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import {
  facets,
  listPage,
  listSummary,
  viewCounts,
  type ListCursor,
  type ListFilter,
  type ListSort,
  type ListSummary,
  type ListView,
} from '#store/list-pages.ts';
import { memberNames } from '#store/people.ts';
import { readWorkspace, type Workspace } from '#store/workspaces.ts';
import { askedDay } from './days.ts';
import { ensureList } from './ensure-list.ts';
import type { ListedDecision } from './list-row.ts';
import { Refusal } from './refusal.ts';
import { runningMethod } from './running-method.ts';
import type { Session } from './session.ts';

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
  readonly facets: Awaited<ReturnType<typeof facets>>;
  readonly first: readonly ListedAccount[];
};

const encodeCursor = (cursor: ListCursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function decodeCursor(text: string | undefined): ListCursor | null {
  if (text === undefined) return null;
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<ListCursor>;
    const { missing, key, id } = value;
    if (typeof missing === 'boolean' && typeof key === 'string' && typeof id === 'string' && key.length < 400)
      return { missing, key, id };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw new Refusal('cursor-invalid', { cursor: text.slice(0, 80) });
}

function filterOf(query: AccountQuery, day: Day): ListFilter {
  return {
    asOf: formatDay(day),
    view: query.view,
    words: tokens(query.q ?? '').slice(0, 8),
    band: query.band ?? null,
    segment: query.segment ?? null,
    stage: query.stage ?? null,
    status: query.status ?? null,
    renewsUntil: query.renewsWithin === undefined ? null : formatDay(day + query.renewsWithin),
  };
}

async function pageOf(tx: Tx, session: Session, filter: ListFilter, query: AccountQuery) {
  const after = decodeCursor(query.cursor);
  const page = { sort: query.sort, desc: query.desc, after, limit: query.limit + 1 };
  const rows = await listPage(tx, session.workspaceId, filter, page);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > query.limit && last ? encodeCursor(last.cursor) : null };
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

/** One page of the base as of a day. The list of the day is completed first. */
export async function listAccounts(session: Session, query: AccountQuery): Promise<AccountList> {
  const { day, today } = await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const workspace = await readWorkspace(tx);
    if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
    return askedDay(query.asOf, session.now, workspace.zone);
  });
  await ensureList(session, day, false);
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const filter = filterOf(query, day);
    const { items, nextCursor } = await pageOf(tx, session, filter, query);
    const first = { sort: 'rank', desc: false, after: null, limit: 3 } as const;
    const workspace = await readWorkspace(tx);
    if (!workspace) throw new Refusal('workspace-not-found', { workspace: session.workspaceId });
    return {
      day,
      today,
      workspace,
      method: await runningMethod(tx, session.workspaceId, session.now),
      members: await memberNames(tx, session.workspaceId),
      items: items.map(listed),
      nextCursor,
      summary: await listSummary(tx, session.workspaceId, filter),
      views: await viewCounts(tx, session.workspaceId, filter.asOf),
      facets: await facets(tx, session.workspaceId, filter.asOf),
      first: (await listPage(tx, session.workspaceId, filter, first)).map(listed),
    };
  });
}
