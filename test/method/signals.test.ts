// One row a signal of the method: leaves that fire it, leaves that do not, and that without leaves it is unknown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Leaves, scopeOf, servicos } from './template.ts';

const event = (name: string): readonly [string, Leaves, Leaves] => [
  name,
  { [`events.${name}.count90d`]: 1 },
  { [`events.${name}.count90d`]: 0 },
];
const live = { 'journey.daysSinceGoLive': 40, 'limits.onboardingDays': 30 };
const candidate = {
  'health.band': 'green',
  'voice.nps.last': 9,
  'value.roi': 1.5,
  'advocacy.willing': true,
  'journey.stages': ['expansion'],
  'contract.timesRenewed': 1,
  'account.profileToFollow': true,
  'support.openCritical': 0,
};
const stable = { 'value.late': 0, 'support.reopened60d': 0, 'usage.activeWeeks4': 4 };

const gone = { 'value.delivered': 2, 'journey.openTracks': 0, 'relationship.daysSinceConversation': 30 };

/** Key, leaves with which it fires, leaves with which it does not. */
const rows: readonly (readonly [string, Leaves, Leaves])[] = [
  ['usage_drop', { 'usage.change30d': -0.3 }, { 'usage.change30d': -0.29 }],
  [
    'low_use',
    { ...live, 'usage.seatUse': 0.49 },
    { ...live, 'usage.seatUse': 0.5, 'usage.criticalFeatures30d': 2 },
  ],
  ['no_login_15d', { 'usage.daysSinceActivity': 15 }, { 'usage.daysSinceActivity': 14 }],
  ['key_user_silent', { 'usage.keyUsersActive': 0.9 }, { 'usage.keyUsersActive': 1 }],
  [
    'feature_unused',
    { 'usage.criticalUnused': 1, 'journey.daysSinceGoLive': 30 },
    {
      'usage.criticalUnused': 1,
      'journey.daysSinceGoLive': 29,
      'account.daysSinceStart': 400,
      'limits.onboardingDays': 30,
    },
  ],
  ['silent', { 'relationship.daysSinceConversation': 30 }, { 'relationship.daysSinceConversation': 29 }],
  ['detractor', { 'voice.nps.last': 6 }, { 'voice.nps.last': 7 }],
  ['champion_left', { 'relationship.champion': 'left' }, { 'relationship.champion': 'present' }],
  [
    'sponsor_changed',
    { 'relationship.sponsor': 'present', 'relationship.sponsorChanged90d': true },
    { 'relationship.sponsor': 'present', 'relationship.sponsorChanged90d': false },
  ],
  [
    'executive_absent',
    { 'account.segment': 'enterprise', 'relationship.daysSinceSponsorContact': 90 },
    { 'account.segment': 'smb', 'relationship.daysSinceSponsorContact': 90 },
  ],
  [
    'weak_coverage',
    { 'relationship.engagedContacts90d': 2, 'limits.contactsWanted': 3 },
    { 'relationship.engagedContacts90d': 3, 'limits.contactsWanted': 3, 'voice.nps.sponsorAgeDays': 10 },
  ],
  [
    'key_person',
    { 'usage.topUserShare': 0.6 },
    { 'usage.topUserShare': 0.5, 'relationship.engagedContacts90d': 2, 'events.key_person.count90d': 0 },
  ],
  ['no_routine', { 'usage.activeWeeks4': 1 }, { 'usage.activeWeeks4': 2, 'events.no_routine.count90d': 0 }],
  ['delivery_late', { 'value.late': 1 }, { 'value.late': 0 }],
  [
    'onboarding_late',
    { 'value.ttfvRatio': 1.1 },
    { 'journey.onboardingLate': false, 'value.ttfvRatio': 1.1, 'value.firstValueAt': 20_000 },
  ],
  ['stage_late', { 'journey.otherLate': true }, { 'journey.otherLate': false }],
  ['low_participation', { 'relationship.attendance60d': 0.49 }, { 'relationship.attendance60d': 0.5 }],
  event('goal_changed'),
  event('budget_cut'),
  event('reorganisation'),
  event('merger'),
  event('competitor'),
  [
    'new_release',
    { 'events.new_use_case.count90d': 1 },
    { 'events.new_release.count90d': 0, 'events.new_use_case.count90d': 0 },
  ],
  event('escalation'),
  [
    'support_pain',
    { 'support.oldestCriticalDays': 4 },
    { 'support.oldestCriticalDays': 3, 'support.volumeRatio': 2 },
  ],
  ['payment_failed', { 'finance.failedCharges30d': 1 }, { 'finance.failedCharges30d': 0 }],
  ['overdue', { 'finance.overdueDays': 1 }, { 'finance.overdueDays': 0 }],
  ['downgrade_asked', { 'finance.downgradeAsked': true }, { 'finance.downgradeAsked': false }],
  ['renewal_objection', { 'renewal.objectionsOpen': 1 }, { 'renewal.objectionsOpen': 0 }],
  ['value_unproven', { 'value.daysSinceValueShown': 180 }, { 'value.daysSinceValueShown': 179 }],
  ['health_drop', { 'health.change30d': -10 }, { 'health.bandFell': false, 'health.change30d': -9.9 }],
  ['under_use', { 'consumption.useRate': 0.49 }, { 'consumption.useRate': 0.5 }],
  [
    'over_service',
    { 'consumption.marginRate': -0.1 },
    { 'consumption.useRate': 1.1, 'consumption.marginRate': 0 },
  ],
  [
    'our_team_changed',
    { 'relationship.ourTeamChanged90d': true },
    { 'relationship.ourTeamChanged90d': false },
  ],
  ['promise_late', { 'value.promisesLate': 1 }, { 'value.promisesLate': 0 }],
  ['license_90', { 'usage.seatUse': 0.9 }, { 'usage.seatUse': 0.89 }],
  ['limit_90', { 'usage.limitUse': 0.9 }, { 'usage.limitUse': 0.89 }],
  ['nps_promoter', { 'voice.nps.last': 9 }, { 'voice.nps.last': 8 }],
  ['nps_10', { 'voice.nps.last': 10 }, { 'voice.nps.last': 9 }],
  ['new_department', { 'usage.newDepartments30d': 1 }, { 'usage.newDepartments30d': 0 }],
  ['result_proven', { 'value.provenInitial': true }, { 'value.provenInitial': false }],
  ['goal_reached', { 'value.goalProgress': 0.8 }, { 'value.goalProgress': 0.79, 'value.artefactShare': 0.9 }],
  ['operation_stable', { ...stable, 'health.score': 75 }, { ...stable, 'health.score': 74.9 }],
  event('capability_asked'),
  [
    'predictable_need',
    { 'events.growth.count90d': 1 },
    { 'events.growth.count90d': 0, 'events.predictable_need.count90d': 0 },
  ],
  event('competitor_opening'),
  [
    'qbr_positive',
    { 'relationship.lastQbrOutcome': 'positive', 'voice.nps.last': 9 },
    { 'relationship.lastQbrOutcome': 'neutral', 'voice.nps.last': 9 },
  ],
  [
    'healthy_white_space',
    { 'health.band': 'green', 'health.daysInBand': 60, 'offers.whiteSpace': 1 },
    { 'health.band': 'green', 'health.daysInBand': 59, 'offers.whiteSpace': 1 },
  ],
  [
    'green_advocate',
    { 'health.band': 'green', 'advocacy.daysSinceAct': 180 },
    { 'health.band': 'green', 'advocacy.daysSinceAct': 181 },
  ],
  event('manual_work'),
  event('unclear_more'),
  event('wants_predictability'),
  [
    'renewal_window',
    { 'contract.daysToEnd': 60, 'limits.renewalStarts': 60 },
    { 'contract.daysToEnd': 61, 'limits.renewalStarts': 60 },
  ],
  [
    'renewal_late',
    { 'contract.daysToEnd': 30, 'limits.renewalLate': 30, 'renewal.conversationHeld': false },
    { 'contract.daysToEnd': 30, 'limits.renewalLate': 30, 'renewal.conversationHeld': true },
  ],
  [
    'renewal_bundle',
    { 'signals.renewal_window.active': true, 'signals.expansionActive': 1 },
    { 'signals.renewal_window.active': true, 'signals.expansionActive': 0 },
  ],
  ['adjustment_due', { 'contract.adjustmentDue': true }, { 'contract.adjustmentDue': false }],
  ['advocacy_candidate', candidate, { ...candidate, 'support.openCritical': 1 }],
  ['delivered_and_gone', { ...gone, 'value.deliveriesOpen': 0 }, { ...gone, 'value.deliveriesOpen': 1 }],
  ['stalled', { 'journey.daysSinceProgress': 90 }, { 'journey.daysSinceProgress': 89 }],
];

