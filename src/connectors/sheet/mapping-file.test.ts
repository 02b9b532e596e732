import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mapFor } from './map-for.ts';
import { type FileMap, readMapFile } from './mapping-file.ts';

function fileOf(yaml: string, path = 'clientes.csv'): FileMap {
  const read = readMapFile(yaml);
  if ('problems' in read) assert.fail(JSON.stringify(read.problems));
  const found = mapFor(read.map, path);
  assert.ok(found);
  return found;
}

test('a map in its three spellings is one map', () => {
  const nested = fileOf(
    'clientes.csv:\n  table: accounts\n  date: dd/mm/yyyy\n  columns:\n    "Início do contrato": start\n    Valor (R$): { field: monthly, decimal: "," }\n',
  );
  const beside = fileOf(
    'files:\n  Clientes.CSV:\n    table: accounts\n    date: dd/mm/aaaa\n    INICIO CONTRATO: start\n    Valor: { field: monthly, decimal: "," }\n',
    'base/clientes.csv',
  );
  for (const map of [nested, beside]) {
    assert.equal(map.table, 'accounts');
    assert.equal(map.date, 'dmy');
    assert.equal(map.columns.get('inicio contrato')?.field, 'start');
    assert.equal(map.columns.get('valor')?.field, 'monthly');
    assert.equal(map.columns.get('valor')?.decimal, ',');
  }
});

test('fields in any spelling; hints without a field; columns to leave out', () => {
  const map = fileOf(
    '"*":\n  columns:\n    A: planned_end\n    B: { end: exclusive }\n    C: ignore\n    D: mrr\n    E: custom\n    F:\n',
  );
  const fields = [...map.columns.values()].map((column) => [column.header, column.field, column.end]);
  assert.deepEqual(fields, [
    ['A', 'plannedEnd', null],
    ['B', null, 'exclusive'],
    ['C', 'ignore', null],
    ['D', 'monthly', null],
    ['E', 'custom', null],
    ['F', 'ignore', null],
  ]);
});

test('what cannot be used is named with its line', () => {
  const cases: readonly (readonly [string, RegExp, number | null])[] = [
    ['clientes.csv:\n  table: clientes\n', /accounts/, 2],
    ['clientes.csv:\n  columns:\n    A: wrong\n', /"wrong" não é um campo/, 3],
    ['clientes.csv:\n  date: amanhã\n', /dd\/mm\/yyyy/, 2],
    ['clientes.csv:\n  decimal: ";"\n', /','/, 2],
    ['clientes.csv:\n  columns:\n    A: { field: start, datte: dmy }\n', /./, 3],
    ['a: [1\n', /./, 2],
    ['- x\n', /um arquivo por chave/, 1],
    ['clientes.csv:\n  columns:\n    A: { field: start, decimal: x }\n', /use ',' ou '\.'/, 3],
    ['clientes.csv:\n  delayDays: muitos\n', /dias/, 2],
  ];
  for (const [yaml, reason, line] of cases) {
    const read = readMapFile(yaml);
    assert.ok('problems' in read, yaml);
    assert.match(read.problems[0]?.reason[0] ?? '', reason);
    assert.equal(read.problems[0]?.line, line, yaml);
  }
});

test('no text throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '&', '*', '"', '<') }),
      ),
      (text) => {
        readMapFile(text);
      },
    ),
  );
});
