import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leavesOf, on, sampleView, usageOn, type Sample } from '#domain/profile/sample-view.ts';
import type { UsageDay } from '#domain/profile/shape.ts';
import { usageCalculator } from './usage.ts';

const today = '2026-04-15';
const covered = { usage: ['2025-10-01', today] } as const;
const values = (sample: Sample) => leavesOf(usageCalculator, sampleView(sample)).values;

/** One day of usage for each of the last `count` days, ending `ago` days before today. */
function days(count: number, ago: number, of: (day: number) => Record<string, number>): UsageDay[] {
  return Array.from({ length: count }, (_, i) => usageOn(on(today) - ago - i, of(on(today) - ago - i)));
}

test('without a source every leaf of usage is missing', () => {
  assert.deepEqual(values({ day: today, usage: [usageOn(today, { ana: 3 })] }), {});
});

test('covered time without a row is zero, and days without activity count from where the source begins', () => {
  const found = values({ day: today, covered: { usage: ['2026-01-15', today] } });
  assert.equal(found['usage.events30d'], 0);
  assert.equal(found['usage.activeSeats'], 0);
  assert.equal(found['usage.activeWeeks4'], 0);
  assert.equal(found['usage.daysSinceActivity'], 90);
  assert.equal(found['usage.change30d'], undefined);
  assert.equal(found['usage.dauMau'], undefined);
});

test('seat use is distinct users of 30 days over the seats of active contracts', () => {
  const usage = [...days(30, 0, () => ({ ana: 1, bia: 1 })), usageOn('2026-03-01', { caio: 1 })];
  const line = { product: null, cents: null, currency: 'BRL', seats: 8, recurring: true, months: 1 };
  const rows = {
    'contract-signed': [
      {
        on: '2026-01-01',
        contract: 'a',
        start: on('2026-01-01'),
        plannedEnd: on('2026-12-31'),
        lines: [line],
      },
      {
        on: '2024-01-01',
        contract: 'b',
        start: on('2024-01-01'),
        plannedEnd: on('2025-01-01'),
        lines: [line],
      },
    ],
  } as const;
  const found = values({ day: today, covered, usage, rows });
  assert.equal(found['usage.activeSeats'], 2);
  assert.equal(found['usage.seatUse'], 0.25);
  assert.equal(found['usage.limitUse'], 0.25);
  assert.equal(found['usage.topUserShare'], 0.5);
  assert.equal(found['usage.dauMau'], 1);
  assert.equal(found['usage.wauMau'], 1);
});

test('a sheet with active users and seats answers seat use alone', () => {
  const rows = {
    'state-observed': [
      { on: '2026-03-01', metric: 'active_users', value: 9 },
      { on: '2026-04-01', metric: 'active_users', value: 3 },
      { on: '2026-04-01', metric: 'seats', value: 4 },
    ],
  } as const;
  assert.deepEqual(values({ day: today, rows }), {
    'usage.activeSeats': 3,
    'usage.seatUse': 0.75,
    'usage.limitUse': 0.75,
  });
});

test('change is per working day and needs both windows covered', () => {
  const usage = [...days(30, 0, () => ({ ana: 1 })), ...days(30, 30, () => ({ ana: 2 }))];
  const found = values({ day: today, covered, usage });
  // 17 Mar – 15 Apr 2026 has 21 working days (Good Friday off); 15 Feb – 16 Mar 19 (Carnival off).
  assert.equal(found['usage.change30d'], 30 / 21 / (60 / 19) - 1);
  assert.equal(found['usage.eventsPrev30d'], 60);
  const short = values({ day: today, covered: { usage: ['2026-02-16', today] }, usage });
  assert.equal(short['usage.events30d'], 30);
  assert.equal(short['usage.change30d'], undefined);
  assert.equal(short['usage.eventsPrev30d'], undefined);
});

test('a window that is not wholly covered is missing, not small', () => {
  const found = values({
    day: today,
    covered: { usage: ['2026-03-20', today] },
    usage: [usageOn(today, { ana: 1 })],
  });
  assert.equal(found['usage.events30d'], undefined);
  assert.equal(found['usage.activeSeats'], undefined);
  assert.equal(found['usage.daysSinceActivity'], 0);
});

test('a late feed stands still at its last day, and after a month of silence nothing is known', () => {
  const usage = [usageOn('2026-04-01', { ana: 1 })];
  const at = (day: string) =>
    leavesOf(usageCalculator, sampleView({ day, covered: { usage: ['2026-01-01', '2026-04-05'] }, usage }));
  assert.equal(at('2026-04-05').values['usage.daysSinceActivity'], 4);
  assert.equal(at('2026-05-01').values['usage.daysSinceActivity'], 4);
  assert.equal(at('2026-05-01').through['usage.daysSinceActivity'], on('2026-04-05'));
  assert.deepEqual(at('2026-05-20').values, {});
});

