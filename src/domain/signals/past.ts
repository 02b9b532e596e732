// The signals at the checkpoints, each worked out only when something asks for it. What needs memory is read over
// health and signals as folded up to then, and over the parts that the checkpoint kept.
import type { Day } from '#base/day.ts';
import type { Assessment, Health, Truth } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { TruthTree } from '#domain/method/conditions.ts';
import {
  activeFlags,
  activity,
  type History,
  sidedActivity,
  SidedState,
  sinceByCheckpoint,
} from './active.ts';
import { truthOf, truthOfKept, truthOfTree } from './kept.ts';
import type { SignalRule } from './rule.ts';

/** Truths of a signal now: as a whole and of its clear condition. */
export type Verdict = { readonly when: Truth; readonly clear: Truth };
/** `signals.*` of the scope: every key with `active` and `days`, and the counts. */
export type SignalScope = Record<string, number | { readonly active: boolean; readonly days: number | null }>;
/** `held`: the sides that keep a signal active while it is not known to hold; absent where the whole speaks. */
export type Found = {
  readonly active: boolean;
  readonly since: Day;
  readonly begun: boolean;
  readonly held?: readonly TruthTree[];
};
export type PastInput = {
  /** In order of computation. */
  readonly rules: readonly SignalRule[];
  /** By signal that reads others: those it reads. */
  readonly reads: ReadonlyMap<SignalRule, readonly SignalRule[]>;
  readonly past: readonly Assessment[];
  readonly now: Assessment;
  /** Health with its memory at a checkpoint. */
  healthAt(index: number): Health;
};

/** A signal of the past as conditions read it. */
const on = { active: true, days: 0 } as const;
const off = { active: false, days: null } as const;
const none: SignalScope = {};
/** The scope of a past that only kept parts speak of. */
const notAsked = (): Scope => none;
const gone: Found = { active: false, since: 0, begun: false };

/** Adds an active signal to the counts. */
export function count(signals: SignalScope, rule: SignalRule): void {
  if (rule.risk) signals['riskActive'] = (signals['riskActive'] as number) + 1;
  if (rule.customerRisk) signals['customerRiskActive'] = (signals['customerRiskActive'] as number) + 1;
  if (rule.expansion) signals['expansionActive'] = (signals['expansionActive'] as number) + 1;
}

/** Some side that holds was known not to hold before. */
function turned(before: readonly Truth[], then: readonly Truth[]): boolean {
  return then.some((truth, k) => truth === true && before[k] === false);
}

