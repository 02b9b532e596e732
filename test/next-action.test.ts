// The one next action: precedence, owner, channel, day, measure, and what comes before and after the signals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '#base/day.ts';
import { fallenMeasure, weakestMeasure } from '#domain/health/weakest.ts';
import { assess } from '#engine/assess.ts';
import { allocate } from '#engine/allocate.ts';
import { decided, offerOf, profileAt, times, today } from './leaf-profile.ts';
import { type Leaves, servicos } from './method/template.ts';

const { method } = servicos;
const due = (leaves: Leaves, over: Parameters<typeof decided>[1] = {}): string =>
  formatDay(decided(leaves, over).action.due);
const event = (name: string, daysSince = 0): Leaves => ({
  [`events.${name}.count90d`]: 1,
  [`events.${name}.daysSince`]: daysSince,
});
const on = (leaf: string, ago: number) => ({ over: { dates: { [leaf]: today - ago } } });

test('the first active signal in the order of the method; a muted one is passed over', () => {
  const leaves = { ...event('escalation'), 'voice.nps.last': 2, 'relationship.daysSinceConversation': 60 };
  assert.equal(decided(leaves).action.key, 'escalation');
  assert.equal(decided(leaves, { over: { muted: ['escalation'] } }).action.key, 'detractor');
  assert.equal(decided(leaves, { over: { muted: ['escalation', 'detractor'] } }).action.key, 'silent');
});

test('every row of the method names its role and channel', () => {
  const team = [
    { member: 'ana', role: 'csm' },
    { member: 'fabio', role: 'finance' },
    { member: 'caio', role: 'consultant' },
    { member: 'dora', role: 'executive_sponsor' },
  ];
  const byRole = { csm: 'ana', finance: 'fabio', consultant: 'caio', executive_sponsor: 'dora' } as const;
  const cases: readonly (readonly [string, Leaves])[] = [
    ['payment_failed', { 'finance.failedCharges30d': 1 }],
    ['delivery_late', { 'value.late': 1 }],
    ['executive_absent', { 'account.segment': 'enterprise', 'relationship.daysSinceSponsorContact': 95 }],
    ['usage_drop', { 'usage.change30d': -0.5 }],
    ['no_login_15d', { 'usage.daysSinceActivity': 20 }],
  ];
  for (const [key, leaves] of cases) {
    const row = method.actions.find((one) => one.signals.includes(key));
    const { action } = decided(leaves, { over: { team } });
    assert.equal(action.key, key);
    assert.equal(action.channel, row?.channel);
    assert.equal(action.owner, byRole[(row?.owner === 'automatic' ? 'csm' : row?.owner) as 'csm'] ?? 'ana');
  }
});

test('owner: the role, else the CSM, else any of the team, else the workspace’s owner, else nobody', () => {
  const owner = (team: readonly { member: string; role: string }[], workspaceOwner: string | null = null) =>
    decided({ 'finance.overdueDays': 3 }, { over: { team }, context: { workspaceOwner } }).action.owner;
  const csm = { member: 'ana', role: 'csm' };
  const sales = { member: 'bia', role: 'sales' };
  assert.equal(owner([sales, csm, { member: 'fabio', role: 'finance' }]), 'fabio');
  assert.equal(owner([sales, csm]), 'ana');
  assert.equal(owner([sales]), 'bia');
  assert.equal(owner([], 'dono'), 'dono');
  assert.equal(owner([]), null);
});

test('an escalation is told to the manager too', () => {
  const team = [
    { member: 'ana', role: 'csm' },
    { member: 'marta', role: 'manager' },
  ];
  assert.deepEqual(decided(event('escalation'), { over: { team } }).action.also, {
    role: 'manager',
    member: 'marta',
  });
  assert.deepEqual(decided(event('escalation')).action.also, { role: 'manager', member: null });
  assert.equal(decided(event('merger')).action.also, undefined);
});

