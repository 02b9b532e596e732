// Bytes of a CSV → rows. Decides encoding, delimiter and how to go on after a quote that never closes. Text without a quote
// is split as it stands, the parser reads the rest: to the same rows. Refuses to know what the columns mean.
import { parse, type Parser } from 'csv-parse';
import { decodeBytes } from './decode-bytes.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import { PlainLines } from './plain-lines.ts';
import { repaired } from './repair.ts';
import { defaultLimits, type RowFault, type TableItem, type TableLimits } from './table.ts';

/** Characters read before the delimiter is decided. */
const headChars = 65_536;
/** Characters handed to the parser at once: bounds the time without a pause and the rows held. */
const feedChars = 65_536;
const quote = 0x22;
/** Quotes that never close and rows without an end that one file may have; each costs a new start of the parser. */
const restarts = 50;

/**
 * Reads a CSV (`,` `;` tab or `|`; UTF-8, UTF-16 with mark, Windows-1252). Rows are numbered as a spreadsheet shows
 * them; blank lines count. Content never throws: it yields faults. Errors of the source itself pass through.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  limits: TableLimits = defaultLimits,
): AsyncGenerator<TableItem> {
  for await (const items of readCsvParts(bytes, limits)) yield* items;
}

/** The same, some hundred rows at a time. */
export async function* readCsvParts(
  bytes: AsyncIterable<Uint8Array>,
  limits: TableLimits = defaultLimits,
): AsyncGenerator<readonly TableItem[]> {
  let head = '';
  let rows: Rows | null = null;
  for await (const piece of decodeBytes(bytes)) {
    if (typeof piece !== 'string') return yield [{ kind: 'fault', code: piece.fault }];
    if (!rows) {
      head += piece;
      if (head.length < headChars) continue;
      rows = rowsOf(head, false, limits);
      yield* rows.feed(head.replace(toldDelimiter, ''));
      head = '';
    } else yield* rows.feed(piece);
    if (rows.stopped) return;
  }
  if (!rows) {
    if (head.trim() === '') return yield [{ kind: 'fault', code: 'empty_file' }];
    rows = rowsOf(head, true, limits);
    yield* rows.feed(head.replace(toldDelimiter, ''));
  }
  yield* rows.finish();
}

/** The line `sep=;` that Excel writes and does not show. */
const toldDelimiter = /^sep=[;,\t|]\r?\n/i;

function rowsOf(head: string, whole: boolean, limits: TableLimits): Rows {
  // One column has no delimiter; any that is not in the text will do.
  return new Rows(findDelimiter(head.slice(0, headChars), whole && head.length <= headChars) ?? ';', limits);
}

type Parsed = { readonly cells: readonly string[]; readonly through: number };

/** The parser, the bytes it has not turned into rows yet, and the count of rows. */
class Rows {
  stopped = false;
  readonly #delimiter: Delimiter;
  readonly #limits: TableLimits;
  /** Reads while nothing is quoted; the parser is at work while it is null. */
  #plain: PlainLines | null;
  #parser: Parser;
  #parsed: Parsed[] = [];
  /** Bytes given to the parser since its last row. */
  #pending: Buffer = Buffer.alloc(0);
  #consumed = 0;
  #row = 0;
  #restarts = 0;
  /** Inside a line that was too long: everything up to the next line break is left out. */
  #skipping = false;
  /** Blank lines seen since the last filled one: at the end of the file they are no rows. */
  #blank = 0;

  constructor(delimiter: Delimiter, limits: TableLimits) {
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#plain = new PlainLines(delimiter, limits.rowBytes, '');
    this.#parser = this.#open();
  }

  async *feed(text: string): AsyncGenerator<TableItem[]> {
    for (let at = 0; at < text.length && !this.stopped;) {
      let end = Math.min(text.length, at + feedChars);
      // A letter of two halves is not parted.
      if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end += 1;
      const part = text.slice(at, end);
      at = end;
      const lines = this.#plain?.take(part) ?? null;
      if (lines !== null) yield this.#rowsOf(lines);
      else yield* this.#general(part);
    }
  }

