// What signals remember through the packed checkpoints of the shipped method.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mondayOf } from '#base/day.ts';
import { decided, signalOf, times, today } from './leaf-profile.ts';

const lived = { 'account.daysSinceStart': 400, 'account.segment': 'smb' };

test('seats that are used again clear little use, though nobody counts features', () => {
  const little = { ...lived, 'usage.seatUse': 0.3 };
  assert.ok(signalOf(decided(little, { past: times(4, little) }), 'low_use'));
  assert.equal(
    signalOf(decided({ ...lived, 'usage.seatUse': 0.9 }, { past: times(4, little) }), 'low_use'),
    undefined,
  );
  // Inside the margin it has not cleared yet.
  assert.ok(signalOf(decided({ ...lived, 'usage.seatUse': 0.52 }, { past: times(4, little) }), 'low_use'));
});

test('what fired and is silent now stays, whatever the other side says', () => {
  const one = { ...lived, 'usage.seatUse': 0.9, 'usage.criticalFeatures30d': 1 };
  assert.ok(signalOf(decided({ ...lived, 'usage.seatUse': 0.9 }, { past: times(4, one) }), 'low_use'));
  assert.equal(
    signalOf(decided({ ...one, 'usage.criticalFeatures30d': 3 }, { past: times(4, one) }), 'low_use'),
    undefined,
  );
});

test('a critical ticket that was solved clears its signal where no volume is known', () => {
  const open = { ...lived, 'support.oldestCriticalDays': 9 };
  const solved = { ...lived, 'support.oldestCriticalDays': 0 };
  assert.equal(signalOf(decided(solved, { past: times(2, open) }), 'support_pain'), undefined);
});

const stable = {
  ...lived,
  'value.late': 0,
  'value.milestonesDue': 3,
  'value.goalProgress': 0.9,
  'value.daysSinceValueShown': 10,
  'value.ttfvRatio': 0.5,
  'support.reopened60d': 0,
  'usage.activeWeeks4': 4,
  'relationship.daysSinceConversation': 5,
  'offers.whiteSpace': 3,
};
const track = {
  key: 't1',
  scope: 'product',
  stage: 'adoption',
  since: today - 100,
  estimated: false,
  daysInStage: 100,
  steps: [],
  milestones: [],
} as const;

test('a condition over health remembers what the profile said beside it', () => {
  const decision = decided(stable, { past: times(8, stable), over: { tracks: [track] } });
  assert.equal(signalOf(decision, 'operation_stable')?.since, mondayOf(today) - 49);
  assert.equal(decision.suggestions[0]?.to, 'expansion');
  const broken = times(8, stable).map((week, i) => (i === 5 ? { ...week, 'value.late': 1 } : week));
  assert.equal(signalOf(decided(stable, { past: broken }), 'operation_stable')?.since, mondayOf(today) - 7);
});

test('what holds for weeks does not begin anew each Monday', () => {
  const weeks = times(13, stable);
  const since = signalOf(decided(stable, { past: weeks }), 'healthy_white_space')?.since ?? 0;
  assert.ok(since < mondayOf(today) - 14, String(since));
});

test('a days-leaf that a late feed froze keeps the day it crossed', () => {
  const frozen = { ...lived, 'relationship.daysSinceConversation': 40 };
  const through = { 'relationship.daysSinceConversation': today - 6 };
  for (const day of [today, today + 1, today + 3])
    assert.equal(signalOf(decided(frozen, { over: { through }, day }), 'silent')?.since, today - 6 - 10);
});

test('the evidence of what a silent source holds is its own, not that of the side that never fired', () => {
  const few = { ...lived, 'limits.contactsWanted': 2, 'relationship.engagedContacts90d': 1 };
  const now = { ...lived, 'voice.nps.sponsorAgeDays': 60 };
  const held = signalOf(decided(now, { past: times(3, few) }), 'weak_coverage');
  assert.deepEqual(
    held?.evidence.map((one) => [one.leaf, one.value]),
    [['relationship.engagedContacts90d', null]],
  );
});

test('a signal begins where what tells it said otherwise before; at the edge of memory nobody knows', () => {
  const little = { ...lived, 'usage.seatUse': 0.3 };
  const fine = { ...lived, 'usage.seatUse': 0.9 };
  const begun = (past: readonly Record<string, unknown>[]): boolean | undefined =>
    signalOf(decided(little, { past }), 'low_use')?.begun;
  assert.equal(begun([...times(10, fine), ...times(3, little)]), true);
  assert.equal(begun(times(13, fine)), true);
  assert.equal(begun(times(13, little)), false);
  assert.equal(begun([...times(10, {}), ...times(3, little)]), false);
  const silent = { ...lived, 'relationship.daysSinceConversation': 44 };
  assert.equal(signalOf(decided(silent), 'silent')?.begun, true);
});
