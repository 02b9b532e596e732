// A workbook → its sheets, each as the items of a table, numbered as the spreadsheet numbers its rows.
// Unpacked in a stream: what is held does not grow with the sheet, only with its shared texts.
import { Faulted, faultOf } from '#connectors/sheet/fault.ts';
import { type Repaired, repaired } from '#connectors/sheet/repair.ts';
import { defaultLimits, type Cell, type TableItem, type TableLimits } from '#connectors/sheet/table.ts';
import { type Book, bookPart, readBook, sharedTexts } from './xlsx-book.ts';
import { type SheetRow, sheetRows } from './xlsx-rows.ts';
import type { ZipParts } from './zip-parts.ts';

export type SheetItems = {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly items: AsyncIterable<TableItem>;
};

/** Rows looked at before the width of the table is decided. */
const headRows = 200;
/** Blank rows between filled ones that are told; a wider gap only moves the numbers. */
const mostBlank = 1000;
/** Cells of all sheets: a bound on what is collected of a workbook. */
const mostCells = 25_000_000;

/** The sheets of a workbook in its order, or null when the archive is none. Throws `Faulted`. */
export async function xlsxSheets(
  zip: ZipParts,
  limits: TableLimits = defaultLimits,
): Promise<readonly SheetItems[] | null> {
  const part = await bookPart(zip);
  if (part === null) return null;
  const book = await readBook(zip, part);
  const spent: Spent = { cells: 0 };
  let texts: Promise<readonly string[]> | null = null;
  const shared = (): Promise<readonly string[]> => (texts ??= sharedTexts(zip, book.texts));
  return book.sheets.map(({ name, hidden, part: sheetPart }) => ({
    sheet: name,
    hidden,
    items: itemsOf({ zip, part: sheetPart, book, texts: shared }, new Numbering(limits, spent)),
  }));
}

type Sheet = {
  readonly zip: ZipParts;
  readonly part: string;
  readonly book: Book;
  readonly texts: () => Promise<readonly string[]>;
};

async function* itemsOf({ zip, part, book, texts }: Sheet, numbering: Numbering): AsyncGenerator<TableItem> {
  try {
    for await (const row of sheetRows(zip, part, book, await texts())) yield* numbering.take(row);
    yield* numbering.finish();
  } catch (error) {
    yield { kind: 'fault', code: faultOf(error, 'xlsx_broken') };
  }
}

type Spent = { cells: number };

/** Gives rows the width of their table and puts the blank ones between them. */
class Numbering {
  readonly #limits: TableLimits;
  #head: SheetRow[] = [];
  #width: number | null = null;
  #last = 0;
  #rows = 0;
  readonly #spent: Spent;

  constructor(limits: TableLimits, spent: Spent) {
    this.#limits = limits;
    this.#spent = spent;
  }

  *take(row: SheetRow): Generator<TableItem> {
    if (this.#width !== null) return yield* this.#items(row, this.#width);
    this.#head.push(row);
    if (this.#head.length >= headRows) yield* this.finish();
  }

  /** What is still held; the width is decided by the fullest row. */
  *finish(): Generator<TableItem> {
    this.#width ??= widthOf(this.#head);
    const held = this.#head;
    this.#head = [];
    for (const row of held) yield* this.#items(row, this.#width);
  }

  *#items({ row, cells, repairs }: SheetRow, width: number): Generator<TableItem> {
    const blank = Math.min(row - this.#last - 1, mostBlank);
    for (let at = row - blank; at < row; at += 1)
      yield { kind: 'row', row: at, cells: [''], fault: null, repairs: [] };
    this.#last = row;
    this.#rows += 1 + blank;
    while (cells.length < width) cells.push('');
    this.#spent.cells += cells.length;
    if (this.#rows > this.#limits.rows || this.#spent.cells > mostCells) throw new Faulted('too_many_rows');
    const kept = within(cells, this.#limits);
    yield { kind: 'row', row, ...kept, repairs: [...kept.repairs, ...repairs] };
  }
}

function widthOf(rows: readonly SheetRow[]): number {
  let [width, most] = [0, 0];
  for (const { cells } of rows) {
    const filled = cells.filter((cell) => cell !== '').length;
    if (filled > most) [width, most] = [cells.length, filled];
  }
  return width;
}

/** A row that is longer than any of a table is named, and not kept. */
function within(
  cells: readonly Cell[],
  { rowBytes }: TableLimits,
): Repaired & { readonly fault: 'line_too_long' | null } {
  const length = cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
  if (length <= rowBytes) return { ...repaired(cells), fault: null };
  return { cells: cells.map((cell) => String(cell).slice(0, 80)), repairs: [], fault: 'line_too_long' };
}
