import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  leavesOf,
  on,
  sampleView,
  usageOn,
  type Sample,
  type SampleRow,
} from '#domain/profile/sample-view.ts';
import { usageCalculator } from './usage.ts';

type Period = SampleRow<'usage-period-reported'>;
const period = (metric: string, from: string, to: string, value: number, how = 'sum'): Period => ({
  on: to,
  metric,
  from: on(from),
  to: on(to),
  value,
  how,
});
const values = (day: string, periods: readonly Period[], more: Partial<Sample> = {}) =>
  leavesOf(usageCalculator, sampleView({ day, rows: { 'usage-period-reported': periods }, ...more })).values;

const january = period('events', '2026-01-01', '2026-01-31', 210);
const february = period('events', '2026-02-01', '2026-02-28', 180);
const march = (value: number) => period('events', '2026-03-01', '2026-03-31', value);

test('months compare with months, per working day, and know no days', () => {
  const found = values('2026-04-15', [january, february, march(110)]);
  assert.equal(found['usage.events30d'], 110);
  assert.equal(found['usage.eventsPrev30d'], 180);
  // 22 working days in March; 18 in February 2026 (Carnival Monday and Tuesday off).
  assert.ok(Math.abs(Number(found['usage.change30d']) - (110 / 22 / (180 / 18) - 1)) < 1e-12);
  assert.equal(found['usage.daysSinceActivity'], undefined);
  assert.equal(found['usage.activeWeeks4'], undefined);
  assert.equal(found['usage.dauMau'], undefined);
  assert.equal(found['usage.keyUsersActive'], undefined);
});

test('a whole month of zero is known to be silent', () => {
  const found = values('2026-04-15', [january, february, march(0)]);
  assert.equal(found['usage.daysSinceActivity'], 31);
  assert.equal(found['usage.activeWeeks4'], 0);
  assert.equal(found['usage.change30d'], -1);
});

test('where only sessions are reported, a month with sessions is no silence', () => {
  const sessions = (value: number) => period('sessions', '2026-03-01', '2026-03-31', value);
  assert.equal(values('2026-04-15', [sessions(12)])['usage.daysSinceActivity'], undefined);
  assert.equal(values('2026-04-15', [sessions(0)])['usage.daysSinceActivity'], 31);
});

test('a covered month without a row is zero; an uncovered one ends what is known', () => {
  const covered = { 'usage-period': ['2026-01-01', '2026-03-31', 'month'] } as const;
  const silent = values('2026-04-15', [january, february], { covered });
  assert.equal(silent['usage.events30d'], 0);
  assert.equal(silent['usage.daysSinceActivity'], 31);
  const unknown = values('2026-04-15', [january, february]);
  assert.equal(unknown['usage.events30d'], 180);
  assert.equal(unknown['usage.daysSinceActivity'], undefined);
  assert.deepEqual(values('2026-06-15', [january, february]), {});
});

test('a month that nobody reported or covered is a gap, not a zero', () => {
  const found = values('2026-04-15', [january, march(110)]);
  assert.equal(found['usage.events30d'], 110);
  assert.equal(found['usage.eventsPrev30d'], undefined);
  assert.equal(found['usage.change30d'], undefined);
  const covered = { 'usage-period': ['2026-02-01', '2026-03-31', 'month'] } as const;
  assert.equal(values('2026-04-15', [january, march(110)], { covered })['usage.eventsPrev30d'], 0);
});

test('a running period says nothing yet', () => {
  const found = values('2026-03-20', [january, february, march(900)]);
  assert.equal(found['usage.events30d'], 180);
});

test('weeks answer the routine and not the day', () => {
  const weeks = [
    period('reports', '2026-03-16', '2026-03-22', 4),
    period('reports', '2026-03-23', '2026-03-29', 0),
    period('reports', '2026-03-30', '2026-04-05', 6),
    period('reports', '2026-04-06', '2026-04-12', 2),
  ];
  const found = values('2026-04-15', weeks);
  assert.equal(found['usage.activeWeeks4'], 3);
  assert.equal(found['usage.events30d'], 12);
  assert.equal(found['usage.change30d'], undefined);
  assert.equal(found['usage.daysSinceActivity'], undefined);
  assert.equal(found['usage.features30d'], 1);
});

test('distinct counts answer only for their own length', () => {
  const month = period('active_users', '2026-03-01', '2026-03-31', 40, 'distinct');
  const weeks = [2, 9, 16].map((day) =>
    period(
      'active_users',
      `2026-03-${String(day).padStart(2, '0')}`,
      `2026-03-${String(day + 6).padStart(2, '0')}`,
      20,
      'distinct',
    ),
  );
  const rows = { 'state-observed': [{ on: '2026-01-01', metric: 'seats', value: 50 }] } as const;
  const found = values('2026-04-15', [month, ...weeks], {
    rows: { ...rows, 'usage-period-reported': [month, ...weeks] },
  });
  assert.equal(found['usage.activeSeats'], 40);
  assert.equal(found['usage.seatUse'], 0.8);
  assert.equal(found['usage.wauMau'], 0.5);
  assert.equal(found['usage.dauMau'], undefined);
  assert.equal(found['usage.events30d'], undefined);
});

test('days without activity on distinct months: zero people means silence', () => {
  const months = [
    period('active_users', '2026-02-01', '2026-02-28', 3, 'distinct'),
    period('active_users', '2026-03-01', '2026-03-31', 0, 'distinct'),
  ];
  assert.equal(values('2026-04-15', months)['usage.daysSinceActivity'], 31);
});

test('a feed of days that has just begun leaves the month to the reported periods', () => {
  const covered = { usage: ['2026-04-10', '2026-04-15'] } as const;
  const found = values('2026-04-15', [january, february, march(110)], {
    covered,
    usage: [usageOn('2026-04-12', { ana: 2 })],
  });
  assert.equal(found['usage.events30d'], 110);
  assert.equal(found['usage.daysSinceActivity'], 3);
});

test('a source of whole months that reports nothing says zero', () => {
  const found = values('2026-04-15', [], { covered: { usage: ['2026-01-01', '2026-03-31', 'month'] } });
  assert.equal(found['usage.events30d'], 0);
  assert.equal(found['usage.daysSinceActivity'], 90);
  assert.equal(found['usage.activeSeats'], undefined);
});
