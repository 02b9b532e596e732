import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftColumn, DraftProblem, DraftTable } from '#contract/drafts.ts';
import { fixFault, isoOfTyped } from './import-fix.ts';
import { nextOpen } from './import-questions.ts';
import {
  alignsRight,
  fieldChoices,
  listedRows,
  openProblems,
  withChange,
  withoutIt,
} from './import-table.ts';

const column = (header: string, state: DraftColumn['state']): DraftColumn => ({
  letter: 'A',
  header,
  named: true,
  field: 'name',
  state,
  confidence: 1,
  samples: [],
  readsAs: null,
});
const problem = (row: number, fixed: string | null): DraftProblem => ({
  row,
  column: 'A',
  code: 'x',
  value: 'v',
  message: '',
  refused: true,
  fix: 'text',
  fixed,
});
const parts = (more: Partial<DraftTable>): DraftTable =>
  ({
    included: true,
    kind: 'accounts',
    columnList: [],
    asks: [],
    problemList: [],
    problems: 0,
    ...more,
  }) as DraftTable;

test('figures and days align at the right, words do not, nothing does not', () => {
  assert.ok(alignsRight(['R$ 18.400', '−3,5', null, '12%']));
  assert.ok(alignsRight(['12/06/2026', '31/08']));
  assert.ok(!alignsRight(['7', 'sete']));
  assert.ok(!alignsRight([null, '']));
});

test('a column may become any field of its table, and keeps what it is', () => {
  assert.deepEqual(fieldChoices({ fields: ['name', 'ignore'] }, 'custom'), ['name']);
  assert.deepEqual(fieldChoices({ fields: ['name'] }, 'other'), ['name', 'other']);
});

test('mended rows are not open; past the list only the count is known', () => {
  const problemList = [problem(1, null), problem(2, ''), problem(3, 'x')];
  assert.equal(openProblems({ problems: 3, problemList }), 1);
  assert.equal(openProblems({ problems: 1, problemList }), 1);
  assert.equal(openProblems({ problems: 312, problemList }), 312);
});

test('a row with two problems is one row to look at', () => {
  const problemList = [problem(1, null), problem(1, null), problem(2, null)];
  assert.equal(openProblems({ problems: 2, problemList }), 2);
  assert.equal(listedRows({ problemList }), 2);
});

test('an empty cell that refuses its row leaves the row out, another comes in without the cell', () => {
  assert.equal(withoutIt({ ...problem(1, null), value: null }), 'row');
  assert.equal(withoutIt(problem(1, null)), 'cell');
});

test('a change is seen before its answer, and touches only what it names', () => {
  const before = parts({
    columnList: [column('a', 'confirm'), column('b', 'sure')],
    problemList: [problem(1, null)],
  });
  const after = withChange(before, {
    columns: { a: 'ignore' },
    fixes: [{ row: 1, column: 'A', value: 'novo' }],
    included: false,
  });
  assert.deepEqual(
    after.columnList.map((item) => [item.field, item.state]),
    [
      ['ignore', 'left_out'],
      ['name', 'sure'],
    ],
  );
  assert.equal(after.problemList[0]?.fixed, 'novo');
  assert.equal(after.included, false);
  assert.equal(after.kind, 'accounts');
});

test('typed values are refused only where they can be seen to be wrong', () => {
  assert.equal(fixFault('day', '31/02/2026'), 'day');
  assert.equal(fixFault('day', '28/2/26'), null);
  assert.equal(fixFault('money', 'a combinar'), 'money');
  assert.equal(fixFault('money', 'R$ 1.250,00'), null);
  assert.equal(fixFault('taxId', '12.345.678/0001-0'), 'taxId');
  assert.equal(fixFault('taxId', '12.345.678/0001-95'), null);
  assert.equal(fixFault('number', 'sete'), 'number');
  assert.equal(fixFault('text', ' '), 'empty');
  assert.equal(isoOfTyped('5/3/2026'), '2026-03-05');
  assert.equal(isoOfTyped('31/02/2026'), null);
});

test('after an answer comes the next open question, round the list', () => {
  const items = [{ answer: null }, { answer: 1 }, { answer: null }];
  assert.equal(nextOpen(items, 0), 2);
  assert.equal(nextOpen(items, 2), 0);
  assert.equal(nextOpen([{ answer: null }], 0), null);
});
