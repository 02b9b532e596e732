// A signal as the engine runs it: its compiled conditions and what they read. It decides nothing.
import type { Condition } from '#domain/method/conditions.ts';
import type { MethodSignal } from '#domain/method/schema.ts';

export type SignalRule = {
  readonly signal: MethodSignal;
  readonly when: Condition;
  readonly clear: Condition | null;
  /** Paths of its truths in an assessment, and their places in its letters. */
  readonly whenPath: string;
  readonly clearPath: string;
  readonly whenIndex: number;
  readonly clearIndex: number;
  /** Reads `health.*` or `signals.*`: its truth needs memory, so an assessment alone does not hold it. */
  readonly needsMemory: boolean;
  readonly readsSignals: boolean;
  /** True of the signals whose state its conditions read, counted ones included. */
  reads(other: SignalRule): boolean;
  readonly risk: boolean;
  readonly customerRisk: boolean;
  readonly expansion: boolean;
};

/**
 * Reads what the conditions of a signal need, once per method version.
 * @param place of a path among the conditions of the compiled method
 */
export function signalRule(
  signal: MethodSignal,
  when: Condition,
  clear: Condition | null,
  place: (path: string) => number,
): SignalRule {
  const leaves = [...when.leaves, ...(clear?.leaves ?? [])];
  const risk = signal.kinds.includes('risk');
  const readsSignals = leaves.some((leaf) => leaf.startsWith('signals.'));
  return {
    signal,
    when,
    clear,
    whenPath: `signals.${signal.key}.when`,
    clearPath: `signals.${signal.key}.clear`,
    whenIndex: place(`signals.${signal.key}.when`),
    clearIndex: place(`signals.${signal.key}.clear`),
    needsMemory: readsSignals || leaves.some((leaf) => leaf.startsWith('health.')),
    readsSignals,
    reads: readerOf(leaves),
    risk,
    customerRisk: risk && signal.side === 'customer' && !signal.marks.includes('involuntary'),
    expansion: signal.kinds.includes('expansion'),
  };
}

function readerOf(leaves: readonly string[]): (other: SignalRule) => boolean {
  const names = new Set(
    leaves.filter((leaf) => leaf.startsWith('signals.')).map((leaf) => leaf.split('.')[1] ?? ''),
  );
  return (other) =>
    names.has(other.signal.key) ||
    (other.risk && names.has('riskActive')) ||
    (other.customerRisk && names.has('customerRiskActive')) ||
    (other.expansion && names.has('expansionActive'));
}
