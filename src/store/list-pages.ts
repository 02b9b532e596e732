// The list of a day as it is read: filtered, searched, sorted, in pages, counted. Who is on it is not decided here.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './in-workspace.ts';
import { alikeOf, type Alike } from './lists.ts';

export const listViews = ['all', 'risk', 'ready', 'renewal', 'stalled', 'unknown'] as const;
export type ListView = (typeof listViews)[number];
export const listSorts = ['rank', 'name', 'score', 'mrr', 'renewsOn', 'atStake', 'trend'] as const;
export type ListSort = (typeof listSorts)[number];

export type ListFilter = {
  asOf: string;
  view: ListView;
  /** Normalised words; each must begin a word of the name. */
  words: readonly string[];
  band: string | null;
  segment: string | null;
  stage: string | null;
  status: string | null;
  renewsUntil: string | null;
  /** Key of the member whose own accounts alone are listed; null: every account. */
  owner: string | null;
};

const viewWhere: Record<ListView, RawBuilder<unknown>> = {
  all: sql`l.listed`,
  risk: sql`l.listed and l.at_risk`,
  ready: sql`l.listed and l.ready`,
  renewal: sql`l.listed and l.in_window`,
  stalled: sql`l.listed and l.stalled`,
  unknown: sql`l.listed and l.band = 'unknown'`,
};

