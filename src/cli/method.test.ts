// The method from the command line: shown, changed as a file, checked with its mistakes, looked at, published, brought back.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '#store/open.ts';
import { withHome } from '#store/testing-home.ts';
import { perene } from './testing.ts';

test('a method is shown, checked, compared, looked at and published', async () => {
  await withHome('metodo', async ({ path: home }) => {
    const store = await openStore({ home, now: 0, embedded: { durable: false } });
    try {
      const sheet = join(home, 'clientes.csv');
      writeFileSync(
        sheet,
        'Cliente;Valor mensal;Início;NPS\nAcme;1000,00;20/03/2025;9\nBeta;500,00;01/02/2026;4\n',
      );
      assert.equal((await perene(home, ['import', sheet])).code, 0);
      const shown = await perene(home, ['method', 'show']);
      assert.match(shown.out, /^# Method servicos-b2b/);
      const mine = join(home, 'meu.yaml');
      writeFileSync(mine, shown.out.replace('coverageLimit: 0.4', 'coverageLimit: 0.1'));
      assert.match((await perene(home, ['method', 'check', mine])).out, /método válido/);
      assert.equal((await perene(home, ['method', 'diff', mine])).out, 'health.coverageLimit: 0.4 → 0.1\n');
      const dry = await perene(home, ['method', 'publish', mine, '--dry-run', '--json']);
      const look = JSON.parse(dry.out) as { over: number; total: number; changed: number };
      assert.deepEqual([look.over, look.total, look.changed], [1, 2, 2]);
      assert.match((await perene(home, ['method', 'publish', mine])).out, /versão 2 está em uso; 1 ponto/);
      assert.match((await perene(home, ['method', 'show'])).out, /coverageLimit: 0\.1/);
      const wrong = join(home, 'errado.yaml');
      writeFileSync(wrong, shown.out.replace('shallowBelow: 0.3', 'shallowBelow: pouco'));
      const refused = await perene(home, ['method', 'publish', wrong]);
      assert.deepEqual([refused.code, refused.out], [1, '']);
      assert.match(refused.err, /Linha \d+: Aqui vai um número\./);
      const english = await perene(home, ['method', 'check', wrong, '--lang', 'en']);
      assert.match(english.err, /Line \d+: Here goes a number\./);
      assert.equal(
        (await perene(home, ['method', 'publish', '1', '--json'])).out,
        '{"version":3,"changes":1}\n',
      );
      assert.equal((await perene(home, ['method', 'publish', 'nenhum'])).code, 1);
      for (const args of [['dance'], ['check'], ['publish']])
        assert.equal((await perene(home, ['method', ...args])).code, 2, args.join(' '));
    } finally {
      await store.close();
    }
  });
});
