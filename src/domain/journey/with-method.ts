// The scope of conditions: leaves of the profile plus those that only profile and method together can tell.
// It invents no value: what cannot be told stays missing.
import type { StageLine } from '#domain/decision.ts';
import { renewalSteps } from '#domain/facts/money-facts.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { Method } from '#domain/method/schema.ts';
import { whiteSpaceOf } from '#domain/offers/white-space.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { type Limits, limitsOf } from './limits.ts';
import { codesLeaf, numberLeaf, segmentOf } from './segment.ts';
import { inWindow, nearestStage, stageLines } from './stages.ts';

/** Leaves of the profile, the leaves marked `needsMethod`, and `limits.*` of the account's segment. */
export function withMethod(profile: Profile, method: Method): Scope {
  const limits = limitsOf(method, segmentOf(profile));
  return scopeWith(profile, method, stageLines(profile, method), limits);
}

/** The same scope where the stage lines are at hand already. */
export function scopeWith(
  profile: Profile,
  method: Method,
  lines: readonly StageLine[],
  limits: Limits,
): Scope {
  const { leaves } = profile;
  return {
    ...leaves,
    limits,
    journey: { ...groupOf(leaves['journey']), ...journeyLeaves(profile, lines) },
    value: { ...groupOf(leaves['value']), ...valueLeaves(profile, method, limits) },
    renewal: { ...groupOf(leaves['renewal']), stepsLate: stepsLate(profile, method, limits) },
    offers: { ...groupOf(leaves['offers']), whiteSpace: whiteSpaceOf(profile, method)?.length ?? null },
  };
}

function groupOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/**
 * True when any line of the sort is late; false when tracks are known and none of that sort is late, also when none
 * is left in it; else missing. `told`: a track was ever told of, so that no line means that all are closed.
 */
function late(lines: readonly StageLine[], onboarding: boolean, told: boolean): boolean | null {
  let known: boolean | null = told && lines.length === 0 ? false : null;
  for (const line of lines) {
    // Renewal has its own signal; counting its lateness here would say the same thing twice.
    if (line.estimated || line.canonical === 'renewal') continue;
    known = false;
    if ((line.canonical === 'onboarding') === onboarding && line.late) return true;
  }
  return known;
}

function journeyLeaves(profile: Profile, lines: readonly StageLine[]): Readonly<Record<string, unknown>> {
  const told = Array.isArray(groupOf(profile.leaves['journey'])['stages']);
  const stages: string[] = [];
  const add = (word: string): void => {
    if (!stages.includes(word)) stages.push(word);
  };
  for (const line of lines) {
    add(line.stage);
    add(line.canonical);
  }
  return {
    stages: lines.length > 0 ? stages : (codesLeafOrNull(profile) ?? null),
    onboardingLate: late(lines, true, told),
    otherLate: late(lines, false, told),
  };
}

function codesLeafOrNull(profile: Profile): readonly string[] | null {
  const codes = codesLeaf(profile, 'journey', 'stages');
  return codes.length > 0 ? codes : null;
}

const maturities = ['initial', 'routine', 'scale', 'optimisation'] as const;
const maturityOf: Readonly<Record<string, number>> = {
  onboarding: 0,
  adoption: 1,
  value_realisation: 1,
  retention: 1,
  expansion: 2,
  renewal: 3,
  advocacy: 3,
};

/** The furthest phase with a proven milestone; missing without a source of milestones. */
function maturity(profile: Profile, method: Method): string | null {
  const sourced = numberLeaf(profile, 'value', 'milestonesDue') !== null;
  let furthest = -1;
  for (const track of profile.tracks)
    for (const milestone of track.milestones) {
      if (!milestone.proven) continue;
      const stage = nearestStage(method, milestone.stage ?? track.stage);
      furthest = Math.max(furthest, maturityOf[stage?.canonical ?? 'onboarding'] ?? 0);
    }
  if (furthest < 0) return sourced ? maturities[0] : null;
  return maturities[furthest] ?? maturities[0];
}

function valueLeaves(profile: Profile, method: Method, limits: Limits): Readonly<Record<string, unknown>> {
  const days = numberLeaf(profile, 'value', 'ttfvDays');
  const target = limits['ttfvDays'] ?? limits['onboardingDays'];
  return {
    ttfvRatio: days === null || target === undefined || target <= 0 ? null : days / target,
    maturity: maturity(profile, method),
  };
}

/** The countdown that serves a segment: its own by name, else the one that begins when its window opens. */
function countdown(
  method: Method,
  segment: string | null,
  starts: number | undefined,
): Method['playbooks'][number] | null {
  const all = method.playbooks.filter((playbook) => playbook.clock === 'countdown');
  const own = segment === null ? undefined : all.find((playbook) => playbook.key.endsWith(segment));
  return own ?? all.find((playbook) => playbook.steps[0]?.days === starts) ?? null;
}

/** Renewal steps of the contract that ends next which are past their day; a later step done closes those before it. */
function stepsLate(profile: Profile, method: Method, limits: Limits): number | null {
  const left = numberLeaf(profile, 'renewal', 'daysToEnd') ?? numberLeaf(profile, 'contract', 'daysToEnd');
  if (left === null) return null;
  const next = profile.contracts.find((contract) => contract.active && contract.daysToEnd === left);
  if (!next || !inWindow(next, limits)) return 0;
  const done = profile.renewals.find((renewal) => renewal.contract === next.key)?.stepsDone ?? [];
  const furthest = Math.max(-1, ...done.map((step) => order.indexOf(step)));
  const playbook = countdown(method, segmentOf(profile), limits['renewalStarts']);
  let count = 0;
  for (const step of playbook?.steps ?? []) {
    const at = order.indexOf(step.key);
    if (at > furthest && step.days !== null && left < step.days && step.days > 0) count += 1;
  }
  return count;
}
const order: readonly string[] = renewalSteps;
