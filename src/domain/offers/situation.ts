// What the gates and the arbitration read about one account. Shapes only.
import type { Day } from '#base/day.ts';
import type { ActiveSignal, Band, Context, Gate, Reason } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { Profile } from '#domain/profile/shape.ts';
import type { Money } from './value.ts';

export type Situation = {
  readonly profile: Profile;
  readonly day: Day;
  readonly status: string;
  readonly segment: string | null;
  /** Stage of the acceptance cell (`offer|stage|segment`). */
  readonly stage: string;
  readonly band: Band;
  /** Profile, limits, health and signals. */
  readonly scope: Scope;
  readonly signals: readonly ActiveSignal[];
  readonly customerRisks: number;
  /** Key of an active signal marked `fix_first`, or `health` when the band is red; null when risk is not high. */
  readonly fixFirst: string | null;
  /** An open run has its root cause recorded. */
  readonly rootCause: boolean;
  readonly money: Money;
  readonly seatsKnown: boolean;
  /** A milestone delivered with its proof: the first part of every offer text. */
  readonly proven: boolean;
  readonly context: Context;
};

const silently = new Map<Gate['gate'], Gate>();
/** A gate that was passed. Without reasons it is the same object each time: most gates are passed silently. */
export function passed(gate: Gate['gate'], reasons?: readonly Reason[]): Gate {
  if (reasons && reasons.length > 0) return { gate, passed: true, reasons };
  let plain = silently.get(gate);
  if (!plain) silently.set(gate, (plain = { gate, passed: true, reasons: [] }));
  return plain;
}
export const stopped = (gate: Gate['gate'], reasons: readonly Reason[]): Gate => ({
  gate,
  passed: false,
  reasons,
});
export const because = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });
