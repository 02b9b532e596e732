import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { pulseCalculator } from './pulse.ts';

const values = (rows: Sample['rows'] = {}) =>
  leavesOf(pulseCalculator, sampleView({ day: '2026-04-15', rows })).values;

test('before the first verdict the pulse is "none", never missing', () => {
  assert.deepEqual(values(), { 'pulse.verdict': 'none' });
});

test('the newest verdict holds, with its age', () => {
  const taken = [
    { on: '2026-04-05', verdict: 'red' },
    { on: '2026-03-01', verdict: 'green' },
  ];
  assert.deepEqual(values({ 'pulse-taken': taken }), { 'pulse.verdict': 'red', 'pulse.ageDays': 10 });
});
