// The median wait for the first value.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { median } from '#base/stats.ts';
import { timeToValue } from './ttfv.ts';

const wait = (days: number, arrived = true, accounts = 1) => ({ days, arrived, accounts });

test('who still waits pulls the median up and is no zero', () => {
  const found = timeToValue([wait(10), wait(20), wait(30, false), wait(60), wait(90, false)]);
  // 1 × 4/5 × 3/4 = 0.6 at day 20; × 1/2 = 0.3 at day 60.
  assert.deepEqual(found, { median: 60, accounts: 5, arrived: 3 });
});

test('while fewer than half have it there is no median; of nobody neither', () => {
  assert.equal(timeToValue([wait(10), wait(50, false, 3)]).median, null);
  assert.deepEqual(timeToValue([]), { median: null, accounts: 0, arrived: 0 });
});

test('where everybody has it, it is the plain median of an odd number', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1 }), (days) => {
      const odd = days.length % 2 === 1 ? days : days.slice(1);
      if (odd.length > 0) assert.equal(timeToValue(odd.map((one) => wait(one))).median, median(odd));
    }),
  );
});
