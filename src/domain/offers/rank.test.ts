// Reference arbitration worked by hand, ties, and scale.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byPriority, cellKey, priorityOf } from './rank.ts';

const ranked = (rows: readonly (readonly [string, number, number, number, number])[]): string[] =>
  rows
    .map(([key, p, c, v, l]) => ({ key, priority: priorityOf(p, c, v, l) }))
    .sort(byPriority)
    .map((offer) => offer.key);

test('the reference chooses Escala', () => {
  assert.equal(priorityOf(0.42, 1, 3000, 1), 1260);
  assert.equal(priorityOf(0.18, 1.25, 12000, 1), 2700);
  assert.equal(priorityOf(0.25, 1, 6000, 1.55), 2325);
  assert.equal(priorityOf(0.3, 2, 2500, 1), 1500);
  const order = ranked([
    ['fundacao', 0.42, 1, 3000, 1],
    ['escala', 0.18, 1.25, 12000, 1],
    ['performance', 0.25, 1, 6000, 1.55],
    ['protecao', 0.3, 2, 2500, 1],
  ]);
  assert.deepEqual(order, ['escala', 'performance', 'protecao', 'fundacao']);
});

test('equal priority: the lower key comes first', () => {
  assert.deepEqual(
    ranked([
      ['b', 0.2, 1, 1000, 1],
      ['a', 0.2, 1, 1000, 1],
    ]),
    ['a', 'b'],
  );
});

test('multiplying all values by c > 0 never changes the order', () => {
  const offer = fc.tuple(
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    fc.double({ min: 0.5, max: 2, noNaN: true }),
    fc.integer({ min: 100, max: 10_000_000 }),
    fc.double({ min: 0.5, max: 2, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(offer, { minLength: 2, maxLength: 10 }),
      fc.integer({ min: 2, max: 1000 }),
      (list, times) => {
        const rows = list.map(([p, c, v, l], i) => [`o${i}`, p, c, v, l] as const);
        const scaled = rows.map(([key, p, c, v, l]) => [key, p, c, v * times, l] as const);
        assert.deepEqual(ranked(scaled), ranked(rows));
      },
    ),
    { numRuns: 100 },
  );
});

test('a cell of outcomes has one key for every writer and reader', () => {
  assert.equal(cellKey('mais_assentos', 'adoption', null), 'mais_assentos|adoption|unknown');
});
