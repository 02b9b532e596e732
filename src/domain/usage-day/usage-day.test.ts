import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeUsageDays } from '#domain/profile/usage-window.ts';
import { decodeDays, decodeRolled, withUsers } from './decode.ts';
import { encodeDay } from './encode.ts';
import { addDay, rollUp, type RawUsage, type RolledDay } from './rolled.ts';

const numRuns = 200;
const event = fc.record({
  day: fc.integer({ min: 20_000, max: 20_003 }),
  late: fc.constantFrom(0, 0, 0, 1, 40),
  at: fc.integer({ min: 20_000 * 86_400_000, max: 20_004 * 86_400_000 }),
  user: fc.option(fc.constantFrom('00000000000000aa', '10000000000000bb', 'ffffffffffffffff')),
  event: fc.constantFrom('login', 'relatório', '__proto__', '7'),
  value: fc.double({ min: 0, max: 1000, noNaN: true }),
  session: fc.option(fc.constantFrom('s1', 's2', 's3')),
  department: fc.option(fc.constantFrom('vendas', 'rh')),
  minutes: fc.option(fc.double({ min: 0, max: 90, noNaN: true })),
});
const events = fc
  .array(event, { maxLength: 40 })
  .map((list): RawUsage[] => list.map(({ late, ...rest }) => ({ ...rest, known: rest.day + late })));

function texts(days: readonly RolledDay[]): string[] {
  return days.map((day) => encodeDay(day));
}

/** What ingest does: each batch is rolled up and added to the text that is stored. */
function inBatches(list: readonly RawUsage[], size: number): string[] {
  const stored = new Map<string, string>();
  for (let i = 0; i < list.length; i += size) {
    for (const part of rollUp(list.slice(i, i + size))) {
      const key = `${part.day}/${part.known}`;
      const before = stored.get(key);
      const day = before === undefined ? part : decodeRolled(before);
      if (before !== undefined) addDay(day, part);
      stored.set(key, encodeDay(day));
    }
  }
  return [...stored.values()].sort();
}

test('any order and any batching of the same events gives the same text', () => {
  fc.assert(
    fc.property(
      events.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      fc.integer({ min: 1, max: 9 }),
      ([list, shuffled], size) => {
        const once = texts(rollUp(list));
        assert.deepEqual(texts(rollUp(shuffled)), once);
        assert.deepEqual(inBatches(shuffled, size), once.toSorted());
      },
    ),
    { numRuns },
  );
});

test('a text read and written again is the same text, on one line', () => {
  fc.assert(
    fc.property(events, (list) => {
      for (const text of texts(rollUp(list))) {
        assert.equal(encodeDay(decodeRolled(text)), text);
        assert.equal(text.includes('\n'), false);
      }
    }),
    { numRuns },
  );
});

test('what calculators read is what was tracked', () => {
  fc.assert(
    fc.property(events, (list) => {
      for (const day of decodeDays(texts(rollUp(list)))) {
        const own = list.filter((each) => each.day === day.day && each.known === day.known);
        assert.equal(day.events, own.length);
        assert.deepEqual(day.users, [...new Set(own.flatMap((each) => each.user ?? []))].sort());
        day.users.forEach((user, i) => {
          assert.equal(day.userEvents[i], own.filter((each) => each.user === user).length);
        });
        assert.equal(day.sessions, new Set(own.flatMap((each) => each.session ?? [])).size);
        assert.equal(
          Object.values(day.features).reduce((total, count) => total + count, 0),
          own.length,
        );
        const value = own.reduce((total, each) => total + each.value, 0);
        assert.ok(Math.abs(day.value - value) < 0.01);
      }
    }),
    { numRuns },
  );
});

test('days merge by what was known: late rows count from their known day on, in any order', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 19_999, max: 20_050 }), (list, last) => {
      const days = decodeDays(texts(rollUp(list)));
      const merged = mergeUsageDays(days, -Infinity, last);
      assert.deepEqual(mergeUsageDays(days.toReversed(), -Infinity, last), merged);
      const own = list.filter((each) => each.day <= last && each.known <= last);
      assert.equal(
        merged.reduce((total, day) => total + day.events, 0),
        own.length,
      );
      assert.deepEqual(
        merged.map((day) => day.day),
        [...new Set(own.map((each) => each.day))].sort((a, b) => a - b),
      );
    }),
    { numRuns },
  );
});

test('users of a crowded day may lie apart', () => {
  const [day] = rollUp([
    {
      day: 1,
      known: 1,
      at: 5,
      user: 'ffffffffffffffff',
      event: 'login',
      value: 1,
      session: null,
      department: null,
      minutes: null,
    },
  ]);
  assert.ok(day);
  const [bare] = decodeDays([encodeDay(day, true)]);
  assert.ok(bare);
  assert.deepEqual(bare.users, []);
  assert.deepEqual(withUsers(bare, day.users), decodeDays([encodeDay(day)])[0]);
});

test('of no texts there are no days', () => {
  assert.deepEqual(decodeDays([]), []);
});
