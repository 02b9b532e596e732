// A table of usage of any length → what each of its rows tells, some hundred at a time, by the same readers as a table that
// is held whole. What rows have to do with each other (told twice, one record in two rows) is whoever stores them's to find.
import type { AccountKey } from '#domain/facts/envelope.ts';
import { mended, type Fix } from './choices.ts';
import type { FactDraft } from './draft.ts';
import { planTable, type SheetOptions } from './import-sheet.ts';
import type { ColumnPlan } from './columns.ts';
import { headerKey } from './mapping-file.ts';
import { plainReader } from './plain-rows.ts';
import { readRow, type RowProblem } from './read-row.ts';
import type { RowContext } from './row-context.ts';
import { type KeyBook, openKeyBook } from './row-keys.ts';
import { eachRow } from './rows-to-facts.ts';
import type { SheetTable } from './sheet-table.ts';
import { sortRows } from './sort-rows.ts';
import { spreadTerms, termColumns } from './split-terms.ts';
import type { TableItem, TableRow } from './table.ts';

export type LongRow = {
  readonly row: number;
  /** All it says, as one text; null for a row that cannot be trusted as it stands. */
  readonly content: string | null;
  readonly keys: readonly AccountKey[];
  readonly name: string | null;
  /** None: the row is refused, and the first of its problems says why. */
  readonly facts: readonly FactDraft[];
  readonly problems: readonly RowProblem[];
};

/** Rows that give no line of their own. */
export type LongTally = { rows: number; blank: number; total: number; duplicates: number };

export type LongReading = {
  readonly plan: ColumnPlan;
  readonly context: RowContext;
  /** Headers as they stand in the file, and which of their columns hold terms. */
  readonly head: Omit<SheetTable, 'rows'>;
  readonly terms: ReadonlySet<number>;
  /** Number of the first row under the header. */
  readonly first: number;
  readonly fixes: readonly Fix[];
};

/** Tables that may be read without being held: each row stands by itself, and nobody is asked about a customer of theirs. */
export const isLong = (plan: ColumnPlan): boolean => plan.table === 'usage' || plan.table === 'events';

/** How a table is to be read, from its sample. `terms`: columns that hold terms, where that was decided before. */
export function longReading(
  sample: SheetTable,
  options: SheetOptions,
  fixes: readonly Fix[] = [],
  terms = termColumns(sample, (header) => options.map?.columns.has(headerKey(header)) ?? false),
): LongReading {
  const { plan, context } = planTable(mended(spreadTerms(sample, terms), fixes), options);
  const { rows, ...head } = sample;
  return { plan, context, head, terms, first: rows[0]?.row ?? 1, fixes };
}

/** Cells read at once: what is made of them dies young. */
const batchCells = 8_000;

/** How many rows are read at once. */
const batchOf = ({ head }: LongReading): number =>
  Math.max(50, Math.floor(batchCells / Math.max(1, head.headers.length)));

function tableFrom(rows: readonly TableRow[], { head, terms, fixes }: LongReading): SheetTable {
  return mended(spreadTerms({ ...head, rows }, terms), fixes);
}

type Parts = AsyncIterable<readonly TableItem[]>;

/** The rows under the header. Files do not change under their reader: a fault was told when the sample was taken. */
function dataIn(items: readonly TableItem[], first: number): TableRow[] {
  return items.filter((item): item is TableRow => item.kind === 'row' && item.row >= first);
}

/** True when two rows may name two customers alike: only a table with names and another key has such. */
function mayShareNames({ context }: LongReading): boolean {
  const fields = new Set(context.columns.map(({ field }) => field));
  return fields.has('name') && (fields.has('externalId') || fields.has('taxId'));
}

const keyFields: ReadonlySet<string> = new Set(['name', 'externalId', 'taxId']);

/** Which names the rows share: reads them all, where any may. */
export async function longKeys(open: () => Parts, reading: LongReading): Promise<KeyBook> {
  const book = openKeyBook();
  if (!mayShareNames(reading)) return book;
  const keys = reading.context.columns.filter(({ field }) => keyFields.has(field));
  for await (const items of open()) {
    const table = tableFrom(dataIn(items, reading.first), reading);
    for (const row of sortRows(table.rows, table.headers.length, true).data) book.add(readRow(row, keys));
  }
  return book;
}

/**
 * Reads rows; `tally` is counted up on the way. Rows of which nothing has to be said are read the plain way, with the same
 * outcome.
 */
export async function* longRows(
  parts: Parts,
  reading: LongReading,
  book: KeyBook,
  tally: LongTally,
): AsyncGenerator<readonly LongRow[]> {
  const plain = plainReader(reading, book);
  const batch = batchOf(reading);
  for await (const items of parts) {
    const out: LongRow[] = [];
    let odd: TableRow[] = [];
    const settle = (): void => {
      if (odd.length === 0) return;
      out.push(...readOdd(odd, reading, book, tally));
      odd = [];
    };
    for (const item of dataIn(items, reading.first)) {
      const row = plain?.(item) ?? null;
      if (row === null) {
        if (odd.push(item) >= batch) settle();
        continue;
      }
      settle();
      tally.rows += 1;
      out.push(row);
    }
    settle();
    yield out;
  }
}

/** Reads rows whatever they say. */
function readOdd(
  rows: readonly TableRow[],
  reading: LongReading,
  book: KeyBook,
  tally: LongTally,
): LongRow[] {
  const table = tableFrom(rows, reading);
  const sorted = sortRows(table.rows, table.headers.length);
  const outcome = eachRow(sorted, reading.plan.table, reading.context, book);
  tally.rows += table.rows.length;
  tally.blank += sorted.blank;
  tally.total += sorted.total;
  tally.duplicates += sorted.duplicates;
  const contents = new Map(sorted.data.map((row, at) => [row.row, sorted.contents[at] ?? '']));
  const refused = [...sorted.refused, ...outcome.refused];
  const out = new Set(refused.map(({ row }) => row));
  const notes = new Map<number, RowProblem[]>();
  for (const note of [...sorted.notes, ...outcome.notes]) {
    const list = notes.get(note.row);
    if (list) list.push(note);
    else if (!out.has(note.row)) notes.set(note.row, [note]);
  }
  return [
    ...refused.map((problem): LongRow => {
      const content = contents.get(problem.row) ?? null;
      return { row: problem.row, content, keys: [], name: null, facts: [], problems: [problem] };
    }),
    ...outcome.rows.map(({ row, keys, name, facts }): LongRow => {
      const content = contents.get(row) ?? '';
      return { row, content, keys, name, facts, problems: notes.get(row) ?? [] };
    }),
  ];
}
