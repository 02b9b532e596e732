// What an import's draft says and asks, in both languages: counts in the singular, values in words, reasons of a question.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '#base/day.ts';
import { askTitle, askWhy, blockerText, fileText, optionText, shownText } from './draft.ts';
import { questionTexts } from './draft-questions.ts';

const field = (key: string): string => `campo ${key}`;
const codes = [
  'which_end',
  'which_period',
  'date_order',
  'decimal_mark',
  'two_columns',
  'confirm_content',
  'which_grain',
  'which_unit',
  'which_instrument',
  'which_side',
  'which_table',
  'other_file_key',
  'no_key',
];

test('every ask is a question in both languages and says what hangs on it', () => {
  for (const code of codes)
    for (const locale of ['pt-BR', 'en'] as const) {
      const ask = { code, column: 'Data', options: [] };
      assert.match(askTitle(ask, locale), /\?$/, code);
      assert.match(askWhy(ask, 1234, locale), /1[.,]234/, code);
    }
});

test('options are said in words, columns by their titles', () => {
  const say = (code: string, option: string) =>
    optionText({ code, column: 'X', options: [] }, option, field, 'pt-BR');
  assert.equal(say('no_key', 'taxId@Documento'), '“Documento”, como CNPJ');
  assert.equal(say('two_columns', 'MRR (2)'), 'Vale “MRR (2)”');
  assert.equal(say('which_table', 'usage'), 'Uso por período');
  assert.equal(say('which_grain', 'week'), 'Uma semana');
  assert.equal(say('confirm_content', 'seats'), 'campo seats');
  assert.equal(say('date_order', 'mdy'), '4 de março: mês primeiro');
});

test('one of a thing is said in the singular', () => {
  assert.equal(fileText(1, 3, 'pt-BR'), '1 linha, 3 colunas');
  assert.equal(blockerText({ code: 'asks', count: 1, text: '' }, 'pt-BR'), 'Falta decidir uma coisa.');
  assert.equal(blockerText({ code: 'asks', count: 2, text: '' }, 'en'), '2 things are still to decide.');
});

test('values of a difference are read as people write them; what is missing stays missing', () => {
  const day = parseDay('2026-04-05') ?? 0;
  assert.equal(shownText(null, 'pt-BR'), null);
  assert.equal(shownText({ kind: 'day', day }, 'pt-BR'), '05/04/2026');
  assert.equal(shownText({ kind: 'segment', code: 'smb' }, 'pt-BR'), 'PME');
  assert.equal(shownText({ kind: 'taxId', code: '11222333000181' }, 'pt-BR'), '11.222.333/0001-81');
  assert.equal(shownText({ kind: 'band', code: 'red' }, 'en'), 'red');
});

test('a question says why it is asked', () => {
  const today = parseDay('2026-04-15') ?? 0;
  const gone = { kind: 'gone', name: 'Acme', last: { file: 'abril.csv', today } } as const;
  assert.match(questionTexts(gone, 'pt-BR').why, /abril\.csv, de 15\/04\/2026/);
  const alike = {
    kind: 'look_alike',
    name: 'Acme',
    other: 'Acmé',
    similarity: 0.92,
    taxId: 'other',
  } as const;
  const { why, options } = questionTexts(alike, 'pt-BR');
  assert.match(why, /92%.*CNPJs são de empresas diferentes/);
  assert.deepEqual(
    options.map(({ key }) => key),
    ['same', 'another'],
  );
});
