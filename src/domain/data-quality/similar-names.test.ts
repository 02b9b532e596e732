// Which names a person is asked about, and which never.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameSimilarity, similarEnough, tellingWords } from './similar-names.ts';

const alike = (a: string, b: string): boolean => nameSimilarity(a, b) >= similarEnough;

test('legal forms, accents, order and small slips do not tell two names apart', () => {
  assert.equal(nameSimilarity('Metalúrgica Itaúna Ltda.', 'METALURGICA ITAUNA S/A'), 1);
  assert.equal(nameSimilarity('Rio Pardo Transportes', 'Transportes Rio Pardo'), 1);
  assert.ok(alike('Laboratório Sabiá', 'Laboratorio Sabia Ltda'));
  assert.ok(alike('Construtora Pedra Alta', 'Contrutora Pedra Alta'));
});

test('other companies stay apart', () => {
  assert.ok(!alike('Padaria Boa Vista', 'Clínica Boa Vista'));
  assert.ok(!alike('Colégio Manacá', 'Colégio Monte Azul'));
  assert.equal(nameSimilarity('Posto Estrela 1', 'Posto Estrela 2'), 0);
  assert.equal(nameSimilarity('Cliente 101', 'Cliente 102'), 0);
});

test('a name of small words alone keeps them', () => {
  assert.deepEqual(tellingWords('Grupo S.A.'), ['grupo', 's', 'a']);
  assert.deepEqual(tellingWords('Cia. de Chá'), ['cha']);
});

test('it is the same both ways and 1 with itself', () => {
  for (const [a, b] of [
    ['Agência Ipê', 'Agencia Ype'],
    ['', 'x'],
    ['Ótica do Sol', 'Ótica do Sol'],
  ] as const) {
    assert.equal(nameSimilarity(a, b), nameSimilarity(b, a));
    assert.equal(nameSimilarity(a, a), 1);
  }
});
