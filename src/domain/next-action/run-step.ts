// The step an open run waits at, and the step that takes the place of everything else while a customer leaves.
// It starts and stops no run.
import type { Day } from '#base/day.ts';
import type { Context } from '#domain/decision.ts';
import type { Method, MethodPlaybook } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { endOfNext } from './params.ts';

export type WaitingStep = {
  readonly playbook: MethodPlaybook;
  readonly step: MethodPlaybook['steps'][number];
  /** Day its run began; of a run not begun yet, of what calls for it. */
  readonly from: Day;
  readonly begun: boolean;
  readonly due: Day;
};

/** The step after the last one done; null when all are. A step of another version counts as none done. */
function stepAfter(
  playbook: MethodPlaybook,
  run: { readonly step: string | null; readonly startedOn: Day } | null,
  from: Day,
  profile: Profile,
  context: Context,
): WaitingStep | null {
  const done = run?.step ?? null;
  const at = done === null ? 0 : playbook.steps.findIndex((step) => step.key === done) + 1;
  const step = playbook.steps[at];
  if (!step) return null;
  const today = context.calendar.addWorkingDays(profile.day, 0);
  const asked = dayOfStep(playbook, at, from, profile);
  return {
    playbook,
    step,
    from,
    begun: run !== null,
    due: Math.max(today, context.calendar.addWorkingDays(asked, 0)),
  };
}

/** Counted from the day the run began, step by step; of a countdown back from the contract's end. */
function dayOfStep(playbook: MethodPlaybook, at: number, from: Day, profile: Profile): Day {
  if (playbook.clock === 'countdown') {
    const end = endOfNext(profile);
    return end === null ? from : end - (playbook.steps[at]?.days ?? 0);
  }
  let day = from;
  for (const step of playbook.steps.slice(0, at + 1)) day += step.days ?? 0;
  return day;
}

/** The step that the first open run waits at, oldest run first; null when none waits. */
export function waitingStep(method: Method, profile: Profile, context: Context): WaitingStep | null {
  for (const run of profile.runs) {
    const playbook = method.playbooks.find((one) => one.key === run.playbook);
    const waiting = playbook ? stepAfter(playbook, run, run.startedOn, profile, context) : null;
    if (waiting) return waiting;
  }
  return null;
}

function hasRun(playbook: MethodPlaybook, profile: Profile): boolean {
  const work = profile.leaves['work'] as Readonly<Record<string, unknown>> | undefined;
  const days = work?.['daysSinceRun'] as Readonly<Record<string, unknown>> | undefined;
  return typeof days?.[playbook.key] === 'number';
}

/**
 * After notice was given: the step of the playbook that a notice starts, from its first one where nobody began it yet;
 * null once it is done.
 */
export function leavingStep(method: Method, profile: Profile, context: Context): WaitingStep | null {
  const notice = profile.dates['notice'];
  if (notice === undefined) return null;
  for (const playbook of method.playbooks) {
    if (!playbook.on.includes('notice-given')) continue;
    const run = profile.runs.find((one) => one.playbook === playbook.key);
    if (run) return stepAfter(playbook, run, run.startedOn, profile, context);
    if (!hasRun(playbook, profile)) return stepAfter(playbook, null, notice, profile, context);
  }
  return null;
}
