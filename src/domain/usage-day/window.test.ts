import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeDays } from './decode.ts';
import { encodeDay } from './encode.ts';
import { rollUp, type RawUsage } from './rolled.ts';
import { decodeWindow, encodeWindow } from './window.ts';

const event = fc.record({
  day: fc.integer({ min: 20_000, max: 20_040 }),
  // An event may be dated after the day on which it was known.
  late: fc.constantFrom(0, 0, 0, 1, 40, -1),
  at: fc.constant(20_000 * 86_400_000),
  user: fc.option(fc.integer({ min: 0, max: 80 }).map((n) => n.toString(16).padStart(16, '0'))),
  event: fc.constantFrom('login', 'relatório', '__proto__', '7', 'a.b"c', 'constructor'),
  value: fc.oneof(
    fc.double({ min: -1000, max: 1e9, noNaN: true }),
    fc.integer({ min: -5, max: 5 }),
    fc.constant(123_456_789_012),
  ),
  session: fc.option(fc.constantFrom('s1', 's2', 's3')),
  department: fc.option(fc.constantFrom('vendas', 'rh', '1.2')),
  minutes: fc.option(fc.double({ min: 0, max: 90, noNaN: true })),
});
const texts = fc
  .array(event, { maxLength: 80 })
  .map((list) => list.map(({ late, ...rest }): RawUsage => ({ ...rest, known: rest.day + late })))
  .map((list) => rollUp(list).map((day) => encodeDay(day)));

test('a window holds its days exactly', () => {
  fc.assert(
    fc.property(texts, (days) => {
      const decoded = decodeDays(days);
      const text = encodeWindow(decoded);
      assert.deepEqual(decodeWindow(text), decoded);
      assert.equal(text.includes('\n'), false);
    }),
    { numRuns: 300 },
  );
});

test('a window read and written again is the same text', () => {
  fc.assert(
    fc.property(texts, (days) => {
      const text = encodeWindow(decodeDays(days));
      assert.equal(encodeWindow(decodeWindow(text) ?? []), text);
    }),
    { numRuns: 100 },
  );
});

test('a text of another version is no window', () => {
  assert.equal(decodeWindow('0abc'), null);
  assert.deepEqual(decodeWindow(encodeWindow([])), []);
});
