import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import writeXlsxFile, { type Cell as Written } from 'write-excel-file/node';
import { readDate } from '#connectors/sheet/cell-date.ts';
import { openStyle, readNumber } from '#connectors/sheet/cell-number.ts';
import { textOf } from '#connectors/sheet/cell.ts';
import { tablesIn } from '#connectors/sheet/read-file.ts';
import { bringFile, facts } from '#connectors/sheet/sheet-fixture.ts';
import type { Cell, TableItem } from '#connectors/sheet/table.ts';
import { bookOf, type RawBook, textRow } from './testing-workbooks.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Sheets of a file with their items. */
async function sheetsOf(bytes: Uint8Array): Promise<[string | null, TableItem[]][]> {
  const found: [string | null, TableItem[]][] = [];
  for await (const { sheet, items } of tablesIn(once(bytes)))
    found.push([sheet, await Array.fromAsync(items)]);
  return found;
}

/** Cells of the rows of a workbook's first sheet. */
async function cellsOf(
  book: Partial<RawBook> & { readonly rows: string },
): Promise<readonly (readonly Cell[])[]> {
  const [first] = await sheetsOf(bookOf({ sheets: [{ name: 'A', rows: book.rows }], ...book }));
  return (first?.[1] ?? []).map((item) => (item.kind === 'row' ? item.cells : [item.code]));
}

/** One number under a format. */
async function shown(value: number | string, format: string, epoch?: 1904): Promise<Cell | undefined> {
  const rows = `<row><c s="0"><v>${value}</v></c></row>`;
  const [cells] = await cellsOf({ rows, formats: [format], ...(epoch ? { epoch } : {}) });
  return cells?.[0];
}

test('a number is what its format says: a day, a moment, a share, an amount, a code', async () => {
  const serial = 46_127;
  for (const [format, value, expected] of [
    ['dd/mm/yyyy', serial, '2026-04-15'],
    ['dd/mmm/yy', serial, '2026-04-15'],
    ['[$-416]d" de "mmmm" de "yyyy;@', serial, '2026-04-15'],
    ['[$-F800]dddd, mmmm dd, yyyy', serial, '2026-04-15'],
    ['mmm/yy', serial, '2026-04'],
    ['dd/mm/yyyy hh:mm', serial + 0.604_166_666_666_667, '2026-04-15 14:30'],
    ['dd/mm/yyyy', serial + 0.604_166_666_666_667, '2026-04-15'],
    ['hh:mm', 0.75, '18:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['dd/mm/yyyy', 60, '1900-02-28'],
    ['dd/mm/yyyy', -3, -3],
    ['0%', 0.125, '12,5%'],
    ['0.00%', 0.07, '7%'],
    ['"R$" #,##0.00', 1416.67, 1416.67],
    ['_-[$R$-416] * #,##0.00_-;-[$R$-416] * #,##0.00_-', 1416.67, 1416.67],
    ['[$US$-409]#,##0.00', 1234.5, 'US$ 1.234,50'],
    ['[$€-2] #,##0.00', -99.9, '-€ 99,90'],
    ['#,##0.00;[Red]-#,##0.00', 1234.5, 1234.5],
    ['0.00E+00', 12_345, 12_345],
    ['00\\.000\\.000\\/0000\\-00', 1_815_908_000_116, '01.815.908/0001-16'],
    ['General', 0.1 + 0.2, 0.3],
    ['#,##0 "dias"', 30, 30],
  ] as const)
    assert.equal(await shown(value, format), expected, `${format} ${value}`);
  assert.equal(await shown(44_665, 'yyyy-mm-dd', 1904), '2026-04-15');
});

test('every kind of cell: texts shared, inline and rich, truth, errors, formulas; escapes and readings of ideographs', async () => {
  const texts = [
    '<si><t xml:space="preserve"> Aço &amp; Cia </t></si>',
    '<si><r><rPr><b/></rPr><t>Padaria </t></r><r><t>São João</t></r></si>',
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
    '<si><t>a_x000D_b_x005F_x</t></si>',
  ].join('');
  const rows = `<row r="3"><c r="A3" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c t="s"><v>3</v></c></row>
    <row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c><c t="inlineStr"><is><r><t>de</t></r><r><t>ntro</t></r></is></c></row>
    <row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>feito</v></c><c t="str"><f>A1</f><v></v></c><c t="d"><v>2026-04-15T00:00:00</v></c></row>`;
  assert.deepEqual(await cellsOf({ rows, texts }), [
    [''],
    [''],
    [' Aço & Cia ', 'Padaria São João', '', '東京', 'a\rb_x'],
    ['VERDADEIRO', '#N/A', '#REF!', 'dentro', ''],
    [2, 'feito', '', '2026-04-15', ''],
  ]);
});

test('a formula that was saved without its result is an empty cell, and said', async () => {
  const rows = `${textRow(['Cliente', 'Valor mensal'])}<row><c t="inlineStr"><is><t>Acme</t></is></c><c><f>B1*2</f></c></row>
    <row><c t="inlineStr"><is><t>Beta</t></is></c><c><f>B2*2</f><v></v></c></row>`;
  const { tables } = await bringFile(bookOf({ sheets: [{ name: 'A', rows }] }));
  const [table] = tables;
  assert.deepEqual(
    table?.report.problems.map(({ row, code }) => [row, code]),
    [
      [2, 'formula_without_value'],
      [3, 'formula_without_value'],
    ],
  );
  assert.equal(table?.report.accepted, 2);
});

test('another namespace and prefixes are the same workbook', async () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const rows = '<x:row xmlns:x="urn:x"><x:c><x:v>7</x:v></x:c></x:row>';
  assert.deepEqual(await cellsOf({ rows, namespace: strict }), [[7]]);
});

