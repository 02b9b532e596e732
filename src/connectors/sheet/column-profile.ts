// What the cells of one column look like, counted once: shares by kind, spread, and the parsed values that
// recognisers compare between columns. Knows nothing of headers.
import type { Day } from '#base/day.ts';
import { textOf } from './cell.ts';
import { dateOrderOf, readDate } from './cell-date.ts';
import { readCurrency, readMoney } from './cell-money.ts';
import { type NumberStyle, numberStyleOf, readCount, readNumber, readPercent } from './cell-number.ts';
import { readTaxId } from './cell-tax-id.ts';
import { readIndex, readMonths } from './cell-term.ts';
import { noStages, readStage, type StageWords } from './cell-stage.ts';
import { readDomain, readEmail, readFlag, readSegment, readStatus, readVerdict } from './cell-words.ts';
import type { CellKind } from './fields.ts';
import type { Cell } from './table.ts';

/** Rows looked at; the order of dates and the decimal mark are decided over all. */
const sample = 3000;

export type ColumnProfile = {
  readonly index: number;
  /** Cells that are not empty, of those looked at. */
  readonly filled: number;
  readonly total: number;
  readonly distinct: number;
  /** Share of filled cells that read as a kind. */
  readonly share: Readonly<Record<CellKind | 'personName' | 'moneyMark' | 'idLike' | 'numeric', number>>;
  readonly style: NumberStyle;
  readonly meanLength: number;
  readonly meanWords: number;
  /** By row looked at; null where there is none. */
  readonly days: readonly (Day | null)[];
  readonly numbers: readonly (number | null)[];
  readonly present: readonly boolean[];
};

type Tests = Readonly<Record<keyof ColumnProfile['share'], (cell: Cell, text: string) => boolean>>;

/** Profiles the cells of one column, top to bottom. */
export function profileColumn(
  index: number,
  column: readonly Cell[],
  stages: StageWords = noStages,
): ColumnProfile {
  // A kind shows in the first letters; long texts are not searched whole.
  const cells = column.slice(0, sample).map((cell) => (typeof cell === 'string' ? cell.slice(0, 600) : cell));
  const texts = cells.map((cell) => textOf(cell));
  const style = numberStyleOf(column);
  const order = dateOrderOf(column).order ?? 'dmy';
  const days = cells.map((cell) => dayOrNull(cell, order));
  const numbers = cells.map((cell) => numberOrNull(cell, style));
  const present = texts.map((text) => text !== '');
  const filled = present.filter(Boolean).length;
  const held = texts.filter((text) => text !== '');
  return {
    index,
    filled,
    total: cells.length,
    distinct: new Set(held).size,
    share: shares(cells, texts, testsOf(style, order, stages), filled),
    style,
    meanLength: mean(held.map((text) => text.length)),
    meanWords: mean(held.map((text) => text.split(/\s+/).length)),
    days,
    numbers,
    present,
  };
}

function testsOf(style: NumberStyle, order: 'dmy' | 'mdy', stages: StageWords): Tests {
  const some = (): boolean => true;
  const numeric = (cell: Cell): boolean => readNumber(cell, style).kind === 'value';
  return {
    id: (_, text) => text.length <= 80 && !/\s/.test(text),
    idLike: (_, text) => /^(?=.*\d)[\p{L}\d._/-]{1,40}$/u.test(text),
    name: (cell, text) => /\p{L}/u.test(text) && text.length <= 120 && !numeric(cell),
    text: (cell) => !numeric(cell),
    numeric,
    taxId: (cell) => readTaxId(cell).kind === 'value',
    segment: (cell) => readSegment(cell).kind === 'value',
    status: (cell) => readStatus(cell).kind === 'value',
    stage: (cell) => readStage(cell, stages).kind === 'value',
    pulse: (cell) => readVerdict(cell).kind === 'value',
    months: (cell) => readMonths(cell).kind === 'value',
    index: (cell) => readIndex(cell).kind === 'value',
    date: (cell) => readDate(cell, order).kind === 'value',
    money: (cell) => readMoney(cell, style).kind === 'value',
    moneyMark: (_, text) => /r\$|us?\$|€|£/i.test(text) || /\d[.,]\d{2}$/.test(text),
    count: (cell) => readCount(cell, style).kind === 'value',
    score: (cell) => scoreLike(cell, style),
    number: numeric,
    percent: (cell) => readPercent(cell, style).kind === 'value',
    currency: (cell) => readCurrency(cell).kind === 'value',
    flag: (cell) => readFlag(cell).kind === 'value',
    email: (cell) => readEmail(cell).kind === 'value',
    domain: (cell, text) => !text.includes('@') && readDomain(cell).kind === 'value',
    code: some,
    personName: (_, text) => /^\p{Lu}[\p{L}'.-]+(?: (?:d[aeo]s? )?\p{Lu}[\p{L}'.-]*){1,3}$/u.test(text),
  };
}

function scoreLike(cell: Cell, style: NumberStyle): boolean {
  const read = readCount(cell, style);
  return read.kind === 'value' && read.value <= 10;
}

function shares(
  cells: readonly Cell[],
  texts: readonly string[],
  tests: Tests,
  filled: number,
): ColumnProfile['share'] {
  const out: Record<string, number> = {};
  for (const [kind, test] of Object.entries(tests)) {
    let hits = 0;
    cells.forEach((cell, at) => {
      const text = texts[at] ?? '';
      if (text !== '' && test(cell, text)) hits += 1;
    });
    out[kind] = filled === 0 ? 0 : hits / filled;
  }
  return out as ColumnProfile['share'];
}

function dayOrNull(cell: Cell, order: 'dmy' | 'mdy'): Day | null {
  const read = readDate(cell, order);
  return read.kind === 'value' ? read.value.day : null;
}

function numberOrNull(cell: Cell, style: NumberStyle): number | null {
  const read = readNumber(cell, style);
  return read.kind === 'value' ? read.value : null;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
