// When a base's NRR is said, and what is missing when it is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseNrr } from './base-nrr.ts';
import { movementOf, sumOfMovements } from './movements.ts';

const of = (
  steps: readonly (readonly [number, number])[],
  more: { gaps?: number; gapCents?: number; priced?: number } = {},
) =>
  baseNrr({
    movements: sumOfMovements(
      steps.map(([from, to]) => movementOf({ from, to, paidBefore: true, adjustment: 0 })),
    ),
    priced: steps.length,
    gaps: 0,
    gapCents: 0,
    ...more,
  });

test('a cohort that grew, shrank and left has its rate', () => {
  const { nrr, grr, accounts, missing } = of([
    [100, 120],
    [100, 90],
    [100, 0],
  ]);
  assert.deepEqual([nrr, grr, accounts, missing], [0.7, 190 / 300, 3, null]);
});

test('without money, without a year, without any change of price nothing is said', () => {
  assert.equal(of([], { priced: 0 }).missing, 'no-money');
  assert.equal(of([], { priced: 4 }).missing, 'no-year');
  assert.deepEqual([of([[100, 100]]).missing, of([[100, 100]]).nrr], ['no-change', null]);
  // Who left without any change of price told would be a rate of churn under another name.
  assert.equal(
    of([
      [100, 100],
      [100, 0],
    ]).missing,
    'no-change',
  );
});

test('a little that is not known is left out and named; much of it leaves no figure', () => {
  const little = of([[900, 950]], { gaps: 1, gapCents: 100 });
  assert.deepEqual([little.missing, little.gaps], [null, 1]);
  assert.equal(of([[900, 950]], { gaps: 1, gapCents: 101 }).missing, 'gaps');
});
