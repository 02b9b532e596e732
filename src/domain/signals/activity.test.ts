import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Truth } from '#domain/decision.ts';
import { activity, sinceByCheckpoint, type History, type Verdict } from './active.ts';

const monday = 20_549;
/** A history of truths, oldest first, one a week up to a Monday; a signal without a clear condition of its own. */
function history(truths: readonly Truth[]): History {
  return {
    length: truths.length,
    when: (i) => truths[i] ?? null,
    clear: () => true,
    day: (i) => monday - 7 * (truths.length - 1 - i),
  };
}
const verdict = (when: Truth, clear: Truth = true): Verdict => ({ when, clear });

test('fires on true, clears on false', () => {
  assert.equal(activity(history([]), verdict(true)).active, true);
  assert.equal(activity(history([true]), verdict(false)).active, false);
});

test('unknown neither fires nor clears', () => {
  assert.equal(activity(history([]), verdict(null)).active, false);
  assert.equal(activity(history([true]), verdict(null)).active, true);
  assert.equal(activity(history([false, null]), verdict(null)).active, false);
});

test('what holds no longer stays active until its clear condition holds too', () => {
  assert.equal(activity(history([true]), verdict(false, false)).active, true);
  assert.equal(activity(history([true]), verdict(false, null)).active, true);
});

test('it starts at the first checkpoint of the present run, else on the last Monday', () => {
  const since = (past: readonly Truth[], now: Verdict) =>
    sinceByCheckpoint(activity(history(past), now), history(past), monday + 2);
  assert.equal(since([true, false, true, null, true], verdict(true)), monday - 14);
  assert.equal(since([false, false], verdict(true)), monday);
});

test('the walk backwards equals the plain fold forwards', () => {
  const truth = fc.constantFrom<Truth[]>(true, false, null);
  fc.assert(
    fc.property(fc.array(truth, { maxLength: 13 }), truth, (past, now) => {
      const active = [...past, now].reduce((on, one) => (one === null ? on : one), false as boolean);
      assert.equal(activity(history(past), verdict(now)).active, active);
    }),
  );
});
