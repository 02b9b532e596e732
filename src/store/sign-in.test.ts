import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { signInOf, signInOptions } from './sign-in.ts';
import { testStore, type TestStore } from './testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

test('the schema of our migrations is the one the library wants', async () => {
  const { getMigrations } = await import('better-auth/db/migration');
  const wanted = await getMigrations(signInOptions(base.store, 'x'.repeat(64), false));
  assert.deepEqual([wanted.toBeCreated, wanted.toBeAdded], [[], []]);
});

test('the application cannot read users, passwords or sessions', async () => {
  for (const table of ['user', 'account', 'session', 'verification'])
    await assert.rejects(sql`select * from auth.${sql.raw(`"${table}"`)}`.execute(base.store.app), {
      code: '42501',
    });
});

test('the role of the sign-in library cannot read the application', async () => {
  await assert.rejects(base.store.authPool().query('select * from app.member'), { code: '42501' });
});

test('a password is known by its hash alone', async () => {
  const signIn = await signInOf(base.store);
  const id = await signIn.addUser({ email: 'ana@firma.com.br', name: 'Ana' }, 'uma senha comprida');
  assert.equal(await signIn.hasPassword(id, 'uma senha comprida'), true);
  assert.equal(await signIn.hasPassword(id, 'outra senha comprida'), false);
  assert.equal(await signIn.hasPassword(null, 'uma senha comprida'), false);
  await signIn.setPassword(id, 'outra senha comprida');
  assert.equal(await signIn.hasPassword(id, 'outra senha comprida'), true);
  const kept = await base.store.authPool().query('select * from "account"');
  assert.doesNotMatch(JSON.stringify(kept.rows), /senha comprida/);
  assert.equal((await signIn.findUser('ANA@firma.com.br'))?.userId, id);
});
