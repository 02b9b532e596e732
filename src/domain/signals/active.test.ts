// Firing, clearing and not knowing, folded over checkpoints.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Truth } from '#domain/decision.ts';
import { activeFlags, activity, type History, sinceByCheckpoint, type Verdict } from './active.ts';

const monday = 20_556;
const history = (verdicts: readonly Verdict[]): History => ({
  length: verdicts.length,
  when: (index) => verdicts[index]?.when ?? null,
  clear: (index) => verdicts[index]?.clear ?? null,
  day: (index) => monday - 7 * (verdicts.length - 1 - index),
});
const plain = (...truths: Truth[]): Verdict[] => truths.map((when) => ({ when, clear: true }));

test('true fires, false clears, unknown moves nothing', () => {
  assert.deepEqual(activity(history(plain(true, null)), { when: null, clear: true }), {
    active: true,
    from: 0,
  });
  assert.deepEqual(activity(history(plain(true, false)), { when: null, clear: true }), {
    active: false,
    from: -1,
  });
  assert.deepEqual(activity(history(plain(null, null)), { when: null, clear: true }), {
    active: false,
    from: -1,
  });
  assert.deepEqual(activity(history(plain(true, true)), { when: false, clear: true }), {
    active: false,
    from: -1,
  });
});

test('false clears only when its own clear condition says so', () => {
  const run: Verdict[] = [
    { when: true, clear: false },
    { when: false, clear: false },
  ];
  assert.equal(activity(history(run), { when: false, clear: false }).active, true);
  assert.equal(activity(history(run), { when: false, clear: null }).active, true);
  assert.equal(activity(history(run), { when: false, clear: true }).active, false);
});

test('it starts at the first checkpoint at which it holds, or the last Monday when it holds only now', () => {
  const run = history(plain(true, false, true, true));
  assert.equal(sinceByCheckpoint(activity(run, { when: true, clear: true }), run, monday + 3), monday - 7);
  const only = history(plain(false, false));
  assert.equal(sinceByCheckpoint(activity(only, { when: true, clear: true }), only, monday + 3), monday);
});

test('the backward walk says what a forward fold says', () => {
  const truth = fc.constantFrom<Truth>(true, false, null);
  const verdict = fc.record({ when: truth, clear: truth });
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 13 }), verdict, (past, now) => {
      let active = false;
      let from = -1;
      [...past, now].forEach(({ when, clear }, i) => {
        if (when === true && !active) [active, from] = [true, i];
        else if (when === false && clear === true) [active, from] = [false, -1];
      });
      assert.deepEqual(activity(history(past), now), { active, from });
      // Read forwards for every checkpoint, each says what the walk back from there says.
      assert.deepEqual(
        activeFlags(history(past)),
        past.map((then, i) => activity(history(past.slice(0, i)), then).active),
      );
    }),
    { numRuns: 500 },
  );
});
