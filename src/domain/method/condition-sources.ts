// Where a method holds conditions, and which leaves the method itself adds to the scope.
import type { LeafTypes } from './condition-schema.ts';
import type { Method } from './schema.ts';

export type ConditionSource = {
  readonly path: string;
  /** Keys and indexes that lead to it in the document. */
  readonly at: readonly (string | number)[];
  readonly source: string;
};

/** Every condition of a method with its path (by keys) and its place (by indexes), in document order. */
export function conditionSources(method: Method): readonly ConditionSource[] {
  const found: ConditionSource[] = [];
  const add = (path: string, at: readonly (string | number)[], source: string | null): void => {
    if (source !== null) found.push({ path, at, source });
  };
  method.stages.forEach((stage, i) =>
    stage.exit.forEach((exit, j) =>
      add(`stages.${stage.key}.exit.${exit.key}.when`, ['stages', i, 'exit', j, 'when'], exit.when),
    ),
  );
  method.health.caps.forEach((cap, i) =>
    add(`health.caps.${cap.key}.when`, ['health', 'caps', i, 'when'], cap.when),
  );
  method.signals.forEach((signal, i) => {
    add(`signals.${signal.key}.when`, ['signals', i, 'when'], signal.when);
    add(`signals.${signal.key}.clear`, ['signals', i, 'clear'], signal.clear);
  });
  method.offers.forEach((offer, i) => {
    add(`offers.${offer.key}.when`, ['offers', i, 'when'], offer.when);
    add(`offers.${offer.key}.freeWhen`, ['offers', i, 'freeWhen'], offer.freeWhen);
  });
  method.guardrails.forEach((guardrail, i) =>
    add(`guardrails.${guardrail.key}.blockWhen`, ['guardrails', i, 'blockWhen'], guardrail.blockWhen),
  );
  method.arbitration.context.forEach((row, i) =>
    add(`arbitration.context.${row.key}.when`, ['arbitration', 'context', i, 'when'], row.when),
  );
  method.playbooks.forEach((playbook, i) => {
    add(`playbooks.${playbook.key}.trigger`, ['playbooks', i, 'trigger'], playbook.trigger);
    add(`playbooks.${playbook.key}.stop`, ['playbooks', i, 'stop'], playbook.stop);
  });
  return found;
}

/** Counts of active signals, each without the signal that reads it. */
export const signalCounts = ['riskActive', 'customerRiskActive', 'expansionActive'] as const;

/** Leaves of `health.*`, `signals.*` and `limits.*` that exist under this method. */
export function derivedLeafTypes(method: Method): LeafTypes {
  const limits = Object.keys(method.limits).map((name) => [`limits.${name}`, 'number'] as const);
  const counts = signalCounts.map((name) => [`signals.${name}`, 'count'] as const);
  const signals = method.signals.flatMap(({ key }) => [
    [`signals.${key}.active`, 'flag'] as const,
    [`signals.${key}.days`, 'days'] as const,
  ]);
  return {
    'health.score': 'score',
    'health.band': 'code',
    'health.coverage': 'share',
    'health.depth': 'share',
    'health.trend': 'number',
    'health.daysInBand': 'days',
    'health.change30d': 'number',
    'health.bandFell': 'flag',
    ...Object.fromEntries([...limits, ...counts, ...signals]),
  };
}
