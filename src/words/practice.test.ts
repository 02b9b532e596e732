import assert from 'node:assert/strict';
import { test } from 'node:test';
import { practiceCodes } from '#domain/method/practice.ts';
import type { Method } from '#domain/method/schema.ts';
import { practiceWords } from './practice.ts';

const method = {
  stages: [{ key: 'adoption', label: { pt: 'Adoção', en: 'Adoption' } }],
} as unknown as Method;

test('every warning has a title and a reason in both languages, without a hole', () => {
  for (const code of practiceCodes)
    for (const locale of ['pt-BR', 'en'] as const) {
      const said = practiceWords(
        { code, keys: ['adoption'], params: { offers: 11, most: 10 } },
        method,
        locale,
      );
      for (const text of Object.values(said)) assert.doesNotMatch(text, /\{|: $|^$/, code);
    }
});

test('stages and segments are named as people call them', () => {
  const warned = (code: 'edge_by_date' | 'renewal_opens_late', keys: string[]) =>
    practiceWords({ code, keys, params: {} }, method, 'pt-BR').title;
  assert.equal(warned('edge_by_date', ['adoption']), 'Fase que se deixa por data: Adoção');
  assert.equal(
    warned('renewal_opens_late', ['smb', 'unknown']),
    'Renovação começa em cima da hora: PME, demais',
  );
});
