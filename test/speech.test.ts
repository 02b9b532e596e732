// Every action of the shipped method in both languages, with every figure, with ones, and with none: no hole, no plural
// of one, no name of a brace, no capital inside a sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '#domain/decision.ts';
import { actionWords } from '#words/action.ts';
import { evidenceText } from '#words/evidence.ts';
import { fill } from '#words/fill.ts';
import { speakerOf } from '#words/line.ts';
import { noticesWords } from '#words/notice.ts';
import { decided, today } from './leaf-profile.ts';
import { servicos } from './method/template.ts';

const { method } = servicos;
const name = 'Padaria Aurora';
const full: Decision['action']['params'] = {
  active: 12,
  contracted: 40,
  used: 36,
  score: 3,
  amount: 123_450,
  end: today + 40,
  end_days: 40,
  score_date: today - 5,
  before: 61.5,
  after: 48,
  left: 8,
  measure: 'attendance',
  measureRaw: 0.65,
  offer: 'nova_area_unidade',
  date: today - 5,
  deadline: today + 1,
  days: 34,
  pct: 0.42,
  count: 1,
  event: 'reorganisation',
  what: 'seats',
  subject: 'predictable_need',
  channels: 'meeting',
  role: 'executive_sponsor',
  track: 'main',
  stage: 'adoption',
  deliverable: 'first_value',
  result: 'first_value',
  reason: 'price_objection',
  index: 'IPCA',
  times: 2.4,
};
/** What is always at hand, whatever the account. */
const least = { deadline: today + 1, measure: 'attendance', event: 'merger', what: 'seats' };
const base = decided({});
const keys = [
  ...method.actions.flatMap((action) => action.signals),
  ...method.playbooks.flatMap(({ key, steps }) => steps.map((step) => `run:${key}:${step.key}`)),
  'no_signal_unknown',
  'keep_rhythm',
];

const faults: readonly (readonly [string, RegExp])[] = [
  ['a brace', /[{}]|undefined|null|NaN/],
  ['a code', /\b[a-z]+_[a-z_]+\b/],
  ['doubled or lonely punctuation', /\s[,.;:?!]|[,;:][.,;:?!]|\.\.|\?\?|\(\)|[,;:(]$|\s{2}/],
  [
    'a preposition before nothing',
    /(?<![\p{L}])(de|do|da|em|até|há|após|sobre|para|com|of|at|by|since|about|for|to|(?<!go )on)[.?!,:;)]/iu,
  ],
  ['a unit without its number', /(?<!\d )\b(dias úteis|working days)\b|(há|Faz|for) (dias|days)\b/],
  ['a plural of one', /(?<![\d.,])1 (dias|days|working days|dias úteis)\b/],
  [
    'a capital inside',
    /(?<![.?!:”"] )(?<=[a-zà-ú,;] )(Ligar|Marcar|Rever|Você|O que|Qual|Quem|Call|Book|What|Which)\b/,
  ],
  ['an article that is not contracted', /\b(de o|em o|a o|de a|em a)\b/],
];

for (const locale of ['pt-BR', 'en'] as const)
  for (const [what, params] of [
    ['everything', full],
    ['ones', { ...full, days: 1, count: 1, left: 1 }],
    ['nothing', least],
  ] as const)
    test(`actions in ${locale} with ${what}`, () => {
      const speaker = speakerOf({ id: 'a', name, currency: 'BRL' }, method, locale);
      for (const key of keys) {
        const words = actionWords(
          { ...base, action: { ...base.action, key, params, evidence: [] } },
          speaker,
        );
        for (const text of [words.text, words.short, words.say]) {
          assert.ok(text.length > 3, `${key}: "${text}"`);
          for (const [fault, pattern] of faults)
            assert.doesNotMatch(text, pattern, `${key}, ${fault}: ${text}`);
        }
        const figures = (text: string): number => text.match(/\d[\d.,/%]*/g)?.length ?? 0;
        for (const text of [words.text, words.say])
          assert.ok(text.includes(name) || figures(text) >= 2, `${key} could be anyone's: ${text}`);
      }
    });

test('what nobody can tell any longer is named, not said to be missing', () => {
  const pt = speakerOf({ id: 'a', name, currency: 'BRL' }, method, 'pt-BR');
  const en = speakerOf({ id: 'a', name, currency: 'BRL' }, method, 'en');
  const silent = [{ leaf: 'contract.daysToEnd', value: null, on: null }];
  assert.equal(evidenceText(silent, pt), 'Sem dado novo sobre dias até o fim do contrato');
  assert.equal(evidenceText(silent, en), 'No new data on days to the end of the contract');
  const told = [...silent, { leaf: 'relationship.engagedContacts90d', value: 1, on: null }];
  assert.equal(evidenceText(told, pt), '1 pessoa em contato em 90 dias');
});

test('a notice says how many, since when, and what it may be', () => {
  const notice = [{ signal: 'usage_drop', since: today, accounts: 28, measurable: 30 }];
  for (const locale of ['pt-BR', 'en'] as const)
    for (const { text } of noticesWords(notice, method, locale)) {
      for (const [fault, pattern] of faults.slice(0, 3)) assert.doesNotMatch(text, pattern, fault);
      assert.match(text, /28/);
    }
});

test('every measure is spoken of and asked about in both languages, with its figure and without', () => {
  const raws: Readonly<Record<string, number | string>> = { word: 'left', flag: 'true', share: 0.4, days: 1 };
  for (const measure of method.health.measures)
    for (const locale of ['pt-BR', 'en'] as const)
      for (const raw of [raws[measure.unit] ?? 7, null])
        for (const key of ['keep_rhythm', 'health_drop', 'no_signal_unknown']) {
          const params = { ...full, measure: measure.key, measureRaw: raw };
          const words = actionWords(
            { ...base, action: { ...base.action, key, params, evidence: [] } },
            speakerOf({ id: 'a', name, currency: 'BRL' }, method, locale),
          );
          for (const text of [words.text, words.say])
            for (const [fault, pattern] of [...faults, ['a bracket', /[[\]]/] as const])
              assert.doesNotMatch(text, pattern, `${measure.key}, ${fault}: ${text}`);
          if (key === 'keep_rhythm') assert.ok(words.say.includes(name), words.say);
        }
});

test('an article joins its preposition, and no other word does', () => {
  const speaker = speakerOf({ id: 'a', name: 'Ótica do Sol', currency: 'BRL' }, method, 'pt-BR');
  const text = { pt: 'O que mudou por aí, em {measure} de o sponsor e por os lados?', en: '' };
  assert.equal(
    fill(text, { measure: 'nps', measureRaw: 7 }, speaker),
    'O que mudou por aí, na nota 7 de NPS do sponsor e pelos lados?',
  );
});
