import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUuid, uuidv7 } from './id.ts';
import { randomFrom } from './random.ts';

test('the same seed gives the same stream, another seed another', () => {
  const draw = (seed: number | string): number[] => Array.from({ length: 5 }, randomFrom(seed));
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
  assert.notDeepEqual(draw('a'), draw('b'));
});

test('draws are spread evenly over [0, 1)', () => {
  const random = randomFrom('even');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i++) {
    const x = random();
    assert.ok(x >= 0 && x < 1);
    counts[Math.floor(x * 10)] = (counts[Math.floor(x * 10)] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0);
  assert.ok(chiSquare < 27.9, `chi square ${chiSquare} over 9 degrees of freedom`);
});

test('ids carry their time and sort by it', () => {
  const random = randomFrom(1);
  const first = uuidv7(1_700_000_000_000, random);
  const second = uuidv7(1_700_000_000_001, random);
  assert.ok(isUuid(first) && isUuid(second));
  assert.ok(first < second);
  assert.equal(first[14], '7');
  assert.match(first[19] ?? '', /[89ab]/);
  assert.equal(Number.parseInt(first.slice(0, 8) + first.slice(9, 13), 16), 1_700_000_000_000);
});
