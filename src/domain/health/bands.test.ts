import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Assessment, Band } from '#domain/decision.ts';
import { bandOf, bandsOf, healthWithMemory, oneDecimal } from './memory.ts';

const limits = { yellow: 40, green: 75, margin: 2 };
const monday = 20_549;

/** An assessment with one pillar that gives its whole score; `cap` lowers the score to just below a limit. */
function assessed(score: number | null, day = monday, cap?: number): Assessment {
  const capped = score !== null && cap !== undefined && score >= cap ? cap - 0.1 : score;
  return {
    day,
    score: capped,
    band: capped === null ? 'unknown' : bandOf(capped, limits),
    coverage: score === null ? 0 : 1,
    depth: 1,
    cap: capped === score ? null : { key: 'cap', below: cap ?? 0, points: (capped ?? 0) - (score ?? 0) },
    pillars: [{ key: 'value', weight: 1, points: score, contribution: score ?? 0 }],
    measures: [],
    truths: {},
  };
}
const bands = (...scores: (number | null)[]): readonly Band[] =>
  bandsOf(
    scores.map((score) => assessed(score)),
    limits,
  );

test('bands are half-open and the score is rounded half-even before it is compared', () => {
  assert.deepEqual(
    [39.9, 40, 74.9, 75].map((score) => bandOf(score, limits)),
    ['red', 'yellow', 'yellow', 'green'],
  );
  assert.equal(oneDecimal(74.95), 75);
  assert.equal(oneDecimal(74.85), 74.8);
});

test('a band gets worse at its limit and better only two points past it', () => {
  assert.deepEqual(bands(76, 74.9, 75, 76.9, 77), ['green', 'yellow', 'yellow', 'yellow', 'green']);
  assert.deepEqual(bands(39, 41.9, 42, 40, 39.9), ['red', 'red', 'yellow', 'yellow', 'red']);
});

test('the first band has no memory, nor has the first after an unknown one', () => {
  assert.deepEqual(bands(75), ['green']);
  assert.deepEqual(bands(74, null, 75), ['yellow', 'unknown', 'green']);
});

test('a cap sets the band at once and leaves it at once', () => {
  const run = [assessed(80), assessed(80, monday, 75), assessed(80)];
  assert.deepEqual(bandsOf(run, limits), ['green', 'yellow', 'green']);
});

test('change compares with the checkpoint 30 days before, and needs a band at both ends', () => {
  const past = [assessed(80, monday - 35), assessed(60, monday - 7)];
  const health = healthWithMemory(past, assessed(62, monday), limits);
  assert.equal(health.change30d, -18);
  assert.equal(health.bandFell, true);
  assert.equal(healthWithMemory([assessed(null, monday - 35)], assessed(62, monday), limits).change30d, null);
  assert.equal(healthWithMemory([], assessed(62, monday), limits).bandFell, null);
  const blind = healthWithMemory(past, assessed(null, monday), limits);
  assert.deepEqual([blind.score, blind.band, blind.trend], [null, 'unknown', null]);
});

test('a band never flickers inside the margin', () => {
  const near = fc.integer({ min: 750, max: 769 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(fc.array(near, { maxLength: 12 }), (scores) => {
      assert.ok(bands(74, ...scores).every((band) => band === 'yellow'));
      assert.ok(bands(78, ...scores).every((band) => band === 'green'));
    }),
  );
});
