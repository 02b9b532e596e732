// What is put right in a row on the way in, and said. No store keeps NUL in text, and U+FFFD is a letter that could
// not be read.
import type { Cell, RowRepair } from './table.ts';

const none: readonly RowRepair[] = [];
export type Repaired = { readonly cells: readonly Cell[]; readonly repairs: readonly RowRepair[] };

/** The cells without NUL, and what was wrong with them. */
export function repaired(cells: readonly Cell[]): Repaired {
  if (!cells.some((cell) => typeof cell === 'string' && /[\0\ufffd]/.test(cell)))
    return { cells, repairs: none };
  const repairs: RowRepair[] = [];
  const holds = (letter: string): boolean =>
    cells.some((cell) => typeof cell === 'string' && cell.includes(letter));
  if (holds('\0')) repairs.push('nul_bytes');
  if (holds('\ufffd')) repairs.push('bad_encoding');
  if (!repairs.includes('nul_bytes')) return { cells, repairs };
  return {
    cells: cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell)),
    repairs,
  };
}
