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
  /** Keys and counts under `signals.` that its conditions read. */
  readonly namesRead: ReadonlySet<string>;
  /**
   * The sides of `a || b`, each with a memory of its own: what was never known beside it can neither keep a signal
   * active nor clear it. Empty for a single side that an assessment alone holds: its letter is that of `when`.
   */
  readonly sides: readonly Side[];
  /** `clear` as the past is read, when an assessment alone does not hold it. */
  readonly keptClear: Kept | null;
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
  const namesRead = new Set(
    leaves.filter((leaf) => leaf.startsWith('signals.')).map((leaf) => leaf.split('.')[1] ?? ''),
  );
  const readsSignals = namesRead.size > 0;
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
    namesRead,
    sides,
    keptClear: needsMemory && clear !== null ? keptTree(clear.tree, clearPath, keep) : null,
    risk,
    customerRisk: risk && signal.side === 'customer' && !signal.marks.includes('involuntary'),
    expansion: signal.kinds.includes('expansion'),
  };
}

/** The signals whose state the conditions of one read, counted ones included; never itself. */
export function rulesRead(reading: SignalRule, rules: readonly SignalRule[]): readonly SignalRule[] {
  const { namesRead } = reading;
  return rules.filter(
    (other) =>
      other !== reading &&
      (namesRead.has(other.signal.key) ||
        (other.risk && namesRead.has('riskActive')) ||
        (other.customerRisk && namesRead.has('customerRiskActive')) ||
        (other.expansion && namesRead.has('expansionActive'))),
  );
}
