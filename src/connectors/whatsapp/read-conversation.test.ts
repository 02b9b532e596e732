import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileMessage } from '#connectors/sheet/messages.ts';
import { readCsv } from '#connectors/sheet/read-csv.ts';
import { readTables, tablesIn } from '#connectors/sheet/read-file.ts';
import type { TableItem } from '#connectors/sheet/table.ts';
import { zipOf } from '#connectors/workbook/testing-workbooks.ts';
import { conversationHabits } from './conversations-fixture.ts';
import { chatOf, isConversation } from './conversation-file.ts';
import { readConversation } from './read-conversation.ts';
import { phoneKey, senderKey } from './sender.ts';
import { minutesOf } from './stamp.ts';

async function* pieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function itemsOf(items: AsyncIterable<TableItem>): Promise<TableItem[]> {
  const all: TableItem[] = [];
  for await (const item of items) all.push(item);
  return all;
}

type Row = Extract<TableItem, { kind: 'row' }>;
const rowsOf = (items: readonly TableItem[]): Row[] =>
  items.flatMap((item) => (item.kind === 'row' && item.row > 0 && item.cells.length > 1 ? [item] : []));

for (const habit of conversationHabits) {
  test(`a conversation: ${habit.name}`, async () => {
    assert.ok(await isConversation(Buffer.from(habit.file)));
    const rows = rowsOf(await itemsOf(readConversation(pieces(habit.file))));
    const read = rows.map(({ row, cells: [day, time, sender, kind, , , text] }) => [
      row,
      day,
      time,
      sender,
      kind,
      text,
    ]);
    assert.deepEqual(
      read,
      habit.rows.map(([row, day, time, sender, kind, text = '']) => [row, day, time, sender, kind, text]),
    );
  });
}

const two = (n: number): string => String(n).padStart(2, '0');
const moment = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  hour: fc.nat(23),
  minute: fc.nat(59),
});
const said = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replaceAll(/[\n\r:\d[\]]/g, ' '));
const part = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('message' as const),
      moment,
      text: said,
      sender: fc.constantFrom('Ana', 'Carlos', '+55 11 98765-4321'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('notice' as const),
      moment,
      text: fc.constantFrom('Ana adicionou Bia', 'Bia saiu', 'Um aviso qualquer'),
      sender: fc.constant(''),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('more' as const), moment, text: said, sender: fc.constant('') }),
  },
);
const forms = [
  (m: { day: number; month: number; hour: number; minute: number }) =>
    `${two(m.day)}/${two(m.month)}/2025 ${two(m.hour)}:${two(m.minute)} - `,
  (m: { day: number; month: number; hour: number; minute: number }) =>
    `[${two(m.day)}/${two(m.month)}/2025, ${two(m.hour)}:${two(m.minute)}:00] `,
  (m: { day: number; month: number; hour: number; minute: number }) =>
    `${m.month}/${m.day}/25, ${(m.hour % 12) + 1}:${two(m.minute)}\u202fPM - `,
] as const;

