// What a file is, by its first bytes: never by its name. Knows which kinds no reader takes, and how their text is told.
import type { FileFault } from './table.ts';

/** Whether a file begins with these bytes. */
export function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

const signatures: readonly (readonly [FileFault, readonly number[]])[] = [
  ['xls_content', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf_content', [0x25, 0x50, 0x44, 0x46]],
  ['image_content', [0x89, 0x50, 0x4e, 0x47]],
  ['image_content', [0xff, 0xd8, 0xff]],
  ['image_content', [0x47, 0x49, 0x46, 0x38]],
  ['image_content', [0x52, 0x49, 0x46, 0x46]],
  ['zip_content', [0x1f, 0x8b]],
  ['zip_content', [0x52, 0x61, 0x72, 0x21]],
  ['zip_content', [0x37, 0x7a, 0xbc, 0xaf]],
  ['document_content', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

export const isZip = (head: Uint8Array): boolean =>
  starts(head, [0x50, 0x4b, 3, 4]) || starts(head, [0x50, 0x4b, 5, 6]);
export const isOle = (head: Uint8Array): boolean => starts(head, [0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Why the text reader cannot take a file; null: it is text.
 * @param latin text of bytes, one letter each
 */
export function contentFault(head: Uint8Array, latin: (bytes: Uint8Array) => string): FileFault | null {
  if (isZip(head)) return 'zip_content';
  const signed = signatures.find(([, mark]) => starts(head, mark));
  if (signed) return signed[0];
  if (latin(head.subarray(4, 12)).startsWith('ftyp')) return 'image_content';
  const text = latin(head.subarray(0, 1024)).trimStart();
  if (/^<\?xml/i.test(text)) return /<html/i.test(text) ? 'html_content' : 'xml_content';
  if (/^<(?:!doctype html|html|table|head|meta)/i.test(text)) return 'html_content';
  if (/^[[{]\s*["{[\]}]/.test(text)) return 'json_content';
  return widthOfText(head) === null && looksBinary(head.subarray(0, 8192)) ? 'binary_content' : null;
}

/** More than one control byte in ten: no text that a person saved. A stray NUL does not make a file binary. */
function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head)
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) control += 1;
  return control * 10 > head.length;
}

/** Two bytes a letter without a mark: of European text nearly every second byte is zero, always on the same side. */
export function widthOfText(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(head.length >> 1, 2048);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at++) {
    if (head[2 * at] === 0) even += 1;
    if (head[2 * at + 1] === 0) odd += 1;
  }
  if (pairs < 4) return null;
  if (odd > 0.7 * pairs && even < 0.05 * pairs) return 'utf-16le';
  return even > 0.7 * pairs && odd < 0.05 * pairs ? 'utf-16be' : null;
}

/** What an archive is that is no workbook of this kind, by the names in it. */
export function archiveFault(names: readonly string[]): FileFault {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb_content';
  if (has(/^(?:word|ppt)\//i)) return 'document_content';
  if (has(/^content\.xml$/i) && has(/^mimetype$/i)) return 'ods_content';
  if (has(/^Index(?:\/|\.zip)/)) return 'numbers_content';
  return 'zip_content';
}

/** An OLE file holds an old workbook, a protected new one, or a document; its directory has names in UTF-16. */
export async function oleFault(bytes: AsyncIterable<Uint8Array>): Promise<FileFault> {
  const names = ['EncryptedPackage', 'Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'));
  const found = names.map(() => false);
  let end: Uint8Array = new Uint8Array(0);
  for await (const piece of bytes) {
    const window = Buffer.concat([end, piece]);
    names.forEach((name, at) => (found[at] ||= window.includes(name)));
    end = window.subarray(-64);
  }
  const [locked, ...old] = found;
  if (locked) return 'password_protected';
  return old.includes(true) ? 'xls_content' : 'document_content';
}
