// What is kept of a line that is being written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, readDraft, type LineDraft } from './ritual-draft.ts';

const draft: LineDraft = {
  id: 'a',
  name: 'Aurora',
  seen: { task: 't', version: 'v' },
  once: 'key',
  what: 'Ligar',
  owner: '',
  due: '28/02/2026',
  offer: '',
  verdict: 'red',
  reason: '',
};

test('a draft is read back as it was; what is none of ours is none', () => {
  assert.deepEqual(readDraft(JSON.stringify(draft)), draft);
  for (const wrong of [
    null,
    '{',
    '{}',
    'null',
    JSON.stringify({ ...draft, verdict: 'blue' }),
    JSON.stringify({ ...draft, seen: 3 }),
  ])
    assert.equal(readDraft(wrong), null);
});

test('what is changed after it was sent is sent as something else', () => {
  assert.deepEqual(changed(draft, { what: 'Escrever' }), { ...draft, what: 'Escrever', once: null });
});
