import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advanceRate, type ConfirmedStage } from './advance.ts';

const order = ['onboarding', 'adoption', 'expansion', 'renewal'];
const confirmed = (n: number, canonical: string, on: number, more: Partial<ConfirmedStage> = {}) => ({
  account: `a${n}`,
  track: 'main',
  canonical,
  place: order.indexOf(canonical),
  on,
  byCustomer: false,
  ...more,
});
const window = { from: 100, to: 130 };
const none = new Set<string>();

test('the reference: of twenty at the start five advanced, one of them fell back later, two left: a quarter', () => {
  const stages = [
    ...Array.from({ length: 20 }, (_, n) => confirmed(n, n < 12 ? 'onboarding' : 'adoption', 50)),
    ...[0, 1, 2].map((n) => confirmed(n, 'adoption', 110)),
    ...[12, 13].map((n) => confirmed(n, 'expansion', 112, { byCustomer: n === 12 })),
    confirmed(13, 'adoption', 125),
  ];
  const rate = advanceRate(stages, window, new Set(['a0', 'a5']), new Set(['a6', 'a19', 'zz']));
  assert.deepEqual(rate, {
    started: 20,
    advanced: 5,
    proven: 1,
    byCustomer: 1,
    regressed: 1,
    churned: 2,
    rate: 0.25,
  });
});

test('nobody at the start gives no rate; who began in the window, or moved before it, does not count', () => {
  assert.equal(advanceRate([], window, none, none).rate, null);
  const stages = [
    confirmed(1, 'onboarding', 90),
    confirmed(1, 'adoption', 95),
    confirmed(2, 'onboarding', 105),
    confirmed(2, 'adoption', 120),
    confirmed(3, 'renewal', 90),
    confirmed(1, 'expansion', 131),
  ];
  assert.deepEqual(advanceRate(stages, window, none, none).started, 1);
  assert.equal(advanceRate(stages, window, none, none).advanced, 0);
});

test('an account advances once, however many of its tracks do', () => {
  const stages = [
    confirmed(1, 'onboarding', 90, { track: 'x' }),
    confirmed(1, 'adoption', 90, { track: 'y' }),
    confirmed(1, 'adoption', 110, { track: 'x' }),
    confirmed(1, 'expansion', 111, { track: 'y' }),
  ];
  const { started, advanced } = advanceRate(stages, window, none, none);
  assert.deepEqual([started, advanced], [1, 1]);
});
