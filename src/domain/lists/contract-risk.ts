// Whose contract is at risk: the list of the risk committee.
import type { Decision } from '#domain/decision.ts';
import type { Method } from '#domain/method/schema.ts';

type Judged = Pick<Decision, 'health' | 'stages' | 'signals'>;

/** Keys of the signals that put a contract at risk whatever the health: those the method marks so. */
export function contractSignals({ signals }: Pick<Method, 'signals'>): ReadonlySet<string> {
  return new Set(signals.filter(({ marks }) => marks.includes('contract_risk')).map(({ key }) => key));
}

/** Red; yellow inside the renewal window; a signal of `alone`. Source: the method's rituals, risk committee. */
export function contractAtRisk({ health, stages, signals }: Judged, alone: ReadonlySet<string>): boolean {
  if (health.band === 'red') return true;
  if (signals.some(({ key }) => alone.has(key))) return true;
  return health.band === 'yellow' && stages.some(({ canonical }) => canonical === 'renewal');
}
