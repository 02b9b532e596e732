// Every leaf of the profile three times: with no source at all, with a source that tells of nothing, and with
// something told. Missing is not zero; what Perene records itself is never missing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedEvents } from '#domain/facts/recorded-events.ts';
import { leafRegistry } from '#domain/profile/registry.ts';
import { leavesOf, type Line, told, usage } from './leaves-fixture.ts';

const missing = undefined;

/** Leaf → [a source that tells of nothing, something told]. Without a source: missing, save own records. */
const table: Readonly<Record<string, readonly [covered: unknown, told: unknown]>> = {
  'account.segment': [missing, 'smb'],
  'account.touch': [missing, 'low'],
  'account.industry': [missing, 'saude'],
  'account.status': ['unknown', 'active'],
  'account.monthsActive': [missing, 10],
  'account.daysSinceStart': [missing, 330],
  'account.team': [[], ['csm']],
  'account.tags': [missing, ['vip']],
  'account.integrations': [missing, 2],
  'account.profileToFollow': [missing, true],
  'contract.mrr': [missing, 300000],
  'contract.arr': [missing, 3600000],
  'contract.seats': [missing, 40],
  'contract.daysToEnd': [missing, 34],
  'contract.openEnded': [missing, false],
  'contract.noticeDays': [missing, 30],
  'contract.daysToAnniversary': [missing, 35],
  'contract.termMonths': [missing, 12],
  'contract.autoRenew': [missing, true],
  'contract.multiYear': [missing, false],
  'contract.timesRenewed': [missing, 0],
  'contract.discount': [missing, 0.1],
  'contract.adjustmentDue': [missing, true],
  'renewal.daysToEnd': [missing, 34],
  'renewal.conversationHeld': [false, true],
  'renewal.proposalSent': [false, true],
  'renewal.confirmed': [false, true],
  'renewal.category': ['none', 'commit'],
  'renewal.objectionsOpen': [0, 1],
  'renewal.decisionMakerEngaged': [missing, true],
  'renewal.stepsLate': [missing, missing],
  'usage.activeSeats': [0, 2],
  'usage.seatUse': [missing, 0.05],
  'usage.limitUse': [missing, 0.75],
  'usage.dauMau': [missing, 28 / 30],
  'usage.wauMau': [missing, 1],
  'usage.events30d': [0, 112],
  'usage.eventsPrev30d': [0, 88],
  'usage.change30d': [missing, 112 / 21 / (88 / 19) - 1],
  'usage.daysSinceActivity': [180, 2],
  'usage.activeWeeks4': [0, 4],
  'usage.sessions30d': [0, 28],
  'usage.minutesPerSession': [missing, 10],
  'usage.features30d': [0, 2],
  'usage.advancedShare': [missing, 0.25],
  'usage.stickyShare': [missing, 0.75],
  'usage.criticalFeatures30d': [0, 1],
  'usage.criticalUnused': [2, 1],
  'usage.keyUsersActive': [missing, 1],
  'usage.topUserShare': [missing, 0.75],
  'usage.usersAdded90d': [0, 2],
  'usage.daysToFirstLogin': [missing, missing],
  'usage.departments': [missing, 1],
  'usage.newDepartments30d': [missing, 0],
  'consumption.contracted': [missing, 40],
  'consumption.used': [missing, 30],
  'consumption.useRate': [missing, 0.75],
  'consumption.effortHours': [0, 5],
  'consumption.marginRate': [missing, 0.9],
  'support.open': [0, 1],
  'support.openCritical': [0, 1],
  'support.oldestCriticalDays': [0, 13],
  'support.volume30d': [0, 1],
  'support.volumeRatio': [0, 1],
  'support.reopenRate': [missing, 1],
  'support.reopened60d': [0, 1],
  'support.firstResponseHours': [missing, 0],
  'voice.nps.last': [missing, 9],
  'voice.nps.sponsor': [missing, 9],
  'voice.nps.trend': [missing, 3],
  'voice.nps.ageDays': [730, 10],
  'voice.nps.sponsorAgeDays': [730, 10],
  'voice.journeyNps.last': [missing, 8],
  'voice.csat.avg90d': [missing, 4],
  'voice.ces.avg90d': [missing, 6],
  'voice.mhs.last': [missing, 50],
  'voice.mhs.ageDays': [730, 10],
  'voice.responses12m': [0, 6],
  'voice.ticketSentiment': [missing, -0.5],
  'relationship.champion': ['unknown', 'present'],
  'relationship.sponsor': ['unknown', 'present'],
  'relationship.sponsorChanged90d': [false, false],
  'relationship.engagedContacts90d': [0, 3],
  'relationship.daysSinceConversation': [730, 7],
  'relationship.conversationSource': ['conversation', 'conversation'],
  'relationship.daysSinceSponsorContact': [missing, 9],
  'relationship.attendance60d': [missing, 0.75],
  'relationship.qbrs12m': [0, 1],
  'relationship.lastQbrOutcome': [missing, 'positive'],
  'relationship.replyRate90d': [missing, 1],
  'relationship.inboundShare90d': [missing, 0.5],
  'relationship.ourTeamChanged90d': [false, false],
  'finance.overdueDays': [0, 9],
  'finance.overdueAmount': [0, 1000],
  'finance.punctuality12m': [missing, 0.5],
  'finance.failedCharges30d': [0, 1],
  'finance.downgradeAsked': [false, true],
  'value.milestonesDue': [0, 2],
  'value.delivered': [0, 1],
  'value.late': [0, 1],
  'value.deliveriesOpen': [0, 1],
  'value.goalProgress': [missing, 0.6],
  'value.artefactShare': [missing, 0.25],
  'value.provenInitial': [missing, true],
  'value.ttfvDays': [missing, 26],
  'value.ttfvRatio': [missing, missing],
  'value.firstValueAt': [missing, 20254],
  'value.roi': [missing, 1.5],
  'value.daysSinceValueShown': [730, 30],
  'value.maturity': [missing, missing],
  'value.promisesLate': [0, 1],
  'journey.stages': [missing, ['adoption']],
  'journey.openTracks': [0, 1],
  'journey.onboardingLate': [missing, missing],
  'journey.otherLate': [missing, missing],
  'journey.daysSinceGoLive': [missing, 304],
  'journey.daysSinceProgress': [730, 41],
  'offers.held': [[], ['suporte']],
  'offers.open': [0, 1],
  'offers.lastAt': [missing, 20544],
  'offers.refused': [[], ['mais_assentos']],
  'offers.whiteSpace': [missing, missing],
  'advocacy.willing': [missing, true],
  'advocacy.daysSinceAct': [730, 36],
  'advocacy.acts12m': [0, 1],
  'pulse.verdict': ['none', 'yellow'],
  'pulse.ageDays': [missing, 5],
  'work.openRuns': [[], ['rescue']],
  'work.runs60d': [[], ['rescue']],
  'work.rescueRootCause': [false, true],
  'work.openActions': [0, 1],
  'work.tasksOverdue': [0, 1],
  'work.muted': [[], ['silent']],
};

