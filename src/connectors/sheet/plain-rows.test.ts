// The plain way of reading rows of a long table tells what the way of every row tells.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDay } from '#base/day.ts';
import { dayPart, readDate } from './cell-date.ts';
import { longKeys, longReading, longRows, type LongReading, type LongRow } from './long-rows.ts';
import { endless } from './long-sample.ts';
import { plainReader } from './plain-rows.ts';
import { readCsv, readCsvParts } from './read-csv.ts';
import { tableOf } from './sheet-table.ts';
import type { TableItem, TableRow } from './table.ts';

const today = parseDay('2026-05-10') ?? 0;

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function partsOf(text: string, size = 1 << 16): Promise<readonly (readonly TableItem[])[]> {
  return await Array.fromAsync(readCsvParts(pieces(Buffer.from(text), size), endless));
}

async function* again<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

async function read(parts: readonly (readonly TableItem[])[], reading: LongReading) {
  const tally = { rows: 0, blank: 0, total: 0, duplicates: 0 };
  const book = await longKeys(() => again(parts), reading);
  const rows: LongRow[] = (await Array.fromAsync(longRows(again(parts), reading, book, tally))).flat();
  return { rows: rows.toSorted((a, b) => a.row - b.row), tally, book };
}

/** Reads a table both ways: rows that a person mended, be it to what they said before, are read the way of every row. */
async function bothWays(text: string) {
  const parts = await partsOf(text);
  const items = parts.flat().filter((item): item is TableRow => item.kind === 'row');
  const table = tableOf(items);
  assert.ok('rows' in table, text);
  const options = { path: 'uso.csv', today, currency: 'BRL', keywords: [], map: null };
  const column = table.headers[0] ?? '';
  const was = { code: '', value: null, refused: false };
  const fixes = table.rows.map(({ row, cells }) => ({ row, column, value: String(cells[0] ?? ''), was }));
  const reading = longReading(table, options);
  const [plain, general] = [await read(parts, reading), await read(parts, { ...reading, fixes })];
  const reader = plainReader(reading, plain.book);
  return { plain, general, ways: table.rows.filter((row) => (reader?.(row) ?? null) !== null).length };
}

const cell = fc.constantFrom(
  '',
  '-',
  '#REF!',
  'Total',
  'total geral',
  'x',
  ' Ação  é ',
  '1.234',
  '1,5',
  '7',
  '\u00a0',
);
const of = (...usual: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: cell });
const days = of(
  '2026-04-01 10:00:01',
  '2026-04-02T09:00:00Z',
  '2026-04-02',
  '31/03/2026 08:15',
  '2027-01-01',
  'amanhã',
);
const event = fc.tuple(
  of('C1', 'C2', '0012'),
  of('Aurora', 'Boreal', 'Gêmeos'),
  days,
  of('ana', 'bia'),
  of('Login', 'Exportação'),
  of('1', '2,5', '999999999'),
);
const period = fc.tuple(
  of('C1', 'C2'),
  of('Aurora', 'Boreal'),
  of('2026-03-02', '2026-03-09', '2026-05-04'),
  of('5', '7'),
  of('66', '3'),
  of('9', '1.234,5'),
);
const tables = [
  { head: 'account_id;Cliente;event_time;user_id;event_type;event_value', row: event },
  { head: 'Código do cliente;Cliente;Semana;Usuários ativos;Eventos;Busca', row: period },
];

for (const { head, row } of tables)
  test(`rows under ${head} tell the same both ways`, async () => {
    const list = fc.array(fc.oneof({ weight: 12, arbitrary: row }, fc.array(cell, { maxLength: 8 })), {
      minLength: 1,
      maxLength: 30,
    });
    const usual = head.startsWith('account_id')
      ? 'C1;Aurora;2026-04-01 10:00:01;ana;Login;1\nC2;Boreal;2026-04-13 10:00:01;bia;Login;2,5'
      : 'C1;Aurora;2026-03-02;5;66;9\nC1;Aurora;2026-03-09;5;66;9\nC2;Boreal;2026-03-16;5;66;9';
    let ways = 0;
    await fc.assert(
      fc.asyncProperty(list, async (lines) => {
        const found = await bothWays([head, usual, ...lines.map((cells) => cells.join(';'))].join('\n'));
        const { rows, tally } = found.general;
        assert.deepEqual(unrepeated(found.plain.rows), unrepeated(rows));
        assert.deepEqual({ ...found.plain.tally, duplicates: 0 }, { ...tally, duplicates: 0 });
        ways += found.ways;
      }),
      { numRuns: 150 },
    );
    assert.ok(ways > 150, `${ways} rows were plain`);
  });

/** Rows that say what another said are told apart only where all are stored: the first of them stands here. */
function unrepeated(rows: readonly LongRow[]): readonly LongRow[] {
  const seen = new Set<string>();
  return rows.filter(
    ({ content }) => content === null || (!seen.has(content) && seen.add(content) !== undefined),
  );
}

test('a day is read the same without the clock behind it', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
  const day = fc.oneof(
    fc.tuple(two, two, two).map(([a, b, c]) => `20${a}-${b}-${c}`),
    fc.tuple(two, two, two).map(([a, b, c]) => `${a}/${b}/20${c}`),
  );
  const clock = fc
    .tuple(
      two,
      two,
      fc.constantFrom('', ':07', ':59.123'),
      fc.constantFrom('', 'Z'),
      fc.constantFrom(' ', 'T'),
    )
    .map(([h, m, s, z, t]) => `${t}${h}:${m}${s}${z}`);
  fc.assert(
    fc.property(day, clock, fc.constantFrom('dmy', 'mdy', null), (date, time, order) => {
      assert.equal(dayPart(date + time), date);
      assert.deepEqual(readDate(date + time, order), readDate(date, order));
    }),
  );
});

test('text without quotes gives the rows that the same cells in quotes give, in pieces of any length', async () => {
  const word = fc.stringMatching(/^[a-zé😀 .1\ufffd]{0,6}$/u);
  const shape = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(
      shape,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.boolean()),
      async (rows, end, size, marks) => {
        const head = `a;b;c${end}`.repeat(3);
        const write = (quoted: (n: number) => boolean): string =>
          head +
          rows
            .map((cells, n) =>
              cells.map((each) => (quoted(n) && each.trim() !== '' ? `"${each}"` : each)).join(';'),
            )
            .join(end);
        const of = async (text: string) => await Array.fromAsync(readCsv(pieces(Buffer.from(text), size)));
        const plain = await of(write(() => false));
        assert.deepEqual(await of(write(() => true)), plain);
        assert.deepEqual(await of(write((n) => marks[n % Math.max(1, marks.length)] ?? false)), plain);
      },
    ),
    { numRuns: 200 },
  );
});
