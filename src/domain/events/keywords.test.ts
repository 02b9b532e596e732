// Words in notes: whole words, no accents, no case; one hit of each event and family; the firm's words over the method's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hitsIn, sentenceAround } from './keywords.ts';
import { faultsOf, keywordsOver, listedWords, ownOver, type OwnWord } from './own-keywords.ts';
import { suggestionId, writtenOf } from './notes.ts';
import { phraseOf } from './phrase.ts';

const list = [
  { match: ['corte de orçamento', 'cortou verba'], event: 'budget_cut', family: null },
  { match: ['trabalho manual'], event: 'manual_work', family: 'automacao' },
  { match: ['RH'], event: 'growth', family: null },
];
const own = (word: string, event: string | null = 'growth', family: string | null = null): OwnWord => ({
  word,
  event,
  family,
});
const events = (text: string, words = list) =>
  hitsIn(text, words).map(({ event, keyword }) => [event, keyword]);

test('words are found whole, whatever their case, accents and punctuation', () => {
  assert.deepEqual(events('Houve CORTE  DE\nORCAMENTO.'), [['budget_cut', 'corte de orcamento']]);
  assert.deepEqual(events('Corte, de orçamento'), [['budget_cut', 'corte de orcamento']]);
  assert.deepEqual(events('corte de orçamentos; churrasco; rhino; trabalho manualmente'), []);
  assert.deepEqual(events(''), []);
  assert.deepEqual(hitsIn('x', [{ match: ['', '!?'], event: 'growth', family: null }]), []);
});

test('an event of a family is suggested once, by the first words of the list; an unknown event never', () => {
  const text = 'cortou verba depois do corte de orçamento, trabalho manual, trabalho manual';
  assert.deepEqual(events(text), [
    ['budget_cut', 'corte de orcamento'],
    ['manual_work', 'trabalho manual'],
  ]);
  assert.deepEqual(events('abc', [{ match: ['abc'], event: 'no_such', family: null }]), []);
});

test('a hit says where it stands in the text as it was written', () => {
  const text = 'Tudo bem. A Júlia disse: houve corte de Orçamento este ano! Volta em maio.';
  const [hit] = hitsIn(text, list);
  assert.ok(hit);
  assert.deepEqual(sentenceAround(text, hit), {
    before: 'A Júlia disse: houve ',
    found: 'corte de Orçamento',
    after: ' este ano!',
  });
  const long = `${'a '.repeat(500)}corte de orçamento${' b'.repeat(500)}`;
  const [far] = hitsIn(long, list);
  assert.ok(
    far && sentenceAround(long, far).before.length < 130 && sentenceAround(long, far).after.length < 130,
  );
});

test('the firm’s words are added, change what the method says, or switch it off', () => {
  const words = [own('Corte de orcamento', null), own('trabalho manual', 'no_routine'), own('novo CD')];
  const over = keywordsOver(list, words);
  assert.deepEqual(
    events('corte de orçamento, trabalho manual, novo cd, cortou verba', [...over] as typeof list),
    [
      ['no_routine', 'trabalho manual'],
      ['growth', 'novo cd'],
      ['budget_cut', 'cortou verba'],
    ],
  );
  assert.deepEqual(
    listedWords(list, words).map(({ word, event, origin }) => [word, event, origin]),
    [
      ['corte de orcamento', null, 'changed'],
      ['trabalho manual', 'no_routine', 'changed'],
      ['novo cd', 'growth', 'own'],
      ['cortou verba', 'budget_cut', 'template'],
      ['rh', 'growth', 'template'],
    ],
  );
  assert.equal(keywordsOver(list, []), list, 'no word of its own: the method’s list itself');
});

test('what the method says already, or switching off what it has not, is no word of the firm', () => {
  assert.deepEqual(
    ownOver(list, [own('rh'), own('nunca dito', null), own('TRABALHO manual', 'manual_work')]),
    [{ word: 'trabalho manual', event: 'manual_work', family: null }],
  );
});

test('what cannot be taken is named: empty, one letter, twice, too long, unknown event or family', () => {
  const words = [own(' !? '), own('é'), own('novo CD'), own('Nóvo cd', 'merger'), own('x'.repeat(121))];
  const more = [own('a b', 'no_such'), own('b c', 'growth', 'no_such'), own('c d', 'growth', 'escala')];
  assert.deepEqual(
    faultsOf([...words, ...more], ['escala']).map(({ at, fault }) => [at, fault]),
    [
      [0, 'empty'],
      [1, 'short'],
      [3, 'twice'],
      [4, 'long'],
      [5, 'event'],
      [6, 'family'],
    ],
  );
  assert.equal(phraseOf('  Redução — DE  custos! '), 'reducao de custos');
});

test('a suggestion is named after its note, and the name of a column is no remark', () => {
  assert.equal(suggestionId('k|note', 'growth', null), 'k|note:growth:');
  assert.equal(writtenOf('k|remark:escalation', 'Escalation: no'), 'no');
  assert.equal(writtenOf('k|note', 'Escalation: no'), 'Escalation: no');
});
