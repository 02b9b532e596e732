// A signal as the engine runs it: its compiled conditions and what they read. It decides nothing.
import type { Condition, TruthTree } from '#domain/method/conditions.ts';
import type { MethodSignal } from '#domain/method/schema.ts';
import { alternativesOf, type Keep, type Kept, keptTree } from './kept.ts';

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
  /**
   * The sides of `a || b`, each with a memory of its own: what was never known beside it can neither keep a signal
   * active nor clear it. Empty for a single side that an assessment alone holds: its letter is that of `when`.
   */
  readonly sides: readonly Side[];
  /** `clear` as the past is read, when an assessment alone does not hold it. */
  readonly keptClear: Kept | null;
  /** True of the signals whose state its conditions read, counted ones included. */
  reads(other: SignalRule): boolean;
  readonly risk: boolean;
  readonly customerRisk: boolean;
  readonly expansion: boolean;
};

/** One side of a signal's condition: now, and at a checkpoint. */
export type Side = { readonly tree: TruthTree; readonly kept: Kept };

/**
 * Reads what the conditions of a signal need, once per method version.
 * @param place of a path among the conditions of the compiled method
 * @param keep takes in the parts that checkpoints keep beside whole conditions
 */
export function signalRule(
  signal: MethodSignal,
  when: Condition,
  clear: Condition | null,
  place: (path: string) => number,
  keep: Keep,
): SignalRule {
  const leaves = [...when.leaves, ...(clear?.leaves ?? [])];
  const risk = signal.kinds.includes('risk');
  const readsSignals = leaves.some((leaf) => leaf.startsWith('signals.'));
  const needsMemory = readsSignals || leaves.some((leaf) => leaf.startsWith('health.'));
  const whenPath = `signals.${signal.key}.when`;
  const clearPath = `signals.${signal.key}.clear`;
  const trees = alternativesOf(when.tree);
  const apart = needsMemory || trees.length > 1;
  const sides = apart
    ? trees.map((tree, i) => ({ tree, kept: keptTree(tree, `${whenPath}.${i}`, keep) }))
    : [];
  return {
    signal,
    when,
    clear,
    whenPath,
    clearPath,
    whenIndex: place(whenPath),
    clearIndex: place(clearPath),
    needsMemory,
    readsSignals,
    sides,
    keptClear: needsMemory && clear !== null ? keptTree(clear.tree, clearPath, keep) : null,
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
