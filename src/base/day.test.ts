import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addMonths,
  dayOf,
  daysInMonth,
  formatDay,
  mondayOf,
  parseDay,
  weekday,
  yearMonthDay,
} from './day.ts';

const numRuns = 2000;
const days = fc.integer({ min: -30_000, max: 60_000 });
const on = (text: string): number => parseDay(text) ?? assert.fail(text);

test('a day written and read is the same day, and agrees with Temporal', () => {
  fc.assert(
    fc.property(days, (day) => {
      assert.equal(parseDay(formatDay(day)), day);
      const plain = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      assert.equal(formatDay(day), plain.toString());
      assert.equal(weekday(day), plain.dayOfWeek % 7);
      const { year, month, day: dayOfMonth } = yearMonthDay(day);
      assert.equal(dayOf(year, month, dayOfMonth), day);
      assert.equal(daysInMonth(year, month), plain.daysInMonth);
    }),
    { numRuns },
  );
});

test('impossible days are null', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '',
    '2026-04-15T00:00',
  ])
    assert.equal(parseDay(text), null, text);
  assert.equal(dayOf(2024, 2, 30), null);
  assert.equal(dayOf(2024, 2, 1.5), null);
});

test('T3: month arithmetic clamps to the month, and twelve months are a year', () => {
  assert.equal(addMonths(on('2026-01-31'), 1), on('2026-02-28'));
  assert.equal(addMonths(on('2024-01-31'), 1), on('2024-02-29'));
  assert.equal(addMonths(on('2024-02-29'), 12), on('2025-02-28'));
  assert.equal(addMonths(on('2026-03-31'), -1), on('2026-02-28'));
  fc.assert(
    fc.property(days, fc.integer({ min: -300, max: 300 }), (day, months) => {
      const plain = Temporal.PlainDate.from(formatDay(day)).add({ months });
      assert.equal(formatDay(addMonths(day, months)), plain.toString());
    }),
    { numRuns },
  );
});

test('T3: periods counted in months from one anchor tile time without hole or overlap', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 24 }), (anchor, months) => {
      for (let k = 0; k < 12; k++) {
        const end = addMonths(anchor, (k + 1) * months);
        assert.ok(end > addMonths(anchor, k * months));
      }
    }),
    { numRuns: 500 },
  );
});

test('mondayOf is the Monday on or before', () => {
  fc.assert(
    fc.property(days, (day) => {
      const monday = mondayOf(day);
      assert.equal(weekday(monday), 1);
      assert.ok(monday <= day && day - monday < 7);
    }),
    { numRuns },
  );
});