test('due: working days from the later of the last Monday and the day the evidence was known, not before today', () => {
  // Wednesday 15 April 2026; Tuesday 21 April is a holiday.
  assert.equal(due({ 'voice.nps.last': 3, 'voice.nps.ageDays': 0 }), '2026-04-16');
  assert.equal(due({ 'voice.nps.last': 3, 'voice.nps.ageDays': 1 }), '2026-04-15');
  assert.equal(due({ 'voice.nps.last': 3, 'voice.nps.ageDays': 40 }), '2026-04-15');
  assert.equal(due(event('escalation', 0)), '2026-04-15');
  assert.equal(due(event('budget_cut', 0)), '2026-04-17');
  assert.equal(due({ 'consumption.useRate': 0.2 }), '2026-04-20');
  assert.equal(due({ 'relationship.engagedContacts90d': 1, 'limits.contactsWanted': 2 }), '2026-04-28');
});

test('what happened long ago and was told today counts from today', () => {
  const leaves = { 'finance.downgradeAsked': true };
  assert.equal(due(leaves, on('finance.downgradeAsked', 20)), '2026-04-15');
  const told = { 'finance.downgradeAsked': today - 20, 'known:finance.downgradeAsked': today };
  assert.equal(due(leaves, { over: { dates: told } }), '2026-04-16');
});

test('a task once taken keeps its date and its owner', () => {
  const task = { task: 't', action: 'overdue', owner: 'zeca', dueOn: today + 9 };
  const { action } = decided({ 'finance.overdueDays': 3 }, { over: { tasks: [task] } });
  assert.deepEqual([action.due, action.owner], [today + 9, 'zeca']);
  const other = decided({ 'finance.overdueDays': 3 }, { over: { tasks: [{ ...task, action: 'silent' }] } });
  assert.notEqual(other.action.due, today + 9);
});

const known = { 'relationship.daysSinceConversation': 3, 'value.goalProgress': 0.7 };

test('no signal: the step that an open run waits at, not the one that is done', () => {
  const run = { run: 'r', playbook: 'adoption_programme', startedOn: today - 4, rootCauseRecorded: false };
  const step = (done: string | null) => decided(known, { over: { runs: [{ ...run, step: done }] } }).action;
  assert.equal(step(null).key, 'run:adoption_programme:key_users');
  assert.equal(step('key_users').key, 'run:adoption_programme:campaign');
  // Begun on the 11th: 3 + 7 days on.
  assert.equal(formatDay(step('key_users').due), '2026-04-22');
  assert.equal(step('review').key, 'keep_rhythm');
  const countdown = { run: 'r', playbook: 'renewal_smb', startedOn: today - 4, rootCauseRecorded: false };
  const contracts = [
    {
      key: 'c',
      product: null,
      start: today - 300,
      plannedEnd: today + 65,
      endedOn: null,
      noticeEnd: null,
      paused: false,
      active: true,
      openEnded: false,
      autoRenew: false,
      daysToEnd: 65,
      mrrCents: 1,
      seats: null,
      timesRenewed: 0,
      termMonths: 12,
    },
  ];
  const renewal = decided(known, {
    over: { runs: [{ ...countdown, step: 'preparation' }], contracts },
  }).action;
  assert.equal(renewal.key, 'run:renewal_smb:conversation');
  assert.equal(renewal.due, today + 5);
});

test('no signal, band unknown: the missing measure of greatest weight in the whole score', () => {
  const { action } = decided({});
  assert.deepEqual([action.key, action.params['measure']], ['no_signal_unknown', 'milestones_on_time']);
  assert.equal(formatDay(action.due), '2026-04-20');
  const next = decided({ 'value.late': 0, 'value.milestonesDue': 2 }).action;
  assert.equal(next.params['measure'], 'goal');
});

test('no signal else: by 30 days after the last conversation, on a working day, never before today', () => {
  const calm = (days: number): string => due({ ...known, 'relationship.daysSinceConversation': days });
  assert.equal(calm(3), '2026-05-12');
  assert.equal(calm(29), '2026-04-16');
  // 9 May is a Saturday.
  assert.equal(calm(6), '2026-05-08');
});

test('while a customer leaves, the exit plan takes the place of rescue noise', () => {
  const leaving = { 'account.status': 'notice', 'voice.nps.last': 2, 'voice.nps.ageDays': 3 };
  const dates = { notice: today - 5 };
  const { action, playbooks } = decided(leaving, { over: { dates } });
  assert.equal(action.key, 'run:exit:reasons');
  assert.ok(!playbooks.some((move) => move.do === 'start' && move.key === 'rescue'));
  const run = { run: 'x', playbook: 'exit', startedOn: today - 4, step: 'reasons', rootCauseRecorded: false };
  assert.equal(decided(leaving, { over: { dates, runs: [run] } }).action.key, 'run:exit:plan');
  const done = { ...leaving, 'work.daysSinceRun': { exit: 3 } };
  assert.equal(decided(done, { over: { dates } }).action.key, 'detractor');
});

