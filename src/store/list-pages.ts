// The list of a day as it is read: pages in an order, ids, counts. Who is on it is not decided here.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './in-workspace.ts';
import {
  everything,
  filterWhere,
  ofDay,
  searchWhere,
  type ListFilter,
  type ListSearch,
} from './list-filter.ts';
import { orderOf, type ListCursor, type ListSort } from './list-order.ts';
import { alikeOf, type Alike } from './lists.ts';

export type ListItem = {
  accountId: string;
  name: string;
  taxId: string | null;
  owner: string | null;
  /** ISO day of the last conversation. */
  talkedOn: string | null;
  decision: unknown;
  contextHash: string;
  cursor: ListCursor;
};
export type ListCut = {
  sort: ListSort;
  desc: boolean;
  after: ListCursor | null;
  limit: number;
  /** Keys of the method's stages in the journey's order. */
  stages?: readonly string[];
  /** Accounts the filter holds; where they are few, an order that an index gives would be walked for long. */
  among?: number;
};

/**
 * Below so many accounts sorting them is faster than looking for them along the index of an order: those that an index of
 * its own finds (by words, by owner), and those that only a look at every row finds.
 */
const fewFound = 5000;
const fewMet = 300;

/** Ids and keys of a page, as a table of its places. */
function placesOf(workspaceId: string, filter: ListFilter, cut: ListCut): RawBuilder<unknown> {
  const order = orderOf(cut.sort, cut.desc, cut.stages ?? []);
  const found = filter.words.length > 0 || filter.owner !== null || filter.accounts !== null;
  const few = cut.among !== undefined && cut.among < (found ? fewFound : fewMet);
  return sql`held as ${few ? sql`materialized` : sql`not materialized`} (select l.account_id, l.name_key, l.score,
      l.trend, l.mrr_cents, l.at_stake_cents, l.renews_on, l.talked_on, l.action_due, l.offer_priority, l.stages, l.segment,
      l.owner, l.status, l.attention from app.account_list l
      where ${ofDay(workspaceId, filter.asOf)} and ${filterWhere(workspaceId, filter)}
        and ${cut.after === null ? sql`true` : order.past(cut.after)}),
    p as materialized (
      select row_number() over () as place, x.* from (
        select l.account_id, ${order.missing} as missing, ${order.key} as key, l.name_key from held l
        order by ${order.by} limit ${cut.limit}) x)`;
}

type Placed = { accountId: string; missing: boolean; key: string; nameKey: string };
const cursorOf = (row: Placed): ListCursor => ({
  missing: row.missing,
  key: row.key,
  name: row.nameKey,
  id: row.accountId,
});

/** One page of the list, in a total order. */
export async function listPage(
  tx: Tx,
  workspaceId: string,
  filter: ListFilter,
  cut: ListCut,
): Promise<ListItem[]> {
  const result = await sql<Placed & Omit<ListItem, 'cursor'>>`
    with ${placesOf(workspaceId, filter, cut)}
    select p.account_id as "accountId", a.name, a.tax_id as "taxId", d.owner, d.talked_on as "talkedOn", d.decision,
      d.context_hash as "contextHash", p.missing, p.key::text as key, p.name_key as "nameKey"
    from p
    join app.account_list d on d.workspace_id = ${workspaceId}::uuid and d.as_of = ${filter.asOf}::date
      and d.account_id = p.account_id
    join app.account a on a.workspace_id = ${workspaceId}::uuid and a.account_id = p.account_id
    order by p.place`.execute(tx);
  return result.rows.map((row) => ({
    accountId: row.accountId,
    name: row.name,
    taxId: row.taxId,
    owner: row.owner,
    talkedOn: row.talkedOn,
    decision: row.decision,
    contextHash: row.contextHash,
    cursor: cursorOf(row),
  }));
}

/** The same page as ids alone. */
export async function listIds(
  tx: Tx,
  workspaceId: string,
  filter: ListFilter,
  cut: ListCut,
): Promise<{ id: string; cursor: ListCursor }[]> {
  const result = await sql<Placed>`
    with ${placesOf(workspaceId, filter, cut)}
    select p.account_id as "accountId", p.missing, p.key::text as key, p.name_key as "nameKey"
    from p order by p.place`.execute(tx);
  return result.rows.map((row) => ({ id: row.accountId, cursor: cursorOf(row) }));
}

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
  search: ListSearch,
): Promise<readonly ListGroup[]> {
  const result = await sql<Omit<ListGroup, 'alike'> & { alike: string }>`
    select l.alike, count(*)::int as accounts, coalesce(sum(l.mrr_cents), 0)::bigint as "mrrCents",
      coalesce(sum(l.at_stake_cents), 0)::bigint as "atStakeCents"
    from app.account_list l
    where ${ofDay(workspaceId, asOf)} and l.listed and ${searchWhere(workspaceId, search)}
    group by l.alike`.execute(tx);
  return result.rows.map((row) => ({ ...row, alike: alikeOf(row.alike) }));
}

export type Counted = { readonly key: string; readonly accounts: number };
/** Listed accounts of a day by who owns them (nobody: null) and by signal; an account has each of its signals. */
export async function ownersAndSignals(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  sees: string | null,
): Promise<{ owners: { key: string | null; accounts: number }[]; signals: Counted[] }> {
  const held = sql`${ofDay(workspaceId, asOf)} and l.listed and ${searchWhere(workspaceId, everything(sees))}`;
  const result = await sql<{ kind: string; key: string | null; accounts: number }>`
    select 'owner' as kind, l.owner as key, count(*)::int as accounts from app.account_list l where ${held} group by l.owner
    union all
    select 'signal', s.key, count(*)::int from app.account_list l, unnest(l.signals) as s(key) where ${held} group by s.key
    order by 1, 3 desc, 2`.execute(tx);
  const of = (kind: string) =>
    result.rows.filter((row) => row.kind === kind).map(({ key, accounts }) => ({ key, accounts }));
  return { owners: of('owner'), signals: of('signal') as Counted[] };
}

/** How many accounts each filter of one day holds: one pass over the list for all of them. */
export async function countFilters(
  tx: Tx,
  workspaceId: string,
  asOf: string,
  filters: readonly ListFilter[],
): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map(
    (filter) => sql`count(*) filter (where ${filterWhere(workspaceId, filter)})::int`,
  );
  const result = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}] as counts from app.account_list l
    where ${ofDay(workspaceId, asOf)} and l.listed`.execute(tx);
  return result.rows[0]?.counts ?? filters.map(() => 0);
}
