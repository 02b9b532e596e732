// A saved view and the address: what of the address it keeps, which address it opens, whether they still agree.
import type { SavedView, ViewSpec } from '#contract/views.ts';
import type { View } from '#contract/accounts.ts';
import { readColumns, type ColumnKey } from './base-columns.ts';
import { filterOf, withoutEmpty, type BaseSearch } from './base-search.ts';

/** What a view keeps of an address, with the columns of now. The day is not kept: a view is of today. */
export function specOf(search: BaseSearch, columns: readonly ColumnKey[]): ViewSpec {
  const { sort, dir } = search;
  return {
    filter: { view: 'all', ...filterOf(search, true) } as ViewSpec['filter'],
    ...(sort === undefined ? {} : { sort, dir: dir ?? 'asc' }),
    columns: [...columns],
    drawn: search.draw ?? 'list',
  };
}

/** The address of a view. */
export function searchOf({ id, spec }: Pick<SavedView, 'id' | 'spec'>): BaseSearch {
  const { view, renewsWithin, stakeFrom, ...filter } = spec.filter;
  return withoutEmpty({
    saved: id,
    ...filter,
    view: view === 'all' ? undefined : (view as View),
    renews: renewsWithin,
    stake: stakeFrom === undefined ? undefined : Math.round(stakeFrom / 100),
    sort: spec.sort,
    dir: spec.sort === undefined ? undefined : spec.dir,
    draw: spec.drawn === 'scatter' ? ('scatter' as const) : undefined,
  }) as BaseSearch;
}

const inOrder = (search: BaseSearch): string =>
  JSON.stringify(
    Object.entries(search)
      .filter(([key]) => key !== 'asOf' && key !== 'saved')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether the address, and the columns of now, are still those of the view. */
export const isAsSaved = (
  view: Pick<SavedView, 'id' | 'spec'>,
  search: BaseSearch,
  columns: readonly ColumnKey[],
): boolean =>
  inOrder(searchOf(view)) === inOrder(search) && readColumns(view.spec.columns).join() === columns.join();

/** An address that names a view and nothing else: the view is then to be opened whole. */
export const namesOnly = (search: BaseSearch): boolean =>
  search.saved !== undefined && Object.keys(search).every((key) => key === 'saved' || key === 'asOf');
