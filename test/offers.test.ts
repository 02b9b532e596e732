// Every number of the arbitration as the method states it, one row each, through whole decisions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '#domain/decision.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { decided, offerOf } from './leaf-profile.ts';
import { type Leaves, servicos } from './method/template.ts';

const keys = servicos.method.offers.map((offer) => offer.key);
const near = (actual: number, expected: number, what: string): void =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${what}: ${actual} is not ${expected}`);

test('P: the stated prior of each family, named so until ten outcomes', () => {
  const priors: Readonly<Record<string, number>> = {
    auditoria_playbook: 0.3,
    treinamento_governanca: 0.3,
    nova_area_unidade: 0.2,
    mais_assentos: 0.2,
    metas_experimentos: 0.2,
    acompanhamento_mensal: 0.2,
    suporte_premium: 0.3,
    monitoramento_contingencia: 0.3,
    integracoes_conectores: 0.25,
    relatorios_automaticos: 0.25,
  };
  assert.deepEqual(keys.toSorted(), Object.keys(priors).toSorted());
  const decision = decided({});
  for (const [key, p] of Object.entries(priors)) {
    near(offerOf(decision, key).p, p, key);
    assert.equal(offerOf(decision, key).pPrior, true);
  }
  const outcomes = (total: number): Partial<Context> => ({
    acceptance: {
      offers: { mais_assentos: { accepted: 9, total } },
      cells: { 'mais_assentos|unknown|smb': { accepted: 2, total: 3 } },
    },
  });
  const smb = { 'account.segment': 'smb' };
  const seats = offerOf(decided(smb, { context: outcomes(40) }), 'mais_assentos');
  near(seats.p, 0.341818181, 'pooled');
  assert.equal(seats.pPrior, false);
  assert.equal(offerOf(decided(smb, { context: outcomes(9) }), 'mais_assentos').pPrior, true);
});

/** MRR of R$ 1.000, band unknown: half a year's revenue at stake, 5% of it is R$ 300. */
const shares: readonly (readonly [string, number])[] = [
  ['auditoria_playbook', 96_000 + 30_000],
  ['treinamento_governanca', 96_000 + 30_000],
  ['suporte_premium', 120_000 + 30_000],
  ['monitoramento_contingencia', 120_000 + 30_000],
  ['metas_experimentos', 144_000],
  ['acompanhamento_mensal', 144_000],
  ['integracoes_conectores', 144_000],
  ['relatorios_automaticos', 144_000],
  ['mais_assentos', 180_000],
  ['nova_area_unidade', 360_000],
];

test('V: share of the account’s year by offer, seats where they are known, stake for repair', () => {
  const decision = decided({ 'contract.mrr': 100_000 });
  assert.equal(decision.atStakeCents, 600_000);
  assert.equal(shares.length, keys.length);
  for (const [key, cents] of shares) {
    const offer = offerOf(decision, key);
    near(offer.v, cents, key);
    assert.deepEqual([offer.vBasis, offer.withMargin], ['share', false]);
  }
  const seated = decided({ 'contract.mrr': 100_000, 'contract.seats': 25 });
  near(offerOf(seated, 'mais_assentos').v, 120_000, 'seats');
  near(offerOf(seated, 'nova_area_unidade').v, 360_000, 'no seats in it');
});

test('V: price × margin − cost; without a margin revenue, for all alike', () => {
  const prices = { nova_area_unidade: { cents: 500_000, costCents: 100_000 } };
  const mrr = { 'contract.mrr': 100_000 };
  const priced = offerOf(decided(mrr, { context: { prices, margin: 0.5 } }), 'nova_area_unidade');
  near(priced.v, 150_000, 'with margin');
  assert.deepEqual([priced.vBasis, priced.withMargin], ['price', true]);
  near(offerOf(decided(mrr, { context: { prices } }), 'nova_area_unidade').v, 500_000, 'without margin');
  const other = decided(mrr, { context: { prices, margin: 0.5 } });
  near(offerOf(other, 'metas_experimentos').v, 72_000, 'share with margin');
  const dear = { nova_area_unidade: { cents: 1, costCents: 900_000 } };
  near(offerOf(decided(mrr, { context: { prices: dear, margin: 0.5 } }), 'nova_area_unidade').v, 1, 'floor');
});

test('V: no revenue known: the base’s median; none: one for all', () => {
  const median = decided({}, { context: { medianMrrCents: 200_000 } });
  near(offerOf(median, 'nova_area_unidade').v, 720_000, 'median');
  assert.equal(offerOf(median, 'nova_area_unidade').vBasis, 'median');
  near(offerOf(median, 'suporte_premium').v, 240_000, 'nothing known at stake');
  for (const key of keys) {
    const offer = offerOf(decided({}), key);
    assert.deepEqual([offer.v, offer.vBasis], [1, 'none'], key);
  }
});

test('V: what only our own side calls for is free, and brings what it helps to keep', () => {
  const decision = decided({ 'contract.mrr': 100_000, 'value.promisesLate': 1 });
  const offer = offerOf(decision, 'suporte_premium');
  assert.equal(offer.free, true);
  near(offer.v, 30_000, 'stake alone');
});

const event = (name: string, family?: string): Leaves => ({
  [`events.${name}.count90d`]: 1,
  [`events.${name}.daysSince`]: 3,
  ...(family === undefined ? {} : { [`events.${name}.family`]: family }),
});
const left = { 'relationship.sponsor': 'left' };

/** Leaves, offer, and the points they give it. */
const points: readonly (readonly [string, Leaves, string, number])[] = [
  ['nothing', {}, 'nova_area_unidade', 0],
  ['matrix: little use', { 'consumption.useRate': 0.3 }, 'treinamento_governanca', 30],
  ['matrix names one offer of the family', { 'consumption.useRate': 0.3 }, 'auditoria_playbook', 0],
  ['matrix and outcome: result proven', { 'value.provenInitial': true }, 'nova_area_unidade', 30 + 15],
  ['outcome: any growth', { 'value.provenInitial': true }, 'metas_experimentos', 15],
  ['outcome: goal', { 'value.goalProgress': 0.8 }, 'mais_assentos', 15],
  ['matrix: more of the same', event('unclear_more'), 'metas_experimentos', 30],
  ['matrix: people changed', left, 'monitoramento_contingencia', 30],
  ['matrix: not the other of the family', left, 'suporte_premium', 0],
  ['matrix: manual work', event('manual_work'), 'integracoes_conectores', 30],
  ['pent-up demand, growth', event('predictable_need'), 'relatorios_automaticos', 20],
  ['pent-up demand, not repair', event('predictable_need'), 'suporte_premium', 0],
  ['pent-up: seats at 90%', { 'usage.seatUse': 0.9 }, 'mais_assentos', 20],
  ['pent-up: a new department', { 'usage.newDepartments30d': 1 }, 'nova_area_unidade', 20],
  ['promoter, growth', { 'voice.nps.last': 9, 'voice.nps.ageDays': 3 }, 'mais_assentos', 20],
  ['promoter, not repair', { 'voice.nps.last': 9, 'voice.nps.ageDays': 3 }, 'suporte_premium', 0],
  ['one risk of theirs', event('budget_cut'), 'suporte_premium', 0],
  ['two risks', { ...event('budget_cut'), ...event('merger') }, 'suporte_premium', 10],
  [
    'many risks, at most 30',
    { ...event('budget_cut'), ...event('merger'), ...event('competitor'), ...event('goal_changed'), ...left },
    'suporte_premium',
    30,
  ],
  ['risks give growth nothing', { ...event('budget_cut'), ...event('merger') }, 'mais_assentos', 0],
  [
    'overdue is no risk of the kind',
    { ...event('budget_cut'), 'finance.overdueDays': 9 },
    'suporte_premium',
    0,
  ],
  ['silence, growth', { 'relationship.daysSinceConversation': 30 }, 'mais_assentos', -20],
  ['low participation, growth', { 'relationship.attendance60d': 0.3 }, 'mais_assentos', -20],
  [
    'both are one row',
    { 'relationship.daysSinceConversation': 40, 'relationship.attendance60d': 0.3 },
    'mais_assentos',
    -20,
  ],
  ['silence, not repair', { 'relationship.daysSinceConversation': 30 }, 'suporte_premium', 0],
  ['refused, its family', { 'offers.refused': ['metas_experimentos'] }, 'acompanhamento_mensal', -20],
  ['refused, another family', { 'offers.refused': ['metas_experimentos'] }, 'mais_assentos', 0],
  [
    'an event for another family is silent here',
    event('predictable_need', 'escala'),
    'metas_experimentos',
    0,
  ],
  ['and speaks for its own', event('predictable_need', 'escala'), 'mais_assentos', 20],
  ['also in the matrix', event('unclear_more', 'integracoes'), 'metas_experimentos', 0],
];

for (const [what, leaves, key, sum] of points)
  test(`C: ${what} (${sum})`, () => {
    const offer = offerOf(decided(leaves), key);
    near(offer.c, 1 + sum / 100, JSON.stringify(offer.contextParts));
    assert.equal(
      offer.contextParts.reduce((total, part) => total + part.points, 0),
      sum,
    );
  });

test('C: the renewal window counts for repair and growth alike', () => {
  const open = { 'contract.daysToEnd': 50, 'contract.openEnded': false, 'account.segment': 'smb' };
  near(offerOf(decided(open), 'mais_assentos').c, 1.15, 'growth');
  near(offerOf(decided(open), 'suporte_premium').c, 1.15, 'repair');
});

test('C: the sum stays between −50 and +100', () => {
  const all = {
    ...event('predictable_need'),
    'value.provenInitial': true,
    'voice.nps.last': 10,
    'voice.nps.ageDays': 1,
    'contract.daysToEnd': 20,
    'account.segment': 'smb',
  };
  // 30 + 20 + 20 + 15 + 15: the most the rows can give growth.
  near(offerOf(decided(all), 'nova_area_unidade').c, 2, 'most');
  const lost = {
    'relationship.daysSinceConversation': 90,
    'offers.refused': ['metas_experimentos', 'acompanhamento_mensal'],
  };
  near(offerOf(decided(lost), 'metas_experimentos').c, 0.6, 'least of the shipped rows');
});

test('L: a person’s lever within .5 and 2, logged; a wish chooses only among what the gates let through', () => {
  const lever = (value: number): Partial<Profile> => ({
    overrides: [{ offer: 'mais_assentos', what: 'lever', lever: value, reason: 'pilot' }],
  });
  for (const [value, l] of [
    [1.5, 1.5],
    [9, 2],
    [0.1, 0.5],
  ] as const)
    assert.equal(offerOf(decided({}, { over: lever(value) }), 'mais_assentos').l, l);
  assert.equal(offerOf(decided({}), 'mais_assentos').l, 1);
  const ready = {
    'value.provenInitial': true,
    'usage.seatUse': 0.95,
    'support.openCritical': 0,
    'account.status': 'active',
    'contract.mrr': 100_000,
  };
  const plain = decided(ready);
  assert.equal(plain.offer, 'nova_area_unidade');
  const wish = (offer: string): Partial<Profile> => ({
    overrides: [{ offer, what: 'offer', lever: null, reason: 'asked for' }],
  });
  assert.equal(decided(ready, { over: wish('mais_assentos') }).offer, 'mais_assentos');
  assert.equal(decided(ready, { over: wish('metas_experimentos') }).offer, 'nova_area_unidade');
});

test('priority is P × C × V × L, and equal priority goes to the lower key', () => {
  const decision = decided({ 'contract.mrr': 100_000, ...event('unclear_more') });
  for (const offer of decision.offers) near(offer.priority, offer.p * offer.c * offer.v * offer.l, offer.key);
  const order = decision.offers.map((offer) => offer.key);
  assert.ok(order.indexOf('integracoes_conectores') < order.indexOf('relatorios_automaticos'));
});
