// A day with a time of day, as exports of systems write it → an instant. Days alone are the cell's date reader's business.
import { type Day, dayOf } from '#base/day.ts';
import { instantAt } from '#base/zone.ts';
import { readDate, type DateOrder } from './cell-date.ts';
import type { Cell } from './table.ts';

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/i;
const clock = /[ T,]+(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?$/i;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * Reads an instant (ms since 1970, UTC). A time without an offset, and a day without a time (its first instant), are those
 * of the zone; seconds since 1970, and milliseconds, are taken as they are. Null: it cannot be read.
 */
export function readInstant(cell: Cell, order: DateOrder | null, zone: string): number | null {
  if (typeof cell === 'number') return fromSerial(cell, zone);
  const text = cell.trim();
  const found = iso.exec(text);
  if (found) return fromIso(found, zone);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return text.length === 10 ? Number(text) * 1000 : Number(text);
  if (/^\d{5}[.,]\d+$/.test(text)) return fromSerial(Number(text.replace(',', '.')), zone);
  const time = clock.exec(text);
  const day = readDate(time ? text.slice(0, time.index) : text, order);
  if (day.kind !== 'value') return null;
  return time ? at(day.value.day, time.slice(1, 5), zone, time[5]) : instantAt(day.value.day, 0, zone);
}

function fromIso(found: RegExpExecArray, zone: string): number | null {
  const day = dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
  if (day === null) return null;
  const offset = found[8];
  if (offset === undefined) return at(day, found.slice(4, 8), zone);
  const local = ofDay(found.slice(4, 8));
  return local === null ? null : day * dayMs + local - offsetMs(offset);
}

function offsetMs(text: string): number {
  if (/^(?:z|utc)$/i.test(text)) return 0;
  const digits = text.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith('-') ? -minutes : minutes) * minuteMs;
}

/** Milliseconds into a day from hours, minutes, seconds and their fraction; null: no clock shows that. */
function ofDay(parts: readonly (string | undefined)[], half?: string): number | null {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return (
    (hour * 60 + Number(minutes)) * minuteMs +
    Number(seconds) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000)
  );
}

function at(day: Day, parts: readonly (string | undefined)[], zone: string, half?: string): number | null {
  const local = ofDay(parts, half);
  if (local === null) return null;
  const minute = Math.floor(local / minuteMs);
  return instantAt(day, minute, zone) + (local - minute * minuteMs);
}

/** A spreadsheet's own number: days since 1899-12-30 and a part of a day. Seconds are whole. */
function fromSerial(serial: number, zone: string): number | null {
  if (serial < 20_000 || serial > 80_000) return null;
  const day = Math.floor(serial);
  const local = Math.round((serial - day) * 86_400) * 1000;
  const minute = Math.floor(local / minuteMs);
  return instantAt(day - 25_569, minute, zone) + (local - minute * minuteMs);
}
