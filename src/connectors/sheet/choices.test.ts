// What a person says of a table → what a mapping file would say; mended cells; which sheets share a habit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askId, headersOf, mapOf, mended, optionsOf } from './choices.ts';
import { mapFor } from './map-for.ts';
import { headerKey, readMapFile } from './mapping-file.ts';
import type { SheetTable } from './sheet-table.ts';

const none = (): null => null;

test('nothing said is no map', () => {
  assert.equal(mapOf({}, none), null);
  assert.equal(mapOf({ columns: {}, asks: {}, fixes: [], included: true }, none), null);
});

test('choices on a screen are what a mapping file says', () => {
  const said = mapOf(
    {
      kind: 'invoices',
      columns: { Empresa: 'name', Cor: 'ignore' },
      asks: { 'date_order:Vence em': 'dmy', 'which_unit:Valor': 'cents', 'decimal_mark:Valor': ',' },
    },
    none,
  );
  const file = readMapFile(`faturas.csv:
  table: invoices
  columns:
    Empresa: name
    Cor: ignore
    Vence em: { date: dd/mm/yyyy }
    Valor: { amounts: cents, decimal: ',' }
`);
  assert.ok('map' in file);
  const written = mapFor(file.map, 'faturas.csv');
  const plain = (map: typeof said) => ({
    ...map,
    columns: Object.fromEntries(map?.columns ?? []),
  });
  assert.deepEqual(plain(said), plain(written));
});

test('answers about the table: its periods, its survey, what it is', () => {
  const map = mapOf(
    { asks: { 'which_grain:Uso': 'week', 'which_instrument:Nota': 'csat', 'which_table:': 'usage' } },
    none,
  );
  assert.deepEqual([map?.grain, map?.table, map?.constants.get('instrument')], ['week', 'usage', 'csat']);
});

test('of two columns with one title the chosen one is read, the other is left out', () => {
  const fieldOf = (header: string) => (header === 'MRR' ? 'monthly' : null);
  const fields = (option: string) => {
    const map = mapOf({ asks: { 'two_columns:MRR (2)': option } }, fieldOf);
    return ['MRR', 'MRR (2)'].map((header) => map?.columns.get(headerKey(header))?.field ?? null);
  };
  assert.deepEqual(fields('MRR (2)'), ['ignore', 'monthly']);
  assert.deepEqual(fields('MRR'), [null, 'ignore']);
});

test('a missing key may be any column that could name a customer', () => {
  const ask = { code: 'no_key', column: null, options: ['name', 'taxId'] } as const;
  assert.equal(askId(ask), 'no_key:');
  assert.deepEqual(optionsOf(ask, ['A', 'B']), ['name@A', 'taxId@A', 'name@B', 'taxId@B']);
  const map = mapOf({ asks: { 'no_key:': 'taxId@B' } }, none);
  assert.equal(map?.columns.get(headerKey('B'))?.field, 'taxId');
});

const row = (n: number, ...cells: string[]) =>
  ({ kind: 'row', row: n, cells, fault: null, repairs: [] }) as const;
const table: SheetTable = {
  headers: ['Cliente', 'Valor'],
  named: [true, true],
  rows: [row(2, 'A', 'dez'), row(3, 'B')],
  twice: [],
};

test('a mended cell stands in the place of what stood there, one past the row\u2019s end too', () => {
  const was = { code: '', value: null, refused: true };
  const fixes = [
    { row: 2, column: 'Valor', value: '10', was },
    { row: 3, column: 'Valor', value: '20', was },
    { row: 3, column: 'Outra', value: 'x', was },
  ];
  assert.deepEqual(
    mended(table, fixes).rows.map(({ cells }) => cells),
    [
      ['A', '10'],
      ['B', '20'],
    ],
  );
  assert.equal(mended(table, []), table);
});

test('sheets of one habit share their headers, whatever the order, case or accents', () => {
  const other = { ...table, headers: ['VALOR', 'cliente'] };
  assert.equal(headersOf(table), headersOf(other));
  assert.notEqual(headersOf(table), headersOf({ ...table, headers: ['Cliente', 'CNPJ'] }));
});
