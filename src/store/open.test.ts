import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { quietClient } from './connections.ts';
import { startEmbedded } from './embedded.ts';
import { prepareCluster } from './embedded-cluster.ts';
import { StoreError, type StoreErrorCode } from './errors.ts';
import type { Home } from './home.ts';
import { readServerInfo } from './home.ts';
import { inWorkspace } from './in-workspace.ts';
import { type OpenOptions, openStore, type Store } from './open.ts';
import { freshWorkspace, testEmbedded, testNow } from './testing.ts';
import { childThatIsReady, postmasterOf, withHome } from './testing-home.ts';
import { listWorkspaces, readWorkspace } from './workspaces.ts';

const embedded = { durable: false } as const;

async function open(home: Home, more: Partial<OpenOptions> = {}): Promise<Store> {
  return await openStore({ home: home.path, now: testNow, embedded, ...more });
}

async function isRunning(home: Home): Promise<boolean> {
  return existsSync(join((await prepareCluster(home, false)).data, 'postmaster.pid'));
}

function refused(code: StoreErrorCode, params: Record<string, unknown> = {}): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof StoreError)) return false;
    assert.equal(error.code, code);
    for (const [name, value] of Object.entries(params)) assert.equal(error.params[name], value);
    return true;
  };
}

test('a second web server on the home is refused by name in under a second; a command joins', async (t) => {
  await withHome('locked', async (home) => {
    const server = await open(home, { lock: 'server' });
    server.announce('http://127.0.0.1:4321');
    const began = performance.now();
    await assert.rejects(
      open(home, { lock: 'server' }),
      refused('already-running', { home: home.path, pid: process.pid, url: 'http://127.0.0.1:4321' }),
    );
    const took = performance.now() - began;
    assert.ok(took < 1_000, `${took} ms`);
    t.diagnostic(`refused in ${(took / 1000).toFixed(3)} s`);
    const id = await freshWorkspace(server);
    const command = await open(home);
    assert.equal((await inWorkspace(command, id, readWorkspace))?.id, id);
    await command.close();
    assert.equal(await isRunning(home), true, 'one that joined leaves the server to the other');
    await server.close();
    assert.equal(readServerInfo(home), null);
    assert.equal(await isRunning(home), false, 'the last one stops it');
  });
});

test('the lock of a server killed with -9 is taken over', async (t) => {
  await withHome('killed', async (home) => {
    const child = await childThatIsReady(`
      import { openStore } from '@/store/open.ts';
      const store = await openStore({ home: ${JSON.stringify(home.path)}, now: 0, lock: 'server' });
      store.announce('http://127.0.0.1:1');
      console.log('ready');
      setInterval(() => undefined, 1000);`);
    await assert.rejects(
      open(home, { lock: 'server' }),
      refused('already-running', { pid: child.process.pid }),
    );
    await child.kill();
    const began = performance.now();
    const store = await open(home, { lock: 'server' });
    t.diagnostic(`taken over in ${((performance.now() - began) / 1000).toFixed(3)} s`);
    assert.equal(store.found, 'adopted');
    await store.close();
    assert.equal(await isRunning(home), false);
  });
});

test('the database server killed under a running process comes back and work goes on', async () => {
  await withHome('crash', async (home) => {
    const store = await open(home, { lock: 'server' });
    const id = await freshWorkspace(store);
    process.kill(postmasterOf((await prepareCluster(home, false)).data), 'SIGKILL');
    const done = await Promise.all(
      [1, 2, 3].map(
        // A dying server may still answer the read and be gone at the commit: what only reads may be asked again.
        async () =>
          await inWorkspace(store, id, async (tx) => (await readWorkspace(tx))?.id, { readOnly: true }),
      ),
    );
    assert.deepEqual(done, [id, id, id]);
    assert.equal((await listWorkspaces(store)).length, 1);
    await assert.rejects(open(home, { lock: 'server' }), refused('already-running'));
    await store.close();
  });
});

