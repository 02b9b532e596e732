import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from './read-csv.ts';
import type { TableItem } from './table.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array | string, size = 1 << 20): Promise<readonly TableItem[]> {
  return Array.fromAsync(readCsv(pieces(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, size)));
}

async function cells(bytes: Uint8Array | string, size?: number): Promise<readonly (readonly unknown[])[]> {
  return (await read(bytes, size)).map((item) => (item.kind === 'row' ? item.cells : [item.code]));
}

const text = 'Cliente;Início;Valor\r\nPadaria São João;01/02/2026;R$ 1.250,00\r\n"Ágil; Cia";;"1\r\n2"\r\n';
const expected = [
  ['Cliente', 'Início', 'Valor'],
  ['Padaria São João', '01/02/2026', 'R$ 1.250,00'],
  ['Ágil; Cia', '', '1\r\n2'],
];

test('one table in every encoding, whole and byte by byte', async () => {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const encodings: readonly Uint8Array[] = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text, 'latin1'),
    utf16,
    Buffer.from(utf16).swap16(),
  ];
  for (const bytes of encodings) {
    assert.deepEqual(await cells(bytes), expected);
    assert.deepEqual(await cells(bytes, 1), expected);
    assert.deepEqual(await cells(bytes, 7), expected);
  }
  assert.deepEqual(await cells(Buffer.from([0x61, 0x3b, 0x62, 10, 0x80, 0x3b, 0x93])), [
    ['a', 'b'],
    ['€', '“'],
  ]);
});

test('an encoding that shows late is still found', async () => {
  const long = `a;b\n${'x;y\n'.repeat(20_000)}`;
  const rows = await cells(Buffer.concat([Buffer.from(long), Buffer.from('São;1\n', 'latin1')]), 4096);
  assert.deepEqual(rows.at(-1), ['São', '1']);
  assert.deepEqual((await cells(`${long}São;1\n`, 4097)).at(-1), ['São', '1']);
});

test('delimiters are found beside decimal commas and quoted text', async () => {
  assert.deepEqual((await cells('Nome;Valor\nA;1,50\nB;2,50\nC;3,50\n'))[1], ['A', '1,50']);
  assert.deepEqual((await cells('Nome,Valor\nA,"1,50"\nB,"2;50"\n'))[2], ['B', '2;50']);
  assert.deepEqual((await cells('Nome\tValor, R$\nA\t1,50\n'))[1], ['A', '1,50']);
  assert.deepEqual((await cells('sep=,\nNome,Valor\nA;B,2\n'))[1], ['A;B', '2']);
  assert.deepEqual((await cells('Clientes 2026;;\n;;\nNome;Valor;Obs\nA;1;x, y, z\nB;2;x, y, z\n'))[3], [
    'A',
    '1',
    'x, y, z',
  ]);
});

test('rows are counted as a spreadsheet counts them', async () => {
  const items = await read('a;b\n"1\n2";x\n\n;\nz;1\n\n\n');
  assert.deepEqual(
    items.map((item) => item.kind === 'row' && [item.row, item.cells.length]),
    [
      [1, 2],
      [2, 2],
      [3, 1],
      [4, 2],
      [5, 2],
    ],
  );
});

test('what is no text is named, not parsed', async () => {
  const faults: readonly (readonly [Uint8Array, string])[] = [
    [Buffer.alloc(0), 'empty_file'],
    [Buffer.from(' \n\n'), 'empty_file'],
    [Buffer.from('PK\u0003\u0004other'), 'zip_content'],
    [Buffer.from('%PDF-1.7 ...'), 'pdf_content'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'xls_content'],
    [Buffer.from('<!DOCTYPE html><table>'), 'html_content'],
    [Buffer.from('<?xml version="1.0"?><notas/>'), 'xml_content'],
    [Buffer.from('{"clientes": []}'), 'json_content'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image_content'],
    [Buffer.from(Array.from({ length: 999 }, (_, at) => at % 9)), 'binary_content'],
  ];
  for (const [bytes, code] of faults) assert.deepEqual(await read(bytes), [{ kind: 'fault', code }], code);
});

test('two bytes a letter without a mark are read', async () => {
  const text = Buffer.from('Cliente;Valor\nAção;10\n', 'utf16le');
  const expected = [
    ['Cliente', 'Valor'],
    ['Ação', '10'],
  ];
  assert.deepEqual(await cells(text), expected);
  assert.deepEqual(await cells(Buffer.from(text).swap16()), expected);
});

test('a quote that never closes costs its own row only', async () => {
  const items = await read('a;b\n"x;1\n2;3\n4;5\n');
  assert.deepEqual(
    items.map((item) => item.kind === 'row' && [item.row, item.cells, item.fault]),
    [
      [1, ['a', 'b'], null],
      [2, ['"x', '1'], 'quote_not_closed'],
      [3, ['2', '3'], null],
      [4, ['4', '5'], null],
    ],
  );
  assert.deepEqual(await cells('a;b\nRua "Nova" 5;1\n"X" Ltda;2\n'), [
    ['a', 'b'],
    ['Rua "Nova" 5', '1'],
    ['"X" Ltda', '2'],
  ]);
});

test('a line without end is left out and reading goes on', async () => {
  const items = await read(`a;b\n${'x'.repeat(3_000_000)}\nz;1\n`, 65_536);
  assert.deepEqual(
    items.map((item) => item.kind === 'row' && [item.row, item.fault]),
    [
      [1, null],
      [2, 'line_too_long'],
      [3, null],
    ],
  );
});

test('NUL bytes and unreadable letters are said', async () => {
  const items = await read(Buffer.concat([Buffer.from('a;b\nx\0y;1\nSão;'), Buffer.from([0x41, 10])]));
  assert.deepEqual(items[1], {
    kind: 'row',
    row: 2,
    cells: ['xy', '1'],
    repairs: ['nul_bytes'],
    fault: null,
  });
});

test('ragged rows keep their cells', async () => {
  assert.deepEqual(await cells('a;b;c\n1\n1;2;3;4\n'), [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]);
});

test('any bytes in any pieces end in rows or one fault', async () => {
  const sheetish = fc
    .string({
      unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', '1', 'ã', ' ', '\0'),
      maxLength: 120,
    })
    .map((each) => Buffer.from(each));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), sheetish),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, size) => {
        const items = await read(bytes, size);
        assert.ok(items.filter((item) => item.kind === 'fault').length <= 1);
        const rows = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
        assert.deepEqual(
          rows,
          rows.map((_, at) => at + 1),
        );
      },
    ),
    { numRuns: 400 },
  );
});
