// Rows of a long table of usage of which nothing has to be said → what they tell, each cell read once for all rows that say
// the same. The readers are those of every row; a row with a problem, a repair, a sum or a missing cell is left to them.
import type { Day } from '#base/day.ts';
import { ownText } from '#base/text.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { type Read, textOf } from './cell.ts';
import { type CellDate, dayPart } from './cell-date.ts';
import type { ReadColumn } from './columns.ts';
import type { LongReading, LongRow } from './long-rows.ts';
import { otherTableFacts } from './other-facts.ts';
import {
  type FieldValue,
  type MeasureValue,
  readColumn,
  type RowProblem,
  type RowValues,
} from './read-row.ts';
import { decisive } from './rows-to-facts.ts';
import type { KeyBook } from './row-keys.ts';
import { between, isSum } from './sort-rows.ts';
import type { Cell, TableRow } from './table.ts';

/** Cells of a column, and customers, whose reading is kept. */
const kept = 10_000;

type Seen = {
  readonly text: string;
  /** Null where the cell cannot be read. */
  readonly value: FieldValue | null;
  readonly bad: boolean;
  readonly letters: boolean;
  /** Whether the text is a word for a sum; null: not asked yet. */
  sum: boolean | null;
};

/** The cells of one column, each read once. */
class PlainColumn {
  readonly column: ReadColumn | null;
  readonly #date: boolean;
  readonly #known = new Map<string, Seen>();
  /** Cells asked for since the kept ones are as many as may be, and those of them that were known. */
  #asked = 0;
  #met = 0;

  /** Null: a column that is not read. */
  constructor(column: ReadColumn | null) {
    this.column = column;
    this.#date = column?.kind === 'date';
  }

  read(cell: Cell): Seen {
    const text = String(cell);
    const part = this.#date ? dayPart(text) : text;
    const full = this.#known.size >= kept;
    // A column that hardly repeats itself is read faster than it is looked up.
    if (full && this.#asked > kept && this.#met * 2 < this.#asked) return this.#fresh(part);
    const known = this.#known.get(part);
    if (full) this.#asked += 1;
    if (known !== undefined) {
      if (full) this.#met += 1;
      return known;
    }
    if (full) return this.#fresh(part);
    const own = ownText(part);
    const seen = this.#fresh(own);
    this.#known.set(own, seen);
    return seen;
  }

  #fresh(part: string): Seen {
    const { column } = this;
    const text = textOf(part);
    const read: Read<FieldValue> = column === null ? { kind: 'empty' } : readColumn(part, column);
    return {
      text,
      value: read.kind === 'value' ? read.value : null,
      bad: read.kind === 'bad',
      letters: /\p{L}/u.test(text),
      sum: null,
    };
  }
}

const nothing: readonly RowProblem[] = [];

/** Values of the row at hand: one object for all rows, which nobody keeps. */
class PlainValues implements RowValues {
  row = 0;
  readonly problems = nothing;
  readonly custom = {};
  readonly remarks = [];
  readonly values: (FieldValue | null)[];
  readonly texts: string[];
  readonly #places = new Map<string, number>();
  readonly #measures: readonly (readonly [number, ReadColumn])[];

  constructor(columns: readonly PlainColumn[]) {
    this.values = columns.map(() => null);
    this.texts = columns.map(() => '');
    const read = columns.flatMap(({ column }, at) => (column === null ? [] : [[at, column] as const]));
    this.#measures = read.filter(([, { field }]) => field === 'measure');
    for (const [at, { field, kind }] of read)
      if (kind !== null && field !== 'measure' && field !== 'remark') this.#places.set(field, at);
  }

  get measures(): readonly MeasureValue[] {
    return this.#measures.flatMap(([at, { name, header, how }]) => {
      const value = this.values[at] ?? null;
      return value === null ? [] : [{ name: name ?? header, how, value: Number(value) }];
    });
  }

  shown(field: string): string {
    return this.texts[this.#places.get(field) ?? -1] ?? '';
  }

  text(field: string): string | null {
    const found = this.#valueOf(field);
    return typeof found === 'string' ? found : null;
  }

  number(field: string): number | null {
    const found = this.#valueOf(field);
    return typeof found === 'number' ? found : null;
  }

  flag(): null {
    return null;
  }

  date(field: string): CellDate | null {
    const found = this.#valueOf(field);
    return typeof found === 'object' && found !== null && 'day' in found ? found : null;
  }

  day(field: string): Day | null {
    return this.date(field)?.day ?? null;
  }

  money(): null {
    return null;
  }

  #valueOf(field: string): FieldValue | null {
    const at = this.#places.get(field);
    return at === undefined ? null : (this.values[at] ?? null);
  }
}

