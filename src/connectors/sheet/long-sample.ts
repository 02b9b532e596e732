// Rows that stand for a table too long to be held: its head, and after it each row whose cells say what no row before said.
// What is read off all cells of a column (the order of day and month, the length of periods) is read off these.
import { textOf } from './cell.ts';
import { defaultLimits, type FileFault, type TableItem, type TableLimits, type TableRow } from './table.ts';

/** Bytes from which on a file is too long to be held, if its table is one of usage. */
export const longBytes = 2 * 1024 * 1024;
/** Bytes that a door of the server holds of any other table. */
export const heldBytes = 64 * 1024 * 1024;
/** Rows of usage have no end. */
export const endless: TableLimits = { ...defaultLimits, rows: Number.MAX_SAFE_INTEGER };

/** Cells of the head, and of rows after it that may be kept for what they say. */
const headCells = 50_000;
const witnessCells = 100_000;
/** Texts of a column that are told apart; one with more is told by its head. */
const mostTexts = 2_000;

export type Sample = {
  readonly rows: readonly TableRow[];
  /** Of the file, those above the table too. */
  readonly count: number;
};

/** The first rows of a file; those before a fault. */
export async function headOf(items: AsyncIterable<TableItem>): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  let cells = 0;
  for await (const item of items) {
    if (item.kind === 'fault' || cells >= headCells) break;
    rows.push(item);
    cells += item.cells.length;
  }
  return rows;
}

/** Reads a file to its end and keeps its sample. */
export async function sampleOf(
  items: AsyncIterable<TableItem>,
): Promise<Sample | { readonly fault: FileFault }> {
  const rows: TableRow[] = [];
  const texts: (Set<string> | null)[] = [];
  let [count, cells] = [0, 0];
  for await (const item of items) {
    if (item.kind === 'fault') return { fault: item.code };
    count += 1;
    const fresh = told(item, texts);
    if (cells >= headCells && !(fresh && cells < headCells + witnessCells)) continue;
    rows.push(item);
    cells += item.cells.length;
  }
  return { rows, count };
}

/** Of a plain number only how it is written says anything of its column. */
const number = /^-?\d+(?:[.,]\d+)?$/;
const shapeOf = (text: string): string => (number.test(text) ? text.replace(/\d/g, '0') : text);

/** Notes what a row says; true when a column had not said it yet. */
function told(row: TableRow, texts: (Set<string> | null)[]): boolean {
  let fresh = false;
  for (let at = 0; at < row.cells.length && at < 1000; at++) {
    const known = texts[at];
    if (known === null) continue;
    const text = shapeOf(textOf(row.cells[at] ?? ''));
    if (known === undefined) texts[at] = new Set([text]);
    else if (known.has(text)) continue;
    else if (known.size >= mostTexts) texts[at] = null;
    else known.add(text);
    fresh ||= texts[at] !== null;
  }
  return fresh;
}
