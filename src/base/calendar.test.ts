import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brazilianCalendar, brazilianHolidays, easterSunday } from './calendar.ts';
import { formatDay, parseDay, weekday } from './day.ts';

const zone = 'America/Sao_Paulo';
const on = (text: string): number => parseDay(text) ?? assert.fail(text);
const calendar = brazilianCalendar(zone, []);

test('Easter Sundays are those of the church tables', () => {
  const known = [
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
  ];
  for (const text of known) assert.equal(formatDay(easterSunday(Number(text.slice(0, 4)))), text);
});

test('the holidays of 2026, bank holidays included', () => {
  assert.deepEqual(
    brazilianHolidays(2026).map((holiday) => formatDay(holiday.day).slice(5)),
    [
      '01-01',
      '02-16',
      '02-17',
      '04-03',
      '04-21',
      '05-01',
      '06-04',
      '09-07',
      '10-12',
      '11-02',
      '11-15',
      '11-20',
      '12-25',
    ],
  );
  assert.equal(
    brazilianHolidays(2023).some((holiday) => formatDay(holiday.day) === '2023-11-20'),
    false,
  );
});

test('T4: ten years day by day: weekends and holidays are closed, all else is worked', () => {
  const closed = new Set<number>();
  for (let year = 2020; year <= 2030; year++) for (const { day } of brazilianHolidays(year)) closed.add(day);
  let worked = 0;
  for (let day = on('2020-01-01'); day <= on('2030-12-31'); day++) {
    const expected = weekday(day) !== 0 && weekday(day) !== 6 && !closed.has(day);
    assert.equal(calendar.isWorkingDay(day), expected, formatDay(day));
    if (expected) worked += 1;
    assert.equal(calendar.workingDaysBetween(on('2019-12-31'), day), worked, formatDay(day));
  }
});

test('adding working days and counting them are inverse', () => {
  const day = fc.integer({ min: on('2015-01-01'), max: on('2035-01-01') });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 300 }), (from, n) => {
      const to = calendar.addWorkingDays(from, n);
      assert.ok(calendar.isWorkingDay(to));
      assert.equal(calendar.workingDaysBetween(from, to), n);
      assert.equal(calendar.workingDaysBetween(to, from), -n);
      const back = calendar.addWorkingDays(from, -n);
      assert.ok(calendar.isWorkingDay(back) && back < from);
    }),
    { numRuns: 500 },
  );
});

test('zero working days is the day itself, or the next one worked', () => {
  assert.equal(calendar.addWorkingDays(on('2026-04-15'), 0), on('2026-04-15'));
  assert.equal(calendar.addWorkingDays(on('2026-02-14'), 0), on('2026-02-18'));
});

test('a workspace closes days and works days of its own', () => {
  const own = brazilianCalendar(zone, [
    { day: on('2026-07-09'), name: 'Revolução Constitucionalista', off: true },
    { day: on('2026-06-04'), name: 'Corpus Christi trabalhado', off: false },
    { day: on('2026-06-06'), name: 'Sábado trabalhado', off: false },
  ]);
  assert.equal(own.isWorkingDay(on('2026-07-09')), false);
  assert.equal(own.isWorkingDay(on('2026-06-04')), true);
  assert.equal(own.isWorkingDay(on('2026-06-06')), true);
  assert.equal(calendar.isWorkingDay(on('2026-07-09')), true);
  assert.equal(own.workingDaysBetween(on('2026-06-03'), on('2026-06-08')), 4);
});
