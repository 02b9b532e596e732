// Delay in working days after clearing, net of withheld taxes; nothing unknown is zero.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { financeCalculator } from './finance.ts';

const covered = { invoice: ['2025-01-01', '2026-12-31'] } as const;
const leaves = (sample: Sample) => leavesOf(financeCalculator, sampleView(sample));
const invoice = (key: string, dueOn: string, netCents = 95_000) => ({
  on: '2026-03-01',
  invoice: key,
  grossCents: 100_000,
  withheldCents: 100_000 - netCents,
  netCents,
  currency: 'BRL',
  dueOn: on(dueOn),
});

test('due on Friday: cleared on Monday is on time; the second working day is one day late', () => {
  const at = (day: string) =>
    leaves({ day, covered, rows: { 'invoice-issued': [invoice('1', '2026-04-10')] } }).values;
  assert.equal(at('2026-04-10')['finance.overdueDays'], 0);
  assert.equal(at('2026-04-13')['finance.overdueDays'], 0);
  assert.equal(at('2026-04-14')['finance.overdueDays'], 1);
  assert.equal(at('2026-04-14')['finance.overdueAmount'], 95_000);
  // 21 April is a holiday.
  assert.equal(at('2026-04-22')['finance.overdueDays'], 6);
});

test('a due day that is not worked moves to the next one', () => {
  const at = (day: string) =>
    leaves({ day, covered, rows: { 'invoice-issued': [invoice('1', '2026-04-11')] } }).values;
  assert.equal(at('2026-04-14')['finance.overdueDays'], 0);
  assert.equal(at('2026-04-15')['finance.overdueDays'], 1);
});

test('withheld tax is nobody’s delay; a part paid is still owed; a renegotiated day counts', () => {
  const issued = [invoice('1', '2026-03-10')];
  const paid = (cents: number) => [{ on: '2026-03-10', invoice: '1', cents, currency: 'BRL' }];
  const at = (rows: Sample['rows']) =>
    leaves({ day: '2026-04-15', covered, rows: { 'invoice-issued': issued, ...rows } });
  assert.equal(at({ 'invoice-paid': paid(95_000) }).values['finance.overdueDays'], 0);
  assert.equal(at({ 'invoice-paid': paid(95_000) }).values['finance.punctuality12m'], 1);
  assert.equal(at({ 'invoice-paid': paid(90_000) }).values['finance.overdueAmount'], 5_000);
  const renegotiated = [{ on: '2026-04-01', invoice: '1', dueOn: on('2026-04-30') }];
  assert.equal(at({ 'invoice-renegotiated': renegotiated }).values['finance.overdueDays'], 0);
});

test('punctuality counts invoices paid or late in 12 months; those still running are not judged', () => {
  const rows = {
    'invoice-issued': [invoice('1', '2026-01-12'), invoice('2', '2026-02-10'), invoice('3', '2026-04-15')],
    'invoice-paid': [
      { on: '2026-03-02', invoice: '1', cents: 95_000, currency: 'BRL', hour: 3 },
      { on: '2026-03-02', invoice: '2', cents: 95_000, currency: 'BRL' },
    ],
  };
  assert.equal(leaves({ day: '2026-04-15', covered, rows }).values['finance.punctuality12m'], 0);
});

test('the delay stands still where the source ends, and says so', () => {
  const rows = { 'invoice-issued': [invoice('1', '2026-04-01')] };
  const late = { invoice: ['2025-01-01', '2026-04-08'] } as const;
  const { values, through } = leaves({ day: '2026-04-28', covered: late, rows });
  assert.equal(values['finance.overdueDays'], 3);
  assert.equal(through['finance.overdueDays'], on('2026-04-08'));
});

test('without invoices the reported state holds; with neither everything is missing', () => {
  assert.deepEqual(leaves({ day: '2026-04-15' }).values, {});
  const rows = { 'state-observed': [{ on: '2026-04-01', metric: 'overdue_days', value: 12 }] };
  const { values, through } = leaves({ day: '2026-04-15', rows });
  assert.deepEqual(values, { 'finance.overdueDays': 12 });
  assert.equal(through['finance.overdueDays'], on('2026-04-01'));
  const none = {
    'state-observed': [{ on: '2026-04-01', metric: 'overdue_cents', value: 0, currency: 'BRL' }],
  };
  const zero = { 'finance.overdueAmount': 0, 'finance.overdueDays': 0 };
  assert.deepEqual(leaves({ day: '2026-04-15', rows: none }).values, zero);
});

test('a failed charge counts where it is recorded; none is zero only when the 30 days are covered', () => {
  const failed = { 'charge-failed': [{ on: '2026-04-01', invoice: '1' }] };
  assert.equal(leaves({ day: '2026-04-15', rows: failed }).values['finance.failedCharges30d'], 1);
  const young = { invoice: ['2026-04-10', '2026-12-31'] } as const;
  assert.equal(leaves({ day: '2026-04-15', covered: young }).values['finance.failedCharges30d'], undefined);
  assert.equal(leaves({ day: '2026-04-15', covered }).values['finance.failedCharges30d'], 0);
});

test('a downgrade asked for stays 90 days or until a person closes it', () => {
  const asked = { on: '2026-03-01', contract: 'a' };
  const at = (day: string, more: object[] = []) =>
    leaves({ day, rows: { 'downgrade-asked': [asked, ...(more as (typeof asked)[])] } }).values[
      'finance.downgradeAsked'
    ];
  assert.equal(at('2026-04-15'), true);
  assert.equal(at('2026-06-15'), false);
  assert.equal(at('2026-04-15', [{ on: '2026-04-01', contract: 'a', closes: true }]), false);
  assert.equal(leaves({ day: '2026-04-15' }).values['finance.downgradeAsked'], undefined);
});
