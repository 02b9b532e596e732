// One sheet of a workbook → its filled rows, each with its number. Cells hold what a person sees in them.
import { Faulted } from '#connectors/sheet/fault.ts';
import { type Book, styleAt, unescaped } from './xlsx-book.ts';
import { shownCell } from './xlsx-value.ts';
import { xmlEvents, type XmlHandler } from './xml-events.ts';
import type { Cell, RowRepair } from '#connectors/sheet/table.ts';
import type { ZipParts } from './zip-parts.ts';

export type SheetRow = {
  readonly row: number;
  readonly cells: Cell[];
  readonly repairs: readonly RowRepair[];
};

/** Columns that a table of people's making may have; what is filled beyond is no table. */
const mostColumns = 1000;
/** Rows that a sheet can have, and characters of one cell: several times what a spreadsheet takes. */
const mostRows = 1_048_576;
const longestCell = 200_000;

/** Filled rows of a sheet, top to bottom; its empty rows and cells cost nothing. Throws `Faulted`. */
export async function* sheetRows(
  zip: ZipParts,
  part: string,
  book: Book,
  texts: readonly string[],
): AsyncGenerator<SheetRow> {
  const gathering = new Gathering(book, texts);
  for await (const _ of xmlEvents(zip.read(part), gathering)) yield* gathering.taken();
}

type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: string | undefined;
  text: string;
  /** It holds a formula; there is a place for its value, filled or not. */
  formula: boolean;
  valued: boolean;
};

class Gathering implements XmlHandler {
  readonly #book: Book;
  readonly #texts: readonly string[];
  #rows: SheetRow[] = [];
  #inData = false;
  #row = 0;
  #column = 0;
  #cells: Cell[] = [];
  /** A formula of the row was saved without its result. */
  #unsaid = false;
  #cell: OpenCell | null = null;
  /** Inside the value, or the text of an inline string. */
  #collecting = false;
  #reading = false;

  constructor(book: Book, texts: readonly string[]) {
    this.#book = book;
    this.#texts = texts;
  }

  /** Rows gathered since they were last taken. */
  taken(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#inData = true;
    if (!this.#inData) return;
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#openValue();
    else if (name === 'f' && this.#cell) this.#cell.formula = true;
    else if (name === 'rPh') this.#reading = true;
    else if (name === 't') this.#collecting = !this.#reading;
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    if (!this.#inData) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#collecting = false;
    else if (name === 'rPh') this.#reading = false;
    else if (name === 'row') this.#closeRow();
  }

  text(text: string): void {
    if (!this.#collecting || !this.#cell) return;
    this.#cell.text += text;
    if (this.#cell.text.length > longestCell) throw new Faulted('xml_refused');
  }

  #openRow(told: string | undefined): void {
    const row = told === undefined ? this.#row + 1 : Number(told);
    if (!Number.isInteger(row) || row <= this.#row || row > mostRows) throw new Faulted('xlsx_broken');
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
    this.#unsaid = false;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({
      row: this.#row,
      cells: this.#cells,
      repairs: this.#unsaid ? ['formula_without_value'] : [],
    });
  }

  #openValue(): void {
    this.#collecting = true;
    if (this.#cell) this.#cell.valued = true;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const told = attributes['r'];
    const column = told === undefined ? this.#column : columnOf(told);
    this.#column = column + 1;
    this.#cell = {
      column,
      type: attributes['t'] ?? 'n',
      style: attributes['s'],
      text: '',
      formula: false,
      valued: false,
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#collecting = false;
    if (!cell) return;
    if (cell.text === '') {
      // An empty text may be the result of a formula; an empty number, day or truth is none.
      if (cell.formula && !(cell.type === 'str' && cell.valued)) this.#unsaid = true;
      return;
    }
    const value = this.#valueOf(cell);
    if (value === '') return;
    if (cell.column >= mostColumns) throw new Faulted('too_many_columns');
    while (this.#cells.length < cell.column) this.#cells.push('');
    this.#cells[cell.column] = value;
  }

  #valueOf({ type, style, text }: OpenCell): Cell {
    switch (type) {
      case 's': {
        const shared = this.#texts[Number(text)];
        // A text that is not there is no empty cell.
        if (shared === undefined) throw new Faulted('xlsx_broken');
        return shared;
      }
      case 'b':
        return text === '1' || text === 'true' ? 'VERDADEIRO' : 'FALSO';
      case 'd':
        return text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
      case 'n': {
        const number = Number(text);
        return Number.isFinite(number)
          ? shownCell(number, styleAt(this.#book, style), this.#book.epoch)
          : text;
      }
      default:
        return unescaped(text);
    }
  }
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > 16_384) break;
  }
  if (column === 0 || column > 16_384) throw new Faulted('xlsx_broken');
  return column - 1;
}
