// Hysteresis, caps and change over runs of assessments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Assessment } from '#domain/decision.ts';
import { bandOf, bandsOf, healthWithMemory, oneDecimal } from './memory.ts';

const limits = { yellow: 40, green: 75, margin: 2 };
const monday = 20_556;

function at(score: number | null, day: number, over: Partial<Assessment> = {}): Assessment {
  const band = score === null ? 'unknown' : bandOf(score, limits);
  const pillars = score === null ? [] : [{ key: 'value', weight: 1, points: score, contribution: score }];
  return { day, score, band, coverage: 1, depth: 1, cap: null, pillars, measures: [], truths: {}, ...over };
}
const weeks = (...scores: (number | null)[]): Assessment[] =>
  scores.map((score, i) => at(score, monday - 7 * (scores.length - 1 - i)));

test('bands are half-open and rounding is half-even', () => {
  assert.deepEqual(
    [39.9, 40, 74.9, 75].map((x) => bandOf(x, limits)),
    ['red', 'yellow', 'yellow', 'green'],
  );
  assert.deepEqual([0.05, 0.15, 0.25, 74.95].map(oneDecimal), [0, 0.2, 0.2, 75]);
});

test('worse at the limit, better only two points past it, no memory at first', () => {
  assert.deepEqual(bandsOf(weeks(75.5), limits), ['green']);
  assert.deepEqual(bandsOf(weeks(80, 74.9, 76, 76.9, 77), limits), [
    'green',
    'yellow',
    'yellow',
    'yellow',
    'green',
  ]);
  assert.deepEqual(bandsOf(weeks(30, 41, 42), limits), ['red', 'red', 'yellow']);
  assert.deepEqual(bandsOf(weeks(30, 76), limits), ['red', 'yellow']);
});

test('a score that wavers around a limit for two weeks changes the band once', () => {
  assert.deepEqual(bandsOf(weeks(76, 74.5, 75.5, 74.8, 76.2), limits), [
    'green',
    'yellow',
    'yellow',
    'yellow',
    'yellow',
  ]);
});

test('an unknown band forgets', () => {
  assert.deepEqual(bandsOf(weeks(30, null, 41), limits), ['red', 'unknown', 'yellow']);
});

test('a cap sets the band at once and leaves no mark when it goes', () => {
  const capped = at(39.9, monday, {
    cap: { key: 'overdue', below: 40, points: -40.1 },
    pillars: [{ key: 'value', weight: 1, points: 80, contribution: 80 }],
  });
  const run = [at(80, monday - 7), capped, at(76, monday + 7)];
  assert.deepEqual(bandsOf(run, limits), ['green', 'red', 'green']);
});

test('change compares with the latest checkpoint at least 30 days old', () => {
  const health = healthWithMemory(weeks(90, 80, 70, 68, 67, 66), at(60, monday + 2), limits);
  // Six checkpoints, the second is 28 + 2 = 30 days old.
  assert.equal(health.change30d, -20);
  assert.equal(health.trend, -20);
  assert.equal(health.bandFell, true);
  assert.equal(health.daysInBand, 23);
});

test('change is missing unless both ends have a band', () => {
  const health = healthWithMemory(weeks(null, null, 70, 68, 67, 66), at(60, monday + 2), limits);
  assert.deepEqual([health.change30d, health.bandFell], [null, null]);
  const unknown = healthWithMemory(weeks(70, 70, 70, 70, 70, 70), at(null, monday + 2), limits);
  assert.deepEqual([unknown.score, unknown.trend, unknown.daysInBand], [null, null, null]);
});

test('a pillar that only one end has does not make a change', () => {
  const pillar = (key: string, points: number) => ({ key, weight: 1, points, contribution: points / 2 });
  const before = at(80, monday - 35, { pillars: [pillar('value', 80)] });
  const now = at(50, monday, { pillars: [pillar('value', 80), pillar('finance', 20)] });
  const health = healthWithMemory([before], now, limits);
  assert.deepEqual([health.change30d, health.bandFell], [0, false]);
});

test('the band never flickers: better needs the margin, whatever the run', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 14 }), (tenths) => {
      const scores = tenths.map((x) => x / 10);
      const bands = bandsOf(weeks(...scores), limits);
      const rank = { unknown: -1, red: 0, yellow: 1, green: 2 };
      for (let i = 1; i < bands.length; i++) {
        const [was, is] = [bands[i - 1] ?? 'unknown', bands[i] ?? 'unknown'];
        const score = scores[i] ?? 0;
        if (rank[is] > rank[was]) assert.ok(score >= (is === 'green' ? 77 : 42));
        assert.ok(rank[is] <= rank[bandOf(score, limits)] || is === was);
      }
    }),
    { numRuns: 200 },
  );
});
