// What a table says as a whole, beyond its columns: how long its periods are, which survey its scores answer, whether
// amounts are cents, whether its terms follow each other. What nothing tells becomes a question.
import { readDate } from './cell-date.ts';
import { type Instrument, instrumentIn, instrumentOfScores } from './cell-instrument.ts';
import type { ReadColumn } from './columns.ts';
import type { TableName } from './fields.ts';
import { headerWords } from './header.ts';
import type { Ask, Column } from './infer.ts';
import type { FileMap } from './mapping-file.ts';
import { type UsagePeriods, usagePeriods } from './usage-grain.ts';

export type Habits = {
  readonly periods: UsagePeriods | null;
  readonly instrument: Instrument | null;
  readonly asks: readonly Ask[];
};

type Of = { readonly read: ReadColumn; readonly column: Column };

/** Reads the habits of a table; what a mapping file says of it goes first. */
export function habitsOf(
  columns: readonly Column[],
  read: readonly ReadColumn[],
  table: TableName,
  map: FileMap | null,
): Habits {
  const of = (field: string): Of | null => {
    const at = read.findIndex((one) => one.field === field);
    const [one, column] = [read[at], columns[at]];
    return one && column ? { read: one, column } : null;
  };
  const none = { periods: null, instrument: null };
  if (table === 'usage') return { ...none, ...periodHabit(of, map) };
  if (table === 'answers') return { ...none, ...scoreHabit(of, map) };
  return { ...none, asks: centsAsk(columns, read, map) };
}

function periodHabit(
  of: (field: string) => Of | null,
  map: FileMap | null,
): Pick<Habits, 'periods' | 'asks'> {
  const found = of('period') ?? of('periodEnd');
  if (!found || (of('period') && of('periodEnd'))) return { periods: null, asks: [] };
  const dates = found.column.cells.flatMap((cell) => {
    const date = readDate(cell, found.read.order);
    return date.kind === 'value' ? [date.value] : [];
  });
  const periods = usagePeriods(found.column.header, dates, map?.grain ?? null);
  const ends = periods.ends || found.read.field === 'periodEnd';
  if (periods.grain !== null || dates.length === 0) return { periods: { ...periods, ends }, asks: [] };
  const asks: Ask[] = [
    { code: 'which_grain', column: found.column.header, options: ['day', 'week', 'month'] },
  ];
  return { periods: null, asks };
}

function scoreHabit(
  of: (field: string) => Of | null,
  map: FileMap | null,
): Pick<Habits, 'instrument' | 'asks'> {
  const score = of('score');
  if (!score || of('instrument')) return { instrument: null, asks: [] };
  const { header, profile } = score.column;
  const told = instrumentIn(map?.constants.get('instrument') ?? '');
  const scores = profile.numbers.filter((number) => number !== null);
  const instrument = told ?? instrumentIn(header) ?? instrumentOfScores(scores);
  if (instrument !== null || scores.length === 0) return { instrument, asks: [] };
  return {
    instrument: null,
    asks: [{ code: 'which_instrument', column: header, options: ['nps', 'csat', 'ces'] }],
  };
}

/** A billing system's own export (it says whether each row is live) holds whole cents; a person confirms it. */
function centsAsk(
  columns: readonly Column[],
  read: readonly ReadColumn[],
  map: FileMap | null,
): readonly Ask[] {
  const exported = columns.some((column) => headerWords(column.header).join('') === 'livemode');
  if (!exported || map?.amounts) return [];
  return read.flatMap((one, at): readonly Ask[] => {
    const column = columns[at];
    if (one.kind !== 'money' || one.amounts !== null || !column || column.profile.filled === 0) return [];
    const whole = column.profile.numbers.every((number) => number === null || Number.isInteger(number));
    return whole ? [{ code: 'which_unit', column: column.header, options: ['cents', 'units'] }] : [];
  });
}
