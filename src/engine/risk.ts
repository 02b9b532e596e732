// What puts an account at risk, what makes that risk high, and whether its cause is known.
import type { Day } from '#base/day.ts';
import type { Decision, Health } from '#domain/decision.ts';
import type { Profile } from '#domain/profile/shape.ts';
import type { Signals } from '#domain/signals/evaluate.ts';
import type { Plan } from './plan.ts';

type Standing = { readonly health: Health; readonly signals: Signals; readonly plan: Plan };

function markedAtRisk({ signals, plan }: Standing): boolean {
  return signals.active.some(
    ({ key, muted }) => !muted && plan.signalByKey.get(key)?.signal.marks.includes('at_risk') === true,
  );
}

/** Yellow or red; unknown with a risk signal; any band with a signal marked so. What is muted worries nobody. */
export function isAtRisk(account: Standing): boolean {
  const { band } = account.health;
  if (band === 'red' || band === 'yellow' || markedAtRisk(account)) return true;
  if (band !== 'unknown') return false;
  return account.signals.active.some(
    (signal) => !signal.muted && account.plan.signalByKey.get(signal.key)?.risk === true,
  );
}

export type Urgent = { readonly key: string; readonly since: Day };

/** What makes the risk high, in the method's order, `health` for the red band. A mute does not make a sale right. */
export function urgent(
  ordered: Decision['signals'],
  day: Day,
  health: Health,
  plan: Plan,
): readonly Urgent[] {
  const marked = ordered.filter(
    ({ key }) => plan.signalByKey.get(key)?.signal.marks.includes('fix_first') === true,
  );
  const red = health.band === 'red' ? [{ key: 'health', since: day - (health.daysInBand ?? 0) }] : [];
  return [...marked, ...red];
}

/** Recorded in an open run, or in one that ended after the risk had begun. */
export function causeKnown(profile: Profile, risks: readonly Urgent[]): boolean {
  const recordedOn = profile.dates['rootCause'];
  if (profile.runs.some((run) => run.rootCauseRecorded)) return true;
  return recordedOn !== undefined && risks.every(({ since }) => since <= recordedOn);
}
