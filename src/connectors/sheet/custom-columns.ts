// Columns that are no field of ours: which type each has, declared before or told by its cells, and its cells read so.
// Nothing is lost to a guess: where not every cell is a number the column is text.
import { formatDay } from '#base/day.ts';
import { type CustomType, type CustomTypes } from '#domain/facts/custom.ts';
import { bad, plain, type Read, value } from './cell.ts';
import { readDate } from './cell-date.ts';
import { readNumber } from './cell-number.ts';
import { codeOf, readFlag } from './cell-words.ts';
import type { ReadColumn } from './columns.ts';
import type { FactDraft } from './draft.ts';
import type { RowContext } from './row-context.ts';
import type { Cell, TableRow } from './table.ts';

type CustomCell = string | number | boolean;

/** Key of a custom column: never one that an object already has. */
export function customKey(header: string): string {
  const key = codeOf(header, 60) || 'coluna';
  return key in Object.prototype || key === '__proto__' ? `${key}_` : key;
}

const personal = /@|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\(\d{2}\) ?\d{4,5}-?\d{4}/;

/** What looks like a person's address or document stays out: a profile holds none. */
function readPlain(cell: Cell): Read<string> {
  const text = plain(cell);
  if (text.kind !== 'value') return text;
  if (personal.test(text.value)) return { kind: 'empty' };
  return text.value.length <= 200 ? text : bad('text_too_long');
}

/** A number as one writes it: `0012` is a code. */
function readPlainNumber(cell: Cell, column: ReadColumn): Read<number> {
  if (typeof cell === 'number') return value(cell);
  return /^0\d/.test(cell.trim()) ? bad('number_unreadable') : readNumber(cell, column.style);
}

/** A cell of a custom column as the type of its field; what is of another type is bad. */
export function readCustom(cell: Cell, column: ReadColumn): Read<CustomCell> {
  const text = readPlain(cell);
  if (text.kind !== 'value' || column.custom === 'text') return text;
  const read = ofType(cell, column);
  return read.kind === 'bad' ? bad('custom_type') : read;
}

function ofType(cell: Cell, column: ReadColumn): Read<CustomCell> {
  if (column.custom === 'flag') return typeof cell === 'string' ? readFlag(cell) : bad('custom_type');
  if (column.custom !== 'day') return readPlainNumber(cell, column);
  const day = readDate(cell, column.order);
  return day.kind === 'value' ? value(formatDay(day.value.day)) : day;
}

function inferred(column: ReadColumn, rows: readonly TableRow[]): CustomType {
  let numbers = 0;
  for (const row of rows) {
    const cell = row.cells[column.index] ?? '';
    if (readPlain(cell).kind !== 'value') continue;
    if (readPlainNumber(cell, column).kind !== 'value') return 'text';
    numbers += 1;
  }
  return numbers > 0 ? 'number' : 'text';
}

/** The plan's columns, those without a field of ours each with its type; columns of one key share it. */
export function typedColumns(
  columns: readonly ReadColumn[],
  rows: readonly TableRow[],
  declared: CustomTypes,
): readonly ReadColumn[] {
  const types = new Map<string, CustomType>();
  for (const column of columns) {
    if (column.field !== 'custom') continue;
    const key = customKey(column.header);
    const own = declared.get(key) ?? inferred(column, rows);
    types.set(key, (types.get(key) ?? own) === own ? own : 'text');
  }
  return columns.map((column) => {
    const custom = column.field === 'custom' ? types.get(customKey(column.header)) : undefined;
    return custom ? { ...column, custom } : column;
  });
}

/** The custom columns of a sheet of customers as declarations of their fields. */
export function declarations(columns: readonly ReadColumn[], context: RowContext): readonly FactDraft[] {
  const seen = new Set<string>();
  return columns.flatMap(({ field, header, custom }): FactDraft[] => {
    const key = customKey(header);
    if (field !== 'custom' || !custom || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        type: 'custom-field-declared',
        body: { key, type: custom, label: header.slice(0, 100) },
        account: null,
        occurredOn: context.today,
        history: false,
        delayDays: 0,
        source: context.source,
        externalId: `custom:${key}`,
        dated: false,
      },
    ];
  });
}
