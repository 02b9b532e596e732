// Whether a file is an exported conversation, told by its first lines and never by its name; and whom the name of the file
// says it is with.
import { decodeBytes } from '#connectors/sheet/decode-bytes.ts';
import { plain, stampOf } from './stamp.ts';

/** Lines looked at. */
const headLines = 40;

/** Whether the first bytes of a file are a conversation: its first line has a moment, or half of its first lines do. */
export async function isConversation(head: Uint8Array): Promise<boolean> {
  // Whole lines: a letter cut in two would be taken for another encoding.
  const end = head.lastIndexOf(10);
  const lines = (await textOf(end < 0 ? head : head.subarray(0, end)))
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
