import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionSchema } from '#domain/method/condition-schema.ts';
import { compileCondition } from '#domain/method/conditions.ts';
import type { GuardRule, OfferRule } from './rule.ts';
import type { Situation } from './situation.ts';
import { judgeAll, suitability } from './suitability.ts';

const schema = conditionSchema({ 'support.openCritical': 'count' });
type Case = {
  critical: number | null;
  ask?: boolean;
  covered?: boolean;
  answer?: boolean;
  intent?: 'growth' | 'repair';
  fixFirst?: string;
  rootCause?: boolean;
  band?: Situation['band'];
};

/** A guardrail on growth offers: no critical ticket may be open. */
function judged(of: Case) {
  const compiled = compileCondition('support.openCritical > 0', schema);
  if (!compiled.ok) throw new Error(compiled.problem.reason.code);
  const guard = {
    guardrail: { key: 'critical_open', intent: 'growth', ask: of.ask ?? true },
    blockWhen: compiled.condition,
  } as unknown as GuardRule;
  const at = {
    band: of.band ?? 'green',
    fixFirst: of.fixFirst ?? null,
    rootCause: of.rootCause ?? false,
    scope: { support: { openCritical: of.critical } },
    context: { covered: of.covered ? ['support.openCritical'] : [] },
    profile: { through: {}, answers: of.answer === undefined ? {} : { critical_open: of.answer } },
  } as unknown as Situation;
  const offer = { offer: { key: 'more_seats', intent: of.intent ?? 'growth' } } as unknown as OfferRule;
  const { gate, ask } = suitability(offer, at, judgeAll([guard], at));
  return { passed: gate.passed, ask, codes: gate.reasons.map((reason) => reason.code) };
}

test('a guardrail that holds passes, one that is broken blocks', () => {
  assert.deepEqual(judged({ critical: 0 }), { passed: true, ask: [], codes: [] });
  assert.deepEqual(judged({ critical: 2 }), { passed: false, ask: [], codes: ['guardrail'] });
});

test('unknown blocks where a source exists, or where the guardrail wants proof', () => {
  assert.deepEqual(judged({ critical: null, covered: true }).codes, ['guardrail_unknown']);
  assert.deepEqual(judged({ critical: null, ask: false }).codes, ['guardrail_unknown']);
});

test('without any source a person is asked, and the answer counts', () => {
  assert.deepEqual(judged({ critical: null }), { passed: true, ask: ['critical_open'], codes: ['ask'] });
  assert.equal(judged({ critical: null, answer: true }).passed, true);
  assert.deepEqual(judged({ critical: null, answer: true }).ask, []);
  assert.equal(judged({ critical: null, answer: false }).passed, false);
});

test('a guardrail on growth leaves repair alone', () => {
  assert.equal(judged({ critical: 2, intent: 'repair' }).passed, true);
});

test('while risk is high nothing is offered before the root cause; then in red repair only', () => {
  assert.deepEqual(judged({ critical: 0, fixFirst: 'detractor' }).codes, ['fix_first']);
  assert.equal(judged({ critical: 0, fixFirst: 'detractor', rootCause: true }).passed, true);
  const red = { critical: 0, fixFirst: 'health', rootCause: true, band: 'red' } as const;
  assert.deepEqual(judged(red).codes, ['repair_only']);
  assert.equal(judged({ ...red, intent: 'repair' }).passed, true);
});
