// Whether a file is an exported conversation, told by its first lines and never by its name; and whom the name of the file
// says it is with.
import { decodeBytes } from '#connectors/sheet/decode-bytes.ts';
import type { TableReader } from '#connectors/sheet/table.ts';
import { readConversation } from './read-conversation.ts';
import { plain, stampOf } from './stamp.ts';

/** Bytes and lines looked at. */
const headBytes = 16_384;
const headLines = 40;

/** Whether a text is a conversation: its first line has a moment, or half of its first lines do. */
export function isConversation(head: string): boolean {
  const lines = head
    .split('\n')
    .slice(0, headLines)
    .filter((line) => plain(line).trim() !== '');
  const stamped = lines.map((line) => stampOf(line) !== null);
  return stamped[0] === true || (stamped.length > 1 && 2 * stamped.filter(Boolean).length >= stamped.length);
}

const chatFile =
  /^(?:conversa do whatsapp com|whatsapp chat with|whatsapp chat -|conversa do whatsapp -|chat do whatsapp com|whatsapp-chat mit) ?(.{1,200}?)(?: ?\(\d+\))?\.(?:txt|zip)$/i;

/** Whom the file's name says that a conversation is with; null: it does not say. */
export function chatOf(fileName: string): string | null {
  const name = plain(fileName).replaceAll('_', ' ').split(/[/\\]/).at(-1) ?? '';
  return chatFile.exec(name.trim())?.[1]?.trim() || null;
}

/** A reader that takes a conversation for one, and leaves everything else to another. */
export function conversationsOr(fileName: string, other: TableReader): TableReader {
  return async function* read(bytes, limits) {
    const { head, all } = await headOf(bytes);
    if (!isConversation(await textOf(head))) return yield* other(all, limits);
    yield* readConversation(all, limits, chatOf(fileName) ?? '');
  };
}

async function textOf(head: Uint8Array): Promise<string> {
  let text = '';
  for await (const piece of decodeBytes(once(head))) {
    if (typeof piece !== 'string') return '';
    text += piece;
  }
  return text;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

type Headed = { readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> };

/** The first bytes of a source, and the source with them. */
async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Headed> {
  const iterator = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let size = 0; size < headBytes;) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(seen);
  return { head: head.subarray(0, headBytes), all: rest(head, iterator) };
}

async function* rest(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
