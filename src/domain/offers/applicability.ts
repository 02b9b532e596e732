// Gate 2: is the offer relevant now? Also what a suggested event would change, were it confirmed.
import type { Gate } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { SuggestionState } from '#domain/profile/shape.ts';
import type { SignalRule } from '#domain/signals/rule.ts';
import type { OfferRule } from './rule.ts';
import { because, passed, type Situation, stopped } from './situation.ts';

export type Applicable = {
  readonly gate: Gate;
  readonly free: boolean;
  /** Suggested event it waits for; null when it waits for none. */
  readonly waitsFor: string | null;
};
type Group = Readonly<Record<string, unknown>>;

function group(scope: Scope, name: string): Group {
  const value = scope[name];
  return typeof value === 'object' && value !== null ? (value as Group) : {};
}

/** A signal that rests on recorded events alone, and the offer families those events name. */
export type Named = { readonly signal: string; readonly families: readonly string[] };

/** The signals whose events all name a family: each counts for those families only. */
export function namedFamilies(at: Situation): readonly Named[] {
  const events = group(at.scope, 'events');
  const named: Named[] = [];
  for (const { key, evidence } of at.signals) {
    if (evidence.length === 0 || !evidence.every((one) => one.leaf.startsWith('events.'))) continue;
    const families = evidence.map(
      (one) => (events[one.leaf.split('.')[1] ?? ''] as Group | undefined)?.['family'],
    );
    if (families.every((family) => typeof family === 'string')) named.push({ signal: key, families });
  }
  return named;
}

/** The signals whose events ask for other families than this one. */
export function foreignTo(family: string, named: readonly Named[]): readonly Named[] {
  return named.filter(({ families }) => !families.includes(family));
}

/** The scope an offer family sees: signals whose events ask for other families are off. */
export function scopeForFamily(family: string, at: Situation, named: readonly Named[]): Scope {
  const foreign = foreignTo(family, named);
  if (foreign.length === 0) return at.scope;
  const signals: Record<string, unknown> = { ...group(at.scope, 'signals') };
  for (const { signal } of foreign) signals[signal] = { active: false, days: null };
  return { ...at.scope, signals };
}

/** Leaves a confirmed suggestion would change. */
function supposed(scope: Scope, suggestion: SuggestionState): Scope {
  const { event } = suggestion;
  if (event === 'sponsor_left' || event === 'champion_left') {
    const role = event === 'sponsor_left' ? 'sponsor' : 'champion';
    const changed = event === 'sponsor_left' ? { sponsorChanged90d: true } : {};
    return { ...scope, relationship: { ...group(scope, 'relationship'), [role]: 'left', ...changed } };
  }
  const family = suggestion.family === null ? {} : { family: suggestion.family };
  const known = { daysSince: 0, count90d: 1, ...family };
  return { ...scope, events: { ...group(scope, 'events'), [event]: known } };
}

/** What the leaves that a suggestion changes begin with. */
function changedGroup({ event }: SuggestionState): string {
  return event === 'sponsor_left' || event === 'champion_left' ? 'relationship.' : `events.${event}.`;
}

/** The scope as it would be, were the suggestion confirmed today: leaves, then the signals that read them. */
export function ifConfirmed(scope: Scope, suggestion: SuggestionState, rules: readonly SignalRule[]): Scope {
  const signals: Record<string, unknown> = { ...group(scope, 'signals') };
  const next: Scope = { ...supposed(scope, suggestion), signals };
  const changed = changedGroup(suggestion);
  for (const rule of rules) {
    const { key } = rule.signal;
    if (!rule.readsSignals && !rule.when.leaves.some((leaf) => leaf.startsWith(changed))) continue;
    const was = signals[key] as { active?: boolean } | undefined;
    if (was?.active === true || rule.when.evaluate(next) !== true) continue;
    signals[key] = { active: true, days: 0 };
    if (rule.risk) signals['riskActive'] = Number(signals['riskActive']) + 1;
    if (rule.customerRisk) signals['customerRiskActive'] = Number(signals['customerRiskActive']) + 1;
    if (rule.expansion) signals['expansionActive'] = Number(signals['expansionActive']) + 1;
  }
  return next;
}

/** Scopes of the open suggestions, one each. */
export type Suppositions = readonly { readonly suggestion: SuggestionState; readonly scope: Scope }[];

/** Applicability of one offer. Unknown is not met; an offer that only waits for a suggested event says which. */
export function applicability(
  rule: OfferRule,
  at: Situation,
  suppositions: Suppositions,
  named: readonly Named[],
): Applicable {
  const { family } = rule.offer;
  const scope = scopeForFamily(family, at, named);
  const holds = rule.when.evaluate(scope);
  if (holds === true) return applies;
  for (const { suggestion, scope: then } of suppositions) {
    if (suggestion.family !== null && suggestion.family !== family) continue;
    if (rule.when.evaluate(then) !== true) continue;
    const reason = because('waits_for_event', { event: suggestion.event, on: suggestion.on });
    return { gate: passed('applicability', [reason]), free: false, waitsFor: suggestion.event };
  }
  if (rule.freeWhen?.evaluate(scope) === true)
    return { gate: passed('applicability', [because('free_only')]), free: true, waitsFor: null };
  return holds === null ? notKnown : doesNot;
}

const plain = (gate: Gate): Applicable => ({ gate, free: false, waitsFor: null });
const applies = plain(passed('applicability', [because('applies')]));
const doesNot = plain(stopped('applicability', [because('does_not_apply')]));
const notKnown = plain(stopped('applicability', [because('not_known_to_apply')]));
