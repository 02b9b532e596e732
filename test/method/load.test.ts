// What is refused when a method is read, with its line and reason; and the order in which conditions run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMethod } from '#domain/method/load.ts';
import { methodFaultText } from '#words/method-faults.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import { servicos, templateText } from './template.ts';

/** Replaces one text of the template and returns the only problem, with the line that was changed. */
function refused(from: string, to: string) {
  assert.ok(templateText.includes(from), `the template holds: ${from}`);
  const loaded = parseMethod(templateText.replace(from, to), profileLeafTypes);
  assert.ok('problems' in loaded, `${to} is refused`);
  const line = templateText.slice(0, templateText.indexOf(from)).split('\n').length;
  return { problems: loaded.problems, first: loaded.problems[0], line };
}

const cases: readonly (readonly [string, string, string, RegExp])[] = [
  ['an unknown key', 'coverageLimit: 0.4', 'coverageLimit: 0.4\n  colour: red', /colour/],
  ['a wrong type', 'shallowBelow: 0.3', 'shallowBelow: little', /a number/],
  [
    'an unknown leaf',
    'when: journey.daysSinceProgress >= 90',
    'when: journey.daysSinceProgres >= 90',
    /daysSinceProgres/,
  ],
  ['a wrong comparison', 'when: voice.nps.last == 10', "when: voice.nps.last == 'ten'", /no such overload/],
  ['a macro', 'when: voice.nps.last == 10', 'when: account.tags.size() == 1', /calls and macros/],
  [
    'an unknown signal in a condition',
    'signals.renewal_window.active && signals.expansionActive',
    'signals.renewal_windows.active && signals.expansionActive',
    /renewal_windows/,
  ],
  [
    'a measure of an unknown leaf',
    'leaf: value.goalProgress',
    'leaf: value.goalProgres',
    /not in the profile/,
  ],
  [
    'a curve that goes back',
    '[[0, 100], [15, 60], [60, 0]]',
    '[[0, 100], [60, 60], [15, 0]]',
    /goes back: 15 after 60/,
  ],
  [
    'a reason that is not defined',
    'barriers: [no_owner, budget_timing, result_unknown]',
    'barriers: [no_owner, budget_timing, result_unknwn]',
    /result_unknwn/,
  ],
  [
    'an action for no signal',
    'signals: [manual_work]\n    owner',
    'signals: [manual_works]\n    owner',
    /manual_works/,
  ],
  [
    'a family that is not defined',
    'family: escala\n    intent: growth\n    label: { pt: Nova',
    'family: escalada\n    intent: growth\n    label: { pt: Nova',
    /escalada/,
  ],
  ['an event outside the shared list', 'event: merger }', 'event: mergers }', /mergers/],
  [
    'braces that nothing fills',
    'Responder hoje à escalação de {account}',
    'Responder hoje a {account}: escalação de {whom}',
    /whom/,
  ],
  [
    'bands in the wrong order',
    'yellow: 40, green: 75',
    'yellow: 80, green: 75',
    /Yellow must begin below green/,
  ],
  [
    'limits without the unknown segment',
    'contactsWanted: { enterprise: 3, unknown: 2 }',
    'contactsWanted: { enterprise: 3 }',
    /unknown/,
  ],
];

for (const [name, from, to, reason] of cases) {
  test(`${name} is refused with its line`, () => {
    const { first, line } = refused(from, to);
    assert.match(first ? methodFaultText(first.reason, 'en') : '', reason);
    assert.ok(Math.abs((first?.line ?? 0) - line) <= 1, `line ${first?.line}, not ${line}`);
  });
}

test('broken YAML is refused with its line', () => {
  const { first } = refused('key: servicos-b2b', 'key: [servicos-b2b');
  assert.ok((first?.line ?? 0) >= 1);
});

test('a circle of conditions is refused and named', () => {
  const { first } = refused(
    'when: contract.daysToEnd <= limits.renewalStarts',
    'when: signals.renewal_bundle.active',
  );
  assert.match(
    first ? methodFaultText(first.reason, 'en') : '',
    /circle of conditions: .*renewal_window → renewal_bundle → renewal_window|renewal_bundle → renewal_window → renewal_bundle/,
  );
});

test('a cap that reads health is a circle', () => {
  const { problems } = refused(
    "when: relationship.champion == 'left', below: 75",
    'when: health.score < 50, below: 75',
  );
  assert.equal(problems[0]?.reason.code, 'cap_circle');
});

test('weights that add to nothing are refused', () => {
  const none = templateText.replace(/weights: \{ unknown: \d+ \}/g, 'weights: { unknown: 0 }');
  const loaded = parseMethod(none, profileLeafTypes);
  assert.ok('problems' in loaded && loaded.problems.some(({ reason }) => reason.code === 'weights_nothing'));
});

test('conditions stand in an order in which each can be computed', () => {
  const rank = { profile: 0, health: 1, signals: 2 };
  const ranks = servicos.conditions.map((entry) => rank[entry.stage]);
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => a - b),
  );
  assert.equal(servicos.byPath.get('signals.detractor.when')?.stage, 'profile');
  assert.equal(servicos.byPath.get('signals.health_drop.when')?.stage, 'health');
  assert.equal(servicos.byPath.get('signals.renewal_bundle.when')?.stage, 'signals');
  const order = servicos.signalOrder;
  assert.ok(order.indexOf('renewal_bundle') > order.indexOf('renewal_window'));
  assert.equal(order.length, servicos.method.signals.length);
});
