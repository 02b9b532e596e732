// The conversation in an archive that a telephone exports with its pictures: one text among them.
import { Faulted } from '#connectors/sheet/fault.ts';
import { type ZipLimits, type ZipParts, zipParts } from '#connectors/workbook/zip-parts.ts';
import { isConversation } from './conversation-file.ts';

/** Pictures do not pack, and there are many of them; only the text is unpacked. */
const limits: ZipLimits = {
  entries: 50_000,
  bytes: 1024 * 1024 * 1024,
  ratio: 100,
  smallBytes: 4 * 1024 * 1024,
};
/** Bytes looked at. */
const headBytes = 8192;
/** Texts looked at; an export has one. */
const mostTexts = 5;

export type ChatInZip = { readonly name: string; read(): AsyncGenerator<Uint8Array> };

/** The conversation in an archive on disk; null: there is none, or the archive is not to be read. */
export async function chatInZip(path: string): Promise<ChatInZip | null> {
  const parts = await opened(path);
  if (!parts) return null;
  try {
    const texts = parts.names.filter((name) => /\.txt$/i.test(name) && !/^__macosx\//i.test(name));
    for (const name of texts.slice(0, mostTexts))
      if (await isConversation(await headOf(parts, name))) return { name, read: () => partOf(path, name) };
    return null;
  } catch (error) {
    if (error instanceof Faulted) return null;
    throw error;
  } finally {
    parts.close();
  }
}

async function opened(path: string): Promise<ZipParts | null> {
  try {
    return await zipParts(path, limits);
  } catch (error) {
    // What is wrong with it is said by the reader of workbooks.
    if (error instanceof Faulted) return null;
    throw error;
  }
}

async function headOf(parts: ZipParts, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of parts.read(name)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

async function* partOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  const parts = await zipParts(path, limits);
  try {
    yield* parts.read(name);
  } finally {
    parts.close();
  }
}
