// Reference figures worked by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { acceptance, pooledRate, shrunk } from './acceptance.ts';

const near = (actual: number, expected: number, tolerance = 1e-6): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

test('two of three in the cell, 9 of 40 of the offer, prior .2: μ .22, θ .341818', () => {
  near(pooledRate({ accepted: 9, total: 40 }, 0.2, 10), 0.22);
  const pooling = { cellWeight: 8, offerWeight: 10 };
  near(acceptance({ accepted: 2, total: 3 }, { accepted: 9, total: 40 }, 0.2, pooling).p, 0.341818);
});

test('one level, pooled 17/55, weight 8', () => {
  const cells = [
    [3, 10, 0.304],
    [0, 4, 0.2061],
    [5, 12, 0.3736],
    [1, 9, 0.2043],
    [8, 20, 0.374],
  ] as const;
  for (const [accepted, total, p] of cells) near(shrunk({ accepted, total }, 17 / 55, 8).p, p, 5e-5);
  const first = shrunk({ accepted: 3, total: 10 }, 17 / 55, 8);
  near(first.low, 0.1435, 5e-5);
  near(first.high, 0.49, 5e-5);
  const second = shrunk({ accepted: 0, total: 4 }, 17 / 55, 8);
  near(second.low, 0.0532, 5e-5);
  near(second.high, 0.4161, 5e-5);
});

test('with no outcomes the prior of the family stands', () => {
  near(acceptance(undefined, undefined, 0.3, { cellWeight: 8, offerWeight: 10 }).p, 0.3);
});

test('p stays inside its interval and rises with acceptances', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (k, more) => {
      const total = k + more;
      const a = shrunk({ accepted: k, total }, 0.25, 8);
      assert.ok(a.low <= a.p && a.p <= a.high);
      assert.ok(shrunk({ accepted: k + 1, total: total + 1 }, 0.25, 8).p > a.p);
    }),
    { numRuns: 60 },
  );
});
