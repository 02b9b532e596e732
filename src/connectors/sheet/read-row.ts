// One row and the plan of its columns → typed values, and a named problem for every cell that could not be read.
// Refuses to know what becomes of the values.
import type { Day } from '#base/day.ts';
import { bad, type CellFault, type Read, textOf, value } from './cell.ts';
import { type CellDate, readDate } from './cell-date.ts';
import { type CellMoney, readCurrency, readMoney } from './cell-money.ts';
import { readCount, readNumber, readPercent, readScore } from './cell-number.ts';
import { maskedCpf, readTaxId } from './cell-tax-id.ts';
import { readIndex, readMonths } from './cell-term.ts';
import { readStage } from './cell-stage.ts';
import {
  codeOf,
  readDomain,
  readEmail,
  readFlag,
  readSegment,
  readStatus,
  readText,
  readVerdict,
} from './cell-words.ts';
import type { ReadColumn } from './columns.ts';
import { customKey, readCustom } from './custom-columns.ts';
import type { Cell, TableRow } from './table.ts';
import type { HowAdded } from './usage-metric.ts';

export type RowCode =
  | CellFault
  | 'key_missing'
  | 'key_ambiguous'
  | 'key_twice'
  | 'record_twice'
  | 'other_contract'
  | 'money_negative'
  | 'end_before_start'
  | 'end_day_unknown'
  | 'end_passed'
  | 'term_passed'
  | 'month_missing'
  | 'no_customer_yet'
  | 'quote_not_closed'
  | 'line_too_long'
  | 'nul_bytes'
  | 'bad_encoding'
  | 'formula_without_value'
  | 'cells_missing'
  | 'cells_too_many'
  | 'row_shifted'
  | 'date_missing'
  | 'money_missing'
  | 'period_open'
  | 'nothing_measured'
  | 'not_held'
  | 'chat_notice'
  | 'chat_line_unread'
  | 'chat_line_cut'
  | 'chat_customer_unknown'
  | 'sender_left_out'
  | 'sender_unknown'
  | 'invoice_void'
  | 'paid_day_unknown'
  | 'closed_day_unknown'
  | 'fact_invalid';
export type RowProblem = {
  readonly row: number;
  readonly column: string | null;
  readonly code: RowCode;
  /** What stood there, at most 80 characters; a CPF is masked. */
  readonly value: string | null;
  /** A row that has to do with it. */
  readonly other?: number;
};

/** A number of a wide table of usage: the header that names it, and how it adds up where a person said so. */
export type MeasureValue = { readonly name: string; readonly how: HowAdded | null; readonly value: number };

/** A value that a person gave for a whole table, read as a cell of its field. */
export type Constant = { readonly column: ReadColumn; readonly cell: string };

/** A text that a note keeps: its header, and what stood there. */
export type Remark = { readonly header: string; readonly text: string };

export type FieldValue = string | number | boolean | CellDate | CellMoney;

type ReadCells = {
  readonly values: ReadonlyMap<string, FieldValue>;
  readonly texts: ReadonlyMap<string, string>;
  readonly custom: Readonly<Record<string, string | number | boolean>>;
  readonly problems: readonly RowProblem[];
  readonly remarks: readonly Remark[];
  readonly measures: readonly MeasureValue[];
};

/** Values of a row by field, with their types; null where a cell gives none of the type. */
export type RowValues = {
  readonly row: number;
  readonly problems: readonly RowProblem[];
  /** Custom columns: code → value. */
  readonly custom: Readonly<Record<string, string | number | boolean>>;
  /** Further texts, each with the header it stands under. */
  readonly remarks: readonly Remark[];
  readonly measures: readonly MeasureValue[];
  /** The cell of a date as it stands, the time of day with it; empty where there is none. */
  shown(field: string): string;
  text(field: string): string | null;
  number(field: string): number | null;
  flag(field: string): boolean | null;
  date(field: string): CellDate | null;
  day(field: string): Day | null;
  money(field: string): CellMoney | null;
};

class ReadValues implements RowValues {
  readonly row: number;
  readonly problems: readonly RowProblem[];
  readonly custom: Readonly<Record<string, string | number | boolean>>;
  readonly remarks: readonly Remark[];
  readonly measures: readonly MeasureValue[];
  readonly #values: ReadonlyMap<string, FieldValue>;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(row: number, read: ReadCells) {
    this.row = row;
    this.#values = read.values;
    this.#texts = read.texts;
    this.custom = read.custom;
    this.problems = read.problems;
    this.remarks = read.remarks;
    this.measures = read.measures;
  }

  shown(field: string): string {
    return this.#texts.get(field) ?? '';
  }

  text(field: string): string | null {
    const found = this.#values.get(field);
    return typeof found === 'string' ? found : null;
  }

  number(field: string): number | null {
    const found = this.#values.get(field);
    return typeof found === 'number' ? found : null;
  }

  flag(field: string): boolean | null {
    const found = this.#values.get(field);
    return typeof found === 'boolean' ? found : null;
  }

  date(field: string): CellDate | null {
    const found = this.#values.get(field);
    return typeof found === 'object' && 'day' in found ? found : null;
  }

  day(field: string): Day | null {
    return this.date(field)?.day ?? null;
  }

  money(field: string): CellMoney | null {
    const found = this.#values.get(field);
    return typeof found === 'object' && 'cents' in found ? found : null;
  }
}