/** Recorded in Perene first: without an entry they are false, zero or none. */
const ownAndEmpty = [...leafRegistry.values()]
  .filter((leaf) => leaf.own && !leaf.needsMethod && leaf.key !== 'pulse.ageDays')
  .map((leaf) => leaf.key);
const events = recordedEvents.flatMap((event) => [
  [`events.${event}.daysSince`, [730, 10]] as const,
  [`events.${event}.count90d`, [0, 1]] as const,
  [`events.${event}.family`, [missing, 'escala']] as const,
]);
const rows = new Map<string, readonly [unknown, unknown]>([...Object.entries(table), ...events]);

test('the table holds every leaf', () => {
  assert.deepEqual([...rows.keys()].toSorted(), [...leafRegistry.keys()].toSorted());
});

test('no source: missing, save what Perene records itself', () => {
  const nothing = leavesOf([], [], false);
  const never = new Set(['account.status', ...ownAndEmpty]);
  for (const [key, [covered]] of rows) {
    if (never.has(key)) assert.deepEqual(nothing(key), covered, key);
    else assert.equal(nothing(key), missing, key);
  }
});

test('a source that tells of nothing: zero where absence is known, else missing', () => {
  // A firm's feed of usage tells of the absence of a customer that it covers by name.
  const range = { from: '2024-04-15', to: '2026-04-15', grain: 'day', scope: 'account' };
  const covered = leavesOf([['2024-04-15', 'source-covered', { covers: 'usage', ...range }]], [], true);
  for (const [key, [empty]] of rows) assert.deepEqual(covered(key), empty, key);
});

test('something told: its value', () => {
  const some = leavesOf(told, usage, true);
  for (const [key, [, value]] of rows) {
    const found = some(key);
    if (typeof value === 'number' && typeof found === 'number')
      assert.ok(Math.abs(found - value) < 1e-9, `${key} ${found}`);
    else assert.deepEqual(found, value, key);
  }
});

test('nothing told later or known later changes a leaf', () => {
  const before = leavesOf(told, usage, true);
  const later = told.map(([, type, body]): Line => ['2026-04-16', type, body]);
  const after = leavesOf([...told, ...later], usage, true);
  for (const key of rows.keys()) assert.deepEqual(after(key), before(key), key);
});
