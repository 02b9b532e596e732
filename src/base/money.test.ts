import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { convertCents, roundHalfEven, sum } from './money.ts';

test('halves go to the even neighbour', () => {
  for (const [x, rounded] of [
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [2.4999, 2],
  ] as const)
    assert.equal(roundHalfEven(x) + 0, rounded);
  assert.equal(roundHalfEven(1.005, 2), 1);
  assert.equal(roundHalfEven(1.015, 2), 1.02);
  assert.equal(roundHalfEven(-1.025, 2), -1.02);
  assert.equal(roundHalfEven(1e-9, 2), 0);
  assert.equal(roundHalfEven(Infinity, 2), Infinity);
});

test('rounding moves a number by half a unit at most, and twice is once', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
      (x, digits) => {
        const rounded = roundHalfEven(x, digits);
        assert.ok(Math.abs(rounded - x) <= 0.5 * 10 ** -digits + 1e-6);
        assert.equal(roundHalfEven(rounded, digits), rounded);
      },
    ),
  );
});

test('conversion works on decimal digits, not on binary ones', () => {
  assert.equal(convertCents(100, 5.105), 510);
  assert.equal(convertCents(300, 5.105), 1532);
  assert.equal(convertCents(-300, 5.105), -1532);
  assert.equal(convertCents(12_345, 1), 12_345);
  assert.equal(convertCents(1_000_000, 1.5e-7), 0);
  assert.throws(() => convertCents(1.5, 2));
});

test('sums are exact integers or a bug', () => {
  assert.equal(sum([1, 2, 3]), 6);
  assert.equal(sum([]), 0);
  assert.throws(() => sum([Number.MAX_SAFE_INTEGER, 1]));
  assert.throws(() => sum([0.5]));
});
