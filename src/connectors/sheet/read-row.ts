// One row and the plan of its columns → typed values, and a named problem for every cell that could not be read.
// Refuses to know what becomes of the values.
import type { Day } from '#base/day.ts';
import { type CellFault, type Read, textOf, value } from './cell.ts';
import { type CellDate, readDate } from './cell-date.ts';
import { type CellMoney, readMoney } from './cell-money.ts';
import { readCount, readNumber, readScore } from './cell-number.ts';
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
  | 'cells_missing'
  | 'cells_too_many'
  | 'row_shifted'
  | 'date_missing'
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

/** A text that a note keeps: its header, and what stood there. */
export type Remark = { readonly header: string; readonly text: string };

export type FieldValue = string | number | boolean | CellDate | CellMoney;

/** Values of a row by field, with their types. */
export class RowValues {
  readonly row: number;
  readonly problems: readonly RowProblem[];
  /** Custom columns: code → value. */
  readonly custom: Readonly<Record<string, string | number | boolean>>;
  /** Further texts, each with the header it stands under. */
  readonly remarks: readonly Remark[];
  readonly #values: ReadonlyMap<string, FieldValue>;

  constructor(
    row: number,
    values: ReadonlyMap<string, FieldValue>,
    custom: Readonly<Record<string, string | number | boolean>>,
    problems: readonly RowProblem[],
    remarks: readonly Remark[] = [],
  ) {
    this.row = row;
    this.#values = values;
    this.custom = custom;
    this.problems = problems;
    this.remarks = remarks;
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

/** Reads the cells of a row by the plan. Bad cells are left out and named. */
export function readRow(row: TableRow, columns: readonly ReadColumn[]): RowValues {
  const values = new Map<string, FieldValue>();
  const custom: Record<string, string | number | boolean> = {};
  const problems: RowProblem[] = [];
  const remarks: Remark[] = [];
  for (const column of columns) {
    if (column.field === 'ignore') continue;
    const cell = row.cells[column.index] ?? '';
    const read = column.kind || column.field === 'remark' ? readCell(cell, column) : readCustom(cell, column);
    if (read.kind === 'bad')
      problems.push({ row: row.row, column: column.header, code: read.code, value: shown(cell, read.code) });
    if (read.kind !== 'value') continue;
    if (column.field === 'remark' || column.field === 'nextStep')
      remarks.push({ header: column.header, text: noteText(read.value) });
    else if (column.kind) values.set(column.field, read.value);
    else if (typeof read.value !== 'object') custom[customKey(column.header)] = read.value;
  }
  return new RowValues(row.row, values, custom, problems, remarks);
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
      return readMoney(cell, column.style);
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

/** A cell's value as text of a note. */
function noteText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
