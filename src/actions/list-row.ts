// One decision as a row of the day's list: the columns it is sorted and filtered by, and the decision to show.
import { formatDay, type Day } from '#base/day.ts';
import { normalise } from '#base/text.ts';
import type { Assessment, Decision } from '#domain/decision.ts';
import { numberLeaf } from '#domain/journey/segment.ts';
import { movementOf } from '#domain/revenue/movements.ts';
import { readyOffer } from '#domain/lists/at-risk.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { Claim } from '#engine/allocate.ts';
import { usageSignals } from '#engine/base-notices.ts';
import type { Decided } from '#engine/decide-account.ts';
import type { ListRow } from '#store/lists.ts';

/** What the list keeps of a decision: what its line speaks of. The rest is recomputed when the account is opened. */
export type ListedDecision = Omit<Decision, 'assessment'> & {
  /** Only those a line can speak of. */
  readonly offers: Decision['offers'];
  /** What it asks of capacity, as decided by itself; absent where nothing is limited. */
  readonly claim?: Omit<Claim, 'id'>;
  /** Scores of the last checkpoints, oldest first, null where unknown. */
  readonly spark: readonly (number | null)[];
};

const listedStatuses = new Set(['active', 'notice', 'no_contract', 'unknown']);
const stakeCap = 2 ** 46;

/**
 * Order of attention as one integer, higher first: at risk before the rest, then money at stake, then days to
 * the end. Unknown money comes last.
 */
export function attention(decision: Decision): bigint {
  const stake = BigInt(Math.min(Math.max(decision.atStakeCents ?? -1, -1), stakeCap) + 1);
  const days =
    decision.renewsOn === null ? 4095 : Math.min(Math.max(decision.renewsOn - decision.day, 0), 4094);
  return ((decision.atRisk ? 1n : 0n) << 60n) | (stake << 12n) | BigInt(4095 - days);
}

const sparkOf = (past: readonly Assessment[]) =>
  past.map((assessment) => (assessment.band === 'unknown' ? null : assessment.score));

/** The chosen offer, the one that makes ready, and, where every offer is blocked, those that would apply. */
export function spokenOffers(decision: Decision): Decision['offers'] {
  const ready = readyOffer(decision)?.key;
  const blocked = decision.offerReason === 'blocked';
  return decision.offers.filter(
    (offer) =>
      offer.key === decision.offer ||
      offer.key === ready ||
      (blocked && offer.gates.some(({ gate, passed }) => gate === 'applicability' && passed)),
  );
}

/** Signals that a notice may replace, replaced ones included: where they start, and which nobody can tell. */
function watchedOf(decision: Decision, method: CompiledMethod): string[] {
  const keys = usageSignals(method);
  const begun = decision.signals.filter((signal) => signal.begun);
  const started = [...begun, ...decision.replaced].filter(({ key }) => keys.includes(key));
  return [
    ...started.map(({ key, since }) => `${key}=${since}`),
    ...decision.unknownSignals.filter((key) => keys.includes(key)).map((key) => `${key}?`),
  ];
}

/** Who owns the account on the day: its CSM, else the first of the team; null: nobody. */
const ownerOn = ({ profile: { team } }: Decided): string | null =>
  (team.find(({ role }) => role === 'csm') ?? team[0])?.member ?? null;

function talkedOn({ profile }: Decided): Day | null {
  const relationship = profile.leaves['relationship'] as Readonly<Record<string, unknown>> | undefined;
  const days = relationship?.['daysSinceConversation'];
  return typeof days === 'number' ? profile.day - days : null;
}

/** First day of the newest signal of risk that is known to have begun; null: none. */
function newestRisk(decision: Decision, method: CompiledMethod): Day | null {
  const risks = new Set(
    method.method.signals.filter(({ kinds }) => kinds.includes('risk')).map(({ key }) => key),
  );
  const begun = decision.signals.filter((signal) => signal.begun && !signal.muted && risks.has(signal.key));
  return begun.length === 0 ? null : Math.max(...begun.map(({ since }) => since));
}

/** What became of what it paid a year ago; null where that, or what it pays now, is not known. */
function yearMoved({ decision, year }: Decided): ListRow['yearMoved'] {
  const { mrrCents: from, adjustedCents: adjustment } = year;
  const to = decision.mrrCents;
  if (from === null || from === 0 || to === null) return null;
  const moved = movementOf({ from, to, paidBefore: true, adjustment });
  return [moved.expansion, moved.contraction, moved.adjustment, moved.churn];
}

/** The row of an account on the list of `day`. */
export function listRow(
  account: { id: string; name: string; assigned: boolean },
  decided: Decided,
  by: { method: CompiledMethod; version: number; contextHash: string; claim?: Claim | null },
): ListRow {
  const { assessment, ...rest } = decided.decision;
  const decision = decided.decision;
  const active = new Set(decision.signals.filter((signal) => !signal.muted).map((signal) => signal.key));
  const kind = (wanted: string) =>
    by.method.method.signals.some(
      (signal) => active.has(signal.key) && (signal.kinds as string[]).includes(wanted),
    );
  const renewal = decision.stages.find((line) => line.canonical === 'renewal');
  const chosen = decision.offers.find((offer) => offer.key === decision.offer);
  const isoDay = (day: Day | null) => (day === null ? null : formatDay(day));
  return {
    accountId: account.id,
    methodVersion: by.version,
    contextHash: by.contextHash,
    nameKey: normalise(account.name),
    status: decision.status,
    segment: decision.segment,
    band: decision.health.band,
    score: decision.health.score,
    trend: decision.health.trend,
    mrrCents: decision.mrrCents,
    atStakeCents: decision.atStakeCents,
    renewsOn: isoDay(decision.renewsOn),
    stages: [...new Set(decision.stages.map((line) => line.stage))],
    signals: [...active],
    listed: account.assigned && decided.known && listedStatuses.has(decision.status),
    atRisk: decision.atRisk,
    ready: decision.ready,
    stalled: kind('stall'),
    inWindow: renewal !== undefined,
    lateWindow: renewal?.late ?? false,
    shallow: decision.health.depth < by.method.method.health.shallowBelow,
    offer: chosen?.key ?? null,
    offerPriority: chosen?.priority ?? null,
    watched: watchedOf(decision, by.method),
    actionKey: decision.action.key,
    actionOwner: decision.action.owner,
    actionDue: formatDay(decision.action.due),
    riskSince: isoDay(newestRisk(decision, by.method)),
    known: assessment.measures.map((measure) => (measure.aged > 0 ? '1' : '0')).join(''),
    attention: attention(decision).toString(),
    mrrYearAgoCents: decided.year.mrrCents,
    yearMoved: yearMoved(decided),
    ttfvDays: numberLeaf(decided.profile, 'value', 'ttfvDays'),
    firstValue: numberLeaf(decided.profile, 'value', 'firstValueAt') !== null,
    owner: ownerOn(decided),
    talkedOn: isoDay(talkedOn(decided)),
    decision: {
      ...rest,
      offers: spokenOffers(decision),
      spark: sparkOf(decided.past),
      ...(by.claim && by.claim.open.length > 0
        ? { claim: { offer: by.claim.offer, priority: by.claim.priority, open: by.claim.open } }
        : {}),
    } satisfies ListedDecision,
  };
}
