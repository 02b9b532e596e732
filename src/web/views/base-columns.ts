// Columns of the Base: which there are, which are shown and in which order. The name leads always.
import type { Sort } from '#contract/accounts.ts';
import { amountColumns } from '#domain/access/amounts.ts';

export const columnKeys = [
  'score',
  'trend',
  'stages',
  'mrr',
  'renewsOn',
  'action',
  'offer',
  'segment',
  'owner',
  'status',
  'atStake',
  'talkedOn',
] as const satisfies readonly Sort[];
export type ColumnKey = (typeof columnKeys)[number];

/** Those of the mock, until somebody chooses. */
export const firstColumns: readonly ColumnKey[] = [
  'score',
  'trend',
  'stages',
  'mrr',
  'renewsOn',
  'action',
  'offer',
];

/** Columns by their keys; what is none, or stands twice, is dropped. Nothing left: the first ones. */
export function readColumns(keys: readonly string[] | undefined): readonly ColumnKey[] {
  const known = columnKeys.filter((key) => keys?.includes(key));
  const ordered = [...known].sort((a, b) => (keys ?? []).indexOf(a) - (keys ?? []).indexOf(b));
  return ordered.length === 0 ? firstColumns : ordered;
}

/** The columns of who is not told amounts. */
export const withoutMoney = (columns: readonly ColumnKey[]): readonly ColumnKey[] =>
  columns.filter((key) => !amountColumns.has(key));

export const sameColumns = (a: readonly ColumnKey[], b: readonly ColumnKey[]): boolean =>
  a.join() === b.join();

/** Shows a column at the end, or hides it; the last one stays. */
export function toggled(shown: readonly ColumnKey[], key: ColumnKey): readonly ColumnKey[] {
  if (!shown.includes(key)) return [...shown, key];
  return shown.length === 1 ? shown : shown.filter((one) => one !== key);
}

/** Moves a column by one place. */
export function shifted(shown: readonly ColumnKey[], key: ColumnKey, by: -1 | 1): readonly ColumnKey[] {
  const at = shown.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= shown.length) return shown;
  const next = shown.filter((one) => one !== key);
  return [...next.slice(0, to), key, ...next.slice(to)];
}
