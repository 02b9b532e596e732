// Gate 3: is it good for the customer? Guardrails by the offer's intent; unknown blocks, and only a guardrail that
// guards against a problem may be answered by a person, where no source could ever tell.
import type { Gate, Reason } from '#domain/decision.ts';
import { reader } from '#domain/signals/start.ts';
import type { GuardRule, OfferRule } from './rule.ts';
import { because, passed, type Situation, stopped } from './situation.ts';

export type Suitable = { readonly gate: Gate; readonly ask: readonly string[] };

type Judgement =
  | { readonly kind: 'clear' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'block'; readonly reason: Reason };
const clear: Judgement = { kind: 'clear' };
const block = (reason: Reason): Judgement => ({ kind: 'block', reason });

/** A leaf has no source at all: none of the workspace, none of this account, also none that fell silent. */
function sourceless(leaf: string, at: Situation): boolean {
  const { through, ownSources = [] } = at.profile;
  return !at.context.covered.includes(leaf) && through[leaf] === undefined && !ownSources.includes(leaf);
}

/** One guardrail on one account. */
function judge(rule: GuardRule, at: Situation): Judgement {
  const { key, ask } = rule.guardrail;
  const truth = rule.blockWhen.evaluate(at.scope);
  if (truth === false) return clear;
  if (truth === true) return block(because('guardrail', { guardrail: key }));
  const missing = rule.blockWhen.leaves.filter((leaf) => reader(leaf)(at.scope) == null);
  if (!ask || missing.length === 0 || !missing.every((leaf) => sourceless(leaf, at)))
    return block(because('guardrail_unknown', { guardrail: key }));
  const answer = at.profile.answers[key];
  if (answer === undefined) return { kind: 'ask' };
  return answer ? clear : block(because('answered_no', { guardrail: key }));
}

/** The judgements of all guardrails, made once for an account. */
export function judgeAll(guards: readonly GuardRule[], at: Situation): ReadonlyMap<GuardRule, Judgement> {
  return new Map(guards.map((rule) => [rule, judge(rule, at)]));
}

/** While risk is high nothing commercial is done before its cause is known; then, in red, repair only. */
function riskRule(rule: OfferRule, at: Situation): Reason | null {
  if (at.fixFirst === null) return null;
  if (!at.rootCause) return because('fix_first', { signal: at.fixFirst });
  return at.band === 'red' && rule.offer.intent === 'growth' ? because('repair_only') : null;
}

/** Suitability by intent: of an offer it asks nothing else, so those of one intent share it. */
export function suitabilities(
  at: Situation,
  judged: ReadonlyMap<GuardRule, Judgement>,
): (rule: OfferRule) => Suitable {
  const known = new Map<OfferRule['offer']['intent'], Suitable>();
  return (rule) => {
    const { intent } = rule.offer;
    let suits = known.get(intent);
    if (!suits) known.set(intent, (suits = suitability(rule, at, judged)));
    return suits;
  };
}

/** Suitability of one offer: passes, asks, or stops with every reason. */
export function suitability(
  rule: OfferRule,
  at: Situation,
  judged: ReadonlyMap<GuardRule, Judgement>,
): Suitable {
  const reasons: Reason[] = [];
  const ask: string[] = [];
  const risk = riskRule(rule, at);
  if (risk) reasons.push(risk);
  for (const [guard, judgement] of judged) {
    if (guard.guardrail.intent !== 'any' && guard.guardrail.intent !== rule.offer.intent) continue;
    if (judgement.kind === 'block') reasons.push(judgement.reason);
    else if (judgement.kind === 'ask') ask.push(guard.guardrail.key);
  }
  if (reasons.length > 0) return { gate: stopped('suitability', reasons), ask: [] };
  return {
    gate: passed(
      'suitability',
      ask.map((guardrail) => because('ask', { guardrail })),
    ),
    ask,
  };
}
