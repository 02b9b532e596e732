import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstColumns, readColumns, shifted, toggled } from './base-columns.ts';
import { fittingColumns } from './fitting-columns.ts';
import { countOf, marked, markedAll, markedTo, noMarks, pieces } from './marks.ts';
import { isAsSaved, namesOnly, searchOf, specOf } from './saved-view.ts';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

test('marks go by single rows, by stretches and by the whole filter', () => {
  const one = marked(noMarks, rows, 1);
  assert.deepEqual([...one.ids], ['b']);
  assert.deepEqual([...markedTo(one, rows, 3).ids], ['b', 'c', 'd']);
  assert.deepEqual([...markedTo(one, rows, 0).ids].sort(), ['a', 'b']);
  assert.deepEqual([...marked(one, rows, 1).ids], []);
  assert.equal(countOf(markedAll(rows), 900), 900);
  assert.equal(marked(markedAll(rows), rows, 0).all, false, 'one taken out is no longer all');
  assert.equal(marked(noMarks, rows, 9), noMarks);
});

test('what is done to many goes in pieces', () => {
  assert.deepEqual(pieces([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(pieces([], 2), []);
});

test('columns unknown or told twice are dropped; none is the first ones; the last one stays', () => {
  assert.deepEqual(readColumns(['owner', 'nada', 'mrr', 'owner']), ['owner', 'mrr']);
  assert.deepEqual(readColumns([]), firstColumns);
  assert.deepEqual(readColumns(undefined), firstColumns);
  assert.deepEqual(toggled(['mrr'], 'mrr'), ['mrr']);
  assert.deepEqual(shifted(['mrr', 'owner'], 'owner', -1), ['owner', 'mrr']);
  assert.deepEqual(shifted(['mrr', 'owner'], 'mrr', -1), ['mrr', 'owner']);
});

test('what does not fit leaves in the order of the mock, the action never', () => {
  const fitted = (room: number) => fittingColumns(firstColumns, room, () => 100);
  assert.deepEqual(fitted(700).left, []);
  assert.deepEqual(fitted(600).left, ['offer']);
  assert.deepEqual(fitted(400).fit, ['score', 'mrr', 'renewsOn', 'action']);
  assert.ok(fitted(100).fit.includes('action'));
});

test('a view opens the address it was saved from, and says when the address is another', () => {
  const search = {
    owner: '_me',
    stake: 5000,
    renews: 90,
    sort: 'mrr',
    dir: 'desc',
    draw: 'scatter',
  } as const;
  const view = { id: 'v1', spec: specOf(search, firstColumns) };
  assert.deepEqual(searchOf(view), { ...search, saved: 'v1' });
  assert.ok(
    isAsSaved(view, { ...search, saved: 'v1', asOf: '2026-01-01' }, firstColumns),
    'the day is not of a view',
  );
  assert.ok(!isAsSaved(view, { ...search, stake: 1000, saved: 'v1' }, firstColumns));
  assert.ok(!isAsSaved(view, { ...search, saved: 'v1' }, ['mrr']));
  assert.ok(namesOnly({ saved: 'v1', asOf: '2026-01-01' }));
  assert.ok(!namesOnly({ saved: 'v1', band: 'red' }));
});
