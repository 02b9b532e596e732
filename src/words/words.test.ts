// What people read: figures as Brazilians write them, no hole in a sentence when a figure is missing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '#base/day.ts';
import { tableNames } from '#connectors/sheet/fields.ts';
import { rowCodes } from '#connectors/sheet/row-messages.ts';
import { refusalLabel, tableLabel } from './data-labels.ts';
import { sourceLabel } from './fact-labels.ts';
import { fillWith } from './fill.ts';
import { dayText, moneyText, numberText, percentText } from './format.ts';

test('figures in both languages', () => {
  const day = parseDay('2026-04-05') ?? 0;
  assert.deepEqual([dayText(day, 'pt-BR'), dayText(day, 'en')], ['05/04/2026', '5 Apr 2026']);
  assert.deepEqual(
    [moneyText(123_400, 'BRL', 'pt-BR'), moneyText(123_400, 'BRL', 'en')],
    ['R$ 1.234', 'R$ 1,234'],
  );
  assert.deepEqual(
    [moneyText(9_950, 'BRL', 'pt-BR'), moneyText(-150, 'USD', 'en')],
    ['R$ 99,50', 'US$ -1.50'],
  );
  assert.deepEqual([numberText(1_234_567.5, 'pt-BR'), numberText(-0.04, 'pt-BR')], ['1.234.567,5', '0']);
  assert.deepEqual(
    [percentText(0.42, 'pt-BR'), percentText(0.035, 'pt-BR'), percentText(1.1, 'en')],
    ['42%', '3,5%', '110%'],
  );
});

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  fillWith(template, (name) => values[name] ?? null);

test('a missing figure takes its part of the sentence away', () => {
  const drop = 'Ligar: uso caiu {pct} em 30 dias, de {before} para {after}';
  assert.equal(
    fill(drop, { pct: '42%', before: '310', after: '180' }),
    'Ligar: uso caiu 42% em 30 dias, de 310 para 180',
  );
  assert.equal(fill(drop, { pct: '42%' }), 'Ligar: uso caiu 42% em 30 dias');
  assert.equal(fill('Rever o uso: {active} de {contracted} licenças', {}), 'Rever o uso');
  assert.equal(
    fill('Responder à objeção de {reason} aberta em {date}', { date: '01/02/2026' }),
    'Responder à objeção aberta em 01/02/2026',
  );
  assert.equal(
    fill('Atrasamos. A nova data é {date}, e o motivo foi {reason}.', { date: '01/02/2026' }),
    'Atrasamos. A nova data é 01/02/2026.',
  );
});

test('prepositions join the article that a word brings', () => {
  assert.equal(
    fill('Descobrir quem assumiu no lugar de {role}', { role: 'o sponsor' }),
    'Descobrir quem assumiu no lugar do sponsor',
  );
});

test('a figure with a dollar sign is no pattern', () => {
  assert.equal(fill('Combinar {amount}', { amount: 'R$ 1.234' }), 'Combinar R$ 1.234');
});

test('every table of a sheet and every reason of a row has words', () => {
  // In Portuguese none is its own code; the other language stands beside it in the same pair.
  for (const code of rowCodes) assert.notEqual(refusalLabel(code, 'pt-BR'), code.replaceAll('_', ' '), code);
  for (const table of tableNames) {
    assert.notEqual(tableLabel(table, 'pt-BR'), null, table);
    assert.notEqual(sourceLabel(`sheet:${table}`, 'pt-BR'), `sheet:${table}`, table);
  }
});
