// Which playbooks an account's situation starts or stops. It runs none; steps and clocks are elsewhere.
import type { Decision, Truth } from '#domain/decision.ts';
import type { MethodPlaybook } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';

/** What is known of a playbook's conditions now. */
export type PlaybookFacts = {
  readonly playbook: MethodPlaybook;
  readonly trigger: Truth;
  readonly stop: Truth;
  /** Days since the newest thing its trigger reads came up; null when it reads nothing dated. */
  readonly freshDays: number | null;
};
export type PlaybookMove = Decision['playbooks'][number];

/** A condition that outlives its playbook does not start it again, unless it came up anew or the rhythm is due. */
function mayStart(facts: PlaybookFacts, daysSinceRun: number | null): boolean {
  if (daysSinceRun === null) return true;
  if (facts.playbook.everyDays !== null) return daysSinceRun >= facts.playbook.everyDays;
  return facts.freshDays !== null && facts.freshDays < daysSinceRun;
}

function daysSinceRun(profile: Profile, playbook: string): number | null {
  const work = profile.leaves['work'] as Readonly<Record<string, unknown>> | undefined;
  const byPlaybook = work?.['daysSinceRun'] as Readonly<Record<string, unknown>> | undefined;
  const days = byPlaybook?.[playbook];
  return typeof days === 'number' ? days : null;
}

/**
 * Starts and stops, in the method's order. Of those with an exclusive rank one runs at a time: the lowest. During
 * notice neither those nor renewal countdowns start, since an exit plan takes the place of rescue noise.
 */
export function playbookMoves(
  all: readonly PlaybookFacts[],
  profile: Profile,
  inNotice: boolean,
): readonly PlaybookMove[] {
  const running = new Set(profile.runs.map((run) => run.playbook));
  const stops: PlaybookMove[] = [];
  const starts: PlaybookFacts[] = [];
  for (const facts of all) {
    const { key, exclusiveRank, clock } = facts.playbook;
    if (running.has(key)) {
      if (facts.stop === true) stops.push({ key, do: 'stop', because: 'stop_condition' });
    } else if (facts.trigger === true && mayStart(facts, daysSinceRun(profile, key))) {
      if (!inNotice || (exclusiveRank === null && clock !== 'countdown')) starts.push(facts);
    }
  }
  return exclusive(all, starts, stops, running);
}

function exclusive(
  all: readonly PlaybookFacts[],
  starts: readonly PlaybookFacts[],
  stops: readonly PlaybookMove[],
  running: ReadonlySet<string>,
): readonly PlaybookMove[] {
  const stopped = new Set(stops.map((move) => move.key));
  const rank = (facts: PlaybookFacts): number => facts.playbook.exclusiveRank ?? Number.POSITIVE_INFINITY;
  const kept = all.filter((one) => running.has(one.playbook.key) && !stopped.has(one.playbook.key));
  const lowest = Math.min(...[...kept, ...starts].map(rank));
  const outranked = kept
    .filter((one) => one.playbook.exclusiveRank !== null && rank(one) > lowest)
    .map((one): PlaybookMove => ({ key: one.playbook.key, do: 'stop', because: 'outranked' }));
  const begun = starts
    .filter(
      (one) =>
        one.playbook.exclusiveRank === null ||
        (rank(one) === lowest && !kept.some((k) => rank(k) === lowest)),
    )
    .map((one): PlaybookMove => ({ key: one.playbook.key, do: 'start', because: 'trigger' }));
  return [...stops, ...outranked, ...begun];
}
