// Bytes of an exported WhatsApp conversation → rows of a table of messages: one row an entry, numbered by the line of the
// file on which it begins. Says what each line is, a person's message or a notice, and refuses to know whose side anybody is on.
import { decodeBytes } from '#connectors/sheet/decode-bytes.ts';
import { defaultLimits, type TableItem, type TableLimits } from '#connectors/sheet/table.ts';
import { readDate } from '#connectors/sheet/cell-date.ts';
import { entryOf, type Entry } from './entry.ts';
import { isCutStamp, plain, stampOf, type Stamped } from './stamp.ts';

/** Titles of the columns, as an import shows them. */
export const conversationHeader = [
  'Dia da mensagem',
  'Hora da mensagem',
  'Remetente',
  'Tipo de mensagem',
  'Canal da mensagem',
  'Nome do cliente (conversa com)',
  'Texto da mensagem',
] as const;

/** What stands under `Tipo de mensagem`. */
const kinds: Readonly<Record<Entry['kind'] | 'unread' | 'cut', string>> = {
  message: 'mensagem',
  media: 'mídia',
  deleted: 'apagada',
  notice: 'aviso',
  unread: 'ilegível',
  cut: 'cortada',
};

const channel = 'WhatsApp';
/** Letters of one message that are kept; a fact holds no more. */
const longestText = 20_000;

type Open = { readonly row: number; readonly stamp: Stamped; text: string };

/** Reads a conversation. Content never throws; errors of the source pass through. `chat`: whom it is with, if that is known. */
export async function* readConversation(
  bytes: AsyncIterable<Uint8Array>,
  limits: TableLimits = defaultLimits,
  chat = '',
): AsyncGenerator<TableItem> {
  const reading = new Reading(chat);
  let rows = 0;
  for await (const line of linesOf(bytes, limits.rowBytes)) {
    if (typeof line !== 'string' && 'kind' in line) return yield line;
    for (const item of rows === 0 ? [header(), ...reading.take(line)] : reading.take(line)) {
      rows += 1;
      if (rows > limits.rows) return yield { kind: 'fault', code: 'too_many_rows' };
      yield item;
      if (item.kind === 'fault') return;
    }
  }
  yield* reading.finish();
}

function header(): TableItem {
  return { kind: 'row', row: 0, cells: conversationHeader, fault: null, repairs: [] };
}

type Line = { readonly text: string; readonly ended: boolean };

/** Lines of a file with the word whether each is whole; a line longer than `most` letters loses its end. */
async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Line | Extract<TableItem, { kind: 'fault' }>> {
  let rest = '';
  let fed = false;
  for await (const piece of decodeBytes(bytes)) {
    if (typeof piece !== 'string') return yield { kind: 'fault', code: piece.fault };
    fed = true;
    const lines = piece.split('\n');
    const [first = ''] = lines;
    if (rest.length < most) rest += first;
    for (let at = 1; at < lines.length; at++) {
      yield { text: rest.replace(/\r$/, ''), ended: true };
      rest = lines[at] ?? '';
    }
  }
  if (!fed) yield { kind: 'fault', code: 'empty_file' };
  else if (rest !== '') yield { text: rest, ended: false };
}

/** Lines so far: the entry that may still go on, and where in time the conversation is. */
class Reading {
  readonly #chat: string;
  #open: Open | null = null;
  #row = 0;
  #openings = 0;
  #newest: Moments = { dmy: -Infinity, mdy: -Infinity };

  constructor(chat: string) {
    this.#chat = chat;
  }

  *take({ text, ended }: Line): Generator<TableItem> {
    this.#row += 1;
    const stamp = stampOf(text);
    if (stamp) {
      yield* this.#close();
      this.#open = { row: this.#row, stamp, text: stamp.rest };
      return;
    }
    if (!ended && isCutStamp(text)) {
      yield* this.#close();
      yield this.#item(this.#row, ['', '', '', kinds.cut, channel, this.#chat, '']);
    } else if (!this.#open) {
      if (plain(text).trim() !== '')
        yield this.#item(this.#row, ['', '', '', kinds.unread, channel, this.#chat, '']);
      else yield this.#item(this.#row, ['']);
    } else if (this.#open.text.length < longestText) this.#open.text += `\n${plain(text)}`;
  }

  *finish(): Generator<TableItem> {
    yield* this.#close();
  }

  *#close(): Generator<TableItem> {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const entry = entryOf(open.stamp, open.text.trimEnd());
    if (this.#isSecond(open, entry)) return yield { kind: 'fault', code: 'two_conversations' };
    const { day, time } = open.stamp;
    const text = entry.text.slice(0, longestText);
    yield this.#item(open.row, [day, time, entry.sender, kinds[entry.kind], channel, this.#chat, text]);
  }

  /** The notice that a conversation begins with, met again at an earlier day: another conversation was put behind the first. */
  #isSecond({ stamp }: Open, { opening }: Entry): boolean {
    const before = this.#newest;
    const now = momentsOf(stamp.day);
    this.#newest = { dmy: Math.max(before.dmy, now.dmy), mdy: Math.max(before.mdy, now.mdy) };
    if (!opening) return false;
    this.#openings += 1;
    return this.#openings > 1 && now.dmy < before.dmy && now.mdy < before.mdy;
  }

  #item(row: number, cells: readonly string[]): TableItem {
    const clean = cells.map((cell) => cell.replaceAll('\0', ''));
    const broken = cells.some((cell) => cell.includes('\ufffd'));
    return { kind: 'row', row, cells: clean, fault: null, repairs: broken ? ['bad_encoding'] : [] };
  }
}

type Moments = { readonly dmy: number; readonly mdy: number };

/** A day as both readings of its numbers have it. */
function momentsOf(text: string): Moments {
  const read = (order: 'dmy' | 'mdy'): number | null => {
    const found = readDate(text, order);
    return found.kind === 'value' ? found.value.day : null;
  };
  const [dmy, mdy] = [read('dmy'), read('mdy')];
  return { dmy: dmy ?? mdy ?? -Infinity, mdy: mdy ?? dmy ?? -Infinity };
}
