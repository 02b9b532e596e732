import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft, DraftTableLine } from '#contract/drafts.ts';
import { figuresOf, openTable, placeOf, readImportSearch, shareDone } from './import-flow.ts';

const line = (id: string, more: Partial<DraftTableLine> = {}): DraftTableLine => ({
  id,
  file: 'f',
  sheet: null,
  kind: 'accounts',
  kindLabel: 'clientes',
  included: true,
  rows: 10,
  accepted: 8,
  refused: 2,
  duplicates: 0,
  skipped: 0,
  columns: 5,
  columnsUnderstood: 4,
  toDecide: 0,
  toConfirm: 1,
  problems: 2,
  blocked: null,
  ...more,
});
const draft = (more: Partial<Draft> = {}): Draft => ({
  id: 'd',
  today: '2026-04-15',
  state: 'open',
  files: [{ id: 'f', name: 'a.csv', bytes: 1, about: '', fault: null }],
  tables: [line('t1')],
  blockers: [],
  questionsOpen: 0,
  progress: null,
  failure: null,
  result: null,
  ...more,
});

test('the address is read, what it does not know is left out', () => {
  assert.deepEqual(readImportSearch({ step: 'check', table: 't1', x: 1 }), { step: 'check', table: 't1' });
  assert.deepEqual(readImportSearch({ step: 'else', table: '' }), {});
});

test('a commit speaks before the address, files before tables, what is missing before the check', () => {
  assert.equal(placeOf(draft({ state: 'committing' }), { step: 'files' }, false), 'committing');
  assert.equal(placeOf(draft({ state: 'committed' }), { step: 'files' }, false), 'done');
  assert.equal(placeOf(draft({ tables: [] }), { step: 'check' }, false), 'files');
  assert.equal(placeOf(draft(), {}, true), 'files');
  assert.equal(placeOf(draft(), {}, false), 'columns');
  assert.equal(placeOf(draft(), { step: 'check' }, false), 'check');
  const held = draft({ blockers: [{ table: 't1', message: 'Falta' }] });
  assert.equal(placeOf(held, { step: 'check' }, false), 'columns');
  const fault = { code: 'x', message: 'y' };
  const unread = draft({ files: [{ id: 'f', name: 'a.xls', bytes: 1, about: '', fault }] });
  assert.equal(placeOf(unread, {}, false), 'files');
  assert.equal(placeOf(unread, { step: 'columns' }, false), 'columns');
});

test('without a table asked for, the first that needs someone is open', () => {
  const tables = [line('t1'), line('t2', { toDecide: 1, included: false }), line('t3', { toDecide: 1 })];
  assert.equal(openTable(draft({ tables }), {})?.id, 't3');
  assert.equal(openTable(draft({ tables }), { table: 't2' })?.id, 't2');
  assert.equal(openTable(draft({ tables }), { table: 'gone' })?.id, 't3');
  assert.equal(openTable(draft({ tables: [] }), {}), null);
});

test('figures are sums over what goes in', () => {
  const tables = [
    line('t1'),
    line('t2', { included: false }),
    line('t3', { kind: 'contacts', accepted: 10 }),
  ];
  const figures = figuresOf(draft({ tables }));
  assert.deepEqual([figures.tables, figures.rows, figures.accepted, figures.customers], [2, 20, 18, false]);
  assert.equal(figuresOf(draft()).customers, true);
  assert.equal(figuresOf(draft({ tables }), { id: 't1', open: 0 }).problems, 2);
});

test('a share is unknown while there is no total, and never past one', () => {
  assert.equal(shareDone(null), null);
  assert.equal(shareDone({ done: 0, total: 0 }), null);
  assert.equal(shareDone({ done: 5, total: 4 }), 1);
});
