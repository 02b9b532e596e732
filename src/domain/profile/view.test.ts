import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brazilianCalendar } from '#base/calendar.ts';
import { endOfDay, startOfDay } from '#base/zone.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { AccountFile, Coverage, Frame, UsageDay } from './shape.ts';
import { viewAt } from './view.ts';

const zone = 'America/Sao_Paulo';
const today = 20_500;
const asOf = endOfDay(today, zone);
const frame: Frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [],
  coverage: [],
  criticalFeatures: null,
  advancedFeatures: null,
};

function cover(from: number, to: number, more: Partial<Coverage> = {}): Coverage {
  return { covers: 'ticket', metric: null, from, to, grain: 'day', scope: 'workspace', known: 0, ...more };
}

function spanOf(covers: readonly Coverage[], metric?: string, file: AccountFile = { rows: {}, contacts: 0 }) {
  return viewAt(file, [], asOf, { ...frame, coverage: covers }).covered('ticket', metric);
}

test('covers that touch or overlap are one span; a hole ends it', () => {
  assert.deepEqual(spanOf([cover(10, 20), cover(21, 30), cover(25, 40)]), { from: 10, to: 40, grain: 'day' });
  assert.deepEqual(spanOf([cover(10, 20), cover(22, 30)]), { from: 22, to: 30, grain: 'day' });
  assert.deepEqual(spanOf([cover(10, 90), cover(20, 30)]), { from: 10, to: 90, grain: 'day' });
  assert.equal(spanOf([]), null);
});

test('a span never passes today, and what is known later or of another kind is no cover', () => {
  assert.deepEqual(spanOf([cover(10, today + 9)]), { from: 10, to: today, grain: 'day' });
  assert.equal(spanOf([cover(10, 20, { known: asOf + 1 })]), null);
  assert.equal(spanOf([cover(10, 20, { covers: 'call' })]), null);
  assert.equal(spanOf([cover(today + 1, today + 9)]), null);
});

test('a cover of a metric is for that metric alone, one of the kind for all, and the finest grain is told', () => {
  const covers = [cover(10, 20, { grain: 'month' }), cover(21, 30, { metric: 'open' })];
  assert.deepEqual(spanOf(covers), { from: 10, to: 20, grain: 'month' });
  assert.deepEqual(spanOf(covers, 'open'), { from: 10, to: 30, grain: 'day' });
  assert.deepEqual(spanOf(covers, 'critical'), { from: 10, to: 20, grain: 'month' });
});

test("an entry on a screen covers its own account, beside the workspace's covers", () => {
  const row: SlimRow<'source-covered'> = {
    occurred: 5,
    known: 5,
    day: 0,
    record: 0,
    revision: 1,
    covers: 'ticket',
    metric: null,
    from: 31,
    to: 50,
    grain: 'day',
    scope: 'account',
  };
  const file: AccountFile = { rows: { 'source-covered': [row] }, contacts: 0 };
  assert.deepEqual(spanOf([cover(10, 30)], undefined, file), { from: 10, to: 50, grain: 'day' });
});

test('time whose entries became counters is not covered', () => {
  const file: AccountFile = { rows: {}, contacts: 0, since: { ticket: 25 } };
  assert.deepEqual(spanOf([cover(10, 40)], undefined, file), { from: 25, to: 40, grain: 'day' });
  assert.equal(spanOf([cover(10, 20)], undefined, file), null);
});

function usageDay(day: number, known: number, events: number): UsageDay {
  return {
    day,
    known,
    events,
    value: 0,
    sessions: 1,
    minutes: 0.1,
    users: ['a'],
    features: { login: events },
    departments: [],
    userEvents: [events],
  };
}

test('usage is cut by day and known day, one entry a day', () => {
  const days = [
    usageDay(today - 1, today - 1, 1),
    usageDay(today - 1, today, 2),
    usageDay(today, today + 1, 4),
  ];
  const view = viewAt({ rows: {}, contacts: 0 }, days, asOf, frame);
  assert.equal(view.usage.length, 1);
  assert.deepEqual(view.usage[0], {
    ...usageDay(today - 1, today, 3),
    sessions: 2,
    minutes: 0.2,
  });
});

test('at the first instant of a day that day is not yet used or covered', () => {
  const at = startOfDay(today, zone);
  const days = [usageDay(today - 1, today - 1, 1), usageDay(today, today, 2)];
  const view = viewAt({ rows: {}, contacts: 0 }, days, at, { ...frame, coverage: [cover(10, today)] });
  assert.equal(view.day, today);
  assert.deepEqual(
    view.usage.map((day) => day.day),
    [today - 1],
  );
  assert.equal(view.covered('ticket')?.to, today - 1);
});
