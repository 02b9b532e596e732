// How one field of a fact becomes a column of small integers and back. Knows codecs, no fact type.
import { parseDay, type Day } from '#base/day.ts';
import type { ContractLine, CustomValue, SlimCodec } from '#domain/facts/spec.ts';

/** A field's value before strings and contacts are numbered. Contacts are contact keys here. */
export type SlimDatum =
  | number
  | string
  | boolean
  | readonly string[]
  | readonly ContractLine[]
  | Custom
  | null;
type Custom = readonly (readonly [key: string, value: CustomValue])[];
/** One cell of a column as it lies in the JSON text. */
export type Cell = number | null | boolean | readonly Cell[];
/** All cells of a column, or the one value that all rows share (only where cells are no lists). */
export type Column = Cell;

/** Numbers of strings and contacts, from 1; 0 stands for none. */
export type Numbering = { code(text: string): number; contact(key: string): number };
/** The sorted strings of a file; a code of 1 is `strings[0]`. */
export type Strings = readonly string[];

/**
 * Who a contact key names: an e-mail address is the same person in every source, any other key only in its own.
 * Keys sort by (source, key).
 */
export function contactKey(source: string, key: string): string {
  return key.includes('@') ? `\u0000${key.trim().toLowerCase()}` : `${source}\u0000${key}`;
}

/** The slim value of a body's field; what is absent or cannot be read is null. */
export function slimValue(codec: SlimCodec, raw: unknown, source: string): SlimDatum {
  if (raw === undefined || raw === null) return null;
  switch (codec) {
    case 'number':
    case 'instant':
      return typeof raw === 'number' && Number.isFinite(raw) ? raw : null;
    case 'code':
      return typeof raw === 'string' ? raw : null;
    case 'flag':
      return typeof raw === 'boolean' ? raw : null;
    case 'day':
      return typeof raw === 'string' ? parseDay(raw) : null;
    case 'contact':
      return typeof raw === 'string' ? contactKey(source, raw) : null;
    case 'codes':
      return sortedOnce(raw as readonly string[]);
    case 'contacts':
      return sortedOnce((raw as readonly string[]).map((key) => contactKey(source, key)));
    case 'lines':
      return raw as readonly ContractLine[];
    case 'custom':
      return Object.entries(raw as Record<string, CustomValue>).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Names every string and contact key of a value, so that they can be numbered. */
export function eachName(
  codec: SlimCodec,
  value: SlimDatum,
  code: (s: string) => void,
  contact: (s: string) => void,
): void {
  if (value === null) return;
  if (codec === 'code') code(value as string);
  else if (codec === 'contact') contact(value as string);
  else if (codec === 'codes') (value as readonly string[]).forEach(code);
  else if (codec === 'contacts') (value as readonly string[]).forEach(contact);
  else if (codec === 'lines') {
    for (const line of value as readonly ContractLine[]) {
      if (line.product !== null) code(line.product);
      code(line.currency);
    }
  } else if (codec === 'custom') {
    for (const [key, entry] of value as Custom) {
      code(key);
      if (typeof entry === 'string') code(entry);
    }
  }
}

/** The cell of a value. Days are coded as distance from the day of their row. */
export function encodeCell(codec: SlimCodec, value: SlimDatum, day: Day, numbers: Numbering): Cell {
  switch (codec) {
    case 'number':
    case 'instant':
      return value as number | null;
    case 'day':
      return value === null ? null : (value as number) - day;
    case 'flag':
      return value === null ? 0 : value === false ? 1 : 2;
    case 'code':
      return value === null ? 0 : numbers.code(value as string);
    case 'contact':
      return value === null ? 0 : numbers.contact(value as string);
    case 'codes':
      return value === null ? 0 : (value as readonly string[]).map((text) => numbers.code(text));
    case 'contacts':
      return value === null ? 0 : (value as readonly string[]).map((key) => numbers.contact(key));
    case 'lines':
      return value === null
        ? 0
        : (value as readonly ContractLine[]).flatMap((line) => lineCells(line, numbers));
    case 'custom':
      return value === null
        ? 0
        : (value as Custom).flatMap(([key, entry]) => [numbers.code(key), customCell(entry, numbers)]);
  }
}

/** Shortens a column in which all rows say the same. */
export function encodeColumn(cells: readonly Cell[]): Column {
  const first = cells[0];
  const shared = first !== undefined && !Array.isArray(first) && cells.every((cell) => cell === first);
  return shared ? first : cells;
}

/** Turns the cells of a column into values, in place of a copy: `days` are the days of the rows. */
export function decodeCell(codec: SlimCodec, cell: Cell, day: Day, strings: Strings): unknown {
  switch (codec) {
    case 'number':
    case 'instant':
      return cell;
    case 'day':
      return cell === null ? null : (cell as number) + day;
    case 'flag':
      return cell === 0 ? null : cell === 2;
    case 'code':
      return cell === 0 ? null : (strings[(cell as number) - 1] ?? null);
    case 'contact':
      return cell === 0 ? null : (cell as number) - 1;
    case 'codes':
      return cell === 0 ? null : (cell as readonly number[]).map((code) => strings[code - 1] ?? '');
    case 'contacts':
      return cell === 0 ? null : (cell as readonly number[]).map((number) => number - 1);
    case 'lines':
      return cell === 0 ? null : decodeLines(cell as readonly (number | null)[], strings);
    case 'custom':
      return cell === 0 ? null : decodeCustom(cell as readonly Cell[], strings);
  }
}

function sortedOnce(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function lineCells(line: ContractLine, numbers: Numbering): readonly Cell[] {
  const product = line.product === null ? 0 : numbers.code(line.product);
  return [
    product,
    line.cents,
    numbers.code(line.currency),
    line.seats,
    line.recurring ? line.months : -line.months,
  ];
}

function decodeLines(cells: readonly (number | null)[], strings: Strings): readonly ContractLine[] {
  const lines: ContractLine[] = [];
  for (let i = 0; i < cells.length; i += 5) {
    const months = cells[i + 4] ?? 1;
    lines.push({
      product: strings[(cells[i] ?? 0) - 1] ?? null,
      cents: cells[i + 1] ?? null,
      currency: strings[(cells[i + 2] ?? 0) - 1] ?? '',
      seats: cells[i + 3] ?? null,
      recurring: months > 0,
      months: Math.abs(months),
    });
  }
  return lines;
}

function customCell(value: CustomValue, numbers: Numbering): Cell {
  return typeof value === 'string' ? [numbers.code(value)] : value;
}

function decodeCustom(cells: readonly Cell[], strings: Strings): Readonly<Record<string, CustomValue>> {
  const entries: [string, CustomValue][] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const cell = cells[i + 1] ?? null;
    const value = Array.isArray(cell) ? (strings[(cell[0] as number) - 1] ?? null) : (cell as CustomValue);
    entries.push([strings[(cells[i] as number) - 1] ?? '', value]);
  }
  return Object.fromEntries(entries);
}
