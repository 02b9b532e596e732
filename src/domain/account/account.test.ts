// The five statuses, the start of the relation, and fields of several sources.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { accountCalculator, customFields, teamAt } from './account.ts';
import { statusAt } from './status.ts';

type Rows = NonNullable<Sample['rows']>;
const status = (day: string, rows: Rows) => statusAt(sampleView({ day, rows })).status;
const contract = {
  on: '2025-05-01',
  contract: 'a',
  lines: [],
  start: on('2025-05-01'),
  plannedEnd: on('2026-04-30'),
};

test('active, notice, no contract, ended, unknown', () => {
  const rows = { 'contract-signed': [contract] };
  assert.equal(status('2026-04-15', rows), 'active');
  assert.equal(status('2026-05-10', rows), 'no_contract');
  assert.equal(status('2026-10-27', rows), 'no_contract');
  assert.equal(status('2026-10-28', rows), 'ended');
  const notice = { ...rows, 'notice-given': [{ on: '2026-04-01', contract: 'a', endsOn: on('2026-04-30') }] };
  assert.equal(status('2026-04-15', notice), 'notice');
  assert.equal(status('2026-05-10', notice), 'ended');
  assert.equal(status('2026-04-15', {}), 'unknown');
});

test('a cancellation has ended at once; an open project or a further contract is active', () => {
  const cancelled = {
    'contract-signed': [contract],
    'contract-ended': [{ on: '2026-04-10', contract: 'a', reason: 'x' }],
  };
  assert.equal(status('2026-04-15', cancelled), 'ended');
  const project = [{ on: '2026-04-12', delivery: 'd', dueOn: on('2026-06-01') }];
  assert.equal(status('2026-04-15', { ...cancelled, 'delivery-planned': project }), 'active');
  const before = [{ on: '2026-01-12', delivery: 'd' }];
  assert.equal(status('2026-04-15', { ...cancelled, 'delivery-planned': before }), 'ended');
  const further = [contract, { ...contract, contract: 'b', plannedEnd: on('2027-04-30') }];
  const notice = [{ on: '2026-04-01', contract: 'a', endsOn: on('2026-04-30') }];
  assert.equal(status('2026-04-15', { 'contract-signed': further, 'notice-given': notice }), 'active');
});

test('a project alone: active while a delivery is open, then no contract, then ended', () => {
  const planned = [{ on: '2026-01-10', delivery: 'd', dueOn: on('2026-02-10') }];
  const done = { 'delivery-planned': planned, 'delivery-done': [{ on: '2026-02-01', delivery: 'd' }] };
  assert.equal(status('2026-01-15', { 'delivery-planned': planned }), 'active');
  assert.equal(status('2026-04-15', done), 'no_contract');
  assert.equal(status('2026-09-01', done), 'ended');
});

test('a contract signed for later is active, and has not started', () => {
  const rows = {
    'contract-signed': [{ ...contract, on: '2026-04-01', start: on('2026-05-01'), plannedEnd: null }],
  };
  assert.equal(status('2026-04-15', rows), 'active');
  const { values } = leavesOf(accountCalculator, sampleView({ day: '2026-04-15', rows }));
  assert.equal(values['account.daysSinceStart'], undefined);
});

test('field by field the later word holds; touch follows the segment unless set by hand', () => {
  const view = sampleView({
    day: '2026-04-15',
    rows: {
      'account-described': [
        { on: '2026-01-01', segment: 'smb', tags: ['vip'], custom: { plan: 'gold', old: 1 } },
        { on: '2026-02-01', segment: 'enterprise', custom: { old: null, integrations: 3 } },
      ],
      'contract-signed': [contract],
    },
  });
  const { values } = leavesOf(accountCalculator, view);
  assert.equal(values['account.segment'], 'enterprise');
  assert.equal(values['account.touch'], 'high');
  assert.deepEqual(values['account.tags'], ['vip']);
  assert.equal(values['account.integrations'], 3);
  assert.equal(values['account.industry'], undefined);
  assert.deepEqual(customFields(view), { integrations: 3, plan: 'gold' });
  assert.equal(values['account.daysSinceStart'], on('2026-04-15') - on('2025-05-01'));
  assert.equal(values['account.monthsActive'], 11);
});

test('the team: assigned and not released since', () => {
  const rows: Rows = {
    'team-assigned': [
      { on: '2026-01-01', member: 'ana', role: 'csm' },
      { on: '2026-01-01', member: 'bia', role: 'sales' },
      { on: '2026-03-01', member: 'caio', role: 'csm' },
    ],
    'team-released': [{ on: '2026-03-01', member: 'ana', role: 'csm' }],
  };
  const view = sampleView({ day: '2026-04-15', rows });
  assert.deepEqual(teamAt(view), [
    { member: 'bia', role: 'sales' },
    { member: 'caio', role: 'csm' },
  ]);
  assert.deepEqual(leavesOf(accountCalculator, view).values['account.team'], ['csm', 'sales']);
});
