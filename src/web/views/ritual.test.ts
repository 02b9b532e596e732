import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ritual, RitualLine } from '#contract/rituals.ts';
import { clockText, gone, isSettled, nextOpen, pausedOrOn, readClock, rowsOf } from './ritual.ts';

const line = (id: string, decided = false) =>
  ({ id, decided: decided ? { what: 'x' } : null }) as unknown as RitualLine;
const list = (...lines: RitualLine[]) => ({ total: lines.length, mrrCents: null, lines });
const ritual = {
  atRisk: list(line('a', true), line('b')),
  ready: list(line('c')),
  contractRisk: list(line('d')),
  carried: [{ id: 'e', account: 'E', task: { task: 't', thisWeek: true } }],
} as unknown as Ritual;

test('rows are gone through list by list, what was carried over before the rest', () => {
  const rows = rowsOf(ritual);
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['risk a', 'risk b', 'ready c', 'rest t', 'rest d'],
  );
  assert.deepEqual(rows.map(isSettled), [true, false, false, true, false]);
});

test('after a row comes the next open one, round the list', () => {
  const rows = rowsOf(ritual);
  assert.equal(nextOpen(rows, null)?.key, 'risk b');
  assert.equal(nextOpen(rows, 'ready c')?.key, 'rest d');
  assert.equal(nextOpen(rows, 'rest d')?.key, 'risk b');
  assert.equal(nextOpen(rows.slice(0, 1), null), null);
});

test('the clock stands still while paused and tells when it is past its end', () => {
  const started = { startedAt: 1000, paused: 0, pausedAt: null };
  const paused = pausedOrOn(started, 61_000);
  assert.equal(gone(paused, 500_000), 60_000);
  const on = pausedOrOn(paused, 121_000);
  assert.equal(gone(on, 181_000), 120_000);
  assert.deepEqual([clockText(1_940_000), clockText(0), clockText(-65_000)], ['32:20', '0:00', '−1:05']);
});

test('a kept clock is read back, unless it is broken or of another day', () => {
  const clock = { startedAt: 1000, paused: 5, pausedAt: 9 };
  assert.deepEqual(readClock(JSON.stringify(clock), 2000), clock);
  assert.equal(readClock('{', 2000), null);
  assert.equal(readClock(JSON.stringify(clock), 1000 + 13 * 3_600_000), null);
});
