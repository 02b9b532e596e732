import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leavesOf, on, sampleView, type Sample, type SampleRow } from '#domain/profile/sample-view.ts';
import { formatDay } from '#base/day.ts';
import { supportCalculator } from './support.ts';

const today = '2026-04-15';
const covered = { ticket: ['2025-09-01', today] } as const;
const values = (sample: Omit<Sample, 'day'>) =>
  leavesOf(supportCalculator, sampleView({ day: today, ...sample })).values;
const opened = (
  ticket: string,
  day: string,
  severity: string | null = 'normal',
): SampleRow<'ticket-opened'> => ({
  on: day,
  ticket,
  severity,
});

test('without a source nothing is known; in covered time no ticket is zero', () => {
  assert.deepEqual(values({ rows: { 'ticket-opened': [opened('1', '2026-04-01')] } }), {});
  const found = values({ covered });
  assert.equal(found['support.open'], 0);
  assert.equal(found['support.openCritical'], 0);
  assert.equal(found['support.oldestCriticalDays'], 0);
  assert.equal(found['support.volume30d'], 0);
  assert.equal(found['support.volumeRatio'], 0);
  assert.equal(found['support.reopened60d'], 0);
  assert.equal(found['support.reopenRate'], undefined);
});

test('open, critical, reopened', () => {
  const rows = {
    'ticket-opened': [
      opened('1', '2026-04-01', 'critical'),
      opened('2', '2026-04-02'),
      opened('3', '2026-04-05', 'critical'),
    ],
    'ticket-closed': [
      { on: '2026-04-03', ticket: '2' },
      { on: '2026-04-06', ticket: '3' },
    ],
    'ticket-reopened': [{ on: '2026-04-08', ticket: '2' }],
    'ticket-answered': [
      { on: '2026-04-01', hour: 5, ticket: '1' },
      { on: '2026-04-02', hour: 1, ticket: '1' },
    ],
  } as const;
  const found = values({ covered, rows });
  assert.equal(found['support.open'], 2);
  assert.equal(found['support.openCritical'], 1);
  assert.equal(found['support.oldestCriticalDays'], 14);
  assert.equal(found['support.reopenRate'], 0.5);
  assert.equal(found['support.reopened60d'], 1);
  assert.equal(found['support.firstResponseHours'], 5);
});

test('severity that nobody told is neither critical nor not', () => {
  const found = values({ covered, rows: { 'ticket-opened': [opened('1', '2026-04-01', null)] } });
  assert.equal(found['support.open'], 1);
  assert.equal(found['support.openCritical'], undefined);
  assert.equal(found['support.oldestCriticalDays'], undefined);
});

test("volume is measured against the account's own norm", () => {
  // 6 tickets in the 180 days before: one in 30 days.
  const before = ['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];
  const now = ['2026-04-01', '2026-04-02', '2026-04-03'];
  const tickets = [...before, ...now].map((day) => opened(day, day));
  assert.equal(values({ covered, rows: { 'ticket-opened': tickets } })['support.volumeRatio'], 3);
  const short = { ticket: ['2026-01-30', today] } as const;
  const found = values({ covered: short, rows: { 'ticket-opened': tickets } });
  assert.equal(found['support.volume30d'], 3);
  assert.equal(found['support.volumeRatio'], undefined);
  const noNorm = values({ covered, rows: { 'ticket-opened': now.map((day) => opened(day, day)) } });
  assert.equal(
    noNorm['support.volumeRatio'],
    3,
    'three after none are three times what no account is too quiet for',
  );
  const single = values({
    covered,
    rows: { 'ticket-opened': [opened('1', '2025-12-01'), opened('2', '2026-04-01')] },
  });
  assert.equal(single['support.volumeRatio'], 1, 'one is no flood');
});

test('a sheet with open tickets only: critical is known when none is open', () => {
  const observed = (value: number) => ({
    rows: { 'state-observed': [{ on: '2026-04-01', metric: 'open_tickets', value }] },
  });
  assert.deepEqual(values(observed(3)), { 'support.open': 3 });
  assert.deepEqual(values(observed(0)), {
    'support.open': 0,
    'support.openCritical': 0,
    'support.oldestCriticalDays': 0,
  });
});

test('the newest known observation holds', () => {
  const rows = {
    'state-observed': [
      { on: '2026-03-01', metric: 'open_tickets', value: 8 },
      { on: '2026-04-01', metric: 'open_tickets', value: 2 },
      { on: '2026-04-10', knownOn: '2026-04-20', metric: 'open_tickets', value: 0 },
      { on: '2026-04-01', metric: 'open_critical_tickets', value: 1 },
    ],
  } as const;
  assert.deepEqual(values({ rows }), { 'support.open': 2, 'support.openCritical': 1 });
});

test('order does not matter, and tickets of the future are not seen', () => {
  const ticket = fc.record({
    day: fc.integer({ min: on('2025-10-01'), max: on('2026-06-01') }),
    open: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(ticket, { maxLength: 20 }), (list) => {
      const build = (items: typeof list) => ({
        'ticket-opened': items.map((one, i) => opened(String(i), formatDay(one.day))),
        'ticket-closed': items.flatMap((one, i) =>
          one.open ? [] : [{ on: formatDay(one.day + 1), ticket: String(i) }],
        ),
      });
      const rows = build(list);
      const shuffled = {
        'ticket-opened': rows['ticket-opened'].toReversed(),
        'ticket-closed': rows['ticket-closed'].toReversed(),
      };
      const all = values({ covered, rows });
      assert.deepEqual(values({ covered, rows: shuffled }), all);
      const past = list.filter((one) => one.day <= on(today));
      assert.equal(all['support.open'], past.filter((one) => one.open || one.day + 1 > on(today)).length);
    }),
  );
});
