// A column of terms ("Vigência: 01/02/2025 a 31/01/2027") → two columns of days. Splits a column only where most of its
// cells are two days with a word between; every other table passes as it is.
import { textOf } from './cell.ts';
import type { SheetTable } from './sheet-table.ts';
import type { Cell } from './table.ts';

const day = String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{4}`;
const range = new RegExp(String.raw`^(?:de )?(${day})(?: ?(?:a|à|ate|até|to|–|—|-) ?)(${day})$`, 'i');
/** Share of the filled cells that must be terms. */
const most = 0.7;

function partsOf(cell: Cell): readonly [string, string] | null {
  const text = textOf(cell);
  const found = text.length > 60 ? null : range.exec(text);
  return found ? [found[1] ?? '', found[2] ?? ''] : null;
}

/** The table with each column of terms as a start and an end. `keep`: headers that a person has spoken of. */
export function splitTerms(table: SheetTable, keep: (header: string) => boolean): SheetTable {
  return spreadTerms(table, termColumns(table, keep));
}

/** The columns of terms, by place. */
export function termColumns(table: SheetTable, keep: (header: string) => boolean): ReadonlySet<number> {
  return new Set(
    table.headers.flatMap((header, index) => (!keep(header) && holdsTerms(table, index) ? [index] : [])),
  );
}

/** The table with the columns at these places as a start and an end. */
export function spreadTerms(table: SheetTable, terms: ReadonlySet<number>): SheetTable {
  if (terms.size === 0) return table;
  const spread = <T>(list: readonly T[], both: (each: T, index: number) => readonly [T, T]): readonly T[] =>
    list.flatMap((each, index) => (terms.has(index) ? both(each, index) : [each]));
  return {
    ...table,
    headers: spread(table.headers, (header) => [`${header}: início`, `${header}: fim`]),
    named: spread(table.named, () => [true, true]),
    rows: table.rows.map((row) => ({
      ...row,
      cells: spread(row.cells, (cell) => partsOf(cell) ?? ['', cell]),
    })),
  };
}

function holdsTerms(table: SheetTable, index: number): boolean {
  let filled = 0;
  let terms = 0;
  for (const { cells } of table.rows) {
    const cell = cells[index] ?? '';
    if (textOf(cell) === '') continue;
    filled += 1;
    if (partsOf(cell)) terms += 1;
  }
  return terms > 0 && terms >= most * filled;
}
