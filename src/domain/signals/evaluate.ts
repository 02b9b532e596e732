// All signals of an account at once: active or not, since when, by which evidence. Order of computation is the
// method's; counts exclude the signal that reads them. Memory is folded from the checkpoints, never stored.
import type { Day } from '#base/day.ts';
import type { ActiveSignal, Assessment, Health, Truth } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import { activity, type History, sinceByCheckpoint, type Verdict } from './active.ts';
import type { SignalRule } from './rule.ts';
import { evidenceOf, type LeafDates, reader, startDay } from './start.ts';

export type SignalInput = {
  /** In order of computation. */
  readonly rules: readonly SignalRule[];
  readonly past: readonly Assessment[];
  readonly now: Assessment;
  /** Leaves of profile and method, limits, and `health`. */
  readonly scope: Scope;
  /** Health with its memory at a checkpoint. */
  healthAt(index: number): Health;
  readonly dates: LeafDates;
  readonly muted: readonly string[];
  /** Signals that one notice about the base replaces. */
  readonly suppressed: readonly { readonly signal: string; readonly since: Day }[];
};
export type Signals = {
  readonly active: readonly ActiveSignal[];
  /** Keys of signals that nobody can tell and that were not active before. */
  readonly unknown: readonly string[];
  /** `signals.*` of the scope: every key with `active` and `days`, and the counts. */
  readonly scope: SignalScope;
};
export type SignalScope = Record<string, number | { readonly active: boolean; readonly days: number | null }>;

const off = { active: false, days: null } as const;

/** Decides every signal. Never throws; unknown conditions neither start nor clear anything. */
export function evaluateSignals(input: SignalInput): Signals {
  const signals: SignalScope = { riskActive: 0, customerRiskActive: 0, expansionActive: 0 };
  const scope: Scope = { ...input.scope, signals };
  const checkpoints = pastSignals(input);
  const active: ActiveSignal[] = [];
  const unknown: string[] = [];
  for (const rule of input.rules) {
    const { key } = rule.signal;
    const verdict = verdictNow(rule, input.now, scope);
    // What the leaves date needs no look at the checkpoints.
    const dated = verdict.when === true ? startDay(rule.when, scope, input.now.day, input.dates) : null;
    const found = dated === null ? checkpoints.state(rule, verdict) : { active: true, since: dated };
    if (!found.active) {
      signals[key] = off;
      if (verdict.when === null) unknown.push(key);
      continue;
    }
    const signal = described(rule, found.since, input, scope);
    if (input.suppressed.some((one) => one.signal === key && one.since === signal.since)) {
      signals[key] = off;
      continue;
    }
    active.push(signal);
    signals[key] = { active: true, days: input.now.day - signal.since };
    count(signals, rule);
  }
  return { active, unknown, scope: signals };
}

function count(signals: SignalScope, rule: SignalRule): void {
  if (rule.risk) signals['riskActive'] = (signals['riskActive'] as number) + 1;
  if (rule.customerRisk) signals['customerRiskActive'] = (signals['customerRiskActive'] as number) + 1;
  if (rule.expansion) signals['expansionActive'] = (signals['expansionActive'] as number) + 1;
}

function described(rule: SignalRule, since: Day, input: SignalInput, scope: Scope): ActiveSignal {
  const { day } = input.now;
  return {
    key: rule.signal.key,
    since: notBeforeStart(since, scope, day),
    severity: rule.signal.severity,
    evidence: evidenceOf(rule.when, scope, day, input.dates),
    muted: input.muted.includes(rule.signal.key),
  };
}

/** A source may be older than the account; nothing began before the account did. */
function notBeforeStart(since: Day, scope: Scope, day: Day): Day {
  const days = daysSinceStart(scope);
  return typeof days === 'number' && days >= 0 ? Math.max(since, day - days) : since;
}
const daysSinceStart = reader('account.daysSinceStart');

const t = 't'.charCodeAt(0);
const f = 'f'.charCodeAt(0);

function truthOf(assessment: Assessment, path: string, index: number): Truth {
  const { letters } = assessment;
  if (letters === undefined) return assessment.truths[path] ?? null;
  const letter = letters.charCodeAt(index);
  return letter === t ? true : letter === f ? false : null;
}

function verdictNow(rule: SignalRule, now: Assessment, scope: Scope): Verdict {
  if (rule.needsMemory)
    return {
      when: rule.when.evaluate(scope),
      clear: rule.clear === null ? true : rule.clear.evaluate(scope),
    };
  return {
    when: truthOf(now, rule.whenPath, rule.whenIndex),
    clear: rule.clear === null ? true : truthOf(now, rule.clearPath, rule.clearIndex),
  };
}

/** A signal whose truths the checkpoints hold as they are. */
class Kept implements History {
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

/**
 * The signals at the checkpoints, each worked out only when something asks for it. A condition that needs memory is
 * read over health and signals as folded up to then; leaves of the profile beside them were not kept and are unknown.
 */
function pastSignals(input: SignalInput) {
  const { past, now } = input;
  const flags = new Map<SignalRule, readonly boolean[]>();
  const healths: (Health | undefined)[] = [];
  const healthAt = (index: number): Health => (healths[index] ??= input.healthAt(index));
  const historyOf = (rule: SignalRule): History =>
    rule.needsMemory ? remembered(rule) : new Kept(past, rule);
  const remembered = (rule: SignalRule): History => {
    const scope = (index: number): Scope => ({
      health: healthAt(index),
      signals: rule.readsSignals ? scopeAt(rule, index) : {},
    });
    return {
      length: past.length,
      when: (index) => rule.when.evaluate(scope(index)),
      clear: (index) => (rule.clear === null ? true : rule.clear.evaluate(scope(index))),
      day: (index) => (past[index] as Assessment).day,
    };
  };
  const activeAt = (rule: SignalRule, index: number): boolean => {
    let known = flags.get(rule);
    if (!known) flags.set(rule, (known = foldFlags(historyOf(rule))));
    return known[index] ?? false;
  };
  const scopeAt = (reading: SignalRule, index: number): SignalScope => {
    const signals: SignalScope = { riskActive: 0, customerRiskActive: 0, expansionActive: 0 };
    for (const rule of input.rules) {
      if (rule === reading || !reading.reads(rule)) continue;
      const active = activeAt(rule, index);
      signals[rule.signal.key] = { active, days: active ? 0 : null };
      if (active) count(signals, rule);
    }
    return signals;
  };
  const state = (rule: SignalRule, verdict: Verdict): { active: boolean; since: Day } => {
    if (verdict.when === false && verdict.clear === true) return gone;
    const history = historyOf(rule);
    const found = activity(history, verdict);
    return found.active ? { active: true, since: sinceByCheckpoint(found, history, now.day) } : gone;
  };
  return { state };
}
const gone = { active: false, since: 0 } as const;

function foldFlags(history: History): readonly boolean[] {
  const flags: boolean[] = [];
  let active = false;
  for (let i = 0; i < history.length; i++) {
    const when = history.when(i);
    if (when === true) active = true;
    else if (when === false && history.clear(i) === true) active = false;
    flags.push(active);
  }
  return flags;
}
