// Items of a reader → one table: where its header stands, what its columns are called, which rows are data.
// Refuses to know what the columns mean.
import { textOf } from './cell.ts';
import { readDate } from './cell-date.ts';
import { readMoney } from './cell-money.ts';
import { openStyle } from './cell-number.ts';
import { isCnpj } from './cell-tax-id.ts';
import { type Cell, columnLetters, type FileFault, type TableItem, type TableRow } from './table.ts';

export type SheetTable = {
  readonly headers: readonly string[];
  /** False where the header cell is blank (its letter stands for it). */
  readonly named: readonly boolean[];
  readonly rows: readonly TableRow[];
  /** Header cells that stand twice. */
  readonly twice: readonly string[];
};

/** A table of people's making is narrower. */
const mostColumns = 1000;
/** Rows above the header that may hold a title, a logo's gap, the day of the export. */
const titleRows = 20;

/** Collects the rows and finds the header; a file that holds no table gives its fault. */
export async function collectTable(
  items: AsyncIterable<TableItem>,
): Promise<SheetTable | { readonly fault: FileFault }> {
  const rows: TableRow[] = [];
  for await (const item of items) {
    if (item.kind === 'fault') return { fault: item.code };
    rows.push(item);
  }
  return tableOf(rows);
}

/** The table in a list of rows. */
export function tableOf(rows: readonly TableRow[]): SheetTable | { readonly fault: FileFault } {
  const width = commonWidth(rows);
  if (width > mostColumns) return { fault: 'too_many_columns' };
  const at = rows.findIndex(
    (row, index) => index < titleRows && filledOf(row) >= Math.max(1, Math.ceil(width * 0.5)),
  );
  if (at < 0) return { fault: rows.some((row) => filledOf(row) > 0) ? 'no_table' : 'empty_file' };
  const blankAbove =
    at > 0 && (rows[at - 1]?.cells.length ?? 0) > 1 && filledOf(rows[at - 1] as TableRow) === 0;
  const header = rows[at] as TableRow;
  const headless = looksLikeData(header);
  const below = headless ? null : subHeader(header, rows[at + 1], rows[at + 2]);
  const data = rows.slice(headless ? at : below ? at + 2 : at + 1);
  if (data.length === 0 || (headless && width < 2) || (width < 2 && !isOneColumnTable(rows.slice(at))))
    return { fault: 'no_table' };
  const cells = headless ? (blankAbove ? (rows[at - 1]?.cells ?? []) : []) : (below ?? header.cells);
  const columns = widthOf(cells, data);
  if (columns > mostColumns) return { fault: 'too_many_columns' };
  return { ...named(cells, columns), rows: data };
}

/**
 * A second line of titles under merged ones ("Contrato" over "Início" and "Fim"): the titles of both, joined. Null when
 * the next line is no title: it leaves a title's cell empty, fills an empty one, and holds words where data follows.
 */
function subHeader(
  header: TableRow,
  next: TableRow | undefined,
  data: TableRow | undefined,
): readonly Cell[] | null {
  if (!next || !data || looksLikeData(next) || !looksLikeData(data)) return null;
  const above = header.cells.map((cell) => textOf(cell));
  const below = above.map((_, index) => textOf(next.cells[index] ?? ''));
  const words = below.filter((text) => text !== '');
  const fills = below.some((text, index) => text !== '' && above[index] === '');
  const leaves = above.some((text, index) => text !== '' && below[index] === '');
  if (!fills || !leaves || words.length < 2 || words.some((text) => text.length > 40 || !/\p{L}/u.test(text)))
    return null;
  let group = '';
  return above.map((text, index) => {
    if (text !== '') group = text;
    const own = below[index] ?? '';
    return own === '' ? text : `${group} ${own}`.trim();
  });
}

/** A list of short lines under a short header; prose is no table. */
function isOneColumnTable(rows: readonly TableRow[]): boolean {
  return rows.every((row) => textOf(row.cells[0] ?? '').length <= 120) && rows.length > 1;
}

function commonWidth(rows: readonly TableRow[]): number {
  const tally = new Map<number, number>();
  for (const row of rows.slice(0, 500)) {
    if (filledOf(row) > 0) tally.set(row.cells.length, (tally.get(row.cells.length) ?? 0) + 1);
  }
  let width = 0;
  let times = 0;
  for (const [each, count] of tally)
    if (count > times || (count === times && each > width)) [width, times] = [each, count];
  return width;
}

/** The header's own width; cells past it that are filled in some row belong to no column. */
function widthOf(cells: readonly Cell[], rows: readonly TableRow[]): number {
  if (cells.length > 0) return cells.length;
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

export function filledOf(row: TableRow): number {
  return row.cells.filter((cell) => textOf(cell) !== '').length;
}

/** A header holds words; a day, an amount or a CNPJ in it means that the header is missing. */
function looksLikeData(row: TableRow): boolean {
  return row.cells.some((cell) => {
    const text = textOf(cell);
    if (text === '') return false;
    if (isCnpj(text.toUpperCase().replace(/[./-]/g, ''))) return true;
    if (/\d[/-]\d/.test(text) && readDate(cell, 'dmy').kind === 'value') return true;
    return (
      /^\D{0,4}\d/.test(text) && readMoney(cell, openStyle).kind === 'value' && !/^(?:19|20)\d{2}$/.test(text)
    );
  });
}

function named(cells: readonly Cell[], width: number): Pick<SheetTable, 'headers' | 'named' | 'twice'> {
  const seen = new Map<string, number>();
  const headers: string[] = [];
  const twice = new Set<string>();
  const isNamed: boolean[] = [];
  for (let index = 0; index < width; index++) {
    const text = textOf(cells[index] ?? '')
      .replaceAll('\n', ' ')
      .slice(0, 200);
    const base = text === '' ? columnLetters(index) : text;
    const times = (seen.get(base.toLowerCase()) ?? 0) + 1;
    seen.set(base.toLowerCase(), times);
    if (times > 1) twice.add(base);
    headers.push(times > 1 ? `${base} (${times})` : base);
    isNamed.push(text !== '');
  }
  return { headers, named: isNamed, twice: [...twice] };
}