const people = textRow(['Cliente', 'CNPJ', 'Valor mensal']) + textRow(['Acme', '', '10,00']);

test('sheets that are hidden, empty or no table stay out with a word; customers come first', async () => {
  const tickets =
    textRow(['Chamado', 'Cliente', 'Aberto em', 'Assunto', 'Prioridade']) +
    textRow(['T-1', 'Acme', '15/04/2026', 'Erro', 'alta']);
  const result = await bringFile(
    bookOf({
      sheets: [
        { name: 'Chamados', rows: tickets },
        { name: 'Carteira', rows: textRow(['Carteira de abril']) + '<row/>' + people },
        { name: 'Rascunho', rows: people, state: 'veryHidden' },
        { name: 'Plan3', rows: '' },
        { name: 'Legenda', rows: textRow(['Cores']) + textRow(['verde']) + textRow(['vermelho']) },
      ],
    }),
  );
  assert.deepEqual(
    result.tables.map(({ report, ready }) => [report.sheet, report.table, report.accepted, ready]),
    [
      ['Carteira', 'accounts', 1, true],
      ['Chamados', 'tickets', 1, true],
    ],
  );
  assert.deepEqual(
    result.passed.map(({ sheet, problems }) => [sheet, problems[0]?.code]),
    [
      ['Rascunho', 'hidden_sheet'],
      ['Plan3', 'empty_sheet'],
      ['Legenda', 'no_table_sheet'],
    ],
  );
});

test('a mapping file speaks of one sheet, or leaves it out', async () => {
  const summary = textRow(['Segmento', 'Soma']) + textRow(['PME', '10']) + textRow(['Grandes', '30']);
  const book = bookOf({
    sheets: [
      { name: 'Carteira', rows: textRow(['Quem', 'Apelido']) + textRow(['Acme', 'A']) },
      { name: 'Resumo', rows: summary },
    ],
  });
  const yaml = 'base.xlsx#carteira:\n  Quem: name\n  Apelido: ignore\nbase.xlsx#Resumo:\n  table: ignore\n';
  const { tables, passed } = await bringFile(book, { path: 'pasta/base.xlsx', yaml });
  assert.deepEqual(
    tables.map(({ report }) => report.mapping),
    [{ Quem: 'name', Apelido: 'ignore' }],
  );
  assert.deepEqual(
    passed.map(({ sheet, problems }) => [sheet, problems[0]?.code]),
    [['Resumo', 'ignored_sheet']],
  );
});

test('a workbook under the name of a CSV is read, and a CSV under the name of a workbook', async () => {
  const book = await bringFile(bookOf({ sheets: [{ name: 'A', rows: people }] }), { path: 'clientes.csv' });
  const text = await bringFile('Cliente;CNPJ;Valor mensal\nAcme;;10,00\n', { path: 'clientes.xlsx' });
  const [one, other] = [book, text].map(({ tables }) => facts(tables[0] as never));
  assert.ok(one && one.length > 0);
  assert.deepEqual(one, other);
});

test('any table of texts, numbers and days reads the same from a workbook as from a CSV', async () => {
  const letters = fc.constantFrom(...Array.from('abcÁção ;",\n<&>=+-@0_x'));
  const cell = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.string({ unit: letters, maxLength: 12 }).filter((text) => /\p{L}/u.test(text)),
    }),
    fc.record({
      kind: fc.constant('number' as const),
      number: fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
    }),
    fc.record({
      kind: fc.constant('day' as const),
      day: fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
    }),
    fc.constant({ kind: 'empty' as const }),
  );
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const head = ['Um', 'Dois', 'Três'];
      const iso = (day: Date): string => day.toISOString().slice(0, 10);
      const written = rows.map((row) =>
        row.map((each): Written => {
          if (each.kind === 'empty') return null;
          if (each.kind === 'text') return { type: String, value: each.text };
          if (each.kind === 'number') return { type: Number, value: each.number };
          return { type: Date, value: new Date(iso(each.day)), format: 'dd/mm/yyyy' };
        }),
      );
      const told = rows.map((row) =>
        row.map((each) => {
          if (each.kind === 'empty') return '';
          if (each.kind === 'text') return `"${each.text.replaceAll('"', '""')}"`;
          return each.kind === 'number'
            ? String(each.number).replace('.', ',')
            : iso(each.day).split('-').toReversed().join('/');
        }),
      );
      const csv = [head, ...told].map((row) => row.join(';')).join('\r\n');
      const [[, book] = ['', []]] = await sheetsOf(
        await writeXlsxFile([head.map((value) => ({ value })), ...written]).toBuffer(),
      );
      const [[, text] = ['', []]] = await sheetsOf(Buffer.from(csv));
      assert.deepEqual(meant(book), meant(text));
    }),
    { numRuns: 25 },
  );
});

/** Cells by what they mean, whatever they are written as; blank rows at the end are none. */
function meant(items: readonly TableItem[]): readonly (readonly unknown[])[] {
  const rows = items.map((item) =>
    item.kind === 'fault'
      ? [item.code]
      : item.cells.map((cell) => {
          const day = readDate(cell, 'dmy');
          if (typeof cell === 'string' && day.kind === 'value' && /^\d+[-/]\d+[-/]\d+$/.test(cell))
            return day.value;
          const number = readNumber(cell, { ...openStyle, mark: ',' });
          return number.kind === 'value' ? number.value : textOf(cell);
        }),
  );
  const filled = rows.map((row) => {
    const last = row.findLastIndex((cell) => cell !== '');
    return row.slice(0, last + 1);
  });
  return filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
}
