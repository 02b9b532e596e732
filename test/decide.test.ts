// Decisions over arbitrary facts: total, deterministic, blind to what is unknown, and stable under scale.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brazilianCalendar } from '#base/calendar.ts';
import { endOfDay } from '#base/zone.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import type { FoldFact } from '#domain/account-file/order.ts';
import type { Context, Decision } from '#domain/decision.ts';
import { coveredLeaves } from '#domain/profile/covered.ts';
import type { Frame } from '#domain/profile/shape.ts';
import { decideAccount } from '#engine/decide-account.ts';
import { decide } from '#engine/decide.ts';
import { allocate } from '#engine/allocate.ts';
import { baseNotices } from '#engine/base-notices.ts';
import { counterfactual } from '#engine/counterfactual.ts';
import { foldFile } from '#engine/fold.ts';
import { lineOf } from '#words/line.ts';
import { speakerOf } from '#words/line.ts';
import { counterfactualText } from '#words/counterfactual.ts';
import { contextOf, decideStory, readStory } from './story.ts';
import { facts } from './generators/facts.ts';
import { servicos } from './method/template.ts';

const zone = 'America/Sao_Paulo';
const today = 20_558;
const kinds = [
  'contract',
  'invoice',
  'ticket',
  'meeting',
  'message',
  'milestone',
  'goal',
  'event',
  'survey',
  'contact',
];
const frame: Frame = {
  zone,
  currency: 'BRL',
  calendar: brazilianCalendar(zone, []),
  rates: [{ base: 'USD', quote: 'BRL', rate: 5.25, day: 17_000, known: 0 }],
  coverage: kinds.map((covers) => ({
    covers,
    metric: null,
    from: 17_400,
    to: 30_000,
    grain: 'day',
    scope: 'workspace',
    known: 0,
  })),
  criticalFeatures: ['a'],
  advancedFeatures: ['b'],
};
const context = contextOf(frame, today);
const setting = { frame, method: servicos };

function decided(list: readonly FoldFact[], over: Partial<Context> = {}) {
  const file = decodeFile(foldFile(list, zone).file);
  return decideAccount({ file, days: [], checkpoints: {} }, today, setting, { ...context, ...over });
}

test('every profile gets a decision, whole and the same each time', () => {
  fc.assert(
    fc.property(facts(60), (list) => {
      const { decision, profile, past } = decided(list);
      const text = JSON.stringify(decision);
      assert.equal(JSON.stringify(decide(profile, servicos, past, context)), text);
      assert.equal(decision.offers.length, servicos.method.offers.length);
      assert.ok(decision.action.due >= today);
      assert.equal(decision.health.score === null, decision.health.band === 'unknown');
      assert.ok(!text.includes('NaN'));
      for (const locale of ['pt-BR', 'en'] as const) {
        const line = lineOf(decision, { id: 'a', name: 'Conta', currency: 'BRL' }, servicos.method, locale);
        assert.ok(
          !/[{}]|undefined|null|NaN/.test(`${line.action.text} ${line.action.say} ${line.why.join(' ')}`),
          line.action.text,
        );
        assert.ok(line.action.text.length > 3);
      }
    }),
    { numRuns: 120 },
  );
});

test('an unknown guardrail never lets an offer through', () => {
  fc.assert(
    fc.property(facts(60), (list) => {
      const { decision } = decided(list, { covered: coveredLeaves(frame.coverage, endOfDay(today, zone)) });
      for (const offer of decision.offers) {
        const reasons = offer.gates.flatMap((gate) => gate.reasons.map((reason) => reason.code));
        if (reasons.includes('guardrail_unknown') || reasons.includes('guardrail'))
          assert.equal(offer.state, 'blocked');
        if (offer.state !== 'blocked') assert.ok(offer.gates.slice(0, 4).every((gate) => gate.passed));
      }
    }),
    { numRuns: 80 },
  );
});

const order = (decision: Decision): string[] => decision.offers.map((offer) => offer.key);

test('multiplying every price by the same number keeps the order of offers', () => {
  const prices = (times: number): Context['prices'] =>
    Object.fromEntries(
      servicos.method.offers.map((offer, i) => [
        offer.key,
        { cents: (i + 1) * 70_000 * times, costCents: 10_000 * times },
      ]),
    );
  fc.assert(
    fc.property(facts(40), fc.integer({ min: 2, max: 50 }), (list, times) => {
      const withoutMoney = list.filter(
        (fact) => !fact.type.startsWith('contract') && fact.type !== 'state-observed',
      );
      const one = decided(withoutMoney, { prices: prices(1), margin: 0.5 }).decision;
      assert.deepEqual(
        order(decided(withoutMoney, { prices: prices(times), margin: 0.5 }).decision),
        order(one),
      );
    }),
    { numRuns: 40 },
  );
});

test('a counterfactual moves the band it says, whatever the facts', () => {
  fc.assert(
    fc.property(facts(80), (list) => {
      const { decision, profile, past } = decided(list);
      const change = counterfactual(decision, profile, servicos, past);
      if (change === null) return;
      assert.notEqual(change.band, decision.health.band);
      assert.notEqual(change.from, change.to);
    }),
    { numRuns: 60 },
  );
});

test('the smallest change that turns an account green is said in a sentence', () => {
  const { decision, profile, past } = decideStory(readStory('low-use-renewal-late.yaml'));
  const change = counterfactual(decision, profile, servicos, past);
  assert.ok(change !== null);
  const speaker = speakerOf({ id: 'a', name: 'Clínica Vida', currency: 'BRL' }, servicos.method, 'pt-BR');
  assert.equal(
    counterfactualText({ ...decision, counterfactual: change }, speaker),
    'A saúde passaria a verde com licenças em uso em 90% (hoje 30%).',
  );
});

test('capacity goes to the highest priority; who comes late gets the next offer', () => {
  const story = readStory('proven-next-unit.yaml');
  const { decision } = decideStory(story);
  const poorer = {
    ...decision,
    offers: decision.offers.map((offer) => ({ ...offer, priority: offer.priority / 2 })),
  };
  const all = [
    { id: 'b', decision: poorer },
    { id: 'a', decision },
  ];
  const [late, first] = allocate(all, { capacity: { nova_area_unidade: 1 } });
  assert.equal(first?.decision.offer, 'nova_area_unidade');
  assert.notEqual(late?.decision.offer, 'nova_area_unidade');
  assert.equal(late?.decision.ready, false);
});

test('one notice replaces a usage signal that starts at most of the base on one day', () => {
  const { decision } = decideStory(readStory('quiet-unknown.yaml'));
  const signal = {
    key: 'usage_drop',
    since: today - 1,
    begun: true,
    severity: 'high',
    evidence: [],
    muted: false,
  } as const;
  const fell = { ...decision, signals: [signal], unknownSignals: [] };
  const calm = { ...decision, signals: [], unknownSignals: [] };
  const watched = (what: Decision, knownSince = today - 90) => ({ decision: what, knownSince });
  const most = [watched(fell), watched(fell), watched(fell), watched(calm), watched(calm)];
  assert.deepEqual(baseNotices(most, servicos), [
    { signal: 'usage_drop', since: today - 1, accounts: 3, measurable: 5 },
  ]);
  assert.deepEqual(
    baseNotices([watched(fell), ...Array.from({ length: 4 }, () => watched(calm))], servicos),
    [],
  );
  // The first import is exempt: nobody was known before that day.
  assert.deepEqual(
    baseNotices(
      most.map((one) => ({ ...one, knownSince: today - 1 })),
      servicos,
    ),
    [],
  );
});
