// Placement by time, lateness, and the renewal track of a contract's own dates.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContractState, Profile, TrackState } from '#domain/profile/shape.ts';
import { servicos } from './method/template.ts';
import { placeByMilestones, placeByTime } from '#domain/journey/placement.ts';
import type { Milestone } from '#domain/value/milestones.ts';
import { stageLines } from '#domain/journey/stages.ts';
import { withMethod } from '#domain/journey/with-method.ts';

const { method } = servicos;
const track = (over: Partial<TrackState>): TrackState => ({
  key: 't1',
  scope: 'product',
  stage: 'onboarding',
  since: 20_500,
  estimated: false,
  daysInStage: 10,
  steps: [],
  milestones: [],
  ...over,
});
const contract = (over: Partial<ContractState>): ContractState => ({
  key: 'c1',
  product: null,
  start: 20_000,
  plannedEnd: 20_600,
  endedOn: null,
  noticeEnd: null,
  paused: false,
  active: true,
  openEnded: false,
  autoRenew: false,
  daysToEnd: 42,
  mrrCents: 1,
  seats: null,
  timesRenewed: 0,
  termMonths: 12,
  ...over,
});
function profile(over: Partial<Profile>, leaves: Record<string, unknown> = {}): Profile {
  return {
    asOf: 0,
    day: 20_558,
    leaves: { account: { segment: 'smb' }, ...leaves },
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

test('a range holds its upper bound; past the last one it is Expansão', () => {
  const at = (days: number): string | null => placeByTime(days, method);
  assert.deepEqual([0, 30, 31, 60, 61, 120, 121, 900].map(at), [
    'onboarding',
    'onboarding',
    'adoption',
    'adoption',
    'expansion',
    'expansion',
    'expansion',
    'expansion',
  ]);
});

test('milestones place before time does: after the furthest stage that was passed with proof', () => {
  const milestone = (key: string, over: Partial<Milestone> = {}): Milestone => ({
    key,
    track: 't',
    stage: null,
    due: null,
    deliveredOn: null,
    valueOn: null,
    proven: false,
    confirmedByCustomer: false,
    evidence: { type: 'milestone-planned', row: { record: 0, revision: 1, day: 0 } },
    ...over,
  });
  const place = (...list: readonly Milestone[]) => placeByMilestones(list, method);
  assert.deepEqual(place(), []);
  assert.deepEqual(place(milestone('first_value')), [{ track: 't', stage: 'onboarding', since: null }]);
  const first = milestone('first_value', { deliveredOn: 90, valueOn: 100, proven: true });
  assert.deepEqual(place(first, milestone('value_repeatable')), [
    { track: 't', stage: 'adoption', since: 100 },
  ]);
  // Delivered without proof passes nothing; the last stage is not left.
  assert.deepEqual(place(milestone('first_value', { deliveredOn: 90 })), [
    { track: 't', stage: 'onboarding', since: null },
  ]);
  const last = milestone('x', { stage: 'expansion', valueOn: 200, deliveredOn: 200 });
  assert.deepEqual(place(first, last), [{ track: 't', stage: 'expansion', since: 200 }]);
  // One of a firm's own, of no stage of the method, says nothing.
  assert.deepEqual(place(milestone('x')), []);
});

test('late past the phase, never while the placement is estimated', () => {
  const line = (over: Partial<TrackState>) => stageLines(profile({ tracks: [track(over)] }), method)[0];
  assert.equal(line({ daysInStage: 30 })?.late, false);
  assert.equal(line({ daysInStage: 31 })?.late, true);
  const estimated = line({ daysInStage: 300, estimated: true });
  assert.deepEqual([estimated?.late, estimated?.daysInStage], [false, null]);
});

test('renewal is a track while the window is open, late without a conversation', () => {
  const lines = (over: Partial<ContractState>, steps: readonly string[] = []) =>
    stageLines(
      profile({
        contracts: [contract(over)],
        renewals: [{ contract: 'c1', daysToEnd: 42, stepsDone: steps, category: null, objectionsOpen: 0 }],
      }),
      method,
    );
  assert.deepEqual(lines({ daysToEnd: 61 }), []);
  assert.deepEqual(
    lines({ daysToEnd: 60 }).map((line) => [line.canonical, line.late, line.estimated]),
    [['renewal', false, false]],
  );
  assert.equal(lines({ daysToEnd: 29 })[0]?.late, true);
  assert.equal(lines({ daysToEnd: 29 }, ['conversation'])[0]?.late, false);
  assert.deepEqual(lines({ active: false }), []);
});

test('leaves of profile and method together; what cannot be told is missing', () => {
  const scope = withMethod(profile({}), method) as Record<string, Record<string, unknown>>;
  assert.equal(scope['journey']?.['onboardingLate'], null);
  assert.equal(scope['value']?.['ttfvRatio'], null);
  assert.equal(scope['value']?.['maturity'], null);
  assert.equal(scope['limits']?.['renewalStarts'], 60);
  const slow = withMethod(
    profile({ tracks: [track({ daysInStage: 31 })] }, { value: { ttfvDays: 45 } }),
    method,
  ) as typeof scope;
  assert.equal(slow['journey']?.['onboardingLate'], true);
  assert.equal(slow['journey']?.['otherLate'], false);
  assert.equal(slow['value']?.['ttfvRatio'], 1.5);
});

test('the renewal of a project without an end opens 120 days after its start, or at its last delivery if that is later', () => {
  const project = { plannedEnd: null, daysToEnd: null, mrrCents: 0, termMonths: null };
  const stagesOf = (start: number, projectDoneOn?: number) =>
    stageLines(
      profile({
        contracts: [
          contract({ ...project, start, ...(projectDoneOn === undefined ? {} : { projectDoneOn }) }),
        ],
      }),
      method,
    ).map((line) => [line.stage, line.daysInStage, line.late]);
  assert.deepEqual(stagesOf(20_558 - 119, 20_558 - 119), []);
  assert.deepEqual(stagesOf(20_558 - 120, 20_558 - 120), [['renewal', 0, false]]);
  assert.deepEqual(stagesOf(20_558 - 300, 20_558 - 10), [['renewal', 10, false]]);
  assert.deepEqual(stagesOf(20_558 - 300), [], 'something is left to deliver, or it recurs');
});

test('a renewal that a person opened is late by the days left, not by the days it has run', () => {
  const line = (daysToEnd: number, daysInStage: number, steps: readonly string[] = []) =>
    stageLines(
      profile({
        contracts: [contract({ daysToEnd })],
        tracks: [track({ key: 'c1', scope: 'contract', stage: 'renewal', daysInStage })],
        renewals: [{ contract: 'c1', daysToEnd, stepsDone: steps, category: null, objectionsOpen: 0 }],
      }),
      method,
    );
  assert.deepEqual(
    line(50, 45).map(({ canonical, late }) => [canonical, late]),
    [['renewal', false]],
  );
  assert.equal(line(29, 2)[0]?.late, true);
  assert.equal(line(29, 2, ['conversation'])[0]?.late, false);
});

test('a stage that this method has not is read as the nearest one before it', () => {
  const at = (stage: string): string | undefined =>
    stageLines(profile({ tracks: [track({ stage })] }), method)[0]?.stage;
  assert.equal(at('retention'), 'adoption');
  assert.equal(at('value_realisation'), 'adoption');
  assert.equal(at('expansion'), 'expansion');
  assert.equal(at('piloto'), 'piloto');
});
