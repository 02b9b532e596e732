// Coverage counted over groups says the same as counted over accounts, and proposes nothing that changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Method } from '#domain/method/schema.ts';
import { dataCoverage, type KnownGroup } from './coverage.ts';
import { lateFeeds } from './feeds.ts';

const measure = (key: string, pillar: string, leaf: string, weight: number) => ({
  key,
  pillar,
  leaf,
  weight,
  fallbackLeaf: null,
});
/** Three pillars of weights 50, 30, 20; 40 of 100 is enough. */
const method = {
  health: {
    coverageLimit: 0.4,
    pillars: [
      { key: 'a', weights: { unknown: 50 } },
      { key: 'b', weights: { unknown: 30, smb: 10 } },
      { key: 'c', weights: { unknown: 20 } },
    ],
    measures: [
      measure('a1', 'a', 'support.open', 1),
      measure('b1', 'b', 'voice.nps.last', 1),
      measure('a2', 'a', 'finance.overdueDays', 0),
      measure('c1', 'c', 'relationship.daysSinceConversation', 1),
    ],
  },
} as unknown as Method;
/** In the order by pillar: a1, a2, b1, c1. */
const group = (known: string, accounts: number, segment: string | null = null): KnownGroup => ({
  segment,
  known,
  accounts,
});

test('a pillar speaks where a measure of weight has data; weights follow the segment', () => {
  const found = dataCoverage(
    [group('0100', 3), group('1000', 2), group('0011', 4), group('0010', 1, 'smb')],
    method,
  );
  assert.equal(found.accounts, 10);
  // b and c make 50 of 100; nothing of weight makes 0; b alone makes 10 of 80.
  assert.equal(found.unknown, 4);
  assert.deepEqual(
    found.pillars.map(({ accounts }) => accounts),
    [2, 5, 4],
  );
  assert.deepEqual(
    found.pillars[0]?.measures.map(({ accounts }) => accounts),
    [2, 3],
  );
});

test('what lifts most comes first; what changes nothing is not proposed', () => {
  const { collect } = dataCoverage([group('0010', 6), group('0001', 2), group('1111', 1)], method);
  const lifted = Object.fromEntries(collect.map((one) => [one.key, one.lifted]));
  assert.equal(lifted['open_tickets'], 8);
  assert.equal(lifted['last_conversation'], 6);
  assert.equal(lifted['nps'], 2);
  assert.equal(collect[0]?.key, 'open_tickets', 'of equals the easiest');
  assert.ok(!('overdue_days' in lifted), 'a measure without weight changes nothing');
  assert.deepEqual(dataCoverage([group('1111', 5)], method).collect, []);
  assert.equal(dataCoverage([], method).accounts, 0);
});

test('groups split in any way give the same', () => {
  const groups = fc.array(
    fc.record({
      segment: fc.constantFrom(null, 'smb'),
      known: fc.string({ unit: fc.constantFrom('0', '1'), minLength: 4, maxLength: 4 }),
      accounts: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(groups, (some) => {
      const single = some.flatMap((one) =>
        Array.from({ length: one.accounts }, () => ({ ...one, accounts: 1 })),
      );
      assert.deepEqual(dataCoverage(some, method), dataCoverage(single, method));
    }),
  );
});

test('a feed is late by its own rhythm: two tellings are none, a weekend is no silence', () => {
  const feed = (days: number[]) => ({ source: 's', covers: 'usage', metric: null, days });
  const late = (days: number[], today: number): number | null =>
    lateFeeds([feed(days)], today)[0]?.lateDays ?? null;
  assert.equal(late([1, 2], 50), null);
  assert.equal(late([1, 2, 3], 6), null);
  assert.equal(late([1, 2, 3], 7), 3);
  assert.equal(late([1, 31, 61], 120), null);
  assert.equal(late([1, 31, 61], 122), 31);
  const two = lateFeeds([feed([1, 2, 3]), { ...feed([1, 2, 3, 4, 5]), source: 't' }], 30);
  assert.deepEqual(
    two.map(({ source }) => source),
    ['s', 't'],
  );
});
