// The number in a cell and its format → the cell as a person reads it. Dates come out year first, so that no locale
// can turn them; shares, and amounts of other currencies, as they are written in Brazil; numbers as numbers.
import { formatDay, parseDay } from '#base/day.ts';
import type { Shown } from './xlsx-format.ts';
import type { Cell } from '#connectors/sheet/table.ts';

/** Serial 1 is 1900-01-01 in one system; the other counts from 1904-01-01 as 0. */
export type Epoch = 1900 | 1904;

const day1900 = parseDay('1899-12-31') ?? 0;
const day1904 = parseDay('1904-01-01') ?? 0;
/** 1900 counts a 29th of February that never was. */
const leapSerial = 60;
/** 9999-12-31. */
const lastSerial = 2_958_465;
const daySeconds = 86_400;

/** The cell that shows a number under a format. */
export function shownCell(number: number, shown: Shown, epoch: Epoch): Cell {
  // A spreadsheet shows 15 digits; what stands beyond is the noise of its arithmetic.
  const clean = Number(number.toPrecision(15));
  switch (shown.as) {
    case 'time':
      return timeText(clean, shown.parts, epoch) ?? clean;
    case 'percent':
      return percentText(clean);
    case 'money':
      return moneyText(clean, shown.symbol);
    case 'pattern':
      return patterned(clean, shown.pattern) ?? clean;
    case 'number':
      return clean;
  }
}

function timeText(
  serial: number,
  parts: Extract<Shown, { as: 'time' }>['parts'],
  epoch: Epoch,
): string | null {
  const seconds = Math.round(serial * daySeconds);
  if (!Number.isFinite(serial) || seconds < 0 || seconds >= (lastSerial + 1) * daySeconds) return null;
  const days = Math.floor(seconds / daySeconds);
  const time = seconds - days * daySeconds;
  if (parts === 'span') return clockText(seconds);
  if (parts === 'clock') return clockText(time);
  const date = formatDay(dayOfSerial(days, epoch));
  if (parts === 'month') return date.slice(0, 7);
  if (parts === 'year') return date.slice(0, 4);
  return parts === 'both' && time > 0 ? `${date} ${clockText(time)}` : date;
}

function dayOfSerial(serial: number, epoch: Epoch): number {
  if (epoch === 1904) return day1904 + serial;
  return day1900 + (serial >= leapSerial ? serial - 1 : serial);
}

function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const rest = seconds % 60;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return rest === 0 ? text : `${text}:${two(rest)}`;
}

/** A share as percent, its point moved in the digits: no binary fraction comes near it. */
function percentText(share: number): string {
  const [whole = '0', fraction = ''] = plainDigits(Math.abs(share)).split('.');
  const padded = fraction.padEnd(2, '0');
  const left = (whole + padded.slice(0, 2)).replace(/^0+(?=\d)/, '');
  return `${share < 0 ? '-' : ''}${left}${fractionText(padded.slice(2), 0)}%`;
}

function moneyText(amount: number, symbol: string): string {
  const [whole = '0', fraction = ''] = plainDigits(Math.abs(amount)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}${symbol} ${grouped}${fractionText(fraction, 2)}`;
}

/** A number without an exponent. */
function plainDigits(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** With comma. Three decimals get a fourth: after a lone mark they would read as thousands. */
function fractionText(fraction: string, least: number): string {
  const padded = fraction.padEnd(fraction.length === 3 ? 4 : least, '0');
  return padded === '' ? '' : `,${padded}`;
}

/** Digits filled into the zeros of a pattern from the right; null when it is not a whole number that fits. */
function patterned(number: number, pattern: string): string | null {
  const places = (pattern.match(/0/g) ?? []).length;
  const digits = String(number);
  if (!Number.isSafeInteger(number) || number < 0 || digits.length > places) return null;
  const padded = digits.padStart(places, '0');
  let at = 0;
  return pattern.replace(/0/g, () => padded[at++] ?? '').trim();
}
