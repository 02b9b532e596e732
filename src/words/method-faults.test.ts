import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methodFault, methodFaultCodes } from '#domain/method/faults.ts';
import { methodFaultText } from './method-faults.ts';

test('every fault of a method is a sentence in both languages', () => {
  for (const code of methodFaultCodes)
    for (const locale of ['pt-BR', 'en'] as const)
      assert.match(methodFaultText(methodFault(code, { column: 3 }), locale), /^[\p{L}{ ].*\.$/u, code);
});

test('figures stand in their places; what is of a condition says where in it', () => {
  assert.equal(
    methodFaultText(methodFault('wrong_type', { expected: 'number' }), 'pt-BR'),
    'Aqui vai um número.',
  );
  assert.equal(
    methodFaultText(methodFault('no_leaf', { leaf: 'usage.seats', column: 7 }), 'pt-BR'),
    'usage.seats não é um dado do perfil. Coluna 7 da condição.',
  );
  assert.equal(
    methodFaultText(methodFault('brace_unknown', { name: 'quem' }), 'pt-BR'),
    'Não há com que preencher {quem}.',
  );
});
