import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Truth } from '#domain/decision.ts';
import type { Fault } from './condition-atoms.ts';
import { conditionSchema } from './condition-schema.ts';
import { compileCondition, type Condition, type ConditionProblem } from './conditions.ts';
import { and, not, or } from './truth.ts';

const schema = conditionSchema({
  'usage.change30d': 'share',
  'usage.daysSinceActivity': 'days',
  'voice.nps.last': 'score',
  'contract.daysToEnd': 'days',
  'limits.renewalStarts': 'number',
  'relationship.champion': 'code',
  'finance.downgradeAsked': 'flag',
  'a.flag': 'flag',
  'b.flag': 'flag',
  'c.flag': 'flag',
  'journey.stages': 'codes',
  'account.custom.*': 'code',
});

function condition(source: string): Condition {
  const compiled = compileCondition(source, schema);
  if (!compiled.ok) throw new Error(said(compiled.problem));
  return compiled.condition;
}
const said = ({ reason: { code, params } }: ConditionProblem): string =>
  [code, ...Object.values(params)].join(' ');
function problem(source: string): { position: number; reason: string } {
  const compiled = compileCondition(source, schema);
  assert.equal(compiled.ok, false, source);
  return compiled.ok ? { position: -1, reason: '' } : { ...compiled.problem, reason: said(compiled.problem) };
}

test('a whole number compares with a double leaf', () => {
  const ten = condition('voice.nps.last == 10');
  assert.equal(ten.evaluate({ voice: { nps: { last: 10 } } }), true);
  assert.equal(ten.evaluate({ voice: { nps: { last: 9 } } }), false);
  assert.equal(ten.evaluate({ voice: { nps: { last: null } } }), null);
  assert.equal(ten.evaluate({}), null);
});

test('a missing leaf makes its atom unknown and Kleene settles the rest', () => {
  const either = condition('usage.change30d <= -0.30 || voice.nps.last <= 6');
  assert.equal(either.evaluate({ usage: { change30d: -0.4 } }), true);
  assert.equal(either.evaluate({ usage: { change30d: 0.1 } }), null);
  assert.equal(either.evaluate({ usage: { change30d: 0.1 }, voice: { nps: { last: 8 } } }), false);
  assert.deepEqual(either.leaves, ['usage.change30d', 'voice.nps.last']);
});

test('atoms tell leaf, operator and what they are compared with', () => {
  const { atoms } = condition(
    'usage.daysSinceActivity >= 15 && 30 > contract.daysToEnd && contract.daysToEnd <= limits.renewalStarts',
  );
  assert.deepEqual(
    atoms.map((atom) => atom.compare),
    [
      { leaf: 'usage.daysSinceActivity', op: '>=', to: 15 },
      { leaf: 'contract.daysToEnd', op: '<', to: 30 },
      { leaf: 'contract.daysToEnd', op: '<=', to: { leaf: 'limits.renewalStarts' } },
    ],
  );
});

test('codes, sets, arithmetic, custom fields and ternaries are atoms', () => {
  const scope = {
    relationship: { champion: 'left' },
    journey: { stages: ['onboarding'] },
    voice: { nps: { last: 9 } },
    account: { custom: { region: 'sul' } },
    finance: { downgradeAsked: false },
  };
  assert.equal(condition("relationship.champion == 'left'").evaluate(scope), true);
  assert.equal(condition("relationship.champion != 'left'").evaluate(scope), false);
  assert.equal(condition("relationship.champion in ['left', 'unknown']").evaluate(scope), true);
  assert.equal(condition("'onboarding' in journey.stages").evaluate(scope), true);
  assert.equal(condition('voice.nps.last + 1 > 9').evaluate(scope), true);
  assert.equal(condition("account.custom.region == 'sul'").evaluate(scope), true);
  assert.equal(
    condition('finance.downgradeAsked ? voice.nps.last > 9 : voice.nps.last > 8').evaluate(scope),
    true,
  );
  assert.equal(condition('!finance.downgradeAsked').evaluate(scope), true);
});

test('unknown leaves, wrong types, calls and bad syntax are refused with position and reason', () => {
  assert.deepEqual(problem('voice.nps.last <= 6 && voice.nps.lst <= 6'), {
    position: 33,
    reason: 'cel No such key: lst',
  });
  assert.match(problem('nothing.here > 1').reason, /nothing/);
  assert.match(problem("voice.nps.last == 'ten'").reason, /no such overload/);
  assert.match(problem('voice.nps.last').reason, /no_truth double/);
  assert.match(problem('voice.nps.last && a.flag').reason, /bool/);
  assert.match(problem('journey.stages.exists(s, s == "x")').reason, /^call /);
  assert.match(problem('voice.nps.last == null').reason, /no such overload/);
  assert.ok(problem('voice.nps.last >').reason.length > 0);
  assert.match(problem('voice').reason, /^no_leaf /);
});

test('an atom that fails while running is unknown and reported, never thrown', () => {
  const faults: Fault[] = [];
  const compiled = compileCondition('voice.nps.last / 2 > 1 || voice.nps.last > 5', schema, (fault) =>
    faults.push(fault),
  );
  assert.ok(compiled.ok);
  assert.equal(compiled.condition.evaluate({ voice: { nps: { last: 'many' } } }), null);
  assert.equal(faults.length, 2);
});

const truth = fc.constantFrom<Truth>(true, false, null);

test('the skeleton follows the laws of Kleene', () => {
  const both = condition('a.flag && b.flag');
  const any = condition('a.flag || b.flag');
  const morgan = condition('!(a.flag && b.flag)');
  const other = condition('!a.flag || !b.flag');
  const nested = condition('a.flag && (b.flag || !c.flag)');
  fc.assert(
    fc.property(truth, truth, truth, (a, b, c) => {
      const scope = { a: { flag: a }, b: { flag: b }, c: { flag: c } };
      assert.equal(both.evaluate(scope), and(a, b));
      assert.equal(any.evaluate(scope), or(a, b));
      assert.equal(morgan.evaluate(scope), not(and(a, b)));
      assert.equal(morgan.evaluate(scope), other.evaluate(scope));
      assert.equal(nested.evaluate(scope), and(a, or(b, not(c))));
      assert.equal(and(a, b), and(b, a));
      assert.equal(or(a, and(b, c)), and(or(a, b), or(a, c)));
    }),
  );
});

test('plain comparisons answer what CEL answers', () => {
  const ops = ['<', '<=', '>', '>=', '==', '!='] as const;
  const programs = new Map(
    ops.map((op) => [
      op,
      { plain: condition(`voice.nps.last ${op} 5`), cel: condition(`voice.nps.last + 0 ${op} 5`) },
    ]),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...ops),
      fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ noNaN: true })),
      (op, last) => {
        const pair = programs.get(op);
        const scope = { voice: { nps: { last } } };
        assert.equal(pair?.plain.evaluate(scope), pair?.cel.evaluate(scope));
      },
    ),
  );
});

test('has() tells whether a leaf is known, and is never unknown itself', () => {
  const young = condition('!has(usage.daysSinceActivity) || usage.daysSinceActivity > 30');
  assert.equal(young.evaluate({}), true);
  assert.equal(young.evaluate({ usage: { daysSinceActivity: 3 } }), false);
  assert.match(problem('has(usage.nothing)').reason, /^no_leaf /);
  assert.match(problem('has(a.flag) == a.flag').reason, /^call /);
});