test('a server lost inside a transaction is met again, and its work counts once', async () => {
  await withHome('inside', async (home) => {
    const store = await open(home);
    const id = await freshWorkspace(store);
    const { data } = await prepareCluster(home, false);
    let runs = 0;
    await inWorkspace(store, id, async (tx) => {
      runs += 1;
      await sql`update app.workspace set name = name || '!'`.execute(tx);
      if (runs === 1) process.kill(postmasterOf(data), 'SIGKILL');
      await sql`select pg_sleep(0.2)`.execute(tx);
    });
    const name = (await inWorkspace(store, id, readWorkspace))?.name ?? '';
    assert.deepEqual([runs >= 1, name.endsWith('!'), name.endsWith('!!')], [true, true, false]);
    await store.close();
  });
});

test('processes that come while the last one leaves are served', async () => {
  await withHome('turnstile', async (home) => {
    await (await open(home)).close();
    const visits = Array.from({ length: 12 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 15));
      const store = await open(home);
      const listed = await listWorkspaces(store);
      await store.close();
      return listed.length;
    });
    assert.deepEqual(
      await Promise.all(visits),
      visits.map(() => 0),
    );
    assert.equal(await isRunning(home), false);
  });
});

/** Uses an embedded server over loopback as an outside one, with the role and database a provider would give. */
async function withOutside(
  setup: readonly string[],
  body: (url: string, home: Home) => Promise<void>,
): Promise<void> {
  await withHome('provider', async (provider) => {
    const server = await startEmbedded(provider, { ...testEmbedded, loopback: true });
    const admin = quietClient({ ...server.config, database: 'postgres' });
    await admin.connect();
    await admin.query("create role tenant login password 'p w@/'");
    await admin.query('create database rented owner tenant');
    for (const statement of setup) await admin.query(statement);
    await admin.end();
    const url = `postgres://tenant:${encodeURIComponent('p w@/')}@127.0.0.1:${server.config.port}/rented`;
    await withHome('tenant', async (home) => await body(url, home));
  });
}

async function usesOutside(url: string, home: Home): Promise<void> {
  const store = await open(home, { databaseUrl: url, lock: 'server' });
  try {
    assert.equal(store.found, 'external');
    const [mine, other] = [await freshWorkspace(store), await freshWorkspace(store)];
    assert.equal((await inWorkspace(store, mine, readWorkspace))?.id, mine);
    assert.deepEqual(await store.app.selectFrom('app.workspace').selectAll().execute(), []);
    assert.deepEqual((await listWorkspaces(store)).map((one) => one.id).toSorted(), [mine, other].toSorted());
    assert.equal((await store.authPool().query('select current_user as u')).rows[0]?.u, 'perene_auth');
    assert.equal((await store.jobsPool().query('select current_user as u')).rows[0]?.u, 'perene_jobs');
    await assert.rejects(open(home, { databaseUrl: url, lock: 'server' }), refused('already-running'));
    await (await open(home, { databaseUrl: url })).close();
  } finally {
    await store.close();
  }
  assert.equal(existsSync(join(home.path, 'pg')), false, 'no embedded base is made');
}

test('DATABASE_URL with a role that may create roles', async () => {
  await withOutside(['alter role tenant createrole'], usesOutside);
});

test('DATABASE_URL with roles made beforehand', async () => {
  const made = ['perene_app', 'perene_auth', 'perene_jobs', 'perene_directory'].flatMap((role) => [
    `create role ${role} nologin`,
    `grant ${role} to tenant`,
  ]);
  await withOutside(made, usesOutside);
});

test('DATABASE_URL that will not do is refused in words', async () => {
  await withOutside([], async (url, home) => {
    await assert.rejects(open(home, { databaseUrl: url }), refused('database-role-cannot'));
    const wrong = url.replace('tenant:', 'nobody:');
    await assert.rejects(open(home, { databaseUrl: wrong }), refused('database-refused'));
    await assert.rejects(open(home, { databaseUrl: wrong, lock: 'server' }), refused('database-refused'));
  });
  await withHome('nowhere', async (home) => {
    const nowhere = 'postgres://u:p@127.0.0.1:9/x';
    await assert.rejects(open(home, { databaseUrl: nowhere }), refused('database-unreachable'));
    for (const other of ['mysql://u:p@h/x', 'base', 'http://h/x'])
      await assert.rejects(open(home, { databaseUrl: other }), refused('database-url-invalid'));
  });
});
