// What signals remember through the packed checkpoints of the shipped method.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brazilianCalendar } from '#base/calendar.ts';
import { mondayOf } from '#base/day.ts';
import type { Assessment, Decision } from '#domain/decision.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { assess } from '#engine/assess.ts';
import { packCheckpoint, unpackCheckpoint } from '#engine/checkpoint.ts';
import { decide } from '#engine/decide.ts';
import { type Leaves, scopeOf, servicos } from './method/template.ts';
import { contextOf } from './story.ts';

const zone = 'America/Sao_Paulo';
/** A Wednesday. */
const today = 20_558;
const frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [],
  coverage: [],
  criticalFeatures: null,
  advancedFeatures: null,
};

function profileAt(day: number, leaves: Leaves, over: Partial<Profile> = {}): Profile {
  return {
    asOf: 0,
    day,
    leaves: scopeOf(leaves),
    through: {},
    contracts: [],
    renewals: [],
    tracks: [],
    contacts: [],
    runs: [],
    offers: [],
    suggestions: [],
    overrides: [],
    tasks: [],
    team: [],
    muted: [],
    answers: {},
    dates: {},
    ...over,
  };
}

/** Leaves at the last Mondays, oldest first, and now. */
function decided(past: readonly Leaves[], now: Leaves, over: Partial<Profile> = {}, day = today): Decision {
  const checkpoints = past.map((leaves, i): Assessment => {
    const monday = mondayOf(day) - 7 * (past.length - 1 - i);
    const packed = packCheckpoint(assess(profileAt(monday, leaves), servicos), servicos);
    return unpackCheckpoint(packed, monday, servicos);
  });
  return decide(profileAt(day, now, over), servicos, checkpoints, contextOf(frame, day));
}
const signal = (decision: Decision, key: string) => decision.signals.find((one) => one.key === key);
const times = <T>(n: number, value: T): readonly T[] => Array.from({ length: n }, () => value);

const lived = { 'account.daysSinceStart': 400, 'account.segment': 'smb' };

test('seats that are used again clear little use, though nobody counts features', () => {
  const little = { ...lived, 'usage.seatUse': 0.3 };
  assert.ok(signal(decided(times(4, little), little), 'low_use'));
  assert.equal(signal(decided(times(4, little), { ...lived, 'usage.seatUse': 0.9 }), 'low_use'), undefined);
  // Inside the margin it has not cleared yet.
  assert.ok(signal(decided(times(4, little), { ...lived, 'usage.seatUse': 0.52 }), 'low_use'));
});

test('what fired and is silent now stays, whatever the other side says', () => {
  const one = { ...lived, 'usage.seatUse': 0.9, 'usage.criticalFeatures30d': 1 };
  assert.ok(signal(decided(times(4, one), { ...lived, 'usage.seatUse': 0.9 }), 'low_use'));
  assert.equal(
    signal(decided(times(4, one), { ...one, 'usage.criticalFeatures30d': 3 }), 'low_use'),
    undefined,
  );
});

test('a critical ticket that was solved clears its signal where no volume is known', () => {
  const open = { ...lived, 'support.oldestCriticalDays': 9 };
  const solved = { ...lived, 'support.oldestCriticalDays': 0 };
  assert.equal(signal(decided(times(2, open), solved), 'support_pain'), undefined);
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
  const decision = decided(times(8, stable), stable, { tracks: [track] });
  assert.equal(signal(decision, 'operation_stable')?.since, mondayOf(today) - 49);
  assert.equal(decision.suggestions[0]?.to, 'expansion');
  const broken = times(8, stable).map((week, i) => (i === 5 ? { ...week, 'value.late': 1 } : week));
  assert.equal(signal(decided(broken, stable), 'operation_stable')?.since, mondayOf(today) - 7);
});

test('what holds for weeks does not begin anew each Monday', () => {
  const weeks = times(13, stable);
  const since = signal(decided(weeks, stable), 'healthy_white_space')?.since ?? 0;
  assert.ok(since < mondayOf(today) - 14, String(since));
});

test('a days-leaf that a late feed froze keeps the day it crossed', () => {
  const frozen = { ...lived, 'relationship.daysSinceConversation': 40 };
  const through = { 'relationship.daysSinceConversation': today - 6 };
  for (const day of [today, today + 1, today + 3])
    assert.equal(signal(decided([], frozen, { through }, day), 'silent')?.since, today - 6 - 10);
});

test('the evidence of what a silent source holds is its own, not that of the side that never fired', () => {
  const few = { ...lived, 'limits.contactsWanted': 2, 'relationship.engagedContacts90d': 1 };
  const now = { ...lived, 'voice.nps.sponsorAgeDays': 60 };
  const held = signal(decided(times(3, few), now), 'weak_coverage');
  assert.deepEqual(
    held?.evidence.map((one) => [one.leaf, one.value]),
    [['relationship.engagedContacts90d', null]],
  );
});