  /** Text that is not plain goes to the parser, which hands back as soon as it is between two plain rows. */
  async *#general(part: string): AsyncGenerator<TableItem[]> {
    const begun = this.#plain?.rest ?? '';
    if (this.#plain !== null) this.#parser = this.#open();
    this.#plain = null;
    yield* this.#take(Buffer.from(begun + part, 'utf8'));
    if (this.#skipping || this.#pending.includes(quote)) return;
    this.#plain = new PlainLines(this.#delimiter, this.#limits.rowBytes, this.#pending.toString('utf8'));
    this.#pending = Buffer.alloc(0);
  }

  async *finish(): AsyncGenerator<TableItem[]> {
    if (this.#plain !== null && !this.stopped) {
      const { rest } = this.#plain;
      this.#plain = null;
      this.#parser = this.#open();
      yield* this.#take(Buffer.from(rest, 'utf8'));
    }
    while (!this.stopped) {
      const failed = await new Promise<Error | null>((done) => {
        this.#parser.end((error?: Error | null) => done(error ?? null));
      });
      yield this.#emit();
      if (!failed) return;
      yield* this.#recover(failed);
    }
  }

  async *#take(bytes: Buffer): AsyncGenerator<TableItem[]> {
    let rest = bytes;
    if (this.#skipping) {
      const end = lineEnd(rest);
      if (end < 0) return;
      this.#skipping = false;
      rest = rest.subarray(end);
    }
    this.#pending = Buffer.concat([this.#pending, rest]);
    const failed = await this.#write(rest);
    yield this.#emit();
    if (failed) yield* this.#recover(failed);
  }

  /** The row that failed is given out as it stands, without quoting; reading goes on with the line after it. */
  async *#recover(failed: Error): AsyncGenerator<TableItem[]> {
    let error: Error | null = failed;
    while (error && !this.stopped) {
      this.#restarts += 1;
      if (this.#restarts > restarts) {
        this.stopped = true;
        yield [{ kind: 'fault', code: 'too_broken' }];
        return;
      }
      const pending = this.#pending;
      const end = lineEnd(pending);
      const line = pending.subarray(0, end < 0 ? pending.length : end);
      const tooLong = line.length > this.#limits.rowBytes;
      yield this.#row1([], literal(line, this.#delimiter), tooLong ? 'line_too_long' : 'quote_not_closed');
      this.#skipping = end < 0 && tooLong;
      this.#pending = Buffer.from(pending.subarray(end < 0 ? pending.length : end));
      this.#parser = this.#open();
      error = await this.#write(this.#pending);
      yield this.#emit();
    }
  }

  #open(): Parser {
    this.#consumed = 0;
    const parser = parse({
      delimiter: this.#delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: this.#limits.rowBytes,
      // Rows are taken here, in step with the bytes given, and never pushed: what failed is then exactly `#pending`.
      on_record: (cells: string[], context) => {
        this.#parsed.push({ cells, through: context.bytes_records });
        return null;
      },
    });
    parser.on('error', () => undefined);
    return parser;
  }

  #write(bytes: Buffer): Promise<Error | null> {
    if (bytes.length === 0) return Promise.resolve(null);
    return new Promise((done) => {
      this.#parser.write(bytes, (error?: Error | null) => done(error ?? null));
    });
  }

  #emit(): TableItem[] {
    const parsed = this.#parsed;
    this.#parsed = [];
    const through = parsed.at(-1)?.through;
    if (through !== undefined) {
      this.#pending = this.#pending.subarray(through - this.#consumed);
      this.#consumed = through;
    }
    return this.#rowsOf(parsed.map(({ cells }) => cells));
  }

  #rowsOf(lines: readonly (readonly string[])[]): TableItem[] {
    const items: TableItem[] = [];
    for (const cells of lines) {
      if (cells.length === 1 && cells[0]?.trim() === '') this.#blank += 1;
      else this.#row1(items, cells, null);
      if (this.stopped) break;
    }
    return items;
  }

  /** Adds a row, and the blank ones before it. */
  #row1(items: TableItem[], cells: readonly string[], fault: RowFault | null): TableItem[] {
    for (; this.#blank > 0; this.#blank--) {
      this.#row += 1;
      items.push({ kind: 'row', row: this.#row, cells: [''], fault: null, repairs: [] });
    }
    this.#row += 1;
    if (this.#row > this.#limits.rows) {
      this.stopped = true;
      items.push({ kind: 'fault', code: 'too_many_rows' });
      return items;
    }
    const { cells: whole, repairs } = repaired(cells);
    items.push({ kind: 'row', row: this.#row, cells: whole, fault, repairs });
    return items;
  }
}

/** Offset after the first line break, or −1. */
function lineEnd(bytes: Buffer): number {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 10) return i + 1;
    if (bytes[i] === 13) return bytes[i + 1] === 10 ? i + 2 : i + 1;
  }
  return -1;
}

function literal(line: Buffer, delimiter: string): readonly string[] {
  return line
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/[\r\n]+$/, '')
    .split(delimiter);
}
