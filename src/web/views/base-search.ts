// The Base in the address bar: which filters it holds, what they ask of the API, which chips they show.
import { sorts, statuses, views, bands } from '#contract/codes.ts';
import type { AccountsFilter, AccountsQuery, AccountsSummary, Sort, View } from '#contract/accounts.ts';
import type { Band } from '#contract/line.ts';
import type { Words } from '#web/words/pt.ts';
import { parseDay } from '#base/day.ts';
import { amountOrders } from '#domain/access/amounts.ts';

export type Status = (typeof statuses)[number];
export type BaseSearch = {
  view?: View;
  q?: string;
  band?: Band;
  segment?: string;
  stage?: string;
  status?: Status;
  renews?: number;
  /** Key of a person; `_me`, `_none`. */
  owner?: string;
  signal?: string;
  /** Least money at stake, in whole units of the currency. */
  stake?: number;
  /** Days without conversation. */
  quiet?: number;
  asOf?: string;
  sort?: Sort;
  dir?: 'asc' | 'desc';
  draw?: 'scatter';
  /** The saved view that is looked at, by id. */
  saved?: string;
};
type Raw = Readonly<Record<string, unknown>>;

const one = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((item) => item === value);
const text = (value: unknown): string | undefined => {
  const words =
    typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 200) : '';
  return words === '' ? undefined : words;
};
const whole = (value: unknown, least: number, most: number): number | undefined => {
  const number = text(value) === undefined ? NaN : Number(value);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
};

/** Reads the parameters of an address; what is not understood is dropped, never an error. */
export function readBaseSearch(raw: Raw): BaseSearch {
  const asOf = text(raw['asOf']);
  return withoutEmpty({
    view: one(views, raw['view']),
    q: text(raw['q']),
    band: one(bands, raw['band']),
    segment: text(raw['segment']),
    stage: text(raw['stage']),
    status: one(statuses, raw['status']),
    renews: whole(raw['renews'], 1, 730),
    owner: text(raw['owner']),
    signal: text(raw['signal']),
    stake: whole(raw['stake'], 1, 1e12),
    quiet: whole(raw['quiet'], 1, 3650),
    asOf: asOf !== undefined && parseDay(asOf) !== null ? asOf : undefined,
    sort: one(sorts, raw['sort']),
    dir: one(['asc', 'desc'] as const, raw['dir']),
    draw: one(['scatter'] as const, raw['draw']),
    saved: text(raw['saved']),
  });
}

/** Leaves out what is undefined, so that an address holds only what was chosen. */
export function withoutEmpty<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

type Order = { sort: Sort; dir: 'asc' | 'desc' };
const firstSort: Readonly<Record<View, Order>> = {
  all: { sort: 'score', dir: 'asc' },
  risk: { sort: 'rank', dir: 'asc' },
  ready: { sort: 'mrr', dir: 'desc' },
  renewal: { sort: 'renewsOn', dir: 'asc' },
  stalled: { sort: 'mrr', dir: 'desc' },
  unknown: { sort: 'mrr', dir: 'desc' },
};

/**
 * The order in force: the chosen one, else the one that suits the view. By health for who is not told amounts, where it
 * would be by amounts.
 */
export function orderOf(search: BaseSearch, seesMoney: boolean): Order {
  const order =
    search.sort === undefined
      ? firstSort[search.view ?? 'all']
      : { sort: search.sort, dir: search.dir ?? ('asc' as const) };
  return !seesMoney && amountOrders.has(order.sort) ? firstSort.all : order;
}

/** The order after a click on a column: ascending first (money descending), then the other way. */
export function nextOrder(search: BaseSearch, sort: Sort, seesMoney: boolean): Order {
  const now = orderOf(search, seesMoney);
  if (now.sort !== sort) return { sort, dir: amountOrders.has(sort) ? 'desc' : 'asc' };
  return { sort, dir: now.dir === 'asc' ? 'desc' : 'asc' };
}

/** What the filters of the address ask of the API; who is not told amounts filters by none. */
export function filterOf(search: BaseSearch, seesMoney: boolean): AccountsFilter {
  const { view, q, band, segment, stage, status, renews, owner, signal, stake, quiet } = search;
  return withoutEmpty({
    view,
    q,
    band,
    segment,
    stage,
    status,
    renewsWithin: renews,
    owner,
    signal,
    stakeFrom: stake === undefined || !seesMoney ? undefined : stake * 100,
    quiet,
  });
}

/** What the address asks of the API. */
export function queryOf(search: BaseSearch, lang: 'pt-BR' | 'en', seesMoney: boolean): AccountsQuery {
  const asOf = search.asOf === undefined ? {} : { asOf: search.asOf };
  return { ...filterOf(search, seesMoney), ...asOf, ...orderOf(search, seesMoney), lang };
}

export type FilterKey =
  | 'q'
  | 'band'
  | 'segment'
  | 'stage'
  | 'status'
  | 'renews'
  | 'owner'
  | 'signal'
  | 'stake'
  | 'quiet';
/** Filters whose value is a number. */
export const numberFilters: readonly FilterKey[] = ['renews', 'stake', 'quiet'];
export const noFilters: Readonly<Record<FilterKey, undefined>> = {
  q: undefined,
  band: undefined,
  segment: undefined,
  stage: undefined,
  status: undefined,
  renews: undefined,
  owner: undefined,
  signal: undefined,
  stake: undefined,
  quiet: undefined,
};
export type FilterChip = { readonly key: FilterKey; readonly before: string; readonly value: string };

/** The filters in force as removable sentences; labels come from the facets of the answer. `money`: whole units as text. */
export function filterChips(
  search: BaseSearch,
  summary: AccountsSummary | null,
  w: Words,
  money: (units: number) => string,
): readonly FilterChip[] {
  const label = (list: readonly { key: string; label: string }[] | undefined, key: string) =>
    list?.find((item) => item.key === key)?.label ?? key;
  const said = w.filters.chip;
  const chips: FilterChip[] = [];
  const add = (key: FilterKey, [before, value]: readonly [string, string]) =>
    chips.push({ key, before, value });
  const { band, segment, stage, status, renews, owner, signal, stake, quiet, q } = search;
  if (band !== undefined) add('band', said.band(w.band[band]));
  if (owner === '_me') add('owner', said.mine(summary?.me?.label ?? ''));
  else if (owner === '_none') add('owner', said.unowned());
  else if (owner !== undefined) add('owner', said.owner(label(summary?.owners, owner)));
  if (segment !== undefined) add('segment', said.segment(label(summary?.segments, segment)));
  if (stage !== undefined) add('stage', said.stage(label(summary?.stages, stage)));
  if (status !== undefined) add('status', said.status(w.status[status]));
  if (renews !== undefined) add('renews', said.renews(String(renews)));
  if (signal !== undefined) add('signal', said.signal(label(summary?.signals, signal)));
  if (stake !== undefined) add('stake', said.stake(money(stake)));
  if (quiet !== undefined) add('quiet', said.quiet(String(quiet)));
  if (q !== undefined) add('q', said.q(q));
  return chips;
}
