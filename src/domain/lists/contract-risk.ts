// Whose contract is at risk: the list of the risk committee.
import type { Decision } from '#domain/decision.ts';

type Judged = Pick<Decision, 'health' | 'stages' | 'signals'>;

/** Signals that put a contract at risk whatever the health. */
const alone: ReadonlySet<string> = new Set(['downgrade_asked', 'escalation']);

/** Red; yellow inside the renewal window; asked to reduce; escalated. Source: the method's rituals, risk committee. */
export function contractAtRisk({ health, stages, signals }: Judged): boolean {
  if (health.band === 'red') return true;
  if (signals.some(({ key }) => alone.has(key))) return true;
  return health.band === 'yellow' && stages.some(({ canonical }) => canonical === 'renewal');
}
