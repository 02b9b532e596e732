import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { baseOf, overTemplate } from './over-template.ts';

const base = `
key: one
label: { pt: Um, en: One }
stages:
  - { key: a, label: A, exit: [{ key: x, when: p }] }
  - { key: b, label: B, exit: [] }
actions:
  - { signals: [s, t], due: 1 }
limits: { days: { unknown: 30, smb: 7 } }
`;
const over = (text: string): unknown => parse(overTemplate(base, text));

test('a list names its entries in order; each inherits what it does not say', () => {
  const found = over('over: one\nkey: two\nstages:\n  - { key: c, label: C }\n  - { key: a, label: Z }\n');
  assert.deepEqual(found, {
    ...(parse(base) as object),
    key: 'two',
    stages: [
      { key: 'c', label: 'C' },
      { key: 'a', label: 'Z', exit: [{ key: 'x', when: 'p' }] },
    ],
  });
});

test('fields by key change entries in their places, an action by the first signal it answers', () => {
  const found = over(
    'stages: { b: { label: Y } }\nactions: { s: { due: 3 } }\nlimits: { days: { smb: 9 } }\n',
  );
  assert.deepEqual(found, {
    ...(parse(base) as object),
    stages: [
      { key: 'a', label: 'A', exit: [{ key: 'x', when: 'p' }] },
      { key: 'b', label: 'Y', exit: [] },
    ],
    actions: [{ signals: ['s', 't'], due: 3 }],
    limits: { days: { unknown: 30, smb: 9 } },
  });
});

test('a key that the base has not is kept, so that reading the method names what it lacks', () => {
  assert.deepEqual((over('stages: { q: { label: Q } }\n') as { stages: unknown[] }).stages.at(-1), {
    key: 'q',
    label: 'Q',
  });
});

test('which method a text is told over', () => {
  assert.equal(baseOf('over: one\nkey: two\n'), 'one');
  assert.equal(baseOf('key: two\n'), null);
});
