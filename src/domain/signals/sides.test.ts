// A signal of two sides: each fires, holds and is forgotten by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Truth } from '#domain/decision.ts';
import { activity, sidedActivity } from './active.ts';

const monday = 20_549;
type Moment = { readonly sides: readonly Truth[]; readonly clear?: Truth };
function told(moments: readonly Moment[]): { readonly active: boolean; readonly from: number } {
  const past = moments.slice(0, -1);
  const now = moments.at(-1) ?? { sides: [] };
  const history = {
    length: past.length,
    sides: (i: number) => past[i]?.sides ?? [],
    clear: (i: number) => clearOf(past[i]),
    day: (i: number) => monday - 7 * (past.length - 1 - i),
  };
  const found = sidedActivity(history, { sides: now.sides, clear: clearOf(now) });
  return { active: found.active, from: found.from };
}
const clearOf = (moment: Moment | undefined): Truth => (moment?.clear === undefined ? true : moment.clear);

test('what nobody could ever tell does not keep a signal that the known side clears', () => {
  const found = told([{ sides: [true, null] }, { sides: [true, null] }, { sides: [false, null] }]);
  assert.deepEqual(found, { active: false, from: -1 });
});

test('the side that fired and is unknown now keeps it, whatever the other says', () => {
  const found = told([{ sides: [false, true] }, { sides: [false, null] }, { sides: [false, null] }]);
  assert.deepEqual(found, { active: true, from: 0 });
  assert.equal(told([{ sides: [false, true] }, { sides: [false, false] }]).active, false);
});

test('all unknown moves nothing; the clear condition must hold too', () => {
  assert.equal(told([{ sides: [true, null] }, { sides: [null, null] }]).active, true);
  assert.equal(told([{ sides: [null, null] }, { sides: [null, null] }]).active, false);
  assert.equal(told([{ sides: [true, null] }, { sides: [false, null], clear: false }]).active, true);
  assert.equal(told([{ sides: [true, null] }, { sides: [false, null], clear: null }]).active, true);
});

test('one side taking over from the other is one signal, active since the first', () => {
  assert.deepEqual(told([{ sides: [true, false] }, { sides: [false, true] }]), { active: true, from: 0 });
});

test('of one side it says what the plain fold says', () => {
  const truth = fc.constantFrom<Truth>(true, false, null);
  const moment = fc.record({ when: truth, clear: truth });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 13 }), moment, (past, now) => {
      const history = {
        length: past.length,
        when: (i: number) => past[i]?.when ?? null,
        clear: (i: number) => past[i]?.clear ?? null,
        day: () => 0,
      };
      const sided = { ...history, sides: (i: number) => [past[i]?.when ?? null] };
      const { active, from } = sidedActivity(sided, { sides: [now.when], clear: now.clear });
      assert.deepEqual({ active, from }, activity(history, now));
    }),
    { numRuns: 300 },
  );
});
