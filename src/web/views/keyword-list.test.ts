// The page of words: what the firm says of its own, groups by event, filters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeywordList } from '#contract/keywords.ts';
import { groupsOf, known, ownOf, withoutWord, withWord } from './keyword-list.ts';

const word = (
  of: string,
  event: string | null,
  origin: KeywordList['words'][number]['origin'] = 'template',
): KeywordList['words'][number] => ({
  word: of,
  event,
  eventLabel: event && event.toUpperCase(),
  family: null,
  familyLabel: null,
  origin,
});
const list: KeywordList = {
  words: [
    word('novo cd', 'growth', 'own'),
    word('na mao', null, 'changed'),
    word('contratando', 'growth'),
    word('corte de verba', 'budget_cut'),
  ],
  events: [],
  families: [],
  most: 500,
  stamp: 's',
  reading: false,
  last: null,
};

test('what the firm says is all that is not of the method; one word is said anew, not twice', () => {
  const own = ownOf(list);
  assert.deepEqual(
    own.map((one) => [one.word, one.event]),
    [
      ['novo cd', 'growth'],
      ['na mao', null],
    ],
  );
  const next = withWord(own, { word: 'Na mão', event: 'manual_work', family: null });
  assert.deepEqual(
    next.map((one) => [one.word, one.event]),
    [
      ['novo cd', 'growth'],
      ['Na mão', 'manual_work'],
    ],
  );
  assert.equal(withoutWord(next, 'NA MAO').length, 1);
  assert.equal(known(list, ' Corte de  VERBA')?.event, 'budget_cut');
  assert.equal(known(list, 'verba'), undefined);
});

test('words stand by event, those switched off last; filters leave what is asked', () => {
  const shape = (...of: Parameters<typeof groupsOf>) =>
    groupsOf(...of).map(({ key, words }) => [key, words.map((one) => one.word)]);
  assert.deepEqual(shape(list, 'all', ''), [
    ['budget_cut', ['corte de verba']],
    ['growth', ['contratando', 'novo cd']],
    ['', ['na mao']],
  ]);
  assert.deepEqual(shape(list, 'mine', ''), [
    ['growth', ['novo cd']],
    ['', ['na mao']],
  ]);
  assert.deepEqual(shape(list, 'off', ''), [['', ['na mao']]]);
  assert.deepEqual(shape(list, 'all', 'Mão'), [['', ['na mao']]]);
  assert.deepEqual(shape(list, 'all', 'growth'), [['growth', ['contratando', 'novo cd']]]);
});