test('key users are the habitual ones, and the share says how many are still there', () => {
  const usage = [...days(60, 15, () => ({ ana: 1, bia: 1 })), ...days(10, 0, () => ({ ana: 1, novo: 5 }))];
  const found = values({ day: today, covered, usage });
  assert.equal(found['usage.keyUsersActive'], 0.5);
  assert.equal(found['usage.usersAdded90d'], 3);
});

test('usage that names nobody counts events and no users', () => {
  const usage = days(30, 0, () => ({})).map((day) => ({ ...day, events: 4 }));
  const found = values({ day: today, covered, usage });
  assert.equal(found['usage.events30d'], 120);
  assert.equal(found['usage.activeSeats'], undefined);
  assert.equal(found['usage.keyUsersActive'], undefined);
});

test('features: critical, advanced and never used', () => {
  const features = { report: 6, export: 3, login: 3 };
  const frame = { criticalFeatures: ['report', 'budget', 'alerts'], advancedFeatures: ['export'] };
  const usage = [
    usageOn('2026-04-10', { ana: 12 }, { features }),
    usageOn('2026-01-10', { ana: 1 }, { features: { budget: 1 } }),
  ];
  const found = values({ day: today, covered, usage, frame });
  assert.equal(found['usage.criticalFeatures30d'], 1);
  assert.equal(found['usage.criticalUnused'], 1);
  assert.equal(found['usage.stickyShare'], 0.5);
  assert.equal(found['usage.advancedShare'], 0.25);
  assert.equal(found['usage.features30d'], 3);
  const untold = values({ day: today, covered, usage });
  assert.equal(untold['usage.criticalFeatures30d'], undefined);
  assert.equal(untold['usage.criticalUnused'], undefined);
});

test('a department is new only beside an older one', () => {
  const first = usageOn('2026-04-10', { ana: 1 }, { departments: ['finance'] });
  const older = usageOn('2026-02-10', { ana: 1 }, { departments: ['sales'] });
  assert.equal(values({ day: today, covered, usage: [first] })['usage.newDepartments30d'], undefined);
  const found = values({ day: today, covered, usage: [first, older] });
  assert.equal(found['usage.newDepartments30d'], 1);
  assert.equal(found['usage.departments'], 2);
});

test('days to first login count from the start of the contract', () => {
  const rows = { 'contract-signed': [{ on: '2026-03-01', contract: 'a', start: on('2026-03-01') }] } as const;
  const usage = [usageOn('2026-03-09', { ana: 1 })];
  assert.equal(values({ day: today, covered, usage, rows })['usage.daysToFirstLogin'], 8);
  const late = values({ day: today, covered: { usage: ['2026-03-05', today] }, usage, rows });
  assert.equal(late['usage.daysToFirstLogin'], undefined);
});

const usageDays = fc.array(
  fc.record({
    ago: fc.integer({ min: 0, max: 170 }),
    user: fc.constantFrom('a', 'b', 'c'),
    events: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 40 },
);
function daysFrom(list: readonly { ago: number; user: string; events: number }[]): UsageDay[] {
  const byDay = new Map<number, Record<string, number>>();
  for (const { ago, user, events } of list)
    byDay.set(on(today) - ago, { ...byDay.get(on(today) - ago), [user]: events });
  return [...byDay].map(([day, users]) => usageOn(day, users));
}

test('facts of the future, or not yet known, change nothing', () => {
  fc.assert(
    fc.property(usageDays, (list) => {
      const usage = daysFrom(list);
      const later = usageOn('2026-04-16', { zoe: 5 });
      const unknown = { ...usageOn('2026-04-02', { zoe: 5 }), known: on('2026-04-20') };
      assert.deepEqual(
        values({ day: today, covered, usage: [...usage, later, unknown] }),
        values({ day: today, covered, usage }),
      );
    }),
  );
});

test('days arrive in any order, and no covered source never reads as zero', () => {
  fc.assert(
    fc.property(usageDays, (list) => {
      const usage = daysFrom(list);
      assert.deepEqual(
        values({ day: today, covered, usage: [...usage].reverse() }),
        values({ day: today, covered, usage }),
      );
      assert.deepEqual(values({ day: today, usage }), {});
    }),
  );
});

test('distinct users equal those of a plain set', () => {
  fc.assert(
    fc.property(usageDays, (list) => {
      const users = new Set(list.filter((one) => one.ago < 30).map((one) => one.user));
      assert.equal(values({ day: today, covered, usage: daysFrom(list) })['usage.activeSeats'], users.size);
    }),
  );
});
