// Dates as people write them in Brazil and elsewhere → calendar days. The order of day and month is decided by the
// column, never by the cell alone: 03/04/2026 without an order is ambiguous and is said to be.
import { type Day, dayOf, mondayOf, yearMonthDay } from '#base/day.ts';
import { normalise } from '#base/text.ts';
import { bad, longestShort, type Read, readShort, value } from './cell.ts';
import type { Cell } from './table.ts';

export type DateOrder = 'dmy' | 'mdy';
/** A date that names only a month or a week stands for its first day; whoever reads an end takes the last. */
export type CellDate = { readonly day: Day; readonly precision: 'day' | 'week' | 'month' };

const monthNames = [
  ['jan', 'janeiro', 'january', 'ene', 'enero'],
  ['fev', 'fevereiro', 'feb', 'february', 'febrero'],
  ['mar', 'marco', 'march', 'marzo'],
  ['abr', 'abril', 'apr', 'april'],
  ['mai', 'maio', 'may', 'mayo'],
  ['jun', 'junho', 'june', 'junio'],
  ['jul', 'julho', 'july', 'julio'],
  ['ago', 'agosto', 'aug', 'august'],
  ['set', 'setembro', 'sep', 'sept', 'september', 'septiembre'],
  ['out', 'outubro', 'oct', 'october', 'octubre'],
  ['nov', 'novembro', 'november', 'noviembre'],
  ['dez', 'dezembro', 'dec', 'december', 'dic', 'diciembre'],
];
const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const clock = String.raw`(?:[ t,]+\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}$`);
const parted = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${clock}$`);
const dayMonthName = new RegExp(
  String.raw`^(\d{1,2})[ºo]?[-/. ]*(?:de )?([a-z]{3,10})\.?[-/. ,]*(?:de )?(\d{4}|\d{2})${clock}$`,
);
const monthNameDay = new RegExp(String.raw`^([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${clock}$`);
const monthNameYear = /^([a-z]{3,10})\.?[-/. ]*(?:de )?(\d{4}|\d{2})$/;
const monthYear = /^(\d{1,2})[-/.](\d{4})$/;
const yearMonth = /^(\d{4})[-/](\d{1,2})$/;
const isoWeek = /^(\d{4})[- ]?(?:w|s|sem|semana)[- ]?(\d{1,2})$/;
const weekdayName = /^(?:seg|ter|qua|qui|sex|sab|dom|mon|tue|wed|thu|fri|sat|sun)[a-z-]*\.?,? /;

/** Serial of 1970-01-01 in a sheet that counts from 1900. */
const epochSerial = 25_569;
/** Serials taken for dates: 1954 to 2119. Outside it a bare number is no date. */
const serials = { from: 20_000, to: 80_000 };

/**
 * Reads a date. Two-digit years: 00 to 69 are 2000 to 2069.
 * @param order of day and month where the cell leaves it open; null: not known
 */
export function readDate(cell: Cell, order: DateOrder | null): Read<CellDate> {
  return readShort(cell, 'date_unreadable', (text) => dateOf(plainWords(text), order));
}

const dayWithClock = /^(\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4})[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

/** The part of a date that its day is read from, where a clock follows it; else all of it. */
export function dayPart(text: string): string {
  return dayWithClock.test(text) ? text.slice(0, 10) : text;
}

function plainWords(text: string): string {
  return normalise(text).replace(weekdayName, '');
}

function dateOf(text: string, order: DateOrder | null): Read<CellDate> {
  const bare = serialOf(text) ?? compact(text);
  if (bare !== null) return value({ day: bare, precision: 'day' });
  const found = iso.exec(text);
  if (found) return dayRead(Number(found[1]), Number(found[2]), Number(found[3]));
  const parts = parted.exec(text);
  if (parts) return partedDate(Number(parts[1]), Number(parts[2]), fullYear(parts[3] ?? ''), order);
  return namedDate(text);
}

function serialOf(text: string): Day | null {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  return serial >= serials.from && serial <= serials.to ? serial - epochSerial : null;
}

/** `20260415`, as exports write it. */
function compact(text: string): Day | null {
  const found = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function partedDate(a: number, b: number, year: number, order: DateOrder | null): Read<CellDate> {
  if (a > 12 || b > 12 || a === b) {
    // The cell decides by itself; a column of the other order makes it impossible, not swapped.
    const own: DateOrder = a > 12 || a === b ? 'dmy' : 'mdy';
    if (order && order !== own && a !== b) return bad('date_impossible');
    return own === 'dmy' ? dayRead(year, b, a) : dayRead(year, a, b);
  }
  if (!order) return bad('date_ambiguous');
  return order === 'dmy' ? dayRead(year, b, a) : dayRead(year, a, b);
}

function namedDate(text: string): Read<CellDate> {
  const whole = dayMonthName.exec(text);
  const month = months.get(whole?.[2] ?? '');
  if (whole && month) return dayRead(fullYear(whole[3] ?? ''), month, Number(whole[1]));
  const english = monthNameDay.exec(text);
  const first = months.get(english?.[1] ?? '');
  if (english && first) return dayRead(Number(english[3]), first, Number(english[2]));
  const named = monthNameYear.exec(text);
  const only = months.get(named?.[1] ?? '');
  if (named && only) return monthRead(fullYear(named[2] ?? ''), only);
  const numeric = monthYear.exec(text);
  if (numeric) return monthRead(Number(numeric[2]), Number(numeric[1]));
  const week = isoWeek.exec(text);
  if (week) return weekRead(Number(week[1]), Number(week[2]));
  const sorted = yearMonth.exec(text);
  return sorted ? monthRead(Number(sorted[1]), Number(sorted[2])) : bad('date_unreadable');
}

function dayRead(year: number, month: number, day: number): Read<CellDate> {
  const found = year >= 1900 && year <= 2199 ? dayOf(year, month, day) : null;
  return found === null ? bad('date_impossible') : value({ day: found, precision: 'day' });
}

function monthRead(year: number, month: number): Read<CellDate> {
  const found = dayRead(year, month, 1);
  return found.kind === 'value' ? value({ day: found.value.day, precision: 'month' }) : found;
}

/** ISO 8601: week 1 holds the 4th of January; a week begins on its Monday. */
function weekRead(year: number, week: number): Read<CellDate> {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return bad('date_impossible');
  const day = mondayOf(fourth) + 7 * (week - 1);
  return yearMonthDay(day + 3).year === year ? value({ day, precision: 'week' }) : bad('date_impossible');
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Last day of the month that a date lies in. */
export function lastOfMonth(day: Day): Day {
  const { year, month } = yearMonthDay(day);
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return (next ?? day + 1) - 1;
}

export type OrderFound = {
  readonly order: DateOrder | null;
  /** Cells that only an order can settle. */
  readonly open: number;
  /** Two lists of cells contradict each other; neither is rare enough to be a slip. */
  readonly mixed: boolean;
};

const maybe = /\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}/;
/** One contrary cell in twenty is a slip of the pen and is named; more is a mixed column and is asked. */
const slips = 20;

/** Decides the order of a column: one day above 12 is enough. */
export function dateOrderOf(cells: Iterable<Cell>): OrderFound {
  let dmy = 0;
  let mdy = 0;
  let open = 0;
  for (const cell of cells) {
    const text = String(cell);
    // Looked at cheaply first: most cells of most columns are no such date.
    const parts = text.length > longestShort || !maybe.test(text) ? null : parted.exec(plainWords(text));
    if (!parts) continue;
    const a = Number(parts[1]);
    const b = Number(parts[2]);
    if (a > 12 && b <= 12) dmy += 1;
    else if (b > 12 && a <= 12) mdy += 1;
    else if (a <= 12 && b <= 12 && a !== b) open += 1;
  }
  const rare = Math.min(dmy, mdy) * slips <= Math.max(dmy, mdy);
  if (dmy + mdy === 0 || !rare) return { order: null, open, mixed: dmy + mdy > 0 };
  return { order: dmy > mdy ? 'dmy' : 'mdy', open, mixed: false };
}
