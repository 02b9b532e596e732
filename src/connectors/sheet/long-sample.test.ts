// What the whole of a long file says is in its sample, though the sample is small.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOrderOf } from './cell-date.ts';
import { sampleOf } from './long-sample.ts';
import type { TableItem } from './table.ts';

async function* items(
  count: number,
  cellsOf: (row: number) => readonly string[],
): AsyncGenerator<readonly TableItem[]> {
  for (let row = 1; row <= count; row += 1)
    yield [{ kind: 'row', row, cells: cellsOf(row), fault: null, repairs: [] }];
}

test('one day past the twelfth, far behind the head, tells the order of day and month', async () => {
  const late = 180_000;
  const sample = await sampleOf(
    items(200_000, (row) => [`C${row % 700}`, row === late ? '13/02/2026' : '03/02/2026', String(row)]),
  );
  assert.ok('rows' in sample);
  assert.equal(sample.count, 200_000);
  assert.ok(sample.rows.length < 20_000, String(sample.rows.length));
  assert.equal(dateOrderOf(sample.rows.map(({ cells }) => cells[1] ?? '')).order, 'dmy');
});

test('a way of writing numbers that comes late is in the sample, numbers themselves are not', async () => {
  const sample = await sampleOf(
    items(100_000, (row) => ['C1', row === 90_000 ? '1.234,5' : String(row % 9000)]),
  );
  assert.ok('rows' in sample);
  assert.ok(sample.rows.some(({ row }) => row === 90_000));
  assert.ok(sample.rows.length < 30_000, String(sample.rows.length));
});

test('a file that breaks on the way is told by its fault', async () => {
  async function* broken(): AsyncGenerator<readonly TableItem[]> {
    yield* items(3, () => ['a']);
    yield [{ kind: 'fault', code: 'too_broken' }];
  }
  assert.deepEqual(await sampleOf(broken()), { fault: 'too_broken' });
});