/** Reads the cells of a row by the plan. Bad cells are left out and named; a constant fills what no cell tells. */
export function readRow(
  row: TableRow,
  columns: readonly ReadColumn[],
  constants: readonly Constant[] = [],
): RowValues {
  const values = new Map<string, FieldValue>();
  const texts = new Map<string, string>();
  const custom: Record<string, string | number | boolean> = {};
  const problems: RowProblem[] = [];
  const remarks: Remark[] = [];
  const measures: MeasureValue[] = [];
  for (const column of columns) {
    if (column.field === 'ignore') continue;
    const cell = row.cells[column.index] ?? '';
    const read = readColumn(cell, column);
    if (read.kind === 'bad')
      problems.push({ row: row.row, column: column.header, code: read.code, value: shown(cell, read.code) });
    if (read.kind !== 'value') continue;
    if (column.field === 'remark' || column.field === 'nextStep')
      remarks.push({ header: column.header, text: noteText(read.value) });
    else if (column.field === 'measure')
      measures.push({ name: column.name ?? column.header, how: column.how, value: Number(read.value) });
    else if (column.kind) values.set(column.field, read.value);
    else if (typeof read.value !== 'object') custom[customKey(column.header)] = read.value;
    if (column.field === 'at' || column.field === 'sentOn') texts.set(column.field, textOf(cell));
  }
  for (const { column, cell } of constants) {
    const read = readCell(cell, column);
    if (read.kind === 'value' && !values.has(column.field)) values.set(column.field, read.value);
  }
  inCurrency(values);
  return new ReadValues(row.row, { values, texts, custom, problems, remarks, measures });
}

/** Reads one cell as its column says. */
export function readColumn(cell: Cell, column: ReadColumn): Read<FieldValue> {
  return column.kind || column.field === 'remark' ? readCell(cell, column) : readCustom(cell, column);
}

/** A column of currencies speaks for every amount of its row that names none. */
function inCurrency(values: Map<string, FieldValue>): void {
  const currency = values.get('currency');
  if (typeof currency !== 'string') return;
  for (const [field, value] of values)
    if (typeof value === 'object' && 'cents' in value && value.currency === null)
      values.set(field, { ...value, currency });
}

export function shown(cell: Cell, code?: RowCode): string {
  const text = textOf(cell).replaceAll('\n', ' ');
  if (code === 'tax_id_personal') return maskedCpf(text);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function readCell(cell: Cell, column: ReadColumn): Read<FieldValue> {
  switch (column.kind) {
    case 'date':
      return readDate(cell, column.order);
    case 'money':
      return column.amounts === 'cents' ? readCents(cell, column) : readMoney(cell, column.style);
    case 'count':
      return readCount(cell, column.style);
    case 'score':
      return readScore(cell, column.style);
    case 'number':
      return readNumber(cell, column.style);
    case 'taxId':
      return readTaxId(cell);
    case 'segment':
      return readSegment(cell);
    case 'status':
      return readStatus(cell);
    case 'flag':
      return readFlag(cell);
    case 'stage':
      return readStage(cell, column.stages);
    case 'pulse':
      return readVerdict(cell);
    case 'months':
      return readMonths(cell);
    case 'index':
      return readIndex(cell);
    case 'currency':
      return readCurrency(cell);
    case 'percent':
      return readPercent(cell, column.style);
    case 'email':
      return readEmail(cell);
    case 'domain':
      return readDomain(cell);
    case 'id':
      return readText(cell, 120);
    case 'name':
      return readText(cell, 250);
    case 'code': {
      const text = readText(cell, 200);
      return text.kind === 'value' ? value(codeOf(text.value) || text.value.slice(0, 120)) : text;
    }
    case 'text':
    case null:
      return readText(cell, 20_000);
  }
}

/** Whole cents, as billing systems export them. */
function readCents(cell: Cell, column: ReadColumn): Read<CellMoney> {
  const read = readNumber(cell, column.style);
  if (read.kind !== 'value') return read.kind === 'bad' ? bad('money_unreadable') : read;
  return Number.isSafeInteger(read.value)
    ? value({ cents: read.value, currency: null, months: null })
    : bad('money_unreadable');
}

/** A cell's value as text of a note. */
function noteText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