for (const [key, fires, calm] of rows) {
  test(`${key} fires, stays calm, and is unknown without its leaves`, () => {
    const when = servicos.byPath.get(`signals.${key}.when`)?.condition;
    assert.ok(when, `signal ${key} is in the method`);
    assert.equal(when.evaluate(scopeOf(fires)), true, 'fires');
    assert.equal(when.evaluate(scopeOf(calm)), false, 'calm');
    assert.equal(when.evaluate({}), null, 'unknown');
  });
}

test('every signal of the method has a row here and an action', () => {
  const tested = rows.map(([key]) => key).toSorted();
  assert.deepEqual(tested, servicos.method.signals.map((signal) => signal.key).toSorted());
  const answered = servicos.method.actions.flatMap((action) => action.signals).toSorted();
  assert.deepEqual(answered, tested);
});

test('low use waits for the segment’s onboarding days while go-live is unknown', () => {
  const when = servicos.byPath.get('signals.low_use.when')?.condition;
  const at = (days: number) =>
    when?.evaluate(
      scopeOf({ 'account.daysSinceStart': days, 'limits.onboardingDays': 30, 'usage.seatUse': 0.2 }),
    );
  assert.equal(at(30), false);
  assert.equal(at(31), true);
});

test('where nothing was ever delivered nobody delivered and went away', () => {
  const when = servicos.byPath.get('signals.delivered_and_gone.when')?.condition;
  assert.equal(when?.evaluate(scopeOf({ ...gone, 'value.deliveriesOpen': 0, 'value.delivered': 0 })), false);
});

