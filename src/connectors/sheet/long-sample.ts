// Rows that stand for a table too long to be held: its head, and after it each row whose cells say what no row before said.
// What is read off all cells of a column (the order of day and month, the length of periods) is read off these.
import { textOf } from './cell.ts';
import { defaultLimits, type FileFault, type TableItem, type TableLimits, type TableRow } from './table.ts';

/** Bytes from which on a file is too long to be held, if its table is one of usage. */
export const longBytes = 2 * 1024 * 1024;
/** Rows of usage have no end. */
export const endless: TableLimits = { ...defaultLimits, rows: Number.MAX_SAFE_INTEGER };

const headRows = 20_000;
/** Rows after the head that may be kept for what they say. */
const witnesses = 20_000;
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
  for await (const item of items) {
    if (item.kind === 'fault' || rows.length >= headRows) break;
    rows.push(item);
  }
  return rows;
}

/** Reads a file to its end and keeps its sample. */
export async function sampleOf(
  items: AsyncIterable<TableItem>,
): Promise<Sample | { readonly fault: FileFault }> {
  const rows: TableRow[] = [];
  const texts: (Set<string> | null)[] = [];
  let count = 0;
  for await (const item of items) {
    if (item.kind === 'fault') return { fault: item.code };
    count += 1;
    const fresh = told(item, texts);
    if (rows.length < headRows || (fresh && rows.length < headRows + witnesses)) rows.push(item);
  }
  return { rows, count };
}

/** Notes what a row says; true when a column had not said it yet. */
function told(row: TableRow, texts: (Set<string> | null)[]): boolean {
  let fresh = false;
  for (let at = 0; at < row.cells.length && at < 1000; at++) {
    const known = texts[at];
    if (known === null) continue;
    const text = textOf(row.cells[at] ?? '');
    if (known === undefined) texts[at] = new Set([text]);
    else if (known.has(text)) continue;
    else if (known.size >= mostTexts) texts[at] = null;
    else known.add(text);
    fresh ||= texts[at] !== null;
  }
  return fresh;
}
