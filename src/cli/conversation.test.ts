// An exported conversation by the command line: asked about, told by a mapping, and read in the page of its customer.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openStore } from '#store/open.ts';
import { withHome } from '#store/testing-home.ts';
import { perene } from './testing.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'perene-conversation-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('a conversation comes by the command line, and the last conversation of its customer is right', async () => {
  const customers = file('clientes.csv', 'Cliente;Mensalidade;Início\nPadaria Sol;1.000,00;20/02/2025\n');
  const chat = file(
    'Conversa do WhatsApp com Padaria Sol.txt',
    '13/03/2026 09:00 - Ana: Bom dia\n13/03/2026 09:30 - Carlos: Bom dia\n10/04/2026 09:00 - Ana: Tudo certo?\n',
  );
  const map = file('mapa.yaml', '"*": { senders: { Ana: ours, Carlos: theirs } }\n');
  await withHome('conversa', async ({ path: home }) => {
    const store = await openStore({ home, now: 0, embedded: { durable: false } });
    try {
      const run = (...args: string[]) => perene(home, args);
      assert.equal((await run('import', customers, '--today', '2026-04-15')).code, 0);
      const asked = await run('import', chat, '--today', '2026-04-15');
      assert.equal(asked.code, 1);
      assert.match(asked.err, /"Ana" é do seu time ou do cliente\?/);
      const told = await run('import', chat, '--map', map, '--today', '2026-04-15');
      assert.equal(told.code, 0, told.err);
      assert.match(told.out, /3 linhas, 3 aceitas/);
      assert.match(told.out, /Texto da mensagem\s+fica de fora/);
      const page = await run('explain', 'Padaria Sol', '--as-of', '2026-04-15', '--json');
      const { profile } = JSON.parse(page.out) as {
        profile: { leaves: { relationship: { daysSinceConversation: number } } };
      };
      assert.equal(profile.leaves.relationship.daysSinceConversation, 33);
    } finally {
      await store.close();
    }
  });
});