test('every line of a made conversation is a message, a notice, a line before them, or goes on with one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 40 }),
      fc.constantFrom(...forms),
      fc.integer({ min: 1, max: 64 }),
      async (parts, form, size) => {
        const lines = parts.map(({ kind, moment: at, sender, text }) =>
          kind === 'more' ? text : `${form(at)}${kind === 'message' ? `${sender}: ` : ''}${text}`,
        );
        const rows = rowsOf(await itemsOf(readConversation(pieces(`${lines.join('\n')}\n`, size))));
        const count = (...kinds: string[]): number =>
          rows.filter(({ cells }) => kinds.includes(String(cells[3]))).length;
        assert.equal(
          count('mensagem', 'mídia', 'apagada'),
          parts.filter(({ kind }) => kind === 'message').length,
        );
        assert.equal(count('aviso'), parts.filter(({ kind }) => kind === 'notice').length);
        const first = parts.findIndex(({ kind }) => kind !== 'more');
        const before = parts
          .slice(0, first < 0 ? parts.length : first)
          .filter(({ text }) => text.trim() !== '');
        assert.equal(count('ilegível'), before.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('nothing that a file holds makes the reader throw, in whatever pieces it comes', async () => {
  const letters = fc.constantFrom(
    '1',
    '/',
    ':',
    ' ',
    '-',
    '[',
    ']',
    ',',
    '\n',
    '\u200e',
    '\u202f',
    'a',
    'P',
    'M',
    '\0',
    '\ufffd',
  );
  const heads = fc.constantFrom('25/05/2025 14:03 - Ana: ', '[5/25/25, 2:03 PM] ', '');
  await fc.assert(
    fc.asyncProperty(
      heads,
      fc.array(letters, { maxLength: 200 }),
      fc.integer({ min: 1, max: 50 }),
      async (head, rest, size) => {
        const text = head + rest.join('');
        const whole = await itemsOf(readConversation(pieces(text, 1_000_000)));
        assert.deepEqual(await itemsOf(readConversation(pieces(text, size))), whole);
      },
    ),
    { numRuns: 500 },
  );
});

test('two conversations in one file are refused in words, one that begins again is not', async () => {
  const notice = 'As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.';
  const chat = (day: string, who: string): string => `${day} 14:00 - ${notice}\n${day} 14:01 - ${who}: Oi\n`;
  const both = await itemsOf(readConversation(pieces(chat('25/05/2025', 'Ana') + chat('20/01/2025', 'Bia'))));
  assert.deepEqual(both.at(-1), { kind: 'fault', code: 'two_conversations' });
  assert.match(fileMessage('two_conversations', 'pt-BR'), /duas conversas/);
  const again = await itemsOf(
    readConversation(pieces(chat('25/05/2025', 'Ana') + chat('26/05/2025', 'Ana'))),
  );
  assert.equal(again.filter(({ kind }) => kind === 'fault').length, 0);
});

test('a conversation is told by its first lines, and anything else is left to the other reader', async () => {
  const csv = 'Cliente;Data\nAurora;25/05/2025\nBoreal;26/05/2025\n';
  const read = async (text: string) => {
    const [table] = await Array.fromAsync(tablesIn(pieces(text, 100)), ({ items }) => itemsOf(items));
    return table ?? [];
  };
  assert.deepEqual(await read(csv), await itemsOf(readCsv(pieces(csv, 100))));
  assert.equal((await read('25/05/2025 14:03 - Ana: Oi; tudo bem?\n'))[1]?.kind, 'row');
  for (const text of ['', '25/05/2025;14:03;Ana\n', 'uma carta\ncom linhas\n', '[1] nota\n', '{"a": 1}'])
    assert.ok(!(await isConversation(Buffer.from(text))), text);
});

test('wherever the first bytes of a conversation are cut, it is told', async () => {
  const line = '5/25/25, 2:03\u202fPM - José: olá 🌞\n';
  const head = Buffer.from(line.repeat(4));
  for (let end = Buffer.byteLength(line); end < head.length; end++)
    assert.ok(await isConversation(head.subarray(0, end)), String(end));
});

test('a conversation is found in the archive with its pictures; one in an archive of anything else is none', async () => {
  const text = '25/05/2025 14:03 - Ana: Oi\n';
  const zip = (name: string) =>
    zipOf([
      { name: 'IMG-0001.jpg', data: 'não é texto' },
      { name, data: text },
    ]);
  const rows = async (bytes: Uint8Array, name: string) => {
    const read = await readTables(once(bytes), name);
    return read.fault ?? read.tables[0]?.table.rows.map(({ cells }) => cells.slice(2, 6));
  };
  const named = await rows(zip('Conversa do WhatsApp com Padaria Sol.txt'), 'conversa.zip');
  assert.deepEqual(named, [['Ana', 'mensagem', 'WhatsApp', 'Padaria Sol']]);
  const outside = await rows(zip('_chat.txt'), 'WhatsApp Chat - Padaria Sol.zip');
  assert.deepEqual(outside, named);
  assert.equal(await rows(zipOf([{ name: 'carta.txt', data: 'Prezados' }]), 'carta.zip'), 'zip_content');
  assert.equal(await rows(zip('_chat.txt').subarray(0, 90), 'cortada.zip'), 'zip_broken');
});

test('the name of the file says whom a conversation is with', () => {
  const names = [
    'Conversa do WhatsApp com Padaria Sol.txt',
    'WhatsApp Chat with Padaria Sol.txt',
    'Conversa do WhatsApp com Padaria Sol (1).txt',
    'WhatsApp Chat - Padaria Sol.zip',
    'Conversa_do_WhatsApp_com_Padaria_Sol.txt',
  ];
  for (const name of names) assert.equal(chatOf(name), 'Padaria Sol', name);
  for (const name of ['_chat.txt', 'conversa.txt', 'Conversa do WhatsApp com .txt'])
    assert.equal(chatOf(name), null);
});

test('a sender in two spellings is one, and its key says nobody’s name', () => {
  const spellings = ['+55 11 98765-4321', '(11) 98765-4321', '011 8765-4321', '5511987654321'];
  assert.equal(new Set(spellings.map(senderKey)).size, 1);
  assert.equal(senderKey('José Dias'), senderKey(' jose  dias'));
  assert.notEqual(senderKey('José Dias'), senderKey('José Diaz'));
  assert.match(senderKey('José Dias'), /^[0-9a-f]{16}$/);
  assert.equal(phoneKey('Sala 1234'), null);
});

test('times of twelve and of twenty-four hours', () => {
  const read = ['14:03', '2:03 PM', '12:00 AM', '12:00 p.m.', '02:03:21', '2:03 da tarde', '25:00', 'agora'];
  assert.deepEqual(read.map(minutesOf), [843, 843, 0, 720, 123, 843, null, null]);
});
