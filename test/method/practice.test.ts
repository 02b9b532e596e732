// Each warning of the practice check: not said of a shipped method, said of one that earns it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateKeys, templateSource } from '#actions/templates.ts';
import { parseMethod } from '#domain/method/load.ts';
import { overTemplate } from '#domain/method/over-template.ts';
import { practiceCodes, practiceWarnings, type PracticeCode } from '#domain/method/practice.ts';
import type { Method } from '#domain/method/schema.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';

function warnings(source: string, told = true) {
  const loaded = parseMethod(source, profileLeafTypes);
  assert.ok('compiled' in loaded, 'problems' in loaded ? JSON.stringify(loaded.problems) : '');
  return practiceWarnings(loaded.compiled, told);
}
const services = templateSource('servicos-b2b');
const changed = (difference: string) => warnings(overTemplate(services, difference));

test('no shipped method is warned of', () => {
  for (const key of templateKeys()) assert.deepEqual(warnings(templateSource(key)), [], key);
});

const limits = ['renewalStarts', 'renewalLate', 'contactsWanted'];
const cases: Readonly<Record<PracticeCode, string | null>> = {
  one_table: null,
  edge_by_date: `stages: { adoption: { exit: [{ key: stable_30_days, when: account.daysSinceStart >= limits.adoptionDays }] } }`,
  activities_only: `stages: { adoption: { exit: [{ key: used, label: { pt: a, en: a }, when: usage.seatUse >= 0.7 }] } }`,
  renewal_opens_late: 'limits: { renewalStarts: { enterprise: 60 } }',
  no_regress: null,
  offers_on_request: null,
  too_many_offers: null,
  feedback_unanswered: `playbooks: { close_the_loop: { on: [] } }`,
  no_first_value: null,
};

for (const [code, difference] of Object.entries(cases))
  if (difference !== null)
    test(`${code} is said of a method that earns it`, () => {
      assert.deepEqual(
        changed(difference).map((one) => one.code),
        [code],
      );
    });

test('one table for all, no step back, offers on request, a long catalogue', () => {
  const of = (edit: (method: Method) => void): readonly string[] => {
    const loaded = parseMethod(services, profileLeafTypes);
    assert.ok('compiled' in loaded);
    const compiled = structuredClone({ method: loaded.method });
    edit(compiled.method);
    return warnings(JSON.stringify(compiled.method)).map(({ code }) => code);
  };
  assert.deepEqual(
    of(({ limits: all }) => {
      for (const name of limits) all[name] = { unknown: 90 };
    }),
    ['one_table'],
  );
  assert.deepEqual(
    of(({ signals }) => {
      for (const signal of signals)
        signal.kinds = signal.kinds.map((kind) => (kind === 'regression' ? 'risk' : kind));
    }),
    ['no_regress'],
  );
  assert.deepEqual(
    of(({ offers }) => {
      for (const offer of offers)
        if (offer.intent === 'growth') offer.when = 'signals.capability_asked.active';
    }),
    ['offers_on_request'],
  );
  assert.deepEqual(
    of(({ offers }) => {
      const [first] = offers;
      if (first) offers.push({ ...first, key: 'mais_uma' });
    }),
    ['too_many_offers'],
  );
});

test('who never said what first value is hears of it, and every code has a case', () => {
  assert.deepEqual(
    warnings(services, false).map(({ code }) => code),
    ['no_first_value'],
  );
  assert.deepEqual(Object.keys(cases).toSorted(), [...practiceCodes].toSorted());
});
