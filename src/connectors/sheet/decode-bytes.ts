// Bytes → text: UTF-8, UTF-16 with a mark, Windows-1252; and what is no text at all. Knows nothing of tables.
import { isAscii } from 'node:buffer';
import { contentFault, starts, widthOfText } from './file-kind.ts';
import type { FileFault } from './table.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Windows-1252, bytes 0x80 to 0x9f; the five bytes it leaves open stay control characters, as browsers read them. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Bytes looked at before the encoding of the first non-ASCII byte is decided. */
const window = 65_536;

type Start = { readonly fault: FileFault } | { readonly encoding: Encoding | null; readonly skip: number };

/** Decides from the first bytes: a mark, the signature of another file type, two bytes a letter, or plain (null: ASCII so far). */
export function sniff(head: Uint8Array): Start {
  if (head.length === 0) return { fault: 'empty_file' };
  if (starts(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', skip: 3 };
  if (starts(head, [0xff, 0xfe])) return { encoding: 'utf-16le', skip: 2 };
  if (starts(head, [0xfe, 0xff])) return { encoding: 'utf-16be', skip: 2 };
  const fault = contentFault(head, latin);
  if (fault) return { fault };
  return { encoding: widthOfText(head), skip: 0 };
}

function latin(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (isAscii(bytes)) return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => high[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Text of a file in pieces, or the one fault that says why there is none. */
export async function* decodeBytes(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<string | { readonly fault: FileFault }> {
  let encoding: Encoding | null = null;
  let decoder: ((bytes: Uint8Array, end: boolean) => string) | null = null;
  let started = false;
  let held: Uint8Array = new Uint8Array(0);
  for await (const piece of source) {
    held = joined(held, piece);
    if (!started) {
      if (held.length < 4096) continue;
      const start = sniff(held);
      if ('fault' in start) return yield start;
      started = true;
      encoding = start.encoding;
      held = held.subarray(start.skip);
    }
    if (!decoder && encoding) decoder = decoderOf(encoding);
    if (!decoder) {
      const ascii = asciiLength(held);
      if (ascii > 0) yield latin(held.subarray(0, ascii));
      held = held.subarray(ascii);
      if (held.length < window) continue;
      decoder = decoderOf(isUtf8(held, false) ? 'utf-8' : 'windows-1252');
    }
    yield decoder(held, false);
    held = new Uint8Array(0);
  }
  if (!started) {
    const start = sniff(held);
    if ('fault' in start) return yield start;
    encoding = start.encoding;
    held = held.subarray(start.skip);
  }
  decoder ??= decoderOf(encoding ?? (isUtf8(held, true) ? 'utf-8' : 'windows-1252'));
  const last = decoder(held, true);
  if (last !== '') yield last;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function asciiLength(bytes: Uint8Array): number {
  if (isAscii(bytes)) return bytes.length;
  const index = bytes.findIndex((byte) => byte >= 0x80);
  return index < 0 ? bytes.length : index;
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

function decoderOf(encoding: Encoding): (bytes: Uint8Array, end: boolean) => string {
  if (encoding === 'windows-1252') return (bytes) => latin(bytes);
  // The mark is cut off by `sniff`; one that stands later is text.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, end) => decoder.decode(bytes, { stream: !end });
}
