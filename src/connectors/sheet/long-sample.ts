// Rows that stand for a table too long to be held: its head, and after it each row whose cells say what no row before said.
// What is read off all cells of a column (the order of day and month, the length of periods) is read off these.
import { ownText } from '#base/text.ts';
import { textOf } from './cell.ts';
import {
  defaultLimits,
  type Cell,
  type FileFault,
  type TableItem,
  type TableLimits,
  type TableRow,
} from './table.ts';

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
export async function headOf(parts: AsyncIterable<readonly TableItem[]>): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  let cells = 0;
  for await (const items of parts)
    for (const item of items) {
      if (item.kind === 'fault' || cells >= headCells) return rows;
      rows.push(item);
      cells += item.cells.length;
    }
  return rows;
}

/** Reads a file to its end and keeps its sample. */
export async function sampleOf(
  parts: AsyncIterable<readonly TableItem[]>,
): Promise<Sample | { readonly fault: FileFault }> {
  const rows: TableRow[] = [];
  const columns: (Told | null)[] = [];
  let [count, cells] = [0, 0];
  for await (const items of parts)
    for (const item of items) {
      if (item.kind === 'fault') return { fault: item.code };
      count += 1;
      const fresh = told(item, columns);
      if (cells >= headCells && !(fresh && cells < headCells + witnessCells)) continue;
      rows.push({ ...item, cells: item.cells.map(ownCell) });
      cells += item.cells.length;
    }
  return { rows, count };
}

/** Of a plain number only how it is written says anything of its column. */
const number = /^-?\d+(?:[.,]\d+)?$/;
const shapeOf = (text: string): string => (number.test(text) ? text.replace(/\d/g, '0') : text);

const ownCell = (cell: Cell): Cell => (typeof cell === 'string' ? ownText(cell) : cell);

/** What a column said so far: the shapes of its texts, and cells whose shape is among them. */
type Told = { readonly shapes: Set<string>; readonly cells: Set<Cell> };

/** Notes what a row says; true when a column had not said it yet. */
function told(row: TableRow, columns: (Told | null)[]): boolean {
  let fresh = false;
  for (let at = 0; at < row.cells.length && at < 1000; at++) {
    const known = columns[at];
    if (known === null) continue;
    const cell = row.cells[at] ?? '';
    if (known === undefined)
      columns[at] = { shapes: new Set([ownText(shapeOf(textOf(cell)))]), cells: new Set() };
    else if (known.cells.has(cell)) continue;
    else {
      const shape = shapeOf(textOf(cell));
      if (known.cells.size < mostTexts) known.cells.add(ownCell(cell));
      if (known.shapes.has(shape)) continue;
      if (known.shapes.size >= mostTexts) columns[at] = null;
      else known.shapes.add(ownText(shape));
    }
    fresh ||= columns[at] !== null;
  }
  return fresh;
}
