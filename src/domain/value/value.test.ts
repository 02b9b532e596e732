// Milestones, first value, goals, promises: late is past due and not done, and a result may lie before the source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { valueCalculator } from './value.ts';

const day = '2026-04-15';
const leaves = (sample: Omit<Sample, 'day'>) =>
  leavesOf(valueCalculator, sampleView({ day, ...sample })).values;
const contract = { on: '2026-01-01', contract: 'a', lines: [], start: on('2026-01-01') };
const planned = (milestone: string, dueOn: string) => ({
  on: '2026-01-05',
  milestone,
  track: 'main',
  dueOn: on(dueOn),
});

test('late is past its day and not delivered; due today is not late yet', () => {
  const found = leaves({
    rows: {
      'milestone-planned': [
        planned('m1', '2026-02-01'),
        planned('m2', '2026-03-01'),
        planned('m3', day),
        planned('m4', '2026-06-01'),
      ],
      'milestone-delivered': [{ on: '2026-02-20', milestone: 'm1', track: 'main', proof: 'number' }],
      'delivery-planned': [{ on: '2026-01-05', delivery: 'd1', dueOn: on('2026-02-01') }],
    },
  });
  assert.equal(found['value.milestonesDue'], 4);
  assert.equal(found['value.delivered'], 1);
  assert.equal(found['value.late'], 2);
  assert.equal(found['value.deliveriesOpen'], 1);
});

test('nobody tells of milestones: missing, save promises, which are own records', () => {
  assert.deepEqual(leaves({}), { 'value.promisesLate': 0 });
  const covered = { milestone: ['2026-01-01', '2026-12-31'] } as const;
  const found = leaves({ covered });
  assert.equal(found['value.late'], 0);
  assert.equal(found['value.deliveriesOpen'], undefined);
  assert.equal(found['value.provenInitial'], undefined);
});

test('first value is the first delivery with a proof or the customer’s confirmation', () => {
  const rows = {
    'contract-signed': [contract],
    'milestone-delivered': [
      { on: '2026-02-01', milestone: 'm1', track: 'main' },
      { on: '2026-03-01', milestone: 'm2', track: 'main', proof: 'link' },
    ],
  };
  const found = leaves({ rows });
  assert.equal(found['value.firstValueAt'], on('2026-03-01'));
  assert.equal(found['value.ttfvDays'], 59);
  assert.equal(found['value.provenInitial'], true);
  const confirmed = {
    ...rows,
    'milestone-confirmed': [{ on: '2026-02-10', milestone: 'm1', track: 'main' }],
  };
  assert.equal(leaves({ rows: confirmed })['value.firstValueAt'], on('2026-02-10'));
});

test('no value so far is only known when the source reaches back to the start', () => {
  const rows = { 'contract-signed': [contract] };
  const back = { milestone: ['2026-01-01', '2026-12-31'] } as const;
  assert.equal(leaves({ rows, covered: back })['value.ttfvDays'], 104);
  assert.equal(leaves({ rows, covered: back })['value.provenInitial'], false);
  const young = { milestone: ['2026-04-01', '2026-12-31'] } as const;
  assert.equal(leaves({ rows, covered: young })['value.ttfvDays'], undefined);
  assert.equal(leaves({ rows, covered: young })['value.provenInitial'], undefined);
});

test('goals: from baseline to target, the initial one; artefacts count apart', () => {
  const goal = (key: string, more: object) => ({
    on: '2026-01-05',
    goal: key,
    metric: 'm',
    target: 100,
    ...more,
  });
  const rows = {
    'goal-set': [
      goal('late', { target: 10 }),
      goal('first', { initial: true, baseline: 20 }),
      goal('docs', { artefacts: true, target: 4 }),
    ],
    'goal-measured': [
      { on: '2026-02-01', goal: 'first', current: 40 },
      { on: '2026-04-01', goal: 'first', current: 84 },
    ],
    'delivery-done': [
      { on: '2026-02-01', delivery: 'x' },
      { on: '2026-03-01', delivery: 'y' },
      { on: '2026-03-02', delivery: 'z' },
    ],
  };
  assert.equal(leaves({ rows })['value.goalProgress'], 0.8);
  assert.equal(leaves({ rows })['value.artefactShare'], 0.75);
  assert.equal(leaves({ rows: { 'goal-set': rows['goal-set'] } })['value.goalProgress'], undefined);
});

test('a falling goal: 8 hours to 2, now 5, is half way', () => {
  const rows = {
    'goal-set': [{ on: '2026-01-05', goal: 'g', metric: 'h', baseline: 8, target: 2 }],
    'goal-measured': [{ on: '2026-04-01', goal: 'g', current: 5 }],
  };
  assert.equal(leaves({ rows })['value.goalProgress'], 0.5);
});

test('value shown: since the last time, else since the source began', () => {
  const covered = { goal: ['2026-03-01', '2026-12-31'] } as const;
  assert.equal(leaves({ covered })['value.daysSinceValueShown'], 45);
  const rows = { 'value-shown': [{ on: '2026-04-05', roi: 1.5 }, { on: '2026-04-10' }] };
  assert.equal(leaves({ covered, rows })['value.daysSinceValueShown'], 5);
  assert.equal(leaves({ covered, rows })['value.roi'], 1.5);
  assert.equal(leaves({})['value.daysSinceValueShown'], undefined);
});

test('a promise is late past its day until kept', () => {
  const made = [
    { on: '2026-03-01', promise: 'p1', dueOn: on('2026-04-01') },
    { on: '2026-03-01', promise: 'p2', dueOn: on('2026-04-01') },
    { on: '2026-03-01', promise: 'p3' },
  ];
  const rows = { 'promise-made': made, 'promise-kept': [{ on: '2026-04-03', promise: 'p2' }] };
  assert.equal(leaves({ rows })['value.promisesLate'], 1);
});

test('a milestone entered after its source fell silent covers its own account from that day on', () => {
  const covered = { milestone: ['2024-01-01', '2025-12-31'], goal: ['2024-01-01', '2025-12-31'] } as const;
  const rows = {
    'milestone-planned': [{ ...planned('m1', '2026-04-01'), on: '2026-03-20' }],
    'value-shown': [{ on: '2026-04-05', roi: 2 }],
  };
  assert.equal(leaves({ covered })['value.late'], undefined);
  assert.equal(leaves({ covered, rows })['value.late'], 1);
  assert.equal(leaves({ covered, rows })['value.daysSinceValueShown'], 10);
});
