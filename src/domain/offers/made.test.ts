// Offers made and their answers; acts of advocacy. Own records are never missing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advocacyCalculator } from '#domain/advocacy/advocacy.ts';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { offersCalculator, offerStates } from './made.ts';

const day = '2026-04-15';
const view = (sample: Omit<Sample, 'day'>) => sampleView({ day, ...sample });

test('an answer closes its proposal; what was refused and then accepted is held', () => {
  const rows = {
    'offer-proposed': [
      { on: '2025-06-01', offer: 'a' },
      { on: '2026-03-01', offer: 'b' },
      { on: '2026-04-01', offer: 'a' },
    ],
    'offer-refused': [{ on: '2025-06-10', offer: 'a', reason: 'budget_timing' }],
    'offer-accepted': [{ on: '2026-04-10', offer: 'a' }],
  };
  assert.deepEqual(offerStates(view({ rows })), [
    { offer: 'a', state: 'refused', on: on('2025-06-10'), reason: 'budget_timing' },
    { offer: 'b', state: 'open', on: on('2026-03-01'), reason: null },
    { offer: 'a', state: 'accepted', on: on('2026-04-10'), reason: null },
  ]);
  const { values } = leavesOf(offersCalculator, view({ rows }));
  assert.deepEqual(values, {
    'offers.held': ['a'],
    'offers.open': 1,
    'offers.refused': [],
    'offers.lastAt': on('2026-04-10'),
  });
});

test('products of active contracts are held; a refusal speaks for 12 months', () => {
  const lines = [{ product: 'squad', cents: 1, currency: 'BRL', seats: null, recurring: true, months: 1 }];
  const rows = {
    'contract-signed': [{ on: '2026-01-01', contract: 'c', lines, start: on('2026-01-01') }],
    'offer-refused': [
      { on: '2025-04-01', offer: 'old' },
      { on: '2026-01-01', offer: 'new' },
    ],
  };
  const { values } = leavesOf(offersCalculator, view({ rows }));
  assert.deepEqual(values['offers.held'], ['squad']);
  assert.deepEqual(values['offers.refused'], ['new']);
  assert.deepEqual(leavesOf(offersCalculator, view({})).values, {
    'offers.held': [],
    'offers.open': 0,
    'offers.refused': [],
  });
});

test('willing when someone consented or acted, not willing when declined, unknown while only asked', () => {
  const act = (on: string, step: string) => ({ on, act: 'review', step });
  const at = (...acts: ReturnType<typeof act>[]) =>
    leavesOf(advocacyCalculator, view({ rows: { 'advocacy-acted': acts } })).values;
  assert.deepEqual(at(act('2026-04-01', 'asked')), {});
  assert.equal(at(act('2026-04-01', 'declined'))['advocacy.willing'], false);
  const done = at(act('2025-01-01', 'done'), act('2026-04-05', 'done'), act('2026-04-06', 'rewarded'));
  assert.deepEqual(done, { 'advocacy.willing': true, 'advocacy.daysSinceAct': 10, 'advocacy.acts12m': 1 });
});

test('a young source of acts is no fresh act', () => {
  const at = (from: string) =>
    leavesOf(advocacyCalculator, view({ covered: { 'advocacy-act': [from, '2026-12-31'] } })).values;
  assert.deepEqual(at('2026-04-01'), {});
  assert.deepEqual(at('2025-04-15'), { 'advocacy.daysSinceAct': 365, 'advocacy.acts12m': 0 });
});
