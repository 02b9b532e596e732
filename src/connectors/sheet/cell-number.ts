// Numbers written with decimal comma or decimal point. Which of the two a single mark means is decided by the column.
import { bad, empty, longestShort, type Read, readShort, value } from './cell.ts';
import type { Cell } from './table.ts';

export type DecimalMark = ',' | '.';
/** How a column writes numbers. `strict`: told by a person, so that no cell may decide otherwise. */
export type NumberStyle = {
  readonly mark: DecimalMark | null;
  readonly strict: boolean;
  readonly mixed: boolean;
  /** Some cell proves the mark before three decimals or more: in such a column `833.333` is no doubt. */
  readonly long?: boolean;
};
export const openStyle: NumberStyle = { mark: null, strict: false, mixed: false };

/** Digits of a number, apart: no binary fraction comes near money. */
export type Digits = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

const shape = /^\d[\d.,' ]*$/;

/** The digits of an unsigned number without symbols, or null when it is none; `ambiguous` when only a style can tell. */
export function digitsOf(text: string, style: NumberStyle): Omit<Digits, 'negative'> | 'ambiguous' | null {
  if (!shape.test(text)) return /^[.,]\d+$/.test(text) ? digitsOf(`0${text}`, style) : null;
  const bare = text.replace(/(\d)[ '](?=\d{3}(?!\d))/g, '$1');
  if (/[ ']/.test(bare)) return null;
  const mark = decimalMark(bare);
  if (mark === 'none') return { whole: bare, fraction: '' };
  if (mark !== 'open') {
    if (style.strict && style.mark !== mark)
      return /[.,]\d{3}$/.test(bare) ? split(bare, style.mark ?? mark) : null;
    return split(bare, mark);
  }
  if (style.mark) return split(bare, style.mark);
  if (style.mixed) return 'ambiguous';
  // Nothing in the column has decimals: three digits after the only mark are thousands.
  return split(bare, bare.includes(',') ? '.' : ',');
}

/** The mark that this number alone proves to be decimal. */
function decimalMark(text: string): DecimalMark | 'none' | 'open' {
  const comma = text.split(',').length - 1;
  const point = text.split('.').length - 1;
  if (comma + point === 0) return 'none';
  if (comma > 0 && point > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const mark = comma > 0 ? ',' : '.';
  // A mark that comes twice parts thousands: the other one would be decimal.
  if (comma + point > 1) return mark === ',' ? '.' : ',';
  const [whole = '', fraction = ''] = text.split(mark);
  return fraction.length !== 3 || whole.length > 3 || whole.startsWith('0') ? mark : 'open';
}

function split(text: string, mark: DecimalMark): Omit<Digits, 'negative'> | null {
  const [whole = '', fraction = '', ...more] = text.split(mark);
  const groups = whole.split(mark === ',' ? '.' : ',');
  const parted = groups.length > 1;
  if (more.length > 0 || !/^\d*$/.test(fraction)) return null;
  if (
    parted &&
    (!/^\d{1,3}$/.test(groups[0] ?? '') || groups.slice(1).some((group) => !/^\d{3}$/.test(group)))
  )
    return null;
  return { whole: groups.join(''), fraction };
}

/** The decimal mark that the cells of a column prove, over all of them. */
export function numberStyleOf(cells: Iterable<Cell>): NumberStyle {
  const seen = { ',': 0, '.': 0 };
  let long = false;
  for (const cell of cells) {
    if (typeof cell === 'number' || cell.length > longestShort) continue;
    const text = cell.replace(/[^\d.,]/g, '').replace(/[.,]+$/, '');
    const mark = /\d/.test(text) ? decimalMark(text) : 'none';
    if (mark === ',' || mark === '.') seen[mark] += 1;
    long ||= /[.,]\d{3,}$/.test(text) && text.at(text.search(/[.,]\d+$/)) === mark;
  }
  if (seen[','] > 0 && seen['.'] > 0) return { mark: null, strict: false, mixed: true };
  if (seen[','] + seen['.'] === 0) return openStyle;
  return { mark: seen[','] > 0 ? ',' : '.', strict: false, mixed: false, long };
}

/** Reads a plain number; `1.234` in a column of mixed marks is ambiguous. */
export function readNumber(cell: Cell, style: NumberStyle): Read<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? value(cell) : bad('number_unreadable');
  return readShort(cell, 'number_unreadable', (text) => {
    const negative = /^[-−(]/.test(text);
    const body = text.replace(/^[-−+(] ?|\)$/g, '');
    const digits = digitsOf(body, style);
    if (digits === 'ambiguous') return bad('number_ambiguous');
    if (!digits) return bad('number_unreadable');
    const size = Number(`${digits.whole || '0'}.${digits.fraction || '0'}`);
    return value(negative ? -size : size);
  });
}

/** A whole number of things: 0 or more. "12 licenças" is 12. */
export function readCount(cell: Cell, style: NumberStyle): Read<number> {
  const counted =
    typeof cell === 'string' && cell.length <= longestShort
      ? cell.replace(/^(\s*\d[\d.,]*)\s+[\p{L}/ ]{1,30}$/u, '$1')
      : cell;
  const read = readNumber(counted, style);
  if (read.kind !== 'value')
    return read.kind === 'bad' && read.code === 'number_unreadable' ? bad('count_unreadable') : read;
  return Number.isSafeInteger(read.value) && read.value >= 0 ? read : bad('count_unreadable');
}

/** Share of one: `85%` and `0,85` are 0.85; a bare number above 1 is taken as percent. */
export function readPercent(cell: Cell, style: NumberStyle): Read<number> {
  const text = String(cell).trim();
  const read = readNumber(typeof cell === 'number' ? cell : text.replace(/ ?%$/, ''), style);
  if (read.kind !== 'value') return read.kind === 'empty' ? empty : bad('percent_unreadable');
  return value(text.endsWith('%') || Math.abs(read.value) > 1 ? read.value / 100 : read.value);
}

/** A score from 0 to 10, whole: `9`, `9,0`, `9/10`. */
export function readScore(cell: Cell, style: NumberStyle): Read<number> {
  const read = readNumber(typeof cell === 'string' ? cell.replace(/ ?\/ ?10 *$/, '') : cell, style);
  if (read.kind !== 'value') return read;
  return Number.isInteger(read.value) && read.value >= 0 && read.value <= 10
    ? read
    : bad('score_out_of_range');
}
