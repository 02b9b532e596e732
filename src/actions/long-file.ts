// A file that may be too long to be held: looked at by its head, read again from its beginning where its table is one of
// usage. Any other file goes the way of a sheet that is held whole.
import { createHash, type Hash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planTable, type SheetOptions } from '#connectors/sheet/import-sheet.ts';
import { endless, headOf, longBytes, sampleOf } from '#connectors/sheet/long-sample.ts';
import { isLong, longReading, type LongReading } from '#connectors/sheet/long-rows.ts';
import { readCsvParts } from '#connectors/sheet/read-csv.ts';
import { tableOf, type SheetTable } from '#connectors/sheet/sheet-table.ts';
import type { TableItem } from '#connectors/sheet/table.ts';

export type Bytes = AsyncIterable<Uint8Array>;
/** A source that can be read from its beginning more than once. */
export type Rereadable = {
  readonly open: () => Bytes;
  readonly close: () => Promise<void>;
  /** Bytes, where they had to be kept aside. */
  readonly size: number | null;
};

/** The sample of a long table of usage, and how many rows the file has. */
export type LongSample = { readonly table: SheetTable; readonly rows: number };

export const rowsOf = (bytes: Bytes): AsyncIterable<readonly TableItem[]> => readCsvParts(bytes, endless);

/** The sample of a file whose table is one of usage, as its head tells; null for every other file. */
export async function longSample(open: () => Bytes, options: SheetOptions): Promise<LongSample | null> {
  const usage = (table: ReturnType<typeof tableOf>): table is SheetTable => {
    return !('fault' in table) && isLong(planTable(table, options).plan);
  };
  if (!usage(tableOf(await headOf(rowsOf(open()))))) return null;
  const sample = await sampleOf(rowsOf(open()));
  if ('fault' in sample) return null;
  const table = tableOf(sample.rows);
  return usage(table) ? { table, rows: sample.count } : null;
}

/** How a long table is read; null when it turns out to be another one. */
export const readingOfLong = (sample: LongSample, options: SheetOptions): LongReading =>
  longReading(sample.table, options);

async function* hashed(bytes: Bytes, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    hash.update(part);
    yield part;
  }
}

/** What a file holds, as a hash. */
export async function digestOf(bytes: Bytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const _ of hashed(bytes, hash));
  return hash.digest('hex');
}

async function* joined(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  for (;;) {
    const next = await rest.next();
    if (next.done) return;
    yield next.value;
  }
}

async function* fromStart(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(256 * 1024), 0, undefined, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Keeps bytes that come once in a file without a name: whatever ends this process, nothing of it is left. */
async function spooled(bytes: Bytes): Promise<Rereadable> {
  const folder = await mkdtemp(join(tmpdir(), 'perene-long-'));
  const file = await open(join(folder, 'file'), 'wx+', 0o600);
  await rm(folder, { recursive: true });
  let size = 0;
  try {
    for await (const part of bytes) {
      await file.writeFile(part);
      size += part.length;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  return { open: () => fromStart(file), close: () => file.close(), size };
}

/**
 * A source of some length as one that can be read again; a short one as the bytes it had. `again`: opens it anew, where
 * the caller can.
 */
export async function rereadable(bytes: Bytes, again?: () => Bytes): Promise<{ short: Bytes } | Rereadable> {
  const iterator = bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  for (let size = 0; size < longBytes;) {
    const next = await iterator.next();
    if (next.done) return { short: joined(head, iterator) };
    head.push(next.value);
    size += next.value.length;
  }
  if (again === undefined) return await spooled(joined(head, iterator));
  await iterator.return?.();
  return { open: again, close: () => Promise.resolve(), size: null };
}
