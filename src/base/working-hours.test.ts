// Working time: what is counted between two instants, and where a promise of 24 hours falls.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brazilianCalendar } from './calendar.ts';
import { parseDay } from './day.ts';
import { dueAt, minuteOf, promisedBy, timeOf, workingMinutes } from './working-hours.ts';
import { instantAt } from './zone.ts';

const zone = 'America/Sao_Paulo';
const calendar = brazilianCalendar(zone, []);
const at = (day: string, time: string): number => instantAt(parseDay(day) ?? 0, minuteOf(time) ?? 0, zone);
const minutes = (from: readonly [string, string], to: readonly [string, string]): number =>
  workingMinutes(at(...from), at(...to), calendar);
const promised = (day: string, time: string) => {
  const { clock, due } = promisedBy(at(day, time), 24, calendar);
  const said = (one: typeof due) => `${one.day - (parseDay(day) ?? 0)} ${timeOf(one.minute)}`;
  return [said(clock), said(due)];
};

test('minutes of one working day, of the night and of the weekend', () => {
  assert.equal(minutes(['2026-04-15', '09:42'], ['2026-04-15', '10:30']), 48);
  assert.equal(minutes(['2026-04-15', '18:30'], ['2026-04-16', '08:45']), 75);
  // Friday evening to Monday morning.
  assert.equal(minutes(['2026-04-17', '18:00'], ['2026-04-20', '09:00']), 120);
  assert.equal(minutes(['2026-04-18', '10:00'], ['2026-04-19', '10:00']), 0);
});

test('what is past counts backwards, and a holiday is not worked', () => {
  assert.equal(minutes(['2026-04-15', '12:00'], ['2026-04-15', '09:00']), -180);
  // 21 April is a holiday.
  assert.equal(minutes(['2026-04-20', '18:00'], ['2026-04-22', '09:00']), 120);
});

test('a 24 h call is due by the clock where that is working time', () => {
  assert.deepEqual(promised('2026-04-15', '11:20'), ['1 11:20', '1 11:20']);
});

test('a 24 h call of a Friday falls to the same hour of Monday', () => {
  assert.deepEqual(promised('2026-04-17', '11:20'), ['1 11:20', '3 11:20']);
});

test('an hour at which nobody works moves to working time, never past a whole working day more', () => {
  assert.deepEqual(promised('2026-04-15', '06:00'), ['1 06:00', '1 08:00']);
  assert.deepEqual(promised('2026-04-15', '22:00'), ['1 22:00', '2 08:00']);
  assert.deepEqual(promised('2026-04-17', '22:00'), ['1 22:00', '3 19:00']);
});

test('a day without an hour is due by the end of its working time', () => {
  assert.equal(dueAt(parseDay('2026-04-15') ?? 0, null, zone), at('2026-04-15', '19:00'));
  assert.equal(minuteOf('24:00'), null);
});
