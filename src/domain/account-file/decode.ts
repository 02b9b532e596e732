// Account file → rows, as calculators read them. Interprets nothing.
import type { FactType, SlimRow } from '#domain/facts/catalogue.ts';
import type { SlimCodec } from '#domain/facts/spec.ts';
import type { AccountFile, MonthlyCount, RowRef } from '#domain/profile/shape.ts';
import { decodeCell, type Column, type Strings } from './codecs.ts';
import { monthStart } from './condense.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { fileVersion, type FileText, type TypeCells } from './format.ts';

type Row = Record<string, unknown> & { day: number; record: number };

/** Reads what `encodeFile` wrote. A text of another version is a bug of the caller: files are rebuilt first. */
export function decodeFile(text: string): AccountFile {
  const file = JSON.parse(text) as FileText;
  if (file.v !== fileVersion)
    throw new Error(`account file of version ${file.v}, this build reads ${fileVersion}`);
  const rows: Record<string, readonly Row[]> = {};
  let base = 0;
  for (const type in file.t) {
    const cells = file.t[type];
    if (!cells) continue;
    rows[type] = decodeType(cells, fieldsOf(type), file, base);
    base += cells[0];
  }
  return {
    rows: rows as { readonly [T in FactType]?: readonly SlimRow<T>[] },
    contacts: file.c,
    ...(file.f ? { since: file.f } : {}),
    ...(file.m ? { monthly: monthlyOf(file.m) } : {}),
  };
}

/** Id of the fact behind a row of the file, from the `refs` that lie beside it; null when the row is unknown. */
export function factIdOf(file: AccountFile, refs: string, ref: RowRef): string | null {
  let base = 0;
  for (const [type, rows] of Object.entries(file.rows)) {
    if (type === ref.type) {
      const { record, revision } = ref.row;
      const at = rows.findIndex((row) => row.record === record && row.revision === revision);
      return at < 0 ? null : (refs.split(',')[base + at] ?? null);
    }
    base += rows.length;
  }
  return null;
}

/** Records are numbered by the position of their first row in the file; `base` rows stand before this type. */
function decodeType(cells: TypeCells, fields: Fields, file: FileText, base: number): readonly Row[] {
  const rows = decodeHeads(cells, file.o, base);
  for (let column = 0; column < fields.length; column++) {
    const field = fields[column];
    if (field) fillColumn(rows, field[0], field[1], cells[8 + column] as Column | undefined, file.s);
  }
  return rows;
}

function decodeHeads(cells: TypeCells, offsets: readonly number[], base: number): readonly Row[] {
  const [count, first, stepUnit, steps, delayUnit, delays, recordSteps, revisions] = cells;
  const rows: Row[] = [];
  let occurred = first;
  let segment = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) occurred += (typeof steps === 'number' ? steps : (steps[i - 1] ?? 0)) * stepUnit;
    while (segment + 1 < offsets.length && occurred >= (offsets[segment + 1] ?? 0)) segment += 2;
    const delay = typeof delays === 'number' ? delays : (delays[i] ?? 0);
    rows.push({
      occurred,
      known: occurred + delay * delayUnit,
      day: Math.floor((occurred + (offsets[segment] ?? 0) * 1000) / 86_400_000),
      record: base + i - (typeof recordSteps === 'number' ? recordSteps : (recordSteps[i] ?? 0)),
      revision: typeof revisions === 'number' ? revisions : (revisions[i] ?? 0),
    });
  }
  return rows;
}

/**
 * Adds one field to all rows. A column that the text lacks (a field younger than the file) is null throughout.
 * The loops are kept apart by codec: a switch in each cell would double the time of reading a file.
 */
function fillColumn(
  rows: readonly Row[],
  field: string,
  codec: SlimCodec,
  column: Column | undefined,
  strings: Strings,
): void {
  if (column === undefined || column === null) {
    for (const row of rows) row[field] = null;
  } else if (typeof column !== 'object') {
    fillShared(rows, field, codec, column, strings);
  } else if (codec === 'number') {
    for (let i = 0; i < rows.length; i++) (rows[i] as Row)[field] = column[i];
  } else if (codec === 'code') {
    for (let i = 0; i < rows.length; i++) {
      const code = column[i] as number;
      (rows[i] as Row)[field] = code === 0 ? null : strings[code - 1];
    }
  } else {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Row;
      row[field] = decodeCell(codec, column[i] ?? null, row.day, strings);
    }
  }
}

function fillShared(
  rows: readonly Row[],
  field: string,
  codec: SlimCodec,
  cell: number | boolean,
  strings: Strings,
): void {
  if (codec === 'day') {
    for (const row of rows) row[field] = row.day + (cell as number);
    return;
  }
  const value = decodeCell(codec, cell, 0, strings);
  for (const row of rows) row[field] = value;
}

function monthlyOf(monthly: Readonly<Record<string, readonly number[]>>): readonly MonthlyCount[] {
  const counts: MonthlyCount[] = [];
  for (const [type, pairs] of Object.entries(monthly)) {
    for (let i = 0; i < pairs.length; i += 2) {
      counts.push({ type: type as FactType, month: monthStart(pairs[i] ?? 0), count: pairs[i + 1] ?? 0 });
    }
  }
  return counts;
}
