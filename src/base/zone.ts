// Between instants (ms since 1970, UTC) and calendar days of a zone, through one table of transitions per zone,
// built once from the runtime's tzdata. Refuses to know what time it is.
import { assert } from './assert.ts';
import type { Day } from './day.ts';

const dayMs = 86_400_000;
/** Before and after these years the first and last known offset hold. */
const tableFrom = Date.UTC(1900, 0, 1);
const tableTo = Date.UTC(2100, 0, 1);

/** `starts[i]` ≤ t < `starts[i + 1]` has the offset `offsets[i]` (ms east of UTC). */
type Table = { readonly starts: Float64Array; readonly offsets: Float64Array; last: number };

const tables = new Map<string, Table>();
let recentZone = '';
let recentTable: Table | null = null;

/** True for a zone name the runtime knows (`America/Sao_Paulo`). */
export function isZone(zone: string): boolean {
  try {
    return zone !== '' && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== null;
  } catch {
    return false;
  }
}

/** The calendar day of an instant (ms) in a zone. */
export function dayAt(ms: number, zone: string): Day {
  return Math.floor((ms + offsetAt(ms, zone)) / dayMs);
}

/** Minutes past local midnight of an instant (ms) in a zone, 0 to 1439. */
export function minuteAt(ms: number, zone: string): number {
  const local = ms + offsetAt(ms, zone);
  return Math.floor((local - Math.floor(local / dayMs) * dayMs) / 60_000);
}

/** Offset of local time from UTC at an instant, in ms east of UTC. */
export function offsetAt(ms: number, zone: string): number {
  const table = tableOf(zone);
  return table.offsets[segmentAt(table, ms)] ?? 0;
}

/**
 * First instant (ms) of a day in a zone. Where midnight does not exist it is the end of the gap
 * (São Paulo, 2018-11-04: 01:00); a day that a zone skipped whole starts where the next one does.
 */
export function startOfDay(day: Day, zone: string): number {
  return instantAt(day, 0, zone);
}

/** Last millisecond of a day in a zone. */
export function endOfDay(day: Day, zone: string): number {
  return startOfDay(day + 1, zone) - 1;
}

/**
 * First instant (ms) at which the clocks of a zone show this minute of a day, or the end of the gap when they
 * never do. `minute` counts from midnight (540 = 09:00).
 */
export function instantAt(day: Day, minute: number, zone: string): number {
  const wall = day * dayMs + minute * 60_000;
  const table = tableOf(zone);
  const { starts, offsets } = table;
  // Offsets lie within a day of UTC, so the search may begin a day early and goes on to the last segment at most.
  let i = segmentAt(table, wall - dayMs);
  while (true) {
    const opens = i === 0 ? -Infinity : (starts[i] ?? 0);
    const reached = Math.max(opens, wall - (offsets[i] ?? 0));
    if (reached < (starts[i + 1] ?? Infinity)) return reached;
    i += 1;
  }
}

/** The offsets of a zone over a span of time: `offset` (ms east of UTC) holds from `start` (ms) on; the first from `from`. */
export function offsetsWithin(
  from: number,
  to: number,
  zone: string,
): readonly { start: number; offset: number }[] {
  const { starts } = tableOf(zone);
  const inside = starts.filter((start) => start > from && start <= to);
  return [from, ...inside].map((start) => ({ start, offset: offsetAt(start, zone) }));
}

function segmentAt(table: Table, ms: number): number {
  const { starts, last } = table;
  if (ms >= (starts[last] ?? Infinity) && ms < (starts[last + 1] ?? Infinity)) return last;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= ms) low = middle;
    else high = middle - 1;
  }
  table.last = low;
  return low;
}

function tableOf(zone: string): Table {
  if (zone === recentZone && recentTable) return recentTable;
  let table = tables.get(zone);
  if (!table) tables.set(zone, (table = buildTable(zone)));
  recentZone = zone;
  recentTable = table;
  return table;
}

function buildTable(zone: string): Table {
  assert(isZone(zone), `unknown zone ${zone}`);
  const starts = [tableFrom];
  const offsets = [askOffset(tableFrom, zone)];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(tableFrom).toZonedDateTimeISO(zone);
  while ((at = at.getTimeZoneTransition('next')) !== null && at.epochMilliseconds < tableTo) {
    starts.push(at.epochMilliseconds);
    offsets.push(at.offsetNanoseconds / 1e6);
  }
  return { starts: Float64Array.from(starts), offsets: Float64Array.from(offsets), last: 0 };
}

function askOffset(ms: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}
