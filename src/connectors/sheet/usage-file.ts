// A file with one row an event → events, a few thousand at a time, however long the file is. Knows no account and no store.
import type { AccountKey } from '#domain/facts/envelope.ts';
import { textOf } from './cell.ts';
import { readInstant } from './cell-instant.ts';
import { readNumber } from './cell-number.ts';
import { codeOf } from './cell-words.ts';
import type { ReadColumn } from './columns.ts';
import { readRow, shown, type RowCode, type RowProblem } from './read-row.ts';
import { keyBook } from './row-keys.ts';
import { filledOf } from './sheet-table.ts';
import type { Cell, TableItem, TableRow } from './table.ts';

/** The customer of an event, as the file names it. */
export type NamedAccount = { readonly keys: readonly AccountKey[]; readonly name: string };
export type UsageEvent = {
  readonly row: number;
  /** Place of its customer among `accounts` of the reading. */
  readonly account: number;
  /** ms */
  readonly at: number;
  /** As it stands; the verb turns it into a keyed hash. */
  readonly user: string | null;
  readonly event: string;
  readonly value: number;
  readonly session: string | null;
  readonly department: string | null;
  readonly minutes: number | null;
  /** What the source calls it; null: its content is its identity. */
  readonly id: string | null;
};

/** What a reading has counted so far. */
export type UsageTally = {
  rows: number;
  blank: number;
  refused: number;
  /** The first of those refused. */
  readonly problems: RowProblem[];
  readonly accounts: NamedAccount[];
};

/** An event without a name of its own: the customer was there. */
const unnamed = 'activity';
const batch = 4_000;
const namedProblems = 100;
const keyFields: ReadonlySet<string> = new Set(['externalId', 'taxId', 'name']);

/** True for columns of a table that holds one event a row: a moment, and a user or what was done. */
export function tellsEvents(columns: readonly ReadColumn[]): boolean {
  const has = (field: string): boolean => columns.some((column) => column.field === field);
  return has('at') && (has('user') || has('event')) && columns.some((column) => keyFields.has(column.field));
}

export function emptyTally(): UsageTally {
  return { rows: 0, blank: 0, refused: 0, problems: [], accounts: [] };
}

/**
 * Reads events; `tally` is counted up on the way. Rows whose customer or moment cannot be read are refused, the first
 * hundred by name; other bad cells are left empty.
 */
export async function* usageEvents(
  rows: AsyncIterable<TableItem>,
  columns: readonly ReadColumn[],
  zone: string,
  tally: UsageTally,
): AsyncGenerator<readonly UsageEvent[]> {
  const read = reader(columns, zone, tally);
  let events: UsageEvent[] = [];
  for await (const item of rows) {
    if (item.kind !== 'row') continue;
    tally.rows += 1;
    const event = read(item);
    if (event !== null) events.push(event);
    if (events.length < batch) continue;
    yield events;
    events = [];
  }
  if (events.length > 0) yield events;
}

type ReadEvent = (row: TableRow) => UsageEvent | null;

function reader(columns: readonly ReadColumn[], zone: string, tally: UsageTally): ReadEvent {
  const column = (field: string): ReadColumn | null => columns.find((one) => one.field === field) ?? null;
  const moment = column('at');
  const amount = column('value');
  const spent = column('minutes');
  const event = memo(codes(column('event')), 10_000);
  const department = memo(codes(column('department')), 10_000);
  const user = texts(column('user'), 200);
  const session = texts(column('session'), 200);
  const id = texts(column('eventId'), 300);
  const accountOf = accounts(columns, tally);
  const refuse = (row: TableRow, code: RowCode, of: ReadColumn | null): null => {
    tally.refused += 1;
    if (tally.problems.length < namedProblems) {
      const cell = of === null ? null : (row.cells[of.index] ?? '');
      tally.problems.push({
        row: row.row,
        column: of?.header ?? null,
        code,
        value: cell === null ? null : shown(cell),
      });
    }
    return null;
  };
  return (row) => {
    if (row.fault) return refuse(row, row.fault, null);
    const account = accountOf(row);
    if (account === null) {
      if (filledOf(row) > 0) return refuse(row, 'key_missing', null);
      tally.blank += 1;
      return null;
    }
    const cell = moment === null ? '' : (row.cells[moment.index] ?? '');
    const at = readInstant(cell, moment?.order ?? null, zone);
    if (at === null) return refuse(row, textOf(cell) === '' ? 'date_missing' : 'date_unreadable', moment);
    return {
      row: row.row,
      account,
      at,
      user: user(row),
      event: event(row) ?? unnamed,
      value: number(row, amount) ?? 1,
      session: session(row),
      department: department(row),
      minutes: number(row, spent),
      id: id(row),
    };
  };
}

function number(row: TableRow, column: ReadColumn | null): number | null {
  if (column === null) return null;
  const found = readNumber(row.cells[column.index] ?? '', column.style);
  return found.kind === 'value' ? found.value : null;
}

function texts(column: ReadColumn | null, longest: number): (row: TableRow) => string | null {
  if (column === null) return () => null;
  return (row) => {
    const cell = row.cells[column.index];
    const text = cell === undefined ? '' : String(cell).trim();
    return text === '' ? null : text.slice(0, longest);
  };
}

function codes(column: ReadColumn | null): {
  of: (row: TableRow) => Cell;
  read: (cell: Cell) => string | null;
} {
  return {
    of: (row) => (column === null ? '' : (row.cells[column.index] ?? '')),
    read: (cell) => codeOf(textOf(cell)) || null,
  };
}

/** Words that come back in every row are read once; what a file has without end is not kept without end. */
function memo<T>(column: { of: (row: TableRow) => Cell; read: (cell: Cell) => T }, most: number) {
  const known = new Map<Cell, T>();
  return (row: TableRow): T => {
    const cell = column.of(row);
    const found = known.get(cell);
    if (found !== undefined) return found;
    const read = column.read(cell);
    if (known.size >= most) known.clear();
    known.set(cell, read);
    return read;
  };
}

/** Customers by the cells that name them: each combination is understood once. */
function accounts(columns: readonly ReadColumn[], tally: UsageTally): (row: TableRow) => number | null {
  const keys = columns.filter((column) => keyFields.has(column.field));
  const known = new Map<string, number | null>();
  const places = new Map<string, number>();
  return (row) => {
    const cells = keys.map((column) => row.cells[column.index] ?? '').join('\n');
    const found = known.get(cells);
    if (found !== undefined) return found;
    const values = readRow(row, keys);
    const named = keyBook([values]).keysOf(values)?.[0];
    let place: number | null = null;
    if (named !== undefined) {
      place = places.get(named.key) ?? tally.accounts.length;
      places.set(named.key, place);
      if (place === tally.accounts.length)
        tally.accounts.push({
          keys: keyBook([values]).keysOf(values) ?? [],
          name: values.text('name') ?? values.text('externalId') ?? values.text('taxId') ?? named.key,
        });
    }
    known.set(cells, place);
    return place;
  };
}
