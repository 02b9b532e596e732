// Users counted by one short walk back are the users counted by asking of each whether it was there on each day.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { UsageDay } from '#domain/profile/shape.ts';
import { countUsers, lookback } from './intern.ts';

const to = 20_550;
const names = ['a', 'b', 'c', 'd'];
const days = fc
  .uniqueArray(
    fc.record({ age: fc.integer({ min: 0, max: 220 }), users: fc.uniqueArray(fc.constantFrom(...names)) }),
    { selector: ({ age }) => age, maxLength: 80 },
  )
  .map((list) => list.toSorted((a, b) => b.age - a.age).map(({ age, users }) => usageDay(to - age, users)));

function usageDay(day: number, users: readonly string[]): UsageDay {
  return {
    day,
    known: day,
    events: users.length,
    value: 0,
    sessions: 0,
    minutes: 0,
    users: users.toSorted(),
    features: {},
    departments: [],
    userEvents: users.map(() => 1),
  };
}

test('who is new, present and a habit is what each day by itself says', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 6 }), (list, habit) => {
      const seen = (name: string, from: number, until: number): number =>
        list.filter(({ day, users }) => to - day >= from && to - day < until && users.includes(name)).length;
      const count = (holds: (name: string) => boolean): number => names.filter(holds).length;
      const habitual = (name: string): boolean => seen(name, 15, 75) >= habit;
      const found = countUsers(list, to, habit);
      assert.equal(
        found.added90,
        count((name) => seen(name, 0, 90) > 0 && seen(name, 90, lookback) === 0),
      );
      assert.equal(
        found.active30,
        count((name) => seen(name, 0, 30) > 0),
      );
      assert.equal(found.habitual, count(habitual));
      assert.equal(
        found.habitualActive,
        count((name) => habitual(name) && seen(name, 0, 15) > 0),
      );
      assert.equal(found.top30, Math.max(0, ...names.map((name) => seen(name, 0, 30))));
    }),
  );
});

test('activity that names nobody counts no users, also where it is older than the days that make one new', () => {
  const silent = { ...usageDay(to - 120, []), events: 5 };
  assert.equal(countUsers([silent], to, 4).named, false);
  assert.equal(countUsers([usageDay(to - 120, ['a'])], to, 4).named, true);
});
