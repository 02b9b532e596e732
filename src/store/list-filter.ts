// What a list of the day holds: filters as conditions over its rows. Neither sorts nor counts.
import { sql, type RawBuilder } from 'kysely';

export const listViews = ['all', 'risk', 'ready', 'renewal', 'stalled', 'unknown'] as const;
export type ListView = (typeof listViews)[number];

/** What accounts are found by that no group of a list tells; each null narrows nothing. */
export type ListSearch = {
  /** Normalised words; each must begin a word of the name. */
  words: readonly string[];
  /** ISO day. */
  renewsUntil: string | null;
  /** Key of the member whose own accounts alone exist for the reader; null: every account. */
  sees: string | null;
  /** Key of the member who owns the account on the day; `unowned`: nobody does. */
  owner: string | null;
  unowned: boolean;
  signal: string | null;
  /** Least money at stake (cents); accounts of unknown stake are out. */
  stakeFrom: number | null;
  /** Last conversation on or before this ISO day; accounts of which nobody can tell are out. */
  talkedUntil: string | null;
  /** Marked accounts alone, by id. */
  accounts: readonly string[] | null;
};
export type ListFilter = ListSearch & {
  asOf: string;
  view: ListView;
  band: string | null;
  segment: string | null;
  stage: string | null;
  status: string | null;
};

/** Finds every account that the reader may see. */
export const everything = (sees: string | null): ListSearch => ({
  words: [],
  renewsUntil: null,
  sees,
  owner: null,
  unowned: false,
  signal: null,
  stakeFrom: null,
  talkedUntil: null,
  accounts: null,
});

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

const every = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** The conditions of a search, over `l`. An absent filter leaves no trace, so that no plan carries it. */
export function searchWhere(workspaceId: string, f: ListSearch): RawBuilder<unknown> {
  // An array is made once and looked up by hash: a subquery of rows is planned by statistics that a fresh import lacks.
  const words = f.words.map(
    (word) => sql`l.account_id = any(array(select t.account_id from app.account_token t
      where t.workspace_id = ${workspaceId}::uuid and t.token >= ${word} and t.token < ${prefixEnd(word)}))`,
  );
  return every([
    ...(f.renewsUntil === null ? [] : [sql`l.renews_on <= ${f.renewsUntil}::date`]),
    ...(f.owner === null ? [] : [sql`l.owner = ${f.owner}`]),
    ...(f.unowned ? [sql`l.owner is null`] : []),
    ...(f.signal === null ? [] : [sql`${f.signal} = any(l.signals)`]),
    ...(f.stakeFrom === null ? [] : [sql`l.at_stake_cents >= ${f.stakeFrom}::bigint`]),
    ...(f.talkedUntil === null ? [] : [sql`l.talked_on <= ${f.talkedUntil}::date`]),
    ...(f.accounts === null ? [] : [sql`l.account_id = any(${f.accounts}::uuid[])`]),
    ...(f.sees === null
      ? []
      : [
          sql`l.account_id = any(array(select o.account_id from app.account_file o
          where o.workspace_id = ${workspaceId}::uuid and o.owner = ${f.sees}))`,
        ]),
    ...words,
  ]);
}

/** The list of a day, over `l`. */
export const ofDay = (workspaceId: string, asOf: string): RawBuilder<unknown> =>
  sql`l.workspace_id = ${workspaceId}::uuid and l.as_of = ${asOf}::date`;

/** All that a filter asks of the rows of its day, over `l`. */
export function filterWhere(workspaceId: string, f: ListFilter): RawBuilder<unknown> {
  return every([
    viewWhere[f.view],
    ...(f.band === null ? [] : [sql`l.band = ${f.band}`]),
    ...(f.segment === null ? [] : [sql`l.segment = ${f.segment}`]),
    ...(f.status === null ? [] : [sql`l.status = ${f.status}`]),
    ...(f.stage === null ? [] : [sql`${f.stage} = any(l.stages)`]),
    searchWhere(workspaceId, f),
  ]);
}
