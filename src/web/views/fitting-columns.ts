// Which of the chosen columns fit into a width: those that say least of what to do leave first, as the mock has it.
import type { ColumnKey } from './base-columns.ts';

const leaveFirst: readonly ColumnKey[] = ['offer', 'trend', 'stages'];

/** Columns that fit, in their order, and those that do not. `widthOf` and `room` in pixels. */
export function fittingColumns(
  shown: readonly ColumnKey[],
  room: number,
  widthOf: (key: ColumnKey) => number,
): { readonly fit: readonly ColumnKey[]; readonly left: readonly ColumnKey[] } {
  const rest = [...shown].reverse().filter((key) => !leaveFirst.includes(key) && key !== 'action');
  const leaving = [...leaveFirst.filter((key) => shown.includes(key)), ...rest];
  let width = shown.reduce((sum, key) => sum + widthOf(key), 0);
  const left = new Set<ColumnKey>();
  for (const key of leaving) {
    if (width <= room || left.size === shown.length - 1) break;
    left.add(key);
    width -= widthOf(key);
  }
  return { fit: shown.filter((key) => !left.has(key)), left: shown.filter((key) => left.has(key)) };
}
