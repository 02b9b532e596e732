// Figures of repeated runs, and what they were measured on.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

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

/**
 * Milliseconds a fixed piece of arithmetic takes now (about 18 on the reference machine): printed
 * beside the figures, so that a busy machine is seen.
 */
export function yardstick(): number {
  const start = performance.now();
  let sum = 0;
  for (let i = 1; i < 50_000_000; i++) sum = (sum + Math.imul(i, 2_654_435_761)) | 0;
  return performance.now() - start + (sum === 1 ? 1 : 0);
}
