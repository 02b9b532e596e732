// One account at one moment under one method: score with its parts, and the truth of every condition that the
// profile alone can tell. Memoryless; conditions over health and signals wait for the fold of the checkpoints.
import type { Assessment, Truth } from '#domain/decision.ts';
import type { Cap } from '#domain/health/score.ts';
import { scoreOf } from '#domain/health/score.ts';
import { segmentOf } from '#domain/journey/segment.ts';
import { withMethod } from '#domain/journey/with-method.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { planOf } from './plan.ts';

/** Pure and total: the same profile and method give the same assessment, with all that a checkpoint keeps. */
export function assess(profile: Profile, method: CompiledMethod): Assessment {
  const scope = withMethod(profile, method.method);
  const assessment = assessScope(profile, scope, method);
  const truths: Record<string, Truth> = { ...assessment.truths };
  for (const { path, evaluate } of planOf(method).parts) truths[path] = evaluate(scope);
  return { ...assessment, truths };
}

/** The same where the scope is at hand already, without the parts of conditions: the present reads the scope itself. */
export function assessScope(profile: Profile, scope: Scope, method: CompiledMethod): Assessment {
  const truths: Record<string, Truth> = {};
  for (const { path, condition } of method.overProfile) truths[path] = condition.evaluate(scope);
  const caps: readonly Cap[] = method.method.health.caps.filter(
    (cap) => truths[`health.caps.${cap.key}.when`] === true,
  );
  return {
    day: profile.day,
    ...scoreOf(scope, method.method, method.measures, segmentOf(profile), caps),
    truths,
  };
}
