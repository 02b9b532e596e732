// The registry is whole: every leaf has its words, its schema and its line in the book.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Environment } from '@marcbachmann/cel-js';
import { factSpecs } from '#domain/facts/catalogue.ts';
import { celSchema } from './cel-schema.ts';
import { leavesBook } from './leaves-book.ts';
import { dynamicGroupOf, leafRegistry, leafSpec } from './registry.ts';

const kinds = new Set([...factSpecs.values()].map((spec) => spec.kind));

test('every leaf names its kinds, its words in both languages and when it is missing', () => {
  const seen = new Set<string>();
  for (const spec of leafRegistry.values()) {
    assert.ok(!seen.has(spec.pt), `two leaves are called "${spec.pt}"`);
    seen.add(spec.pt);
    assert.ok(spec.pt.length > 2 && spec.en.length > 2 && spec.missingWhen.length > 4, spec.key);
    assert.ok(spec.reads.length > 0, spec.key);
    for (const kind of spec.reads) assert.ok(kinds.has(kind), `${spec.key} reads ${kind}`);
  }
});

test('the leaves of the specification are there', () => {
  const named =
    `account.segment account.touch account.industry account.status account.monthsActive account.daysSinceStart
    account.team account.tags account.integrations account.profileToFollow contract.mrr contract.arr contract.seats
    contract.daysToEnd contract.openEnded contract.noticeDays contract.daysToAnniversary contract.termMonths
    contract.autoRenew contract.multiYear contract.timesRenewed contract.discount contract.adjustmentDue renewal.daysToEnd
    renewal.conversationHeld renewal.proposalSent renewal.confirmed renewal.category renewal.objectionsOpen
    renewal.decisionMakerEngaged renewal.stepsLate usage.activeSeats usage.seatUse usage.limitUse usage.dauMau usage.wauMau
    usage.events30d usage.eventsPrev30d usage.change30d usage.daysSinceActivity usage.activeWeeks4 usage.sessions30d
    usage.minutesPerSession usage.features30d usage.advancedShare usage.stickyShare usage.criticalFeatures30d
    usage.criticalUnused usage.keyUsersActive usage.topUserShare usage.usersAdded90d usage.daysToFirstLogin
    usage.departments usage.newDepartments30d consumption.contracted consumption.used consumption.useRate
    consumption.effortHours consumption.marginRate support.open support.openCritical support.oldestCriticalDays
    support.volume30d support.volumeRatio support.reopenRate support.reopened60d support.firstResponseHours voice.nps.last
    voice.nps.sponsor voice.nps.trend voice.nps.ageDays voice.nps.sponsorAgeDays voice.journeyNps.last voice.csat.avg90d
    voice.ces.avg90d voice.mhs.last voice.responses12m voice.ticketSentiment relationship.champion relationship.sponsor
    relationship.sponsorChanged90d relationship.engagedContacts90d relationship.daysSinceConversation
    relationship.daysSinceSponsorContact relationship.attendance60d relationship.qbrs12m relationship.lastQbrOutcome
    relationship.replyRate90d relationship.inboundShare90d relationship.ourTeamChanged90d finance.overdueDays
    finance.overdueAmount finance.punctuality12m finance.failedCharges30d finance.downgradeAsked value.milestonesDue
    value.delivered value.late value.deliveriesOpen value.goalProgress value.artefactShare value.provenInitial
    value.ttfvDays value.ttfvRatio value.firstValueAt value.roi value.daysSinceValueShown value.maturity
    value.promisesLate journey.stages journey.openTracks journey.onboardingLate journey.otherLate
    journey.daysSinceGoLive journey.daysSinceProgress events.budget_cut.daysSince events.escalation.count90d
    events.capability_asked.family offers.held offers.open offers.lastAt offers.refused offers.whiteSpace
    advocacy.willing advocacy.daysSinceAct advocacy.acts12m pulse.verdict pulse.ageDays work.openRuns
    work.rescueRootCause work.openActions work.tasksOverdue work.muted`.split(/\s+/);
  for (const key of named) assert.ok(leafSpec(key), key);
  assert.equal(leafSpec('account.height'), undefined);
  assert.equal(dynamicGroupOf('account.custom.plan'), 'account.custom');
  assert.equal(dynamicGroupOf('account.segment'), null);
});

test('the CEL checker knows every leaf with its type', () => {
  const env = new Environment();
  for (const [group, schema] of Object.entries(celSchema)) {
    assert.ok(typeof schema !== 'string', group);
    env.registerVariable({ name: group, schema });
  }
  for (const text of [
    'usage.change30d <= -0.30 || voice.nps.last <= 6',
    "'onboarding' in journey.stages && account.status == 'active'",
    'events.capability_asked.count90d > 0 && renewal.conversationHeld',
    'work.daysSinceRun.rescue > 60',
    "account.custom.plan == 'gold'",
  ])
    assert.equal(env.check(text).valid, true, `${text}: ${String(env.check(text).error?.message)}`);
  assert.equal(env.check("voice.nps.last == 'ten'").valid, false);
  assert.equal(env.check('usage.nothing > 1.0').valid, false);
});

test('docs/book/leaves.md is what the registry generates', () => {
  const committed = readFileSync(new URL('../../../docs/book/leaves.md', import.meta.url), 'utf8');
  assert.equal(
    committed,
    leavesBook(),
    'write it anew: node -e "import(\'#domain/profile/leaves-book.ts\').then(b => process.stdout.write(b.leavesBook()))" > docs/book/leaves.md',
  );
});
