// A validated method made ready to run: every condition compiled once, in the order in which they can be
// computed. It refuses circles; it knows no account.
import type { ConditionProblem, Condition } from './conditions.ts';
import { compileCondition } from './conditions.ts';
import { conditionSchema, type LeafTypes } from './condition-schema.ts';
import type { Fault } from './condition-atoms.ts';
import { circleOf, type Reads } from './condition-order.ts';
import { conditionSources, derivedLeafTypes } from './condition-sources.ts';
import { methodFault, type MethodFault } from './faults.ts';
import type { Method } from './schema.ts';
import { compileMeasure, type CompiledMeasure } from '#domain/health/measure.ts';

/** What must be known before a condition can be: the profile, the health after its memory, the signals before it. */
export type ConditionStage = 'profile' | 'health' | 'signals';

export type MethodCondition = {
  /** `signals.detractor.when`, `offers.x.freeWhen`, `stages.y.exit.z.when`… */
  readonly path: string;
  readonly stage: ConditionStage;
  readonly condition: Condition;
};

export type CompiledMethod = {
  readonly method: Method;
  /** Every condition, in an order in which each can be computed. */
  readonly conditions: readonly MethodCondition[];
  /** Those that the profile alone can tell. */
  readonly overProfile: readonly MethodCondition[];
  readonly byPath: ReadonlyMap<string, MethodCondition>;
  /** Keys of the signals in the order of computation: over the profile, over health, over other signals. */
  readonly signalOrder: readonly string[];
  /** Measures of health by pillar, with their leaves and curves made functions, in the order of the method. */
  readonly measures: ReadonlyMap<string, readonly CompiledMeasure[]>;
  /** Atoms that failed while running, by atom: defects of the method. */
  readonly faults: ReadonlyMap<string, { readonly reason: string; readonly count: number }>;
};

/** Where in the document (keys and indexes) and why a method is refused. `position`: character inside a condition. */
export type MethodProblem = {
  readonly at: readonly (string | number)[];
  readonly reason: MethodFault;
  readonly position?: number;
};

/**
 * Compiles every condition of a method.
 * @param leafTypes leaves of the profile; groups derived from the method are added here
 */
export function compileMethod(
  method: Method,
  leafTypes: LeafTypes,
): { readonly compiled: CompiledMethod } | { readonly problems: readonly MethodProblem[] } {
  const faults = new Map<string, { reason: string; count: number }>();
  const onFault = (fault: Fault): void => {
    const known = faults.get(fault.atom);
    if (known) known.count += 1;
    else faults.set(fault.atom, { reason: fault.reason, count: 1 });
  };
  const schema = conditionSchema({ ...leafTypes, ...derivedLeafTypes(method) });
  const problems: MethodProblem[] = [];
  const compiled: MethodCondition[] = [];
  for (const { path, at, source } of conditionSources(method)) {
    const result = compileCondition(source, schema, onFault);
    if (result.ok) compiled.push({ path, stage: stageOf(result.condition), condition: result.condition });
    else problems.push({ at, ...problemOf(result.problem) });
  }
  if (problems.length > 0) return { problems };
  const order = ordered(method, compiled);
  if ('problems' in order) return order;
  const { ageing } = method.health;
  const compiledMeasures = method.health.measures.map((measure) => compileMeasure(measure, ageing));
  const measures = Map.groupBy(compiledMeasures, (measure) => measure.pillar);
  const overProfile = order.conditions.filter((entry) => entry.stage === 'profile');
  const byPath = new Map(order.conditions.map((entry) => [entry.path, entry]));
  return {
    compiled: {
      method,
      conditions: order.conditions,
      overProfile,
      byPath,
      signalOrder: order.signals,
      measures,
      faults,
    },
  };
}

function problemOf(problem: ConditionProblem): { reason: MethodFault; position: number } {
  return {
    reason: { ...problem.reason, params: { ...problem.reason.params, column: problem.position + 1 } },
    position: problem.position,
  };
}

/** A condition waits for the latest thing it reads. */
export function stageOf(condition: Condition): ConditionStage {
  if (condition.leaves.some((leaf) => leaf.startsWith('signals.'))) return 'signals';
  return condition.leaves.some((leaf) => leaf.startsWith('health.')) ? 'health' : 'profile';
}

const stageRank: Readonly<Record<ConditionStage, number>> = { profile: 0, health: 1, signals: 2 };

function ordered(
  method: Method,
  compiled: readonly MethodCondition[],
):
  | { readonly conditions: readonly MethodCondition[]; readonly signals: readonly string[] }
  | { readonly problems: readonly MethodProblem[] } {
  const capOver = compiled.find(
    (entry) => entry.path.startsWith('health.caps.') && entry.stage !== 'profile',
  );
  if (capOver) {
    return {
      problems: [{ at: ['health', 'caps'], reason: methodFault('cap_circle', { path: capOver.path }) }],
    };
  }
  const reads: Reads = new Map();
  for (const signal of method.signals) reads.set(signal.key, signalsRead(method, signal.key, compiled));
  const sorted = circleOf(reads);
  if ('circle' in sorted) {
    return {
      problems: [{ at: ['signals'], reason: methodFault('circle', { circle: sorted.circle.join(' → ') }) }],
    };
  }
  const rank = (key: string): number => {
    const own = compiled.filter((entry) => entry.path.startsWith(`signals.${key}.`));
    return Math.max(0, ...own.map((entry) => stageRank[entry.stage]));
  };
  const signals = sorted.order.toSorted((a, b) => rank(a) - rank(b));
  const place = new Map(signals.map((key, index) => [key, index]));
  const position = (entry: MethodCondition): number => {
    const [kind, key = ''] = entry.path.split('.');
    return kind === 'signals' ? (place.get(key) ?? 0) : signals.length;
  };
  const conditions = compiled.toSorted(
    (a, b) => stageRank[a.stage] - stageRank[b.stage] || position(a) - position(b),
  );
  return { conditions, signals };
}

/** Which other signals a signal's conditions read; a count reads every signal it counts, never the signal itself. */
function signalsRead(method: Method, key: string, compiled: readonly MethodCondition[]): ReadonlySet<string> {
  const read = new Set<string>();
  for (const entry of compiled) {
    if (!entry.path.startsWith(`signals.${key}.`)) continue;
    for (const leaf of entry.condition.leaves) {
      const [group, name = ''] = leaf.split('.');
      if (group !== 'signals') continue;
      const counted = countedBy(method, name);
      if (counted === null) read.add(name);
      else for (const other of counted) if (other !== key) read.add(other);
    }
  }
  return read;
}

/** Keys of the signals that a count counts; null when the name is no count. */
export function countedBy(method: Method, count: string): readonly string[] | null {
  const { signals } = method;
  const risks = signals.filter((signal) => signal.kinds.includes('risk'));
  if (count === 'riskActive') return risks.map((signal) => signal.key);
  if (count === 'customerRiskActive') {
    return risks.filter((s) => s.side === 'customer' && !s.marks.includes('involuntary')).map((s) => s.key);
  }
  if (count === 'expansionActive')
    return signals.filter((s) => s.kinds.includes('expansion')).map((s) => s.key);
  return null;
}
