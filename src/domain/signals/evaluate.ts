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
    const found = checkpoints.state(rule, verdict);
    if (!found.active) {
      signals[key] = off;
      if (verdict.when === null) unknown.push(key);
      continue;
    }
    const signal = described(rule, found.since, verdict, input, scope);
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

function described(rule: SignalRule, byCheckpoint: Day, verdict: Verdict, input: SignalInput, scope: Scope): ActiveSignal {
  const { day } = input.now;
  const dated = verdict.when === true ? startDay(rule.when, scope, day, input.dates) : null;
  return {
    key: rule.signal.key,
    since: notBeforeStart(dated ?? byCheckpoint, scope, day),
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
    return { when: rule.when.evaluate(scope), clear: rule.clear === null ? true : rule.clear.evaluate(scope) };
  return plainVerdict(rule, now);
}

/**
 * The signals at the checkpoints, each worked out only when something asks for it. A condition that needs memory is
 * read over health and signals as folded up to then; leaves of the profile beside them were not kept and are unknown.
 */
function pastSignals(input: SignalInput) {
  const { past, now } = input;
  const flags = new Map<string, readonly boolean[]>();
  const healths: (Health | undefined)[] = [];
  const healthAt = (index: number): Health => (healths[index] ??= input.healthAt(index));
  const historyOf = (rule: SignalRule): History => ({
    length: past.length,
    day: (index) => past[index]?.day ?? now.day,
    at: (index) => (rule.needsMemory ? remembered(rule, index) : plainVerdict(rule, past[index] as Assessment)),
  });
  const remembered = (rule: SignalRule, index: number): Verdict => {
    const scope: Scope = { health: healthAt(index), signals: rule.readsSignals ? scopeAt(rule, index) : {} };
    return { when: rule.when.evaluate(scope), clear: rule.clear === null ? true : rule.clear.evaluate(scope) };
  };
  const activeAt = (rule: SignalRule, index: number): boolean => {
    let known = flags.get(rule.signal.key);
    if (!known) flags.set(rule.signal.key, (known = foldFlags(historyOf(rule))));
    return known[index] ?? false;
  };
  const scopeAt = (reader: SignalRule, index: number): SignalScope => {
    const signals: SignalScope = { riskActive: 0, customerRiskActive: 0, expansionActive: 0 };
    for (const rule of input.rules) {
      if (rule === reader) break;
      const active = activeAt(rule, index);
      signals[rule.signal.key] = { active, days: active ? 0 : null };
      if (active) count(signals, rule);
    }
    return signals;
  };
  const state = (rule: SignalRule, verdict: Verdict): { active: boolean; since: Day } => {
    const history = historyOf(rule);
    const found = activity(history, verdict);
    return { active: found.active, since: found.active ? sinceByCheckpoint(found, history, now.day) : now.day };
  };
  return { state };
}

function plainVerdict(rule: SignalRule, assessment: Assessment): Verdict {
  return {
    when: truthOf(assessment, rule.whenPath, rule.whenIndex),
    clear: rule.clear === null ? true : truthOf(assessment, rule.clearPath, rule.clearIndex),
  };
}

function foldFlags(history: History): readonly boolean[] {
  const flags: boolean[] = [];
  let active = false;
  for (let i = 0; i < history.length; i++) {
    const { when, clear } = history.at(i);
    if (when === true) active = true;
    else if (when === false && clear === true) active = false;
    flags.push(active);
  }
  return flags;
}