test('a critical feature waits 30 days past the segment’s onboarding days while go-live is unknown', () => {
  const when = servicos.byPath.get('signals.feature_unused.when')?.condition;
  const at = (days: number) =>
    when?.evaluate(
      scopeOf({ 'account.daysSinceStart': days, 'limits.onboardingDays': 30, 'usage.criticalUnused': 1 }),
    );
  assert.equal(at(59), false);
  assert.equal(at(60), true);
});

/** Kinds as the method's table states them; side and marks where they differ from customer and none. */
const marked: Readonly<Record<string, readonly [kinds: string, side: string, marks: string]>> = {
  usage_drop: ['risk, regression', 'customer', ''],
  feature_unused: ['adoption', 'customer', ''],
  silent: ['risk', 'customer', 'weak_contact'],
  detractor: ['risk', 'customer', 'fix_first'],
  champion_left: ['risk, regression', 'customer', ''],
  key_person: ['foundation', 'customer', ''],
  delivery_late: ['risk', 'ours', ''],
  onboarding_late: ['risk', 'ours', ''],
  stage_late: ['risk', 'customer', ''],
  low_participation: ['risk', 'customer', 'weak_contact'],
  budget_cut: ['risk, regression', 'customer', 'at_risk'],
  competitor: ['risk, regression', 'customer', 'at_risk'],
  new_release: ['regression', 'customer', ''],
  escalation: ['risk', 'customer', 'fix_first, at_risk, contract_risk'],
  support_pain: ['risk', 'ours', 'fix_first'],
  payment_failed: ['risk', 'customer', 'involuntary'],
  overdue: ['risk', 'customer', 'involuntary'],
  downgrade_asked: ['risk', 'customer', 'fix_first, at_risk, contract_risk'],
  value_unproven: ['risk', 'ours', ''],
  health_drop: ['risk, regression', 'customer', ''],
  over_service: ['risk, expansion', 'ours', ''],
  our_team_changed: ['risk', 'ours', ''],
  promise_late: ['risk', 'ours', ''],
  license_90: ['expansion', 'customer', 'pent_up'],
  limit_90: ['expansion', 'customer', 'pent_up'],
  nps_promoter: ['expansion, advocacy', 'customer', ''],
  nps_10: ['expansion, advocacy', 'customer', ''],
  new_department: ['expansion', 'customer', 'pent_up'],
  result_proven: ['expansion', 'customer', 'outcome'],
  goal_reached: ['expansion', 'customer', 'outcome'],
  capability_asked: ['expansion', 'customer', 'pent_up'],
  predictable_need: ['expansion', 'customer', 'pent_up'],
  renewal_window: ['renewal', 'customer', ''],
  renewal_late: ['renewal, risk', 'ours', 'at_risk'],
  renewal_bundle: ['expansion', 'customer', ''],
  adjustment_due: ['renewal', 'customer', ''],
  advocacy_candidate: ['advocacy', 'customer', ''],
  delivered_and_gone: ['stall', 'customer', 'stalled'],
  stalled: ['stall', 'customer', 'stalled'],
};