/** A signal of one side whose truths the checkpoints hold as they are. */
class Whole implements History {
  readonly #past: readonly Assessment[];
  readonly #rule: SignalRule;
  readonly length: number;
  constructor(past: readonly Assessment[], rule: SignalRule) {
    this.#past = past;
    this.#rule = rule;
    this.length = past.length;
  }
  when(index: number): Truth {
    return truthOf(this.#past[index] as Assessment, this.#rule.whenPath, this.#rule.whenIndex);
  }
  clear(index: number): Truth {
    if (this.#rule.clear === null) return true;
    return truthOf(this.#past[index] as Assessment, this.#rule.clearPath, this.#rule.clearIndex);
  }
  day(index: number): Day {
    return (this.#past[index] as Assessment).day;
  }
}

export class PastSignals {
  readonly #input: PastInput;
  readonly #flags = new Map<SignalRule, readonly boolean[]>();
  readonly #healths: (Health | undefined)[] = [];
  /** The scope last made at each checkpoint, and the signal whose others it holds; null: it holds none. */
  readonly #scopes: ({ readonly rule: SignalRule | null; readonly scope: Scope } | undefined)[] = [];

  constructor(input: PastInput) {
    this.#input = input;
  }

  /** Whether a signal is active now, and since when by the checkpoints; `scope` is that of now. */
  state(rule: SignalRule, verdict: Verdict, scope: Scope): Found {
    if (verdict.when === false && verdict.clear === true) return gone;
    const { now } = this.#input;
    if (verdict.when !== true && this.#never(rule)) return gone;
    const history = this.#history(rule);
    if (history instanceof Whole) {
      const found = activity(history, verdict);
      if (!found.active) return gone;
      const begun = found.from > 0 && history.when(found.from - 1) !== null;
      return { active: true, since: sinceByCheckpoint(found, history, now.day), begun };
    }
    const sides = rule.sides.map((side) => truthOfTree(side.tree, scope));
    const found = sidedActivity(history, { sides, clear: verdict.clear });
    if (!found.active) return gone;
    const sidesAt = (index: number): readonly Truth[] =>
      index < history.length ? history.sides(index) : sides;
    const since = sinceByCheckpoint(found, history, now.day);
    const begun = found.from > 0 && turned(history.sides(found.from - 1), sidesAt(found.from));
    if (verdict.when === true) return { active: true, since, begun };
    const held = rule.sides.filter((_, k) => found.firing[k] === true).map((side) => side.tree);
    return { active: true, since, begun, held };
  }

  /** True when no checkpoint saw it fire: what a whole condition of the profile never said, no side of it did. */
  #never(rule: SignalRule): boolean {
    if (rule.needsMemory) return false;
    for (const one of this.#input.past)
      if (truthOf(one, rule.whenPath, rule.whenIndex) === true) return false;
    return true;
  }

  #history(rule: SignalRule): Whole | Parameters<typeof sidedActivity>[0] {
    const { past } = this.#input;
    if (rule.sides.length === 0) return new Whole(past, rule);
    return {
      length: past.length,
      sides: (index) => this.#sides(rule, index),
      clear: (index) => this.#clear(rule, index),
      day: (index) => (past[index] as Assessment).day,
    };
  }

  #sides(rule: SignalRule, index: number): readonly Truth[] {
    const then = this.#input.past[index] as Assessment;
    const scope = rule.needsMemory ? (): Scope => this.#scope(rule, index) : notAsked;
    return rule.sides.map((side) => truthOfKept(side.kept, then, scope));
  }

  #clear(rule: SignalRule, index: number): Truth {
    if (rule.clear === null) return true;
    const then = this.#input.past[index] as Assessment;
    if (rule.keptClear === null) return truthOf(then, rule.clearPath, rule.clearIndex);
    return truthOfKept(rule.keptClear, then, () => this.#scope(rule, index));
  }

  #scope(rule: SignalRule, index: number): Scope {
    const known = this.#scopes[index];
    if (known && known.rule === (rule.readsSignals ? rule : null)) return known.scope;
    const health = (this.#healths[index] ??= this.#input.healthAt(index));
    const scope = { health, signals: rule.readsSignals ? this.#signals(rule, index) : none };
    this.#scopes[index] = { rule: rule.readsSignals ? rule : null, scope };
    return scope;
  }

  /** The signals that one reads, as they stood; the reading one is not among them. */
  #signals(reading: SignalRule, index: number): SignalScope {
    const signals: SignalScope = { riskActive: 0, customerRiskActive: 0, expansionActive: 0 };
    for (const rule of this.#input.reads.get(reading) ?? []) {
      const active = this.#activeAt(rule, index);
      if (reading.namesRead.has(rule.signal.key)) signals[rule.signal.key] = active ? on : off;
      if (active) count(signals, rule);
    }
    return signals;
  }

  #activeAt(rule: SignalRule, index: number): boolean {
    let known = this.#flags.get(rule);
    if (!known) this.#flags.set(rule, (known = this.#foldFlags(rule)));
    return known[index] ?? false;
  }

  #foldFlags(rule: SignalRule): readonly boolean[] {
    if (this.#never(rule)) return [];
    const history = this.#history(rule);
    if (history instanceof Whole) return activeFlags(history);
    const flags: boolean[] = [];
    const state = new SidedState();
    for (let i = 0; i < history.length; i++) {
      state.stepBack(history, i, history.sides(i));
      flags.push(state.active);
    }
    return flags;
  }
}
