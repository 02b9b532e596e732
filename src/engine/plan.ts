// A compiled method as `decide` runs it: signals, catalogue, playbooks and orders read once per version.
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { Condition } from '#domain/method/conditions.ts';
import type { MethodPlaybook } from '#domain/method/schema.ts';
import { type ActionOrder, actionOrder } from '#domain/next-action/next-action.ts';
import { type Catalogue, catalogue } from '#domain/offers/rule.ts';
import type { Part } from '#domain/signals/kept.ts';
import { rulesRead, type SignalRule, signalRule } from '#domain/signals/rule.ts';

export type PlaybookRule = {
  readonly playbook: MethodPlaybook;
  readonly trigger: Condition | null;
  readonly stop: Condition | null;
  /** Signals its trigger reads. */
  readonly signals: readonly string[];
  readonly readsBand: boolean;
};
export type Plan = {
  /** In order of computation. */
  readonly signals: readonly SignalRule[];
  readonly signalByKey: ReadonlyMap<string, SignalRule>;
  /** By signal that reads others: those it reads. */
  readonly signalsRead: ReadonlyMap<SignalRule, readonly SignalRule[]>;
  /** Parts of conditions that checkpoints keep, after the whole conditions, in this order. */
  readonly parts: readonly Part[];
  readonly catalogue: Catalogue;
  readonly playbooks: readonly PlaybookRule[];
  readonly order: ActionOrder;
};

const plans = new WeakMap<CompiledMethod, Plan>();

/** The plan of a method version; built at its first use. */
export function planOf(compiled: CompiledMethod): Plan {
  let plan = plans.get(compiled);
  if (!plan) plans.set(compiled, (plan = build(compiled)));
  return plan;
}

function build(compiled: CompiledMethod): Plan {
  const { method } = compiled;
  const condition = (path: string): Condition | null => compiled.byPath.get(path)?.condition ?? null;
  const places = new Map(compiled.conditions.map(({ path }, index) => [path, index]));
  const place = (path: string): number => places.get(path) ?? -1;
  const parts: Part[] = [];
  const keep = (part: Part): number => compiled.conditions.length + parts.push(part) - 1;
  const byKey = new Map(method.signals.map((signal) => [signal.key, signal]));
  const signals = compiled.signalOrder.flatMap((key) => {
    const signal = byKey.get(key);
    const when = condition(`signals.${key}.when`);
    if (!signal || !when) return [];
    return [signalRule(signal, when, condition(`signals.${key}.clear`), place, keep)];
  });
  const playbooks = method.playbooks.map((playbook) => {
    const trigger = condition(`playbooks.${playbook.key}.trigger`);
    const read = trigger?.leaves ?? [];
    return {
      playbook,
      trigger,
      stop: condition(`playbooks.${playbook.key}.stop`),
      signals: read.filter((leaf) => leaf.startsWith('signals.')).map((leaf) => leaf.split('.')[1] ?? ''),
      readsBand: read.includes('health.band'),
    };
  });
  return {
    signals,
    parts,
    signalByKey: new Map(signals.map((rule) => [rule.signal.key, rule])),
    signalsRead: new Map(
      signals.filter((rule) => rule.readsSignals).map((rule) => [rule, rulesRead(rule, signals)]),
    ),
    catalogue: catalogue(method, condition),
    playbooks,
    order: actionOrder(method),
  };
}
