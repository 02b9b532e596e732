// What the Dados page says first, from its figures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataVerdict, weakestPillar } from '#web/views/data-verdict.ts';
import { formatter } from '#web/views/format.ts';
import { dataEn } from '#web/words/data-en.ts';
import { dataPt } from '#web/words/data-pt.ts';

const f = formatter('pt-BR');
const nps = { key: 'nps', way: 'column' as const, label: 'NPS', text: '', lifted: 28, gaining: 50 };
const page = { accounts: 120, unknown: 34, collect: [nps], lateNotice: null };

test('who lacks data, and the one thing that changes it most', () => {
  const said = dataVerdict(page, f, dataPt);
  assert.equal(
    said.headline,
    '34 de 120 clientes estão sem dados suficientes. NPS: só isso tira 28 dessa situação.',
  );
  assert.equal(said.figure, '72%');
  assert.deepEqual(said.notes, ['dos clientes com dados suficientes', '86 de 120 clientes, hoje']);
});

test('where nothing alone helps it says so; where nobody lacks data too', () => {
  const none = dataVerdict({ ...page, collect: [{ ...nps, lifted: 0 }] }, f, dataPt);
  assert.match(none.headline, /nenhuma informação sozinha resolve/);
  assert.equal(
    dataVerdict({ ...page, unknown: 0 }, f, dataPt).headline,
    'Os 120 clientes da base têm dados suficientes para a saúde.',
  );
  assert.match(dataVerdict({ ...page, unknown: 1 }, f, dataEn).headline, /^1 of 120 customers lack/);
});

test('a share below one is never shown as one', () => {
  assert.equal(dataVerdict({ ...page, accounts: 1000, unknown: 1 }, f, dataPt).figure, '99%');
  assert.equal(dataVerdict({ ...page, accounts: 0, unknown: 0 }, f, dataPt).figure, '0');
});

test('the weakest pillar is named only where one is weak', () => {
  const pillar = (key: string, share: number) => ({ key, label: key, accounts: 0, share, measures: [] });
  assert.equal(weakestPillar({ accounts: 5, pillars: [pillar('a', 1), pillar('b', 0.2)] })?.key, 'b');
  assert.equal(weakestPillar({ accounts: 5, pillars: [pillar('a', 1)] }), null);
  assert.equal(weakestPillar({ accounts: 0, pillars: [pillar('a', 0)] }), null);
});
