// A ZIP on disk → its parts, each readable as a stream. Everything that a hostile archive does is refused from its
// directory, before a byte is unpacked; what the directory says of a part is held to while it is read.
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Faulted } from '#connectors/sheet/fault.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all parts together, unpacked. */
  readonly bytes: number;
  /** Unpacked to packed of one part; parts up to `smallBytes` may be any. */
  readonly ratio: number;
  readonly smallBytes: number;
};
/** A million rows of fifteen columns unpack to less. Sheets pack by 10 to 30, rows of nothing but formats by hundreds. */
export const zipLimits: ZipLimits = {
  entries: 4096,
  bytes: 768 * 1024 * 1024,
  ratio: 200,
  smallBytes: 64 * 1024 * 1024,
};

export type ZipParts = {
  /** Names as the archive spells them. */
  readonly names: readonly string[];
  /** Unpacked bytes of a part; null when there is none of that name (case does not count). */
  sizeOf(name: string): number | null;
  /** Bytes of a part in pieces; throws `Faulted` where they are not what the directory says. */
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
};

/** Opens an archive; throws `Faulted`: it is broken, protected, or not to be unpacked. */
export async function zipParts(path: string, limits: ZipLimits = zipLimits): Promise<ZipParts> {
  const zip = await opened(path);
  try {
    if (zip.entryCount > limits.entries) throw new Faulted('zip_bomb');
    const entries = await entriesOf(zip, limits);
    refuseOverlap(entries.values(), zip.fileSize);
    return {
      names: [...entries.values()].map((entry) => entry.fileName),
      sizeOf: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? null,
      read: (name) => partOf(zip, entries.get(name.toLowerCase())),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, strictFileNames: false });
  } catch {
    throw new Faulted('zip_broken');
  }
}

async function entriesOf(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Faulted('password_protected');
      const key = entry.fileName.toLowerCase();
      // Two parts of one name: programs disagree on which one holds.
      if (entries.has(key)) throw new Faulted('zip_unsafe');
      entries.set(key, entry);
      total += entry.uncompressedSize;
      const dense = entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (total > limits.bytes || (dense && entry.uncompressedSize > limits.smallBytes))
        throw new Faulted('zip_bomb');
    }
  } catch (error) {
    if (error instanceof Faulted) throw error;
    const name = /path|characters in fileName/i.test(String((error as Error).message));
    throw new Faulted(name ? 'zip_unsafe' : 'zip_broken');
  }
  return entries;
}

/** Parts that share bytes unpack to far more than the file holds. */
function refuseOverlap(entries: Iterable<Entry>, size: number): void {
  const header = 30;
  let end = 0;
  for (const entry of [...entries].toSorted(byOffset)) {
    const from = entry.relativeOffsetOfLocalHeader;
    if (from < end) throw new Faulted('zip_unsafe');
    end = from + header + entry.fileNameRaw.length + entry.compressedSize;
  }
  if (end > size) throw new Faulted('zip_broken');
}

const byOffset = (a: Entry, b: Entry): number =>
  a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader;

async function* partOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new Faulted('xlsx_broken');
  let sum = 0;
  let pieces: AsyncIterable<Buffer>;
  try {
    pieces = await zip.openReadStreamPromise(entry);
  } catch {
    throw new Faulted('zip_broken');
  }
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await nextOf(iterator);
      if (next.done === true) break;
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
  if (sum !== entry.crc32) throw new Faulted('zip_broken');
}

async function nextOf(iterator: AsyncIterator<Buffer>): Promise<IteratorResult<Buffer>> {
  try {
    return await iterator.next();
  } catch {
    throw new Faulted('zip_broken');
  }
}
