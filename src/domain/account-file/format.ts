// The account file as JSON text, version 1. Short keys: the file is read some million times in a sweep or backtest.
import type { Column } from './codecs.ts';

/** Raised when the text changes shape; a file of another version is rebuilt from facts. */
export const fileVersion = 1;

/** Entries of one type. Times are (first ms, unit in ms, deltas in units); a single number stands for all rows. */
export type TypeCells = readonly [
  count: number,
  firstOccurred: number,
  occurredUnit: number,
  /** Steps from row to row, first step left out. */
  occurredSteps: readonly number[] | number,
  knownUnit: number,
  /** `known` − `occurred`. */
  knownDelays: readonly number[] | number,
  /** Distance back to the first row of the same record; 0 = its own. */
  recordSteps: readonly number[] | number,
  revisions: readonly number[] | number,
  ...columns: Column[],
];

export type FileText = {
  readonly v: number;
  /** Offsets of the zone over the time of the file: seconds east, then (ms from which, seconds east)*. */
  readonly o: readonly number[];
  /** Strings, sorted. */
  readonly s: readonly string[];
  /** Number of contacts. */
  readonly c: number;
  readonly t: Readonly<Record<string, TypeCells>>;
  /** Kinds with counters: first day from which every entry stands by itself. */
  readonly f?: Readonly<Record<string, number>>;
  /** Monthly counters by type: (months since year 0, count)*. */
  readonly m?: Readonly<Record<string, readonly number[]>>;
};

/** A column of integers, or one number when all are the same. */
export function shorten(values: readonly number[]): readonly number[] | number {
  const first = values[0] ?? 0;
  return values.every((value) => value === first) ? first : values;
}

/** The largest of day, hour, minute, second and millisecond that divides all values. */
export function unitOf(values: readonly number[]): number {
  return (
    [86_400_000, 3_600_000, 60_000, 1000].find((unit) => values.every((value) => value % unit === 0)) ?? 1
  );
}
