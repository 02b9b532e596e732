import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methodDifference } from './difference.ts';
import type { Method } from './schema.ts';

const method = (more: object): Method =>
  ({
    key: 'm',
    stages: [
      { key: 'a', exit: [] },
      { key: 'b', exit: [{ key: 'x', when: 'p' }] },
    ],
    limits: { days: { unknown: 30 } },
    ...more,
  }) as unknown as Method;

test('equal methods have no difference, and neither has another order of entries', () => {
  const { stages } = method({});
  assert.deepEqual(methodDifference(method({}), method({ stages: stages.toReversed() })), []);
});

test('every place is named once, with what stood there before and after', () => {
  const after = method({
    stages: [{ key: 'b', exit: [{ key: 'x', when: 'q' }] }, { key: 'c' }],
    limits: { days: { unknown: 40 } },
  });
  assert.deepEqual(methodDifference(method({}), after), [
    { path: 'stages.a', before: '{"key":"a","exit":[]}', after: null },
    { path: 'stages.b.exit.x.when', before: 'p', after: 'q' },
    { path: 'stages.c', before: null, after: '{"key":"c"}' },
    { path: 'limits.days.unknown', before: '30', after: '40' },
  ]);
});
