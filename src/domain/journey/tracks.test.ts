// Tracks: placements are estimates until confirmed, any move is legal, suggestions move nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { journeyCalculator } from './journey.ts';
import { trackStates } from './tracks.ts';

type Rows = NonNullable<Sample['rows']>;
const tracks = (rows: Rows, day = '2026-04-15') =>
  trackStates(sampleView({ day, rows })).map(({ key, stage, since, estimated, daysInStage }) => ({
    key,
    stage,
    since,
    estimated,
    daysInStage,
  }));
const leaves = (rows: Rows, covered: Sample['covered'] = {}) =>
  leavesOf(journeyCalculator, sampleView({ day: '2026-04-15', rows, covered })).values;
const placed = { on: '2026-03-01', track: 't', scope: 'product', stage: 'adoption', since: on('2026-01-01') };

test('a placement is an estimate without days; confirming its stage makes it count from its day', () => {
  assert.deepEqual(tracks({ 'stage-placed': [placed] }), [
    { key: 't', stage: 'adoption', since: on('2026-01-01'), estimated: true, daysInStage: null },
  ]);
  const confirmed = [{ on: '2026-04-01', track: 't', scope: 'product', stage: 'adoption' }];
  assert.deepEqual(tracks({ 'stage-placed': [placed], 'stage-confirmed': confirmed }), [
    { key: 't', stage: 'adoption', since: on('2026-01-01'), estimated: false, daysInStage: 104 },
  ]);
});

test('a later import places nothing that a person has confirmed; a suggestion and its rejection move nothing', () => {
  const rows: Rows = {
    'stage-confirmed': [{ on: '2026-02-01', track: 't', scope: 'product', stage: 'expansion' }],
    'stage-placed': [placed],
    'stage-suggested': [{ on: '2026-04-01', track: 't', scope: 'product', stage: 'renewal' }],
    'stage-rejected': [{ on: '2026-04-02', track: 't', scope: 'product', stage: 'expansion' }],
  };
  assert.deepEqual(tracks(rows)[0]?.stage, 'expansion');
  assert.equal(tracks(rows)[0]?.estimated, false);
});

test('progress, skip, regress and loop are ordinary moves; a closed track is gone until it is moved again', () => {
  const move = (day: string, stage: string, track = 't') => ({ on: day, track, scope: 'product', stage });
  const rows: Rows = {
    'stage-confirmed': [
      move('2026-01-01', 'onboarding'),
      move('2026-01-20', 'expansion'),
      move('2026-02-20', 'adoption'),
      move('2026-03-20', 'onboarding', 'second'),
    ],
  };
  assert.deepEqual(
    tracks(rows).map((track) => [track.key, track.stage, track.daysInStage]),
    [
      ['t', 'adoption', 54],
      ['second', 'onboarding', 26],
    ],
  );
  const closed = { ...rows, 'track-closed': [{ on: '2026-04-01', track: 't' }] };
  assert.deepEqual(
    tracks(closed).map((track) => track.key),
    ['second'],
  );
  assert.deepEqual(leaves(closed)['journey.stages'], ['onboarding']);
  assert.equal(leaves(closed)['journey.openTracks'], 1);
  assert.equal(leaves(rows)['journey.daysSinceGoLive'], 85);
});

test('an estimate, a renewal and the advocacy of the account are no open work', () => {
  const rows: Rows = {
    'stage-placed': [placed, { on: '2026-03-01', track: 'c', scope: 'contract', stage: 'renewal' }],
    'stage-confirmed': [{ on: '2026-03-01', track: 'a', scope: 'account', stage: 'advocacy' }],
  };
  assert.equal(leaves(rows)['journey.openTracks'], 0);
  assert.deepEqual(leaves(rows)['journey.stages'], ['adoption', 'advocacy', 'renewal']);
  assert.equal(leaves({})['journey.stages'], undefined);
  assert.equal(leaves({})['journey.openTracks'], 0);
});

test('go-live by its milestone wins over the move', () => {
  const rows: Rows = { 'milestone-confirmed': [{ on: '2026-03-16', milestone: 'go_live', track: 't' }] };
  assert.equal(leaves(rows)['journey.daysSinceGoLive'], 30);
  assert.equal(leaves({})['journey.daysSinceGoLive'], undefined);
});

test('progress: the last of milestone, move, goal and accepted offer; a placement is none', () => {
  const covered = { milestone: ['2025-12-01', '2026-12-31'] } as const;
  assert.equal(leaves({ 'stage-placed': [placed] }, covered)['journey.daysSinceProgress'], 135);
  assert.equal(leaves({ 'stage-placed': [placed] })['journey.daysSinceProgress'], undefined);
  const rows: Rows = {
    'milestone-delivered': [{ on: '2026-01-10', milestone: 'm', track: 't' }],
    'offer-accepted': [{ on: '2026-04-05', offer: 'o' }],
  };
  assert.equal(leaves(rows, covered)['journey.daysSinceProgress'], 10);
});
