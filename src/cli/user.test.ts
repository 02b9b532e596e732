// People from the command line: the owner made before anybody can reach the base, links, roles, and the server after it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '#store/open.ts';
import { withHome } from '#store/testing-home.ts';
import { gone, perene, says, started } from './testing.ts';

const dona = 'dona@firma.com.br';

test('the operator makes the owner, invites, changes and removes; the server then asks for sign-in', async () => {
  await withHome('casa', async ({ path: home }) => {
    const store = await openStore({ home, now: 0, embedded: { durable: false } });
    try {
      const outside = await perene(home, [
        'start',
        '--port',
        '0',
        '--listen',
        '0.0.0.0',
        '--url',
        'http://cs.firma.com.br',
      ]);
      assert.deepEqual([outside.code, outside.out], [1, ''], 'nobody owns it yet');
      assert.match(outside.err, /perene user add/);
      assert.match((await perene(home, ['doctor'])).out, /Sem dono ainda/);

      const add = ['user', 'add', dona, '--role', 'owner', '--name', 'Dona', '--password-stdin'];
      assert.equal((await perene(home, add, {}, 'curta\n')).code, 1);
      assert.match(
        (await perene(home, ['user', 'reset', dona])).out,
        /convite#/,
        'the invitation of the short one waits',
      );
      assert.equal((await perene(home, ['user', 'remove', dona])).code, 0);
      const made = await perene(home, add, {}, 'uma frase comprida\n');
      assert.equal(made.code, 0, made.err);
      assert.match((await perene(home, ['doctor'])).out, /A base tem dono/);

      const invited = await perene(home, ['user', 'add', 'ana@firma.com.br', '--json']);
      const { link, role } = JSON.parse(invited.out) as { link: string; role: string };
      assert.equal(role, 'csm');
      assert.match(link, /^http:\/\/127\.0\.0\.1:7373\/convite#[\w-]{75}$/);
      const listed = await perene(home, ['user', 'list', '--json']);
      assert.deepEqual(JSON.parse(listed.out), [
        { email: dona, name: 'Dona', role: 'owner', state: 'active', seesMoney: true },
        { email: 'ana@firma.com.br', name: null, role: 'csm', state: 'invited', seesMoney: true },
      ]);
      const without = ['user', 'role', 'ana@firma.com.br', 'viewer', '--money', 'no'];
      assert.equal((await perene(home, without)).code, 0);
      assert.match((await perene(home, ['user', 'list'])).out, /ana@\S+ .*sem valores/);
      assert.equal(
        (await perene(home, ['user', 'role', 'ana@firma.com.br', 'manager', '--money', 'no'])).code,
        1,
      );
      assert.equal(
        (await perene(home, ['user', 'role', 'ana@firma.com.br', 'viewer', '--money', 'x'])).code,
        2,
      );
      assert.equal((await perene(home, ['user', 'remove', dona])).code, 1, 'the last owner stays');

      const server = started(home, ['start', '--port', '0']);
      const [, url = ''] = await says(server, /(http:\/\/[\d.:]+)/);
      assert.equal((await fetch(`${url}/api/v1/workspaces`)).status, 401);
      const entered = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: dona, password: 'uma frase comprida' }),
      });
      assert.equal(entered.status, 200);
      const cookie = (entered.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
      assert.equal((await fetch(`${url}/api/v1/workspaces`, { headers: { cookie } })).status, 200);
      server.kill('SIGTERM');
      await gone(server);
    } finally {
      await store.close();
    }
  });
});

test('wrong use of people is said in a sentence', async () => {
  const home = join(tmpdir(), 'perene-nobody');
  for (const args of [
    ['user', 'dance'],
    ['user', 'add'],
    ['user', 'add', 'a@b.com.br', '--role', 'king'],
  ]) {
    const ran = await perene(home, args);
    assert.equal(ran.code, 2, args.join(' '));
  }
  assert.ok(!existsSync(home), 'no base was opened for it');
});
