// Amounts leave a sentence however they are written, and nothing else does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactMoneyText, moneyText } from './format.ts';
import { hideAmounts } from './hidden-money.ts';

test('every amount that we write is hidden, in every currency and both languages', () => {
  const currency = fc.constantFrom('BRL', 'USD', 'EUR', 'GBP', 'CLP', 'JPY', 'CHF');
  const locale = fc.constantFrom('pt-BR' as const, 'en' as const);
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), currency, locale, (cents, code, lang) => {
      const hidden = lang === 'en' ? 'hidden amount' : 'valor oculto';
      for (const text of [moneyText(cents, code, lang), exactMoneyText(cents, code, lang)])
        assert.equal(
          hideAmounts(`há ${text}; a fazer (${text}).`, lang),
          `há ${hidden}; a fazer (${hidden}).`,
        );
    }),
  );
});

test('amounts as people type them are hidden', () => {
  for (const text of [
    'R$ 987.654,32',
    'R$987654',
    'R$ 987,6 mil',
    'R$ 1,2 mi',
    'US$ 1,234.50',
    '$ 12k',
    'R$\u00a098\u00a0mil',
    '987.654,32',
    '1,234,567.89',
    '12 mil reais',
    '2,5 milhões de reais',
    '300 euros',
    'BRL 1.000',
    '1.000 BRL',
    'R$ -150',
  ])
    assert.equal(hideAmounts(`Pediu ${text} ontem`, 'pt-BR'), 'Pediu valor oculto ontem', text);
});

test('figures that are no amounts stay', () => {
  for (const text of [
    'Uso caiu 42,5% em 30 dias, de 1.234 para 710 eventos',
    'NPS 3 em 15/04/2026; CSAT 4,5',
    'CNPJ 12.345.678/0001-95',
    'all 3 tickets, 10 mil eventos, 2 mi acessos',
    'v1.2.3, 10.0.0.1',
    'SLA 99,95',
  ])
    assert.equal(hideAmounts(text, 'pt-BR'), text);
});
