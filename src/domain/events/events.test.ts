// Recorded, closed and suggested events: only the first count, and a young source is no fresh event.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, sampleView, on, type Sample } from '#domain/profile/sample-view.ts';
import { eventsCalculator, suggestionStates } from './events.ts';

const day = '2026-04-15';
const leaves = (sample: Omit<Sample, 'day'>) =>
  leavesOf(eventsCalculator, sampleView({ day, ...sample })).values;
const suggestions = (rows: NonNullable<Sample['rows']>) => suggestionStates(sampleView({ day, rows }));

test('an event counts for 90 days and names its family', () => {
  const rows = {
    'event-recorded': [
      { on: '2025-12-01', event: 'growth' },
      { on: '2026-02-01', event: 'growth', family: 'escala' },
      { on: '2026-04-01', event: 'growth' },
    ],
  };
  const found = leaves({ rows });
  assert.equal(found['events.growth.count90d'], 2);
  assert.equal(found['events.growth.daysSince'], 14);
  assert.equal(found['events.growth.family'], 'escala');
  // The account's events have been recorded since December, so no merger is none.
  assert.equal(found['events.merger.count90d'], 0);
});

test('a closed event counts no more; one recorded after the closing does', () => {
  const rows = {
    'event-recorded': [{ on: '2026-03-01', event: 'escalation' }],
    'event-closed': [{ on: '2026-03-10', event: 'escalation' }],
  };
  assert.equal(leaves({ rows })['events.escalation.count90d'], 0);
  assert.equal(leaves({ rows })['events.escalation.daysSince'], undefined);
  const again = {
    ...rows,
    'event-recorded': [...rows['event-recorded'], { on: '2026-04-10', event: 'escalation' }],
  };
  assert.equal(leaves({ rows: again })['events.escalation.count90d'], 1);
});

test('absence is zero only when 90 days are covered; a young source is no fresh event', () => {
  const span = (from: string) => leaves({ covered: { event: [from, '2026-12-31'] } });
  assert.equal(span('2026-04-10')['events.budget_cut.daysSince'], undefined);
  assert.equal(span('2026-04-10')['events.budget_cut.count90d'], undefined);
  assert.equal(span('2025-04-15')['events.budget_cut.daysSince'], 365);
  assert.equal(span('2025-04-15')['events.budget_cut.count90d'], 0);
  assert.deepEqual(leaves({}), {});
});

test('a suggestion never counts; it waits until recorded, closed, or old', () => {
  const suggested = { on: '2026-04-01', event: 'budget_cut', family: null, keyword: 'corte' };
  const rows = { 'event-suggested': [suggested] };
  assert.deepEqual(leaves({ rows }), {});
  assert.deepEqual(suggestions(rows), [
    { event: 'budget_cut', family: null, keyword: 'corte', on: on('2026-04-01') },
  ]);
  assert.deepEqual(suggestions({ ...rows, 'event-closed': [{ on: '2026-04-02', event: 'budget_cut' }] }), []);
  assert.deepEqual(
    suggestions({ ...rows, 'event-recorded': [{ on: '2026-04-02', event: 'budget_cut' }] }),
    [],
  );
  assert.deepEqual(suggestions({ 'event-suggested': [{ ...suggested, on: '2025-12-01' }] }), []);
});

test('who says no to a suggestion closes no event that was recorded', () => {
  const rows = {
    'event-recorded': [{ on: '2026-03-01', event: 'competitor' }],
    'event-suggested': [{ on: '2026-04-01', event: 'competitor', keyword: 'concorrente' }],
    'event-closed': [{ on: '2026-04-01', event: 'competitor', reason: 'suggestion_refused' }],
  };
  assert.equal(leaves({ rows })['events.competitor.daysSince'], 45);
  assert.deepEqual(suggestions(rows), []);
});

test('"the sponsor left" is answered by a sponsor recorded as gone', () => {
  const rows = {
    'event-suggested': [{ on: '2026-04-01', event: 'sponsor_left', keyword: 'saiu' }],
    'contact-joined': [{ on: '2026-01-01', contact: 0, role: 'executive_sponsor' }],
  };
  assert.equal(suggestions(rows).length, 1);
  assert.equal(suggestions({ ...rows, 'contact-left': [{ on: '2026-04-03', contact: 0 }] }).length, 0);
});
