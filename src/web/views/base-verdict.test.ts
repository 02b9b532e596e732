import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountsSummary } from '#contract/accounts.ts';
import { verdictEn } from '#web/words/verdict-en.ts';
import { verdictPt } from '#web/words/verdict-pt.ts';
import { baseVerdict } from './base-verdict.ts';
import { formatter } from './format.ts';

const f = formatter('pt-BR');
const summary = (change: Partial<AccountsSummary>): AccountsSummary => ({
  bands: { red: 0, yellow: 0, green: 0, unknown: 0 },
  mrrCents: 0,
  currency: 'BRL',
  inWindow: 0,
  lateWindow: 0,
  redMrrCents: 0,
  atStakeCents: 0,
  views: { all: 9, risk: 0, ready: 0, renewal: 0, stalled: 0, unknown: 0 },
  withoutMrr: 0,
  shallow: 0,
  segments: [],
  stages: [],
  signals: [],
  owners: [],
  unowned: 0,
  me: null,
  first: [],
  ...change,
});

test('reds lead with their money, and the figure is their share', () => {
  const page = {
    total: 9,
    summary: summary({
      bands: { red: 1, yellow: 3, green: 5, unknown: 0 },
      mrrCents: 1_000_000,
      redMrrCents: 250_000,
    }),
  };
  const verdict = baseVerdict(page, 'all', false, f, verdictPt);
  assert.equal(verdict.headline, '1 cliente está em vermelho e vale R$\u00a02.500 por mês.');
  assert.equal(verdict.figure, '25%');
  assert.match(
    baseVerdict(page, 'all', false, formatter('en'), verdictEn).headline,
    /^1 customer is red, worth/,
  );
});

test('without money no money is claimed', () => {
  const page = { total: 9, summary: summary({ bands: { red: 2, yellow: 3, green: 4, unknown: 0 } }) };
  const verdict = baseVerdict(page, 'all', false, f, verdictPt);
  assert.equal(verdict.headline, '2 clientes estão em vermelho.');
  assert.deepEqual([verdict.figure, ...verdict.notes], ['9', 'clientes nesta lista', 'sem MRR informado']);
});

test('unknown is said, never read as good', () => {
  const page = {
    total: 9,
    summary: summary({ bands: { red: 0, yellow: 0, green: 0, unknown: 9 }, mrrCents: 5 }),
  };
  const verdict = baseVerdict(page, 'all', false, f, verdictPt);
  assert.equal(verdict.headline, 'Ainda não dá para dizer a saúde de 9 clientes.');
  assert.deepEqual([verdict.figure, ...verdict.notes], ['9', 'clientes sem saúde conhecida']);
});

test('an empty view is good news or a step, by its kind', () => {
  assert.equal(
    baseVerdict({ total: 0, summary: summary({}) }, 'stalled', false, f, verdictPt).headline,
    'Nenhum cliente parado.',
  );
  assert.equal(
    baseVerdict({ total: 0, summary: summary({}) }, 'stalled', true, f, verdictPt).headline,
    'Nenhum cliente com estes filtros.',
  );
});

test('shallow evidence is said once, above the list', () => {
  const first = [
    { id: 'a', account: 'Vereda', evidence: 'NPS 3 há 2 dias', renewsOn: null, mrrCents: null },
    { id: 'b', account: 'Curió', evidence: 'Uso caiu 40%', renewsOn: null, mrrCents: null },
  ];
  const page = {
    total: 9,
    summary: summary({ bands: { red: 2, yellow: 7, green: 0, unknown: 0 }, shallow: 0.6, first }),
  };
  const { why } = baseVerdict(page, 'all', false, f, verdictPt);
  assert.equal(why, `Comece por Vereda (NPS 3 há 2 dias), depois Curió (uso caiu 40%). ${verdictPt.shallow}`);
});
