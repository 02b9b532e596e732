// The Base in the address bar: which filters it holds, what they ask of the API, which chips they show.
import type { AccountsQuery, AccountsSummary, Sort, View } from '#contract/accounts.ts';
import type { Band } from '#contract/line.ts';
import type { Words } from '#web/words/pt.ts';
import { parseDay } from '#base/day.ts';

export type BaseSearch = {
  view?: View;
  q?: string;
  band?: Band;
  segment?: string;
  stage?: string;
  renews?: number;
  asOf?: string;
  sort?: Sort;
  dir?: 'asc' | 'desc';
};
type Raw = Readonly<Record<string, unknown>>;

const views: readonly View[] = ['all', 'risk', 'ready', 'renewal', 'stalled', 'unknown'];
const bands: readonly Band[] = ['red', 'yellow', 'green', 'unknown'];
const sorts: readonly Sort[] = ['name', 'score', 'mrr', 'renewsOn', 'atStake', 'rank'];

const one = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((item) => item === value);
const text = (value: unknown): string | undefined => {
  const words =
    typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 200) : '';
  return words === '' ? undefined : words;
};

/** Reads the parameters of an address; what is not understood is dropped, never an error. */
export function readBaseSearch(raw: Raw): BaseSearch {
  const days = Number(raw['renews']);
  const asOf = text(raw['asOf']);
  return withoutEmpty({
    view: one(views, raw['view']),
    q: text(raw['q']),
    band: one(bands, raw['band']),
    segment: text(raw['segment']),
    stage: text(raw['stage']),
    renews: Number.isInteger(days) && days >= 1 && days <= 730 ? days : undefined,
    asOf: asOf !== undefined && parseDay(asOf) !== null ? asOf : undefined,
    sort: one(sorts, raw['sort']),
    dir: one(['asc', 'desc'] as const, raw['dir']),
  });
}

/** Leaves out what is undefined, so that an address holds only what was chosen. */
export function withoutEmpty<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const firstSort: Readonly<Record<View, { sort: Sort; dir: 'asc' | 'desc' }>> = {
  all: { sort: 'score', dir: 'asc' },
  risk: { sort: 'rank', dir: 'asc' },
  ready: { sort: 'mrr', dir: 'desc' },
  renewal: { sort: 'renewsOn', dir: 'asc' },
  stalled: { sort: 'mrr', dir: 'desc' },
  unknown: { sort: 'mrr', dir: 'desc' },
};

const byMoney = (sort: Sort): boolean => sort === 'mrr' || sort === 'atStake';

/**
 * The order in force: the chosen one, else the one that suits the view. By health for who is not told amounts, where it
 * would be by amounts.
 */
export function orderOf(search: BaseSearch, seesMoney: boolean): { sort: Sort; dir: 'asc' | 'desc' } {
  const { sort, dir } =
    search.sort === undefined
      ? firstSort[search.view ?? 'all']
      : { sort: search.sort, dir: search.dir ?? ('asc' as const) };
  return !seesMoney && byMoney(sort) ? firstSort.all : { sort, dir };
}

/** The order after a click on a column: ascending first (money descending), then the other way. */
export function nextOrder(
  search: BaseSearch,
  sort: Sort,
  seesMoney: boolean,
): { sort: Sort; dir: 'asc' | 'desc' } {
  const now = orderOf(search, seesMoney);
  const first = byMoney(sort) ? 'desc' : 'asc';
  if (now.sort !== sort) return { sort, dir: first };
  return { sort, dir: now.dir === 'asc' ? 'desc' : 'asc' };
}

/** What the address asks of the API. */
export function queryOf(search: BaseSearch, lang: 'pt-BR' | 'en', seesMoney: boolean): AccountsQuery {
  const { renews, sort: _sort, dir: _dir, ...rest } = search;
  return {
    ...rest,
    ...(renews === undefined ? {} : { renewsWithin: renews }),
    ...orderOf(search, seesMoney),
    lang,
  };
}

export type FilterKey = 'q' | 'band' | 'segment' | 'stage' | 'renews';
export type FilterChip = { readonly key: FilterKey; readonly before: string; readonly value: string };

/** The filters in force as removable sentences; labels come from the facets of the answer. */
export function filterChips(
  search: BaseSearch,
  summary: AccountsSummary | null,
  w: Words,
): readonly FilterChip[] {
  const label = (list: readonly { key: string; label: string }[] | undefined, key: string) =>
    list?.find((item) => item.key === key)?.label ?? key;
  const chips: FilterChip[] = [];
  const add = (key: FilterKey, [before, value]: readonly [string, string]) =>
    chips.push({ key, before, value });
  if (search.band !== undefined) add('band', w.filters.chip.band(w.band[search.band]));
  if (search.segment !== undefined)
    add('segment', w.filters.chip.segment(label(summary?.segments, search.segment)));
  if (search.stage !== undefined) add('stage', w.filters.chip.stage(label(summary?.stages, search.stage)));
  if (search.renews !== undefined) add('renews', w.filters.chip.renews(String(search.renews)));
  if (search.q !== undefined) add('q', w.filters.chip.q(search.q));
  return chips;
}
