// All signals of an account at once: active or not, since when, by which evidence. Order of computation is the
// method's; counts exclude the signal that reads them. Memory is folded from the checkpoints, never stored.
import type { Day } from '#base/day.ts';
import type { ActiveSignal } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import { truthOf } from './kept.ts';
import { count, type Found, type PastInput, PastSignals, type SignalScope, type Verdict } from './past.ts';
import type { SignalRule } from './rule.ts';
import { type Dating, evidenceOf, type LeafDates, reader, startDay } from './start.ts';

export type { SignalScope } from './past.ts';
export type SignalInput = PastInput & {
  /** Leaves of profile and method, limits, and `health`. */
  readonly scope: Scope;
  readonly dates: LeafDates;
  /** How far the sources of the leaves reach. */
  readonly through: LeafDates;
  readonly muted: readonly string[];
  /** Signals that one notice about the base replaces. */
  readonly suppressed: readonly { readonly signal: string; readonly since: Day }[];
};
export type Signals = {
  readonly active: readonly ActiveSignal[];
  /** Keys of signals that nobody can tell and that were not active before. */
  readonly unknown: readonly string[];
  /** Keys and starts of those that a notice about the base replaces. */
  readonly replaced: readonly { readonly key: string; readonly since: Day }[];
  readonly scope: SignalScope;
};

const off = { active: false, days: null } as const;

/** Decides every signal. Never throws; unknown conditions neither start nor clear anything. */
export function evaluateSignals(input: SignalInput): Signals {
  const signals: SignalScope = { riskActive: 0, customerRiskActive: 0, expansionActive: 0 };
  const scope: Scope = { ...input.scope, signals };
  const checkpoints = new PastSignals(input);
  const at: Dating = { day: input.now.day, dates: input.dates, through: input.through };
  const active: ActiveSignal[] = [];
  const unknown: string[] = [];
  const replaced: { key: string; since: Day }[] = [];
  for (const rule of input.rules) {
    const { key } = rule.signal;
    const verdict = verdictNow(rule, input, scope);
    // What the leaves date needs no look at the checkpoints.
    const dated = verdict.when === true ? startDay(rule.when, scope, at) : null;
    const found: Found =
      dated === null ? checkpoints.state(rule, verdict, scope) : { active: true, since: dated, begun: true };
    if (!found.active) {
      signals[key] = off;
      if (verdict.when === null) unknown.push(key);
      continue;
    }
    const signal = described(rule, found, input, scope, at);
    const standsFor = input.suppressed.some((one) => one.signal === key && one.since === signal.since);
    if (signal.begun && standsFor) {
      signals[key] = off;
      replaced.push({ key, since: signal.since });
      continue;
    }
    active.push(signal);
    signals[key] = { active: true, days: input.now.day - signal.since };
    count(signals, rule);
  }
  return { active, unknown, replaced, scope: signals };
}

function described(
  rule: SignalRule,
  found: Found,
  input: SignalInput,
  scope: Scope,
  at: Dating,
): ActiveSignal {
  const { since, held = [] } = found;
  // Of what nobody can tell any longer, the side that fired speaks, not the one that never did.
  const trees = held.length === 0 ? [rule.when.tree] : held;
  return {
    key: rule.signal.key,
    since: notBeforeStart(since, scope, at.day),
    begun: found.begun,
    severity: rule.signal.severity,
    evidence: evidenceOf(trees, scope, at),
    muted: input.muted.includes(rule.signal.key),
  };
}

/** A source may be older than the account; nothing began before the account did. */
function notBeforeStart(since: Day, scope: Scope, day: Day): Day {
  const days = daysSinceStart(scope);
  return typeof days === 'number' && days >= 0 ? Math.max(since, day - days) : since;
}
const daysSinceStart = reader('account.daysSinceStart');

function verdictNow(rule: SignalRule, { now }: SignalInput, scope: Scope): Verdict {
  const when = rule.needsMemory ? rule.when.evaluate(scope) : truthOf(now, rule.whenPath, rule.whenIndex);
  const clear =
    rule.clear === null
      ? true
      : rule.needsMemory
        ? rule.clear.evaluate(scope)
        : truthOf(now, rule.clearPath, rule.clearIndex);
  return { when, clear };
}
