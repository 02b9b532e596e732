// The decision of one account: assessment → memory → signals → offers → next action. Pure and total; it reads the
// profile, the method, 13 checkpoints and the frozen context, never a stored decision.
import type {
  Assessment,
  Context,
  Decision,
  Health,
  MeasurePoints,
  Reason,
  Truth,
} from '#domain/decision.ts';
import { healthAt, monthAgo, remember } from '#domain/health/memory.ts';
import { fallenMeasure, weakestMeasure } from '#domain/health/weakest.ts';
import { limitsOf } from '#domain/journey/limits.ts';
import { numberLeaf, segmentOf, statusOf } from '#domain/journey/segment.ts';
import { phaseOf, stageLines } from '#domain/journey/stages.ts';
import { suggestions } from '#domain/journey/suggestions.ts';
import { scopeWith } from '#domain/journey/with-method.ts';
import { atStake } from '#domain/lists/at-risk.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import { nextAction } from '#domain/next-action/next-action.ts';
import { endOfNext, lastProven } from '#domain/next-action/params.ts';
import { type Offers, rankOffers } from '#domain/offers/rank.ts';
import type { Situation } from '#domain/offers/situation.ts';
import { whiteSpaceOf } from '#domain/offers/white-space.ts';
import { playbookMoves } from '#domain/playbooks/start-stop.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { evaluateSignals, type Signals } from '#domain/signals/evaluate.ts';
import { reader } from '#domain/signals/start.ts';
import { assessScope } from './assess.ts';
import { type Plan, planOf } from './plan.ts';
import { causeKnown, isAtRisk, type Urgent, urgent } from './risk.ts';

type Account = {
  readonly profile: Profile;
  readonly compiled: CompiledMethod;
  readonly plan: Plan;
  readonly context: Context;
  readonly lines: Decision['stages'];
  readonly now: Assessment;
  /** The assessment of 30 days ago, when there is one. */
  readonly monthBefore: Assessment | null;
  readonly health: Health;
  /** The measure that costs the score most. */
  readonly weakest: MeasurePoints | null;
  readonly signals: Signals;
  /** Active signals in the order of the method's actions: the first of them is acted on. */
  readonly ordered: Decision['signals'];
  /** What makes the risk high. */
  readonly urgent: readonly Urgent[];
  /** Everything conditions read. */
  readonly scope: Scope;
  readonly churn90: Decision['churn90'];
  readonly mrrCents: number | null;
  readonly atStakeCents: number | null;
};

/**
 * Decides one account.
 * @param past assessments under the same method at the last 13 Mondays, oldest first
 */
export function decide(
  profile: Profile,
  compiled: CompiledMethod,
  past: readonly Assessment[],
  context: Context,
): Decision {
  const account = understand(profile, compiled, past, context);
  const { now, health, signals, lines } = account;
  const { method } = compiled;
  const offers = rankOffers(account.plan.catalogue, situation(account), account.plan.signals);
  const status = statusOf(profile);
  const riskFound = isAtRisk(account);
  const inLists = status !== 'ended';
  const truth = truthReader(account);
  return {
    day: profile.day,
    status,
    segment: segmentOf(profile),
    stages: lines,
    suggestions: suggestions(lines, method, truth),
    health,
    assessment: now,
    signals: account.ordered,
    unknownSignals: signals.unknown,
    replaced: signals.replaced,
    action: actionOf(account, offers),
    offers: offers.ranked,
    offer: offers.chosen,
    offerReason: offers.reason,
    churn90: account.churn90,
    playbooks: playbookMoves(playbookFacts(account), profile, status === 'notice'),
    why: whyOf(account, offers),
    milestone: lastProven(profile),
    mrrCents: account.mrrCents,
    atStakeCents: account.atStakeCents,
    atRisk: inLists && riskFound,
    ready: inLists && isReady(offers),
    renewsOn: endOfNext(profile),
    counterfactual: null,
  };
}

function understand(
  profile: Profile,
  compiled: CompiledMethod,
  past: readonly Assessment[],
  context: Context,
): Account {
  const { method } = compiled;
  const plan = planOf(compiled);
  const lines = stageLines(profile, method);
  const base = scopeWith(profile, method, lines, limitsOf(method, segmentOf(profile)));
  const now = assessScope(profile, base, compiled);
  const { bands } = method.health;
  const memory = remember(past, now, bands);
  const health = healthAt(memory, past.length);
  const withHealth: Scope = { ...base, health };
  const signals = evaluateSignals({
    rules: plan.signals,
    reads: plan.signalsRead,
    past,
    now,
    scope: withHealth,
    healthAt: (index) => healthAt(memory, index),
    dates: profile.dates,
    through: profile.through,
    muted: profile.muted,
    suppressed: context.suppressed ?? [],
  });
  const ordered = inOrder(signals.active, plan);
  const churn90 = context.churn?.(profile, now) ?? null;
  const mrrCents = numberLeaf(profile, 'contract', 'mrr');
  return {
    profile,
    compiled,
    plan,
    context,
    lines,
    now,
    monthBefore: monthAgo(memory),
    health,
    weakest: weakestMeasure(now),
    signals,
    ordered,
    urgent: urgent(ordered, profile.day, health, plan),
    scope: { ...withHealth, signals: signals.scope },
    churn90,
    mrrCents,
    atStakeCents: atStake(mrrCents, churn90?.p ?? null, health.score, health.band),
  };
}

