// The orders of a list: total ones, so that a page goes on exactly where the last one ended. Filters nothing.
import { sql, type RawBuilder } from 'kysely';

export const listSorts = [
  'rank',
  'name',
  'score',
  'mrr',
  'renewsOn',
  'atStake',
  'trend',
  'stages',
  'action',
  'offer',
  'segment',
  'owner',
  'status',
  'talkedOn',
] as const;
export type ListSort = (typeof listSorts)[number];

/** Where a page ended. `name` breaks ties of figures. */
export type ListCursor = { missing: boolean; key: string; name: string; id: string };

type Key = {
  readonly missing: RawBuilder<unknown>;
  readonly key: RawBuilder<unknown>;
  readonly text: boolean;
};
const figure = (column: RawBuilder<unknown>, desc: boolean): Key => ({
  missing: sql`(${column} is null)`,
  key: desc ? sql`(-coalesce(${column}, 0)::float8)` : sql`(coalesce(${column}, 0)::float8)`,
  text: false,
});
/** Days since 1970; the bare column says whether there is one, as the index has it. */
const day = (column: RawBuilder<unknown>, desc: boolean): Key => ({
  ...figure(sql`(${column} - date '1970-01-01')`, desc),
  missing: sql`(${column} is null)`,
});
const word = (column: RawBuilder<unknown>): Key => ({
  missing: sql`(${column} is null)`,
  key: sql`(coalesce(${column}, '') collate "C")`,
  text: true,
});

/** `stages`: keys of the method in the journey's order; the earliest of an account counts. */
function keyOf(sort: Exclude<ListSort, 'rank' | 'name'>, desc: boolean, stages: readonly string[]): Key {
  switch (sort) {
    case 'score':
      return figure(sql`l.score`, desc);
    case 'trend':
      return figure(sql`l.trend`, desc);
    case 'mrr':
      return figure(sql`l.mrr_cents`, desc);
    case 'atStake':
      return figure(sql`l.at_stake_cents`, desc);
    case 'renewsOn':
      return day(sql`l.renews_on`, desc);
    case 'talkedOn':
      return day(sql`l.talked_on`, desc);
    case 'action':
      return day(sql`l.action_due`, desc);
    case 'offer':
      return figure(sql`l.offer_priority`, desc);
    case 'stages':
      return figure(sql`array_position(${stages}::text[], l.stages[1])`, desc);
    case 'segment':
      return word(sql`l.segment`);
    case 'owner':
      return word(sql`l.owner`);
    case 'status':
      return word(sql`l.status`);
  }
}

export type Order = {
  readonly by: RawBuilder<unknown>;
  readonly past: (after: ListCursor) => RawBuilder<unknown>;
  readonly key: RawBuilder<unknown>;
  readonly missing: RawBuilder<unknown>;
};

/** Names and ranks turn round whole. */
function wholeOrder(sort: 'rank' | 'name', desc: boolean): Order {
  const key = sort === 'name' ? sql`l.name_key` : sql`(-l.attention)`;
  const type = sort === 'name' ? sql`text` : sql`bigint`;
  const missing = sql`false`;
  return desc
    ? {
        by: sql`${key} desc, l.account_id desc`,
        past: (after) => sql`(${key}, l.account_id) < (${after.key}::${type}, ${after.id}::uuid)`,
        key,
        missing,
      }
    : {
        by: sql`${key}, l.account_id`,
        past: (after) => sql`(${key}, l.account_id) > (${after.key}::${type}, ${after.id}::uuid)`,
        key,
        missing,
      };
}

/** Missing values last in both directions, ties by name, then id. */
export function orderOf(sort: ListSort, desc: boolean, stages: readonly string[]): Order {
  if (sort === 'rank' || sort === 'name') return wholeOrder(sort, desc);
  const { missing, key, text } = keyOf(sort, desc, stages);
  if (text && desc)
    return {
      by: sql`${missing}, ${key} desc, l.name_key, l.account_id`,
      past: (
        after,
      ) => sql`(${missing} > ${after.missing} or (${missing} = ${after.missing} and (${key} < ${after.key}
        or (${key} = ${after.key} and (l.name_key, l.account_id) > (${after.name}, ${after.id}::uuid)))))`,
      key,
      missing,
    };
  const type = text ? sql`text` : sql`float8`;
  return {
    by: sql`${missing}, ${key}, l.name_key, l.account_id`,
    past: (after) => sql`(${missing}, ${key}, l.name_key, l.account_id)
      > (${after.missing}, ${after.key}::${type}, ${after.name}, ${after.id}::uuid)`,
    key,
    missing,
  };
}

/** Orders whose key is a text; the others' is a number. */
export const isTextSort = (sort: ListSort): boolean =>
  sort === 'name' || sort === 'segment' || sort === 'owner' || sort === 'status';
