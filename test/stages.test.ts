// Placement by time, lateness, and the renewal track of a contract's own dates.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContractState, Profile, TrackState } from '#domain/profile/shape.ts';
import { servicos } from './method/template.ts';
import { placeByMilestones, placeByTime } from '#domain/journey/placement.ts';
import { stageLines } from '#domain/journey/stages.ts';
import { withMethod } from '#domain/journey/with-method.ts';
import { on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { milestonesAt } from '#domain/value/milestones.ts';

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

const placedBy = (rows: NonNullable<Sample['rows']>) =>
  placeByMilestones(milestonesAt(sampleView({ day: '2026-04-15', rows })), method);
const planned = (milestone: string, stage: string | null, track = 'main') => ({
  on: '2026-01-01',
  milestone,
  track,
  stage,
  dueOn: on('2026-02-01'),
});
const delivered = (milestone: string, day: string, proof: string | null = 'number') => ({
  on: day,
  milestone,
  track: 'main',
  proof,
});

test('milestones place a track: open ones in their stage, achieved ones past it, since the day of their value', () => {
  assert.deepEqual(placedBy({}), []);
  const open = { 'milestone-planned': [planned('first_value', null), planned('value_repeatable', null)] };
  assert.deepEqual(placedBy(open), [{ track: 'main', stage: 'onboarding', since: null }]);
  const unproven = { ...open, 'milestone-delivered': [delivered('first_value', '2026-02-10', null)] };
  assert.deepEqual(placedBy(unproven), [{ track: 'main', stage: 'onboarding', since: null }]);
  const proven = { ...open, 'milestone-delivered': [delivered('first_value', '2026-02-10')] };
  assert.deepEqual(placedBy(proven), [{ track: 'main', stage: 'adoption', since: on('2026-02-10') }]);
  const last = { 'milestone-delivered': [delivered('scope_widened', '2026-03-01')] };
  assert.deepEqual(placedBy(last), [{ track: 'main', stage: 'expansion', since: on('2026-03-01') }]);
});

test('a stage with a milestone still open holds the track; a milestone of no stage places nothing', () => {
  const rows = {
    'milestone-planned': [planned('go_live', 'onboarding'), planned('own', null, 'second')],
    'milestone-delivered': [delivered('first_value', '2026-02-10')],
  };
  assert.deepEqual(placedBy(rows), [{ track: 'main', stage: 'onboarding', since: null }]);
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

test('white space: growth offers not held, or held and used below 30%', () => {
  const space = (held: readonly string[], useRates?: Readonly<Record<string, number>>) => {
    const of = profile(useRates ? { useRates } : {}, { offers: { held } });
    return (withMethod(of, method) as { offers: { whiteSpace: number | null } }).offers.whiteSpace;
  };
  const growth = method.offers.filter((offer) => offer.intent === 'growth').map(({ key }) => key);
  const repair = method.offers.find((offer) => offer.intent === 'repair')?.key ?? '';
  const [first = ''] = growth;
  assert.equal(space([]), growth.length);
  assert.equal(space([first, repair]), growth.length - 1);
  assert.equal(space(growth), 0);
  assert.equal(space(growth, { [first]: 0.29, hours: 0.1 }), 1);
  assert.equal(space(growth, { [first]: 0.3 }), 0);
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