function truthReader(account: Account): (path: string) => Truth {
  return (path) => {
    const entry = account.compiled.byPath.get(path);
    if (!entry) return null;
    return entry.stage === 'profile'
      ? (account.now.truths[path] ?? null)
      : entry.condition.evaluate(account.scope);
  };
}

function inOrder(active: Signals['active'], { order }: Plan): Decision['signals'] {
  const last = order.size + 1;
  return active.toSorted(
    (a, b) => (order.get(a.key) ?? last) - (order.get(b.key) ?? last) || (a.key < b.key ? -1 : 1),
  );
}

/** A growth offer stands, even where a repair comes first today: the list of the ready keeps it in sight. */
function isReady(offers: Offers): boolean {
  return offers.ranked.some((offer) => offer.intent === 'growth' && offer.state !== 'blocked');
}

function isProven(account: Account): boolean {
  if (reader('value.provenInitial')(account.scope) === true) return true;
  return account.profile.tracks.some((track) => track.milestones.some((milestone) => milestone.proven));
}

function situation(account: Account): Situation {
  const { profile, health, context, lines, signals, urgent: risks } = account;
  return {
    profile,
    day: profile.day,
    status: statusOf(profile),
    segment: segmentOf(profile),
    stage: phaseOf(lines),
    band: health.band,
    scope: account.scope,
    signals: signals.active,
    customerRisks: signals.scope['customerRiskActive'] as number,
    fixFirst: risks[0]?.key ?? null,
    rootCause: causeKnown(profile, risks),
    money: { mrrCents: account.mrrCents, atStakeCents: account.atStakeCents },
    seatsKnown: numberLeaf(profile, 'contract', 'seats') !== null,
    proven: isProven(account),
    context,
  };
}

function actionOf(account: Account, offers: Offers): Decision['action'] {
  const { profile, health, plan, context, now, lines, scope, weakest } = account;
  const fallen = fallenMeasure(account.monthBefore, now);
  const before = health.score !== null && health.change30d !== null ? health.score - health.change30d : null;
  const space = whiteSpaceOf(profile, account.compiled.method) ?? [];
  const spoken = {
    profile,
    scope,
    lines,
    scores: { before: before === null ? null : Math.round(before * 10) / 10, after: health.score },
    weakest,
    fallen,
    offer: offers.chosen ?? offers.ranked.find((offer) => space.includes(offer.key))?.key ?? null,
  };
  const known = health.band !== 'unknown';
  return nextAction(account.compiled.method, plan.order, account.signals.active, spoken, now, known, context);
}

/** A muted signal starts nothing; it still stops what it stops. */
function scopeOfStarts({ scope, signals }: Account): Scope {
  const muted = signals.active.filter((signal) => signal.muted);
  if (muted.length === 0) return scope;
  const off = Object.fromEntries(muted.map(({ key }) => [key, { active: false, days: null }]));
  return { ...scope, signals: { ...signals.scope, ...off } };
}

function playbookFacts(account: Account): Parameters<typeof playbookMoves>[0] {
  const { health, signals, scope } = account;
  const starts = scopeOfStarts(account);
  return account.plan.playbooks.map((rule) => {
    const days: number[] = [];
    for (const key of rule.signals) {
      const state = signals.scope[key];
      if (typeof state === 'object' && state.days !== null) days.push(state.days);
    }
    if (rule.readsBand && health.daysInBand !== null) days.push(health.daysInBand);
    return {
      playbook: rule.playbook,
      trigger: rule.trigger?.evaluate(starts) ?? null,
      stop: rule.stop?.evaluate(scope) ?? null,
      freshDays: days.length > 0 ? Math.min(...days) : null,
    };
  });
}

/** At most four reasons: what burns, how health stands, what holds the offer. */
function whyOf(account: Account, offers: Offers): readonly Reason[] {
  const { health, weakest } = account;
  const reasons: Reason[] = account.ordered
    .filter((signal) => !signal.muted)
    .slice(0, 2)
    .map((signal) => ({ code: 'signal', params: { signal: signal.key } }));
  const raw = weakest?.raw ?? null;
  if (health.band === 'unknown')
    reasons.push({ code: 'band_unknown', params: { coverage: health.coverage } });
  else
    reasons.push({
      code: 'health',
      params: { score: health.score, band: health.band, measure: weakest?.key ?? null, raw },
    });
  const fix = account.urgent[0];
  if (offers.reason === 'fix_first')
    reasons.push({ code: 'fix_first', params: { signal: fix?.key ?? null } });
  return reasons;
}
