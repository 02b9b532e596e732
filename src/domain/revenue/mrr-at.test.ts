// Monthly recurring revenue: the reference cases of the MRR algebra that speak of one day.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ContractLine } from '#domain/facts/spec.ts';
import type { Rate } from '#domain/profile/shape.ts';
import { on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { monthlyOfTerm, recurringMoney, termInMonths } from './line-mrr.ts';
import { mrrAt } from './mrr-at.ts';

function line(cents: number | null, more: Partial<ContractLine> = {}): ContractLine {
  return { product: null, cents, currency: 'BRL', seats: null, recurring: true, months: 1, ...more };
}

function signed(contract: string, lines: readonly ContractLine[], from: string, plannedEnd?: string) {
  return {
    on: from,
    contract,
    lines,
    start: on(from),
    ...(plannedEnd ? { plannedEnd: on(plannedEnd) } : {}),
  };
}

function mrr(sample: Sample) {
  const { cents, basis, unpriced, pausedCents } = mrrAt(sampleView(sample));
  return { cents, basis, unpriced, pausedCents };
}

const known = { basis: 'contracts', unpriced: [], pausedCents: 0 } as const;

test('a 90-day deal of R$ 9,000 is 3,000 a month by calendar months; only odd terms go by days', () => {
  assert.equal(termInMonths(on('2026-01-01'), on('2026-03-31')), 3);
  assert.equal(monthlyOfTerm(900_000, on('2026-01-01'), on('2026-03-31')), 300_000);
  assert.equal(termInMonths(on('2026-01-10'), on('2026-04-09')), 3);
  // 90 days that are no whole months: 9,000 × 30.4375 / 90.
  assert.equal(termInMonths(on('2026-02-01'), on('2026-05-01')), null);
  assert.equal(monthlyOfTerm(900_000, on('2026-02-01'), on('2026-05-01')), 304_375);
  assert.deepEqual(recurringMoney([line(900_000, { months: 3 })], 'BRL', [], { day: 0, asOf: 0 }), {
    mrrCents: 300_000,
    arrCents: 3_600_000,
  });
});

test('cents are rounded once a line, halves to even, and a year is not twelve rounded months', () => {
  const money = (cents: number, months: number) =>
    recurringMoney([line(cents, { months })], 'BRL', [], { day: 0, asOf: 0 });
  assert.deepEqual(money(1_000_000, 12), { mrrCents: 83_333, arrCents: 1_000_000 });
  assert.equal(money(5, 2)?.mrrCents, 2);
  assert.equal(money(7, 2)?.mrrCents, 4);
});

test('one-off lines are no recurring revenue; projects alone are worth zero a month', () => {
  const rows = {
    'contract-signed': [signed('a', [line(500_000), line(9_900_000, { recurring: false })], '2026-01-01')],
  };
  assert.deepEqual(mrr({ day: '2026-04-15', rows }), { ...known, cents: 500_000 });
  const project = { 'contract-signed': [signed('p', [line(9_900_000, { recurring: false })], '2026-01-01')] };
  assert.deepEqual(mrr({ day: '2026-04-15', rows: project }), { ...known, cents: 0 });
});

test('300 becomes 500 on 16 April: the rate is 300 on the 15th and 500 on the 16th', () => {
  const rows = {
    'contract-signed': [signed('a', [line(30_000)], '2026-01-01')],
    'contract-amended': [{ on: '2026-04-16', contract: 'a', lines: [line(50_000)] }],
  };
  assert.equal(mrr({ day: '2026-04-15', rows }).cents, 30_000);
  assert.equal(mrr({ day: '2026-04-16', rows }).cents, 50_000);
});

test('of several contracts the sum; when one ends the rest stays; when the last ends it is zero, not unknown', () => {
  const rows = {
    'contract-signed': [
      signed('a', [line(100_000)], '2025-01-01'),
      signed('b', [line(50_000)], '2025-06-01'),
    ],
    'contract-ended': [
      { on: '2026-03-10', contract: 'b' },
      { on: '2026-04-10', contract: 'a', reason: 'price_objection' },
    ],
  };
  assert.equal(mrr({ day: '2026-03-09', rows }).cents, 150_000);
  assert.equal(mrr({ day: '2026-03-10', rows }).cents, 100_000);
  assert.equal(mrr({ day: '2026-04-15', rows }).cents, 0);
});

test('a pause is zero while it lasts, and what it holds back is told', () => {
  const rows = {
    'contract-signed': [signed('a', [line(100_000)], '2025-01-01')],
    'contract-paused': [{ on: '2026-03-01', contract: 'a' }],
    'contract-resumed': [{ on: '2026-04-01', contract: 'a' }],
  };
  assert.deepEqual(mrr({ day: '2026-03-15', rows }), { ...known, cents: 0, pausedCents: 100_000 });
  assert.deepEqual(mrr({ day: '2026-04-01', rows }), { ...known, cents: 100_000 });
});

test('USD 100 at 5.00, then at 5.50; a rate known later is not used, and without a rate the value is unknown', () => {
  const rate = (day: string, value: number, known = day): Rate => ({
    base: 'USD',
    quote: 'BRL',
    rate: value,
    day: on(day),
    known: on(known) * 86_400_000,
  });
  const rates = [rate('2026-03-01', 5), rate('2026-04-01', 5.5), rate('2026-04-10', 9, '2026-05-01')];
  const rows = { 'contract-signed': [signed('a', [line(10_000, { currency: 'USD' })], '2026-01-01')] };
  assert.equal(mrr({ day: '2026-03-31', rows, frame: { rates } }).cents, 50_000);
  assert.equal(mrr({ day: '2026-04-15', rows, frame: { rates } }).cents, 55_000);
  assert.deepEqual(mrr({ day: '2026-04-15', rows }), { ...known, cents: null, unpriced: ['a'] });
  const inverse = [{ base: 'BRL', quote: 'USD', rate: 0.2, day: on('2026-03-01'), known: 0 }];
  assert.equal(mrr({ day: '2026-04-15', rows, frame: { rates: inverse } }).cents, 50_000);
});

test('a line without a price makes the sum unknown and names the contract', () => {
  const rows = {
    'contract-signed': [signed('a', [line(100_000)], '2026-01-01'), signed('b', [line(null)], '2026-01-01')],
  };
  assert.deepEqual(mrr({ day: '2026-04-15', rows }), { ...known, cents: null, unpriced: ['b'] });
});

test('without a contract that carries money the reported value holds, unless every contract is over', () => {
  const observed = {
    'state-observed': [{ on: '2026-03-01', metric: 'mrr_cents', value: 70_000, currency: 'BRL' }],
  };
  const expected = { cents: 70_000, basis: 'observation', unpriced: [], pausedCents: 0 };
  assert.deepEqual(mrr({ day: '2026-04-15', rows: observed }), expected);
  const bare = { ...observed, 'contract-signed': [signed('a', [], '2026-01-01')] };
  assert.deepEqual(mrr({ day: '2026-04-15', rows: bare }), expected);
  const over = { ...bare, 'contract-ended': [{ on: '2026-04-01', contract: 'a' }] };
  assert.deepEqual(mrr({ day: '2026-04-15', rows: over }), { ...known, cents: 0 });
  assert.deepEqual(mrr({ day: '2026-04-15', covered: { contract: ['2026-01-01', '2026-12-31'] } }), {
    ...known,
    basis: 'none',
    cents: null,
  });
});

test('a renewal signed early keeps the old price to the end of the term', () => {
  const rows = {
    'contract-signed': [signed('a', [line(100_000)], '2025-05-01', '2026-04-30')],
    'contract-renewed': [
      { on: '2026-04-10', contract: 'a', plannedEnd: on('2027-04-30'), lines: [line(120_000)] },
    ],
  };
  assert.equal(mrr({ day: '2026-04-30', rows }).cents, 100_000);
  assert.equal(mrr({ day: '2026-05-01', rows }).cents, 120_000);
});

test('property: splitting a contract into several changes no sum, and one unknown price makes any sum unknown', () => {
  const cents = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(cents, fc.boolean(), (prices, untold) => {
      const all = untold ? [...prices.map((one) => line(one)), line(null)] : prices.map((one) => line(one));
      const one = mrr({ day: '2026-04-15', rows: { 'contract-signed': [signed('a', all, '2026-01-01')] } });
      const many = all.map((own, i) => signed(`c${i}`, [own], '2026-01-01'));
      assert.equal(one.cents, mrr({ day: '2026-04-15', rows: { 'contract-signed': many } }).cents);
      assert.equal(one.cents, untold ? null : prices.reduce((sum, price) => sum + price, 0));
    }),
  );
});