/** Columns by place; null for a table of which not even plain rows may be read this way. */
function columnsOf({ plan, context, head, terms }: LongReading): PlainColumn[] | null {
  const read = context.columns.filter(({ field }) => field !== 'ignore');
  const fields = read.map(({ field }) => field).filter((field) => !shared.has(field));
  if (plan.table !== 'usage' && plan.table !== 'events') return null;
  if (terms.size > 0 || (context.constants ?? []).length > 0 || head.headers.length === 0) return null;
  if (new Set(fields).size < fields.length || fields.some((field) => decisive.has(field))) return null;
  const columns = head.headers.map(
    (_, index) => new PlainColumn(read.find((column) => column.index === index) ?? null),
  );
  return columns.some(({ column }) => column?.kind === 'money' || column?.kind === 'flag') ? null : columns;
}

/** Fields that several columns may have. */
const shared: ReadonlySet<string> = new Set(['custom', 'remark', 'measure']);
const keyFields: ReadonlySet<string> = new Set(['externalId', 'taxId', 'name', 'domain', 'email']);

class PlainReader {
  readonly #reading: LongReading;
  readonly #table: 'usage' | 'events';
  readonly #book: KeyBook;
  readonly #columns: readonly PlainColumn[];
  readonly #values: PlainValues;
  readonly #mended: ReadonlySet<number>;
  readonly #keyPlaces: readonly number[];
  readonly #keys = new Map<string, readonly AccountKey[] | null>();

  constructor(reading: LongReading, book: KeyBook, columns: readonly PlainColumn[]) {
    this.#reading = reading;
    this.#table = reading.plan.table === 'usage' ? 'usage' : 'events';
    this.#book = book;
    this.#columns = columns;
    this.#values = new PlainValues(columns);
    this.#mended = new Set(reading.fixes.map(({ row }) => row));
    this.#keyPlaces = columns.flatMap(({ column }, at) => (keyFields.has(column?.field ?? '') ? [at] : []));
  }

  /** What a row tells; null where it is not plain. */
  read(row: TableRow): LongRow | null {
    if (row.fault !== null || row.repairs.length > 0 || row.cells.length !== this.#columns.length)
      return null;
    if (this.#mended.has(row.row) || !this.#take(row)) return null;
    const keys = this.#keysOf();
    if (keys === null || keys.length === 0) return null;
    const made = otherTableFacts(this.#values, keys, this.#reading.context, this.#table);
    if ('refused' in made || made.problems.length > 0) return null;
    const { name, facts } = made.facts;
    return { row: row.row, content: this.#values.texts.join(between), keys, name, facts, problems: nothing };
  }

  /** Reads the cells; false when one of them, or all together, must be looked at otherwise. */
  #take(row: TableRow): boolean {
    const { values, texts } = this.#values;
    const columns = this.#columns;
    let filled = 0;
    let label = false;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as PlainColumn;
      const cell = row.cells[at] ?? '';
      const seen = column.read(cell);
      if (seen.bad) return false;
      values[at] = seen.value;
      // A day with its clock was read by the day alone.
      texts[at] = column.column?.kind === 'date' && cell !== seen.text ? textOf(cell) : seen.text;
      if (seen.text === '') continue;
      if (!label && seen.letters) {
        label = true;
        if (filled <= 1 && (seen.sum ??= isSum(seen.text))) return false;
      }
      filled += 1;
    }
    this.#values.row = row.row;
    return filled > 0;
  }

  #keysOf(): readonly AccountKey[] | null {
    const { texts } = this.#values;
    const text = this.#keyPlaces.map((at) => texts[at] ?? '').join(between);
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const keys = this.#book.keysOf(this.#values);
    if (this.#keys.size < kept) this.#keys.set(ownText(text), keys);
    return keys;
  }
}

/** Reads plain rows of a table; null for a table that has none. `book` knows every row's keys. */
export function plainReader(reading: LongReading, book: KeyBook): ((row: TableRow) => LongRow | null) | null {
  const columns = columnsOf(reading);
  if (columns === null) return null;
  const reader = new PlainReader(reading, book, columns);
  return (row) => reader.read(row);
}
