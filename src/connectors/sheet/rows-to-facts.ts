// Rows of a table → facts per row and the fate of every row. One customer on two rows is one customer: a further row
// is another contract of it, or is refused by name.
import type { AccountKey } from '#domain/facts/envelope.ts';
import { accountFacts } from './account-facts.ts';
import { contractOf, type RowContract } from './contract-facts.ts';
import type { RowContext, RowOutcome } from './row-context.ts';
import type { RowFacts } from './draft.ts';
import type { TableName } from './fields.ts';
import { messageFacts } from './message-facts.ts';
import { type KeyedRow, movementFacts } from './movement-facts.ts';
import { type OneRowTable, otherTableFacts } from './other-facts.ts';
import { readRow, type RowCode, type RowProblem, type RowValues } from './read-row.ts';
import { type KeyBook, keyBook } from './row-keys.ts';
import { apart } from './same-record.ts';
import type { SortedRows } from './sort-rows.ts';

export type RowsOutcome = {
  readonly rows: readonly RowFacts[];
  readonly refused: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
};

/** Cells that refuse their row when they cannot be read. */
export const decisive: ReadonlySet<string> = new Set(['monthly', 'annual', 'oneOff', 'amount']);

/** Facts of the data rows of a table. Every row is either in `rows` or has one line in `refused`. */
export function rowsToFacts(sorted: SortedRows, table: TableName, context: RowContext): RowsOutcome {
  const out = eachRow(sorted, table, context);
  const distinct = apart(out.rows, table);
  return { rows: distinct.rows, refused: [...out.refused, ...distinct.refused], notes: out.notes };
}

/** The same for some rows of a table: whether others have the same records is not looked at. `all` knows every row's keys. */
export function eachRow(
  sorted: SortedRows,
  table: TableName,
  context: RowContext,
  all: KeyBook | null = null,
): RowsOutcome {
  const values = sorted.data.map((row) => readRow(row, context.columns, context.constants));
  const book = all ?? keyBook(values);
  const shifted = new Set(
    sorted.notes.filter((note) => note.code === 'cells_too_many').map((note) => note.row),
  );
  const first = new Map<string, Seen>();
  const moved: KeyedRow[] = [];
  const out = { rows: [] as RowFacts[], refused: [] as RowProblem[], notes: [] as RowProblem[] };
  for (const row of values) {
    const refusal = refusalOf(row, context, shifted, table);
    const keys = book.keysOf(row);
    if (refusal) out.refused.push(refusal);
    // Whom a conversation is with may be known by who writes in it.
    else if (table === 'messages') moved.push({ row, keys: keys ?? [] });
    else if (keys === null) out.refused.push(named(row, context, 'key_ambiguous'));
    else if (keys.length === 0) out.refused.push(named(row, context, 'key_missing'));
    else if (table === 'accounts') takeAccount(row, keys, context, first, out);
    else if (table === 'movements') moved.push({ row, keys });
    else takeOther(row, keys, context, table, out);
  }
  if (table === 'movements') takeGathered(moved, movementFacts(moved, context), out);
  if (table === 'messages') takeGathered(moved, messageFacts(moved, context), out);
  return out;
}

type Taking = { rows: RowFacts[]; refused: RowProblem[]; notes: RowProblem[] };
type Seen = { readonly row: number; readonly keys: readonly AccountKey[]; readonly contracts: RowContract[] };

function refusalOf(
  row: RowValues,
  context: RowContext,
  shifted: ReadonlySet<number>,
  table: TableName,
): RowProblem | null {
  if (shifted.has(row.row) && row.problems.length > 0)
    return { row: row.row, column: null, code: 'row_shifted', value: row.text('name') };
  const fieldOf = (header: string | null): string =>
    context.columns.find((column) => column.header === header)?.field ?? '';
  const unread = row.problems.find((problem) => decisive.has(fieldOf(problem.column)));
  if (unread) return unread.code === 'formula_error' ? { ...unread, code: 'money_unreadable' } : unread;
  // A movement of MRR may well be written as a negative number.
  for (const field of table === 'movements' ? [] : decisive) {
    const money = row.money(field);
    const header = context.columns.find((column) => column.field === field)?.header ?? null;
    if (money && money.cents < 0)
      return { row: row.row, column: header, code: 'money_negative', value: (money.cents / 100).toFixed(2) };
  }
  return null;
}

function named(row: RowValues, context: RowContext, code: RowCode, other?: number): RowProblem {
  const field = ['name', 'taxId', 'externalId'].find((each) => row.text(each) !== null) ?? 'name';
  const column = context.columns.find((each) => each.field === field)?.header ?? null;
  return {
    row: row.row,
    column,
    code,
    value: row.text(field)?.slice(0, 80) ?? null,
    ...(other === undefined ? {} : { other }),
  };
}

function takeAccount(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
  first: Map<string, Seen>,
  out: Taking,
): void {
  const known = keys
    .filter((key) => !key.key.startsWith('domain:'))
    .map((key) => first.get(key.key))
    .find((seen) => seen !== undefined);
  const key = contractKey(row, context, known);
  if (known && key === null) {
    out.refused.push(named(row, context, 'key_twice', known.row));
    return;
  }
  const outcome: RowOutcome = accountFacts(
    row,
    known?.keys ?? keys,
    context,
    key ?? 'main',
    known === undefined,
  );
  if (known) out.notes.push(named(row, context, 'other_contract', known.row));
  const contract = contractOf(row, context, key ?? 'main', []);
  if (known) known.contracts.push(contract);
  else for (const each of keys) first.set(each.key, { row: row.row, keys, contracts: [contract] });
  out.notes.push(...row.problems, ...outcome.problems);
  out.rows.push(outcome.facts);
}

/**
 * Key of a row's contract: its number, else its product, else `main`. A further row of the same customer is another
 * contract when key or time tells them apart; null when nothing does.
 */
function contractKey(row: RowValues, context: RowContext, known: Seen | undefined): string | null {
  const told = row.text('contractId') ?? row.text('product');
  const key = (told ?? 'main').slice(0, 100);
  const same =
    known?.contracts.filter((contract) => contract.key === key || contract.key.startsWith(`${key}@`)) ?? [];
  if (same.length === 0) return key;
  const own = contractOf(row, context, key, []);
  if (own.start === null || same.some((other) => overlap(own, other))) return null;
  return `${key}@${own.start}`;
}

function overlap(a: RowContract, b: RowContract): boolean {
  const from = (contract: RowContract): number => contract.start ?? -Infinity;
  const to = (contract: RowContract): number => contract.actualEnd ?? contract.plannedEnd ?? Infinity;
  return from(a) < to(b) && from(b) < to(a);
}

function takeOther(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
  table: OneRowTable,
  out: Taking,
): void {
  const outcome = otherTableFacts(row, keys, context, table);
  if ('refused' in outcome) {
    out.refused.push(outcome.refused);
    return;
  }
  out.notes.push(...row.problems, ...outcome.problems);
  out.rows.push(outcome.facts);
}

/** Rows of tables whose facts are made of several rows. */
function takeGathered(
  moved: readonly KeyedRow[],
  made: Pick<RowsOutcome, 'rows' | 'refused'>,
  out: Taking,
): void {
  out.rows.push(...made.rows);
  out.refused.push(...made.refused);
  const kept = new Set(made.rows.map((row) => row.row));
  for (const { row } of moved) if (kept.has(row.row)) out.notes.push(...row.problems);
}