test('a muted signal starts no playbook', () => {
  const leaves = { 'voice.nps.last': 2, 'voice.nps.ageDays': 3 };
  const starts = (muted: readonly string[]) =>
    decided(leaves, { over: { muted } }).playbooks.map((move) => `${move.do} ${move.key}`);
  assert.deepEqual(starts([]), ['start rescue']);
  assert.deepEqual(starts(['detractor']), []);
});

const healthy = { 'relationship.daysSinceConversation': 3, 'value.goalProgress': 1, 'usage.seatUse': 0.9 };

test('the weakest measure costs the score most: a dead one of little weight is not it', () => {
  const leaves = { ...healthy, 'value.goalProgress': 0.4, 'support.open': 15 };
  assert.equal(weakestMeasure(assess(profileAt(today, leaves), servicos))?.key, 'goal');
});

test('a fall is told by the pillar that fell, not by what was always weak', () => {
  const then = { ...healthy, 'value.goalProgress': 0.3, 'relationship.daysSinceConversation': 3 };
  const now = { ...then, 'relationship.daysSinceConversation': 25, 'relationship.champion': 'left' };
  const at = (leaves: Leaves) => assess(profileAt(today, leaves), servicos);
  assert.equal(weakestMeasure(at(now))?.key, 'goal');
  assert.equal(fallenMeasure(at(then), at(now))?.pillar, 'relationship');
  assert.equal(fallenMeasure(null, at(now)), null);
  const decision = decided(now, { past: times(13, then) });
  assert.equal(decision.action.params['measure'] === 'goal', decision.action.key !== 'health_drop');
});

const proven = {
  'value.provenInitial': true,
  'usage.seatUse': 0.95,
  'support.openCritical': 0,
  'account.status': 'active',
};

test('capacity: one slot an account, by priority; an offer without a slot stands nowhere, chosen or not', () => {
  const rich = decided({ ...proven, 'contract.mrr': 900_000 });
  const poor = decided({ ...proven, 'contract.mrr': 100_000 });
  const wish = [{ offer: 'mais_assentos', what: 'offer' as const, lever: null, reason: 'x' }];
  const other = decided({ ...proven, 'contract.mrr': 50_000 }, { over: { overrides: wish } });
  assert.deepEqual(
    [rich.offer, poor.offer, other.offer],
    ['nova_area_unidade', 'nova_area_unidade', 'mais_assentos'],
  );
  const [b, a, c] = allocate(
    [
      { id: 'b', decision: poor },
      { id: 'a', decision: rich },
      { id: 'c', decision: other },
    ],
    { capacity: { nova_area_unidade: 1 } },
  );
  assert.equal(a?.decision, rich);
  assert.ok(b && c);
  assert.equal(b.decision.offer, 'mais_assentos');
  const gates = offerOf(b.decision, 'mais_assentos').gates.filter((gate) => gate.gate === 'arbitration');
  assert.deepEqual(gates, [{ gate: 'arbitration', passed: true, reasons: [{ code: 'best', params: {} }] }]);
  assert.equal(b.decision.offers[0]?.key, 'mais_assentos');
  const gone = offerOf(b.decision, 'nova_area_unidade');
  assert.equal(gone.state, 'blocked');
  assert.equal(gone.gates.find((gate) => !gate.passed)?.reasons.at(-1)?.code, 'no_capacity');
  assert.equal(offerOf(c.decision, 'nova_area_unidade').state, 'blocked');
  assert.equal(c.decision.offer, 'mais_assentos');
  assert.equal(offerOf(c.decision, 'mais_assentos').gates.at(-1)?.reasons[0]?.code, 'chosen_by_person');
  const none = allocate([{ id: 'a', decision: rich }], {
    capacity: { nova_area_unidade: 0, mais_assentos: 0 },
  });
  assert.deepEqual(
    [none[0]?.decision.offer, none[0]?.decision.offerReason, none[0]?.decision.ready],
    [null, 'blocked', false],
  );
});