/** The smallest text greater than every text that begins with `prefix` (byte order). */
function prefixEnd(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

function filterWhere(workspaceId: string, f: ListFilter): RawBuilder<unknown> {
  // An array is made once and looked up by hash: a subquery of rows is planned by statistics that a fresh import lacks.
  const words = f.words.map(
    (word) => sql` and l.account_id = any(array(select t.account_id from app.account_token t
      where t.workspace_id = ${workspaceId}::uuid and t.token >= ${word} and t.token < ${prefixEnd(word)}))`,
  );
  const own =
    f.owner === null
      ? sql``
      : sql` and l.account_id = any(array(select o.account_id from app.account_file o
          where o.workspace_id = ${workspaceId}::uuid and o.owner = ${f.owner}))`;
  return sql`l.workspace_id = ${workspaceId}::uuid and l.as_of = ${f.asOf}::date
    and (${f.band}::text is null or l.band = ${f.band})
    and (${f.segment}::text is null or l.segment = ${f.segment})
    and (${f.status}::text is null or l.status = ${f.status})
    and (${f.stage}::text is null or ${f.stage} = any(l.stages))
    and (${f.renewsUntil}::date is null or l.renews_on <= ${f.renewsUntil}::date)${own}${sql.join(words, sql``)}`;
}

type SortKey = { missing: RawBuilder<unknown>; key: (desc: boolean) => RawBuilder<unknown> };
const numeric = (column: RawBuilder<unknown>): SortKey => ({
  missing: sql`(${column} is null)`,
  key: (desc) => (desc ? sql`(-coalesce(${column}, 0)::float8)` : sql`(coalesce(${column}, 0)::float8)`),
});
const sortKeys: Record<Exclude<ListSort, 'rank' | 'name'>, SortKey> = {
  score: numeric(sql`l.score`),
  trend: numeric(sql`l.trend`),
  mrr: numeric(sql`l.mrr_cents`),
  atStake: numeric(sql`l.at_stake_cents`),
  renewsOn: numeric(sql`(l.renews_on - date '1970-01-01')`),
};

/** Where a page ended. `name` breaks ties of figures. */
export type ListCursor = { missing: boolean; key: string; name: string; id: string };
export type ListItem = {
  accountId: string;
  name: string;
  taxId: string | null;
  decision: unknown;
  contextHash: string;
  cursor: ListCursor;
};

type Order = {
  by: RawBuilder<unknown>;
  past: (after: ListCursor) => RawBuilder<unknown>;
  key: RawBuilder<unknown>;
};

/** Figures: missing ones last in both directions, ties by name, then id. Names and ranks turn round whole. */
function orderOf(sort: ListSort, desc: boolean): Order {
  if (sort !== 'rank' && sort !== 'name') {
    const { missing, key: keyOf } = sortKeys[sort];
    const key = keyOf(desc);
    return {
      by: sql`${missing}, ${key}, l.name_key, l.account_id`,
      past: (after) => sql`(${missing}, ${key}, l.name_key, l.account_id)
        > (${after.missing}, ${after.key}::float8, ${after.name}, ${after.id}::uuid)`,
      key,
    };
  }
  const key = sort === 'name' ? sql`l.name_key` : sql`(-l.attention)`;
  const type = sort === 'name' ? sql`text` : sql`bigint`;
  return desc
    ? {
        by: sql`${key} desc, l.account_id desc`,
        past: (after) => sql`(${key}, l.account_id) < (${after.key}::${type}, ${after.id}::uuid)`,
        key,
      }
    : {
        by: sql`${key}, l.account_id`,
        past: (after) => sql`(${key}, l.account_id) > (${after.key}::${type}, ${after.id}::uuid)`,
        key,
      };
}

/**
 * One page of the list, in a total order. `among`: accounts the filter holds; where they are few, an order that an
 * index gives would be walked for long before the page is full.
 */
export async function listPage(
  tx: Tx,
  workspaceId: string,
  filter: ListFilter,
  page: { sort: ListSort; desc: boolean; after: ListCursor | null; limit: number; among?: number },
): Promise<ListItem[]> {
  const order = orderOf(page.sort, page.desc);
  const missing = page.sort === 'rank' || page.sort === 'name' ? sql`false` : sortKeys[page.sort].missing;
  const few = page.among !== undefined && page.among < fewAccounts;
  const held = sql`select l.* from app.account_list l
    where ${filterWhere(workspaceId, filter)} and ${viewWhere[filter.view]}
      and ${page.after === null ? sql`true` : order.past(page.after)}`;
  const result = await sql<{
    accountId: string;
    name: string;
    taxId: string | null;
    decision: unknown;
    contextHash: string;
    missing: boolean;
    key: string;
    nameKey: string;
  }>`
    with held as ${few ? sql`materialized` : sql`not materialized`} (${held}),
    p as materialized (
      select row_number() over () as place, x.* from (
        select l.account_id, ${missing} as missing, ${order.key} as key, l.name_key from held l
        order by ${order.by} limit ${page.limit}) x)
    select p.account_id as "accountId", a.name, a.tax_id as "taxId", d.decision, d.context_hash as "contextHash",
      p.missing, p.key::text as key, p.name_key as "nameKey"
    from p
    join app.account_list d on d.workspace_id = ${workspaceId}::uuid and d.as_of = ${filter.asOf}::date
      and d.account_id = p.account_id
    join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = p.account_id
    order by p.place`.execute(tx);
  return result.rows.map((row) => ({
    accountId: row.accountId,
    name: row.name,
    taxId: row.taxId,
    decision: row.decision,
    contextHash: row.contextHash,
    cursor: { missing: row.missing, key: row.key, name: row.nameKey, id: row.accountId },
  }));
}

/** Below this many accounts sorting them is faster than looking for them along an index. */
const fewAccounts = 2000;

/** Listed accounts of a day that are alike in all that lists are filtered and counted by. */
export type ListGroup = {
  readonly alike: Alike;
  readonly accounts: number;
  readonly mrrCents: number;
  readonly atStakeCents: number;
};

/**
 * The listed accounts of a day in groups, in one pass over the list: every count and sum of a page follows from them.
 * `search` narrows the list by what no group tells.
 */
export async function listGroups(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  search: Pick<ListFilter, 'words' | 'renewsUntil' | 'owner'>,
): Promise<readonly ListGroup[]> {
  const plain = { asOf, view: 'all', band: null, segment: null, stage: null, status: null } as const;
  const result = await sql<Omit<ListGroup, 'alike'> & { alike: string }>`
    select l.alike, count(*)::int as accounts, coalesce(sum(l.mrr_cents), 0)::bigint as "mrrCents",
      coalesce(sum(l.at_stake_cents), 0)::bigint as "atStakeCents"
    from app.account_list l
    where ${filterWhere(workspaceId, { ...plain, ...search })} and ${viewWhere.all}
    group by l.alike`.execute(tx);
  return result.rows.map((row) => ({ ...row, alike: alikeOf(row.alike) }));
}
