// The list of a day as it is read: filtered, searched, sorted, in pages, counted. Who is on it is not decided here.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './in-workspace.ts';

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
  return sql`l.workspace_id = ${workspaceId}::uuid and l.as_of = ${f.asOf}::date
    and (${f.band}::text is null or l.band = ${f.band})
    and (${f.segment}::text is null or l.segment = ${f.segment})
    and (${f.status}::text is null or l.status = ${f.status})
    and (${f.stage}::text is null or ${f.stage} = any(l.stages))
    and (${f.renewsUntil}::date is null or l.renews_on <= ${f.renewsUntil}::date)${sql.join(words, sql``)}`;
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

/** One page of the list, in a total order. */
export async function listPage(
  tx: Tx,
  workspaceId: string,
  filter: ListFilter,
  page: { sort: ListSort; desc: boolean; after: ListCursor | null; limit: number },
): Promise<ListItem[]> {
  const order = orderOf(page.sort, page.desc);
  const missing = page.sort === 'rank' || page.sort === 'name' ? sql`false` : sortKeys[page.sort].missing;
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
    select l.account_id as "accountId", a.name, a.tax_id as "taxId", l.decision, l.context_hash as "contextHash",
      ${missing} as missing, ${order.key}::text as key, l.name_key as "nameKey"
    from app.account_list l
    join app.account a on a.workspace_id = l.workspace_id and a.account_id = l.account_id
    where ${filterWhere(workspaceId, filter)} and ${viewWhere[filter.view]}
      and ${page.after === null ? sql`true` : order.past(page.after)}
    order by ${order.by} limit ${page.limit}`.execute(tx);
  return result.rows.map((row) => ({
    accountId: row.accountId,
    name: row.name,
    taxId: row.taxId,
    decision: row.decision,
    contextHash: row.contextHash,
    cursor: { missing: row.missing, key: row.key, name: row.nameKey, id: row.accountId },
  }));
}

export type ListSummary = {
  total: number;
  red: number;
  yellow: number;
  green: number;
  unknown: number;
  mrrCents: number;
  redMrrCents: number;
  atStakeCents: number;
  withoutMrr: number;
  inWindow: number;
  lateWindow: number;
  shallow: number;
};

/** Counts and sums of what a filter holds, for one view. */
export async function listSummary(tx: Tx, workspaceId: string, filter: ListFilter): Promise<ListSummary> {
  const result = await sql<Record<keyof ListSummary, string>>`
    select count(*) as total, count(*) filter (where l.band = 'red') as red,
      count(*) filter (where l.band = 'yellow') as yellow, count(*) filter (where l.band = 'green') as green,
      count(*) filter (where l.band = 'unknown') as unknown, coalesce(sum(l.mrr_cents), 0) as "mrrCents",
      coalesce(sum(l.mrr_cents) filter (where l.band = 'red'), 0) as "redMrrCents",
      coalesce(sum(l.at_stake_cents) filter (where l.at_risk), 0) as "atStakeCents",
      count(*) filter (where l.mrr_cents is null) as "withoutMrr", count(*) filter (where l.in_window) as "inWindow",
      count(*) filter (where l.late_window) as "lateWindow", count(*) filter (where l.shallow) as shallow
    from app.account_list l
    where ${filterWhere(workspaceId, filter)} and ${viewWhere[filter.view]}`.execute(tx);
  const row = result.rows[0];
  const number = (key: keyof ListSummary) => Number(row?.[key] ?? 0);
  return {
    total: number('total'),
    red: number('red'),
    yellow: number('yellow'),
    green: number('green'),
    unknown: number('unknown'),
    mrrCents: number('mrrCents'),
    redMrrCents: number('redMrrCents'),
    atStakeCents: number('atStakeCents'),
    withoutMrr: number('withoutMrr'),
    inWindow: number('inWindow'),
    lateWindow: number('lateWindow'),
    shallow: number('shallow'),
  };
}

export type Facet = { key: string; accounts: number };

/** How many listed accounts of a day each segment and each stage holds. */
export async function facets(
  tx: Tx,
  workspaceId: string,
  asOf: string,
): Promise<{ segments: Facet[]; stages: Facet[] }> {
  const where = sql`workspace_id = ${workspaceId}::uuid and as_of = ${asOf}::date and listed`;
  const segments = await sql<{ key: string; n: string }>`
    select segment as key, count(*) as n from app.account_list where ${where} and segment is not null
    group by 1 order by 1`.execute(tx);
  const stages = await sql<{ key: string; n: string }>`
    select s.key, count(*) as n from app.account_list, unnest(stages) as s(key) where ${where}
    group by 1 order by 1`.execute(tx);
  const counted = (rows: { key: string; n: string }[]) =>
    rows.map(({ key, n }) => ({ key, accounts: Number(n) }));
  return { segments: counted(segments.rows), stages: counted(stages.rows) };
}

/** How many accounts each view holds on a day. */
export async function viewCounts(
  tx: Tx,
  workspaceId: string,
  asOf: string,
): Promise<Record<ListView, number>> {
  const result = await sql<Record<ListView, string>>`
    select count(*) filter (where ${viewWhere.all}) as "all", count(*) filter (where ${viewWhere.risk}) as risk,
      count(*) filter (where ${viewWhere.ready}) as ready, count(*) filter (where ${viewWhere.renewal}) as renewal,
      count(*) filter (where ${viewWhere.stalled}) as stalled, count(*) filter (where ${viewWhere.unknown}) as unknown
    from app.account_list l
    where l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date`.execute(tx);
  const row = result.rows[0];
  return Object.fromEntries(listViews.map((view) => [view, Number(row?.[view] ?? 0)])) as Record<
    ListView,
    number
  >;
}
