// Bytes that must be read out of order are set down in a file that only this process may read, and taken away again.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Spool = { readonly path: string; remove(): Promise<void> };

/** Sets bytes down; null (and nothing is left) when they are more than `most`. What the source throws passes through. */
export async function spool(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Spool | null> {
  const folder = await mkdtemp(join(tmpdir(), 'perene-sheet-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    if (await written(path, bytes, most)) return { path, remove };
    await remove();
    return null;
  } catch (error) {
    await remove();
    throw error;
  }
}

async function written(path: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<boolean> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const piece of bytes) {
      size += piece.length;
      if (size > most) return false;
      await file.write(piece);
    }
    return true;
  } finally {
    await file.close();
  }
}
