import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay } from '#base/day.ts';
import { formatter } from './format.ts';
import { historyDrawing } from './history-drawing.ts';
import { neighbours, stepRow, wantsMore } from './list-walk.ts';
import { firstColumns } from './base-columns.ts';
import { readChosen, writeChosen } from './preferences.ts';
import { spark } from './spark.ts';

const f = formatter('pt-BR');
const limits = { yellow: 40, green: 75 };
const weeks = (scores: readonly (number | null)[]) =>
  scores.map((score, index) => ({
    week: formatDay(20_600 - (scores.length - 1 - index) * 7),
    score,
    band: 'yellow' as const,
  }));

test('a spark stays inside its box and breaks where the score is unknown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { maxLength: 13 }),
      (scores) => {
        const { path, end } = spark(scores, 52, 16);
        for (const [, x, y] of path.matchAll(/[ML]([\d.]+) (-?[\d.]+)/g))
          assert.ok(Number(x) <= 52 && Number(y) >= 0 && Number(y) <= 16);
        assert.equal(end === null, (scores.at(-1) ?? null) === null);
      },
    ),
  );
  assert.equal(spark([10, null, 20], 52, 16).path.match(/M/g)?.length, 2);
});

test('the year ends today, or at a date more than a year ago', () => {
  const source = { today: '2026-06-01', asOf: '2026-05-01', history: weeks([50, 60]), marks: [] };
  const drawing = historyDrawing(source, limits, 800, f);
  assert.equal(drawing.from, '2025-06-02');
  assert.ok(drawing.handleX < 794);
  assert.equal(drawing.dayAt(794), '2026-06-01');
  assert.equal(drawing.dayAt(5000), '2026-06-01');
  assert.equal(historyDrawing({ ...source, asOf: '2024-01-10' }, limits, 800, f).handleX, 794);
});

test('named facts never write over each other', () => {
  const day = (back: number) => formatDay(20_600 - back);
  const marks = [day(30), day(24), day(8)].map((on, index) => ({ on, text: `Marco número ${index}` }));
  const drawing = historyDrawing(
    { today: day(0), asOf: day(0), history: weeks(Array.from({ length: 50 }, () => 60)), marks },
    limits,
    800,
    f,
  );
  assert.equal(drawing.marks.length, 3);
  assert.equal(drawing.marks.filter((mark) => mark.text !== '').length, 1);
});

test('walking a list holds at its ends', () => {
  assert.deepEqual(
    [stepRow(-1, 1, 3), stepRow(2, 1, 3), stepRow(0, -1, 3), stepRow(-1, 1, 0)],
    [0, 2, 0, -1],
  );
  assert.deepEqual(
    [wantsMore(80, 100, true), wantsMore(10, 100, true), wantsMore(99, 100, false)],
    [true, false, false],
  );
  assert.deepEqual(neighbours(['a', 'b'], 'b'), { at: 2, previous: 'a', next: null });
  assert.equal(neighbours(['a'], 'z'), null);
});

test('preferences survive nonsense', () => {
  assert.deepEqual(readChosen('{'), {
    theme: 'system',
    language: 'pt-BR',
    singleKeys: true,
    columns: firstColumns,
  });
  const chosen = { theme: 'dark', language: 'en', singleKeys: false, columns: ['mrr', 'owner'] } as const;
  assert.deepEqual(readChosen(writeChosen(chosen)), chosen);
});
