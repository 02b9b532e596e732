// Renewal steps of the present term, objections, and who decides.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { renewalsCalculator, renewalStates } from './renewals.ts';

const day = '2026-04-15';
const leaves = (sample: Omit<Sample, 'day'>) =>
  leavesOf(renewalsCalculator, sampleView({ day, ...sample })).values;
const contract = {
  on: '2025-05-01',
  contract: 'a',
  lines: [],
  start: on('2025-05-01'),
  plannedEnd: on('2026-04-30'),
};
const step = (when: string, name: string, category?: string) => ({
  on: when,
  contract: 'a',
  step: name,
  ...(category ? { category } : {}),
});

test('steps not recorded were not done: own records are never missing', () => {
  assert.deepEqual(leaves({}), {
    'renewal.conversationHeld': false,
    'renewal.proposalSent': false,
    'renewal.confirmed': false,
    'renewal.category': 'none',
  });
});

test('steps and category of the present term; a renewal begins anew', () => {
  const rows = {
    'contract-signed': [contract],
    'renewal-step-done': [
      step('2026-02-01', 'conversation', 'at_risk'),
      step('2026-03-01', 'proposal', 'commit'),
    ],
  };
  const found = leaves({ rows });
  assert.equal(found['renewal.daysToEnd'], 15);
  assert.equal(found['renewal.conversationHeld'], true);
  assert.equal(found['renewal.proposalSent'], true);
  assert.equal(found['renewal.confirmed'], false);
  assert.equal(found['renewal.category'], 'commit');
  const renewed = {
    ...rows,
    'contract-renewed': [{ on: '2026-04-01', contract: 'a', plannedEnd: on('2027-04-30') }],
  };
  assert.equal(leaves({ rows: renewed })['renewal.conversationHeld'], false);
  assert.equal(leaves({ rows: renewed })['renewal.category'], 'none');
});

test('a meeting held for the renewal is the conversation', () => {
  const rows = { 'contract-signed': [contract], 'meeting-held': [{ on: '2026-03-01', meeting: 'renewal' }] };
  assert.equal(leaves({ rows })['renewal.conversationHeld'], true);
});

test('objections: open until solved; missing while nobody tells of any', () => {
  const raised = [
    { on: '2026-03-01', objection: 'o1', about: 'renewal' },
    { on: '2026-03-02', objection: 'o2', about: 'renewal' },
    { on: '2026-03-02', objection: 'o3', about: 'offer' },
  ];
  const rows = { 'contract-signed': [contract], 'objection-raised': raised };
  assert.equal(leaves({ rows })['renewal.objectionsOpen'], 2);
  const solved = { ...rows, 'objection-solved': [{ on: '2026-03-10', objection: 'o1' }] };
  assert.equal(leaves({ rows: solved })['renewal.objectionsOpen'], 1);
  assert.deepEqual(renewalStates(sampleView({ day, rows: solved })), [
    { contract: 'a', daysToEnd: 15, stepsDone: [], category: null, objectionsOpen: 1, objectionReason: null },
  ]);
  assert.equal(leaves({})['renewal.objectionsOpen'], undefined);
});

test('the decision maker is engaged within 90 days; unknown without one, or where talks are not covered', () => {
  const joined = [{ on: '2025-06-01', contact: 0, role: 'decision_maker' }];
  const covered = { meeting: ['2025-06-01', '2026-12-31'] } as const;
  assert.equal(leaves({ covered })['renewal.decisionMakerEngaged'], undefined);
  assert.equal(leaves({ rows: { 'contact-joined': joined } })['renewal.decisionMakerEngaged'], undefined);
  assert.equal(
    leaves({ covered, rows: { 'contact-joined': joined } })['renewal.decisionMakerEngaged'],
    false,
  );
  const talked = {
    'contact-joined': joined,
    'call-held': [{ on: '2026-03-01', contact: 0, direction: 'in' }],
  };
  assert.equal(leaves({ rows: talked })['renewal.decisionMakerEngaged'], true);
});
