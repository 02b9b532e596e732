import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample, type SampleRow } from '#domain/profile/sample-view.ts';
import { consumptionCalculator } from './consumption.ts';

type Row = SampleRow<'consumption-reported'>;
const hours = (
  from: string,
  to: string,
  contracted: number | null,
  used: number | null,
  what = 'hours',
): Row => ({
  on: to,
  what,
  from: on(from),
  to: on(to),
  contracted,
  used,
});
const values = (day: string, rows: Sample['rows'] = {}, more: Partial<Sample> = {}) =>
  leavesOf(consumptionCalculator, sampleView({ day, rows, ...more })).values;

test('the newest finished period holds', () => {
  const list = [
    hours('2026-02-01', '2026-02-28', 40, 38),
    hours('2026-03-01', '2026-03-31', 40, 10),
    hours('2026-04-01', '2026-04-30', 40, 1),
  ];
  assert.deepEqual(values('2026-04-15', { 'consumption-reported': list }), {
    'consumption.contracted': 40,
    'consumption.used': 10,
    'consumption.useRate': 0.25,
  });
});

test('an old period no longer speaks of the present', () => {
  assert.deepEqual(
    values('2026-06-15', { 'consumption-reported': [hours('2026-03-01', '2026-03-31', 40, 10)] }),
    {},
  );
});

test('used without contracted has no rate', () => {
  const found = values('2026-04-15', {
    'consumption-reported': [hours('2026-03-01', '2026-03-31', null, 10)],
  });
  assert.deepEqual(found, { 'consumption.used': 10 });
  const nothing = values('2026-04-15', {
    'consumption-reported': [hours('2026-03-01', '2026-03-31', 0, 10)],
  });
  assert.equal(nothing['consumption.useRate'], undefined);
});

test('hours and posts are not added, their rates are averaged', () => {
  const list = [
    hours('2026-03-01', '2026-03-31', 40, 20),
    hours('2026-03-01', '2026-03-31', 10, 10, 'posts'),
  ];
  assert.deepEqual(values('2026-04-15', { 'consumption-reported': list }), { 'consumption.useRate': 0.75 });
});

test('effort is zero only in covered time', () => {
  const rows = {
    'effort-spent': [
      { on: '2026-04-01', hours: 3 },
      { on: '2026-02-01', hours: 9 },
    ],
  } as const;
  assert.equal(values('2026-04-15', rows)['consumption.effortHours'], undefined);
  const covered = { effort: ['2026-01-01', '2026-04-15'] } as const;
  assert.equal(values('2026-04-15', rows, { covered })['consumption.effortHours'], 3);
  assert.equal(values('2026-04-15', {}, { covered })['consumption.effortHours'], 0);
});

test('margin is our cost against three months of revenue, unknown when an hour has no cost', () => {
  const mrr = { on: '2026-04-01', metric: 'mrr_cents', value: 100_000, currency: 'BRL' };
  const spent = (costCents: number | null) => ({ on: '2026-03-01', hours: 10, costCents, currency: 'BRL' });
  const covered = { effort: ['2026-01-01', '2026-04-15'] } as const;
  const margin = (effort: readonly object[]) =>
    values('2026-04-15', { 'state-observed': [mrr], 'effort-spent': effort as [] }, { covered })[
      'consumption.marginRate'
    ];
  assert.equal(margin([spent(150_000)]), 0.5);
  assert.equal(margin([spent(450_000)]), -0.5);
  assert.equal(margin([spent(150_000), spent(null)]), undefined);
  assert.equal(margin([]), 1);
});
