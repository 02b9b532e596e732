// Gates by cases, through whole decisions: risk, rest, caps, capacity, what is asked and what blocks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '#domain/decision.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { decided, offerOf, today } from './leaf-profile.ts';
import type { Leaves } from './method/template.ts';

const left = { 'relationship.sponsor': 'left' };
const risky = { 'voice.nps.last': 3, 'voice.nps.ageDays': 5, 'account.status': 'active' };

test('high risk without a root cause: nothing; a cause recorded since, also in a run that ended, lifts it', () => {
  const none = decided(risky);
  assert.deepEqual([none.offer, none.offerReason], [null, 'fix_first']);
  const run = { run: 'r', playbook: 'rescue', startedOn: today - 3, step: 'root_cause' };
  const open = decided(risky, { over: { runs: [{ ...run, rootCauseRecorded: true }] } });
  assert.equal(open.offerReason, 'best');
  const running = decided(risky, { over: { runs: [{ ...run, rootCauseRecorded: false }] } });
  assert.equal(running.offerReason, 'fix_first');
  assert.equal(decided(risky, { over: { dates: { rootCause: today - 2 } } }).offerReason, 'best');
  assert.equal(decided(risky, { over: { dates: { rootCause: today - 40 } } }).offerReason, 'fix_first');
});

test('red, its cause recorded in an open rescue: repair only', () => {
  const red = {
    ...risky,
    ...left,
    'value.daysSinceValueShown': 365,
    'value.goalProgress': 0,
    'value.provenInitial': true,
    'relationship.daysSinceConversation': 180,
    'work.rescueRootCause': true,
  };
  const over = {
    runs: [
      { run: 'r', playbook: 'rescue', startedOn: today - 3, step: 'root_cause', rootCauseRecorded: true },
    ],
  };
  const decision = decided(red, { over });
  assert.equal(decision.health.band, 'red');
  assert.equal(offerOf(decision, decision.offer ?? '').intent, 'repair');
  assert.ok(decision.offers.every((offer) => offer.intent === 'repair' || offer.state === 'blocked'));
  assert.equal(decided({ ...red, 'work.rescueRootCause': false }, { over }).offer, null);
});

const growth = {
  'value.provenInitial': true,
  'support.openCritical': 0,
  'account.status': 'active',
  'contract.mrr': 100_000,
};
const stateOf = (leaves: Leaves, over: Partial<Profile> = {}, context: Partial<Context> = {}) => {
  const offer = offerOf(decided(leaves, { over, context }), 'nova_area_unidade');
  const stop = offer.gates.find((gate) => !gate.passed && gate.gate !== 'arbitration');
  return [offer.state, stop?.reasons[0]?.code ?? null];
};
const made = (state: 'open' | 'refused', ago: number, offer = 'nova_area_unidade'): Partial<Profile> => ({
  offers: [{ offer, state, on: today - ago, reason: null }],
});
const contact = {
  contact: 0,
  role: null,
  left: false,
  keyUser: false,
  optOut: false,
  daysSinceConversation: null,
  commercial14d: 0,
  automated14d: 0,
  daysSinceSurvey: null,
};

test('a no rests 90 days, silence 30; one open offer an account', () => {
  assert.deepEqual(stateOf(growth), ['offer', null]);
  assert.deepEqual(stateOf(growth, made('refused', 89)), ['blocked', 'refused_recently']);
  assert.deepEqual(stateOf(growth, made('refused', 90)), ['offer', null]);
  assert.deepEqual(stateOf(growth, made('open', 29, 'metas_experimentos')), ['blocked', 'offer_open']);
  assert.deepEqual(stateOf(growth, made('open', 30)), ['offer', null]);
  assert.deepEqual(stateOf(growth, made('refused', 5, 'metas_experimentos')), ['offer', null]);
});

test('two commercial contacts in 14 days: per contact, per account where none is known or named', () => {
  const people = (...counts: readonly number[]): Partial<Profile> => ({
    contacts: counts.map((commercial14d, i) => ({ ...contact, contact: i, commercial14d })),
  });
  assert.deepEqual(stateOf(growth, people(2, 2)), ['blocked', 'contact_cap']);
  assert.deepEqual(stateOf(growth, people(2, 1)), ['offer', null]);
  assert.deepEqual(stateOf(growth, { ...people(1), unnamedCommercial14d: 1 }), ['blocked', 'contact_cap']);
  assert.deepEqual(stateOf(growth, { unnamedCommercial14d: 2 }), ['blocked', 'contact_cap']);
  assert.deepEqual(stateOf(growth, { unnamedCommercial14d: 1 }), ['offer', null]);
  assert.deepEqual(stateOf(growth, { contacts: [{ ...contact, optOut: true }] }), ['blocked', 'opted_out']);
});

test('what is held, what has no capacity, what has ended', () => {
  const held = { ...growth, 'offers.held': ['nova_area_unidade'] };
  assert.deepEqual(stateOf(held), ['blocked', 'already_held']);
  assert.deepEqual(stateOf(growth, {}, { capacity: { nova_area_unidade: 0 } }), ['blocked', 'no_capacity']);
  assert.deepEqual(stateOf(growth, {}, { capacity: { nova_area_unidade: 1 } }), ['offer', null]);
  assert.deepEqual(stateOf({ ...growth, 'account.status': 'ended' }), ['blocked', 'status_ended']);
  assert.deepEqual(stateOf({ ...growth, 'account.status': 'notice' }), ['blocked', 'guardrail']);
  const seats = { ...growth, 'usage.seatUse': 0.95, 'offers.held': ['mais_assentos'] };
  assert.notEqual(offerOf(decided(seats), 'mais_assentos').state, 'blocked');
});

test('a guardrail with a question: asked only where nothing could ever tell, per leaf', () => {
  const silent = { ...growth, 'support.openCritical': null };
  assert.deepEqual(stateOf(silent), ['confirm', null]);
  assert.deepEqual(offerOf(decided(silent), 'nova_area_unidade').ask, ['critical_open']);
  const covered = { covered: ['support.openCritical'] };
  assert.deepEqual(stateOf(silent, {}, covered), ['blocked', 'guardrail_unknown']);
  assert.deepEqual(stateOf(silent, { answers: { critical_open: true } }), ['offer', null]);
  assert.deepEqual(stateOf(silent, { answers: { critical_open: false } }), ['blocked', 'answered_no']);
  // The account has a source of its own, which fell silent.
  const own = { ownSources: ['support.openCritical'] };
  assert.deepEqual(stateOf(silent, own), ['blocked', 'guardrail_unknown']);
  // Another leaf's source says nothing of this one.
  assert.deepEqual(stateOf(silent, {}, { covered: ['support.open'] }), ['confirm', null]);
});

test('nothing applicable, something blocked: two reasons', () => {
  const quiet = decided({ 'account.status': 'active' });
  assert.deepEqual([quiet.offer, quiet.offerReason, quiet.ready], [null, 'none_applicable', false]);
  const barred = decided({ ...growth, 'support.openCritical': 2 });
  assert.deepEqual([barred.offer, barred.offerReason, barred.ready], [null, 'blocked', false]);
});