test('kinds, side and marks of the signals are those of the method’s table', () => {
  const risks = ['reorganisation', 'merger', 'goal_changed', 'sponsor_changed'];
  for (const { key, kinds, side, marks } of servicos.method.signals) {
    const told = [kinds.join(', '), side, marks.join(', ')];
    const named = marked[key];
    if (named) assert.deepEqual(told, named, key);
    else if (risks.includes(key)) assert.deepEqual(told, ['risk, regression', 'customer', ''], key);
    else assert.deepEqual(told.slice(1), ['customer', ''], key);
  }
});

test('a signal that clears by a condition of its own does not flicker at its threshold', () => {
  for (const signal of servicos.method.signals) {
    if (signal.clear === null) continue;
    const row = rows.find(([key]) => key === signal.key);
    const clear = servicos.byPath.get(`signals.${signal.key}.clear`)?.condition;
    assert.equal(
      clear?.evaluate(scopeOf({ ...row?.[2], ...row?.[1] })) === true,
      false,
      `${signal.key} fires and clears at once`,
    );
  }
});

test('a contract without an end, and one that is over, leave the window of renewal; an end nobody told stays unknown', () => {
  const limits = { 'limits.renewalStarts': 60, 'limits.renewalLate': 30, 'renewal.conversationHeld': false };
  for (const key of ['renewal_window', 'renewal_late']) {
    const when = servicos.byPath.get(`signals.${key}.when`)?.condition;
    const at = (leaves: Leaves) => when?.evaluate(scopeOf({ ...limits, ...leaves }));
    const active = { 'contract.timesRenewed': 0, 'account.daysSinceStart': 500 };
    assert.equal(at({ ...active, 'contract.openEnded': true }), false, 'open-ended');
    assert.equal(at({ 'account.daysSinceStart': 500 }), false, 'over');
    assert.equal(at(active), null, 'end not told');
    assert.equal(at({}), null, 'no contract known');
    assert.equal(at({ ...active, 'contract.openEnded': false, 'contract.daysToEnd': 30 }), true, 'in window');
  }
});
