// Revenue of twelve months ago, by what is known now.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContractLine } from '#domain/facts/spec.ts';
import { on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { yearAgo } from './year-ago.ts';

const line = (cents: number | null, currency = 'BRL'): ContractLine => ({
  product: null,
  cents,
  currency,
  seats: null,
  recurring: true,
  months: 1,
});
const signed = { on: '2024-01-10', contract: 'a', lines: [line(30_000)], start: on('2024-01-10') };
const at = (rows: Sample['rows'], more: Partial<Sample> = {}) =>
  yearAgo(sampleView({ day: '2026-04-15', rows: rows ?? {}, ...more }));

test('a price that changed since: what it was then', () => {
  const rows = {
    'contract-signed': [signed],
    'contract-amended': [{ on: '2025-09-01', contract: 'a', lines: [line(50_000)] }],
  };
  assert.deepEqual(at(rows), { mrrCents: 30_000, adjustedCents: 0 });
});

test('a contract told late counts on the days it ran; one that began since paid nothing that is known', () => {
  const late = { ...signed, knownOn: '2026-04-01' };
  assert.equal(at({ 'contract-signed': [late] }).mrrCents, 30_000);
  const young = { ...signed, on: '2025-06-01', start: on('2025-06-01') };
  assert.equal(at({ 'contract-signed': [young] }).mrrCents, null);
  assert.equal(at({}).mrrCents, null);
});

test('who left since paid until then', () => {
  const ended = [{ on: '2025-10-01', contract: 'a' }];
  assert.equal(at({ 'contract-signed': [signed], 'contract-ended': ended }).mrrCents, 30_000);
  const before = [{ on: '2025-03-01', contract: 'a' }];
  assert.equal(at({ 'contract-signed': [signed], 'contract-ended': before }).mrrCents, 0);
});

test('an index step is told apart from what was sold', () => {
  const rows = {
    'contract-signed': [signed],
    'contract-amended': [
      { on: '2025-09-01', contract: 'a', lines: [line(31_500)] },
      { on: '2025-11-01', contract: 'a', lines: [line(50_000)] },
    ],
    'adjustment-changed': [{ on: '2025-09-01', contract: 'a', state: 'applied' }],
  };
  assert.deepEqual(at(rows), { mrrCents: 30_000, adjustedCents: 1_500 });
});

test('dollars of then are worth what they are worth today', () => {
  const rate = (day: string, value: number) => ({
    day: on(day),
    known: on(day) * 86_400_000,
    base: 'USD',
    quote: 'BRL',
    rate: value,
  });
  const rows = { 'contract-signed': [{ ...signed, lines: [line(10_000, 'USD')] }] };
  const frame = { rates: [rate('2025-01-01', 5), rate('2026-01-01', 5.5)] };
  assert.equal(at(rows, { frame }).mrrCents, 55_000);
});
