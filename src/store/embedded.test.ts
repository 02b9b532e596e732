import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietClient } from './connections.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { as } from './embedded-cluster.ts';
import { stopServer } from './embedded-process.ts';
import { StoreError } from './errors.ts';
import { type Home, openHome } from './home.ts';
import { childThatIsReady, discardHome, postmasterOf, withEmptyHome, withHome } from './testing-home.ts';

const quick = { durable: false } as const;

async function ask(server: Embedded, text: string): Promise<unknown> {
  const client = quietClient({ ...server.config, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, string]> {
  const began = performance.now();
  const result = await work();
  return [result, `${((performance.now() - began) / 1000).toFixed(3)} s`];
}

async function spawnedBy(home: Home): Promise<Awaited<ReturnType<typeof childThatIsReady>>> {
  return await childThatIsReady(`
    import { startEmbedded } from '@/store/embedded.ts';
    import { openHome } from '@/store/home.ts';
    await startEmbedded(openHome(${JSON.stringify(home.path)}));
    console.log('ready');
    setInterval(() => undefined, 1000);`);
}

test('first start, restart, and joining while it runs', async (t) => {
  await withEmptyHome('base', async (home) => {
    const [made, first] = await timed(async () => startEmbedded(home));
    assert.equal(made.found, 'made');
    assert.equal(await ask(made, 'show synchronous_commit'), 'on');
    assert.equal(await ask(made, 'show fsync'), 'on');
    assert.equal(await ask(made, 'show jit'), 'off');
    assert.equal(await ask(made, 'show data_checksums'), 'on');
    assert.equal(statSync(made.cluster.root).mode & 0o077, 0);
    assert.equal(statSync(made.cluster.data).mode & 0o077, 0);
    assert.equal(statSync(join(made.cluster.root, 'password')).mode & 0o077, 0);
    const [joined, joining] = await timed(async () => startEmbedded(home));
    assert.equal(joined.found, 'adopted');
    const [, stopping] = await timed(async () => stopServer(made.cluster, 10_000));
    assert.equal(existsSync(join(made.cluster.data, 'postmaster.pid')), false);
    const [again, restart] = await timed(async () => startEmbedded(home));
    assert.equal(again.found, 'started');
    t.diagnostic(`first start ${first}, join ${joining}, stop ${stopping}, restart ${restart}`);
  });
});

test('a server orphaned by kill -9 of its Node process is adopted with its data', async (t) => {
  await withHome('orphan', async (home) => {
    const child = await spawnedBy(home);
    const before = await startEmbedded(home);
    await ask(before, 'create table kept (n int)');
    const pid = postmasterOf(before.cluster.data);
    await child.kill();
    const [adopted, took] = await timed(async () => startEmbedded(home));
    assert.equal(adopted.found, 'adopted');
    assert.equal(postmasterOf(adopted.cluster.data), pid);
    assert.equal(await ask(adopted, "select to_regclass('kept')::text"), 'kept');
    t.diagnostic(`adoption ${took}`);
  });
});

test('a server killed with its Node process comes back with what was committed', async (t) => {
  await withHome('both', async (home) => {
    const child = await spawnedBy(home);
    const before = await startEmbedded(home);
    await ask(before, 'create table kept as select 7 as n');
    process.kill(postmasterOf(before.cluster.data), 'SIGKILL');
    await child.kill();
    const [after, took] = await timed(async () => startEmbedded(home));
    assert.equal(after.found, 'started');
    assert.equal(await ask(after, 'select n from kept'), 7);
    t.diagnostic(`start after the server was killed ${took}`);
  });
});

test('many starters at once make one base', async () => {
  await withEmptyHome('race', async (home) => {
    const all = await Promise.all([1, 2, 3, 4].map(async () => startEmbedded(home, quick)));
    assert.equal(new Set(all.map((one) => postmasterOf(one.cluster.data))).size, 1);
    assert.equal(all.filter((one) => one.found !== 'adopted').length, 1);
    const leftovers = readdirSync(all[0]?.cluster.root ?? '').filter((name) => name.includes('draft'));
    assert.deepEqual(leftovers, []);
  });
});

test('lock files left behind do not keep the server from starting, whoever has the pid now', async () => {
  await withHome('stale', async (home) => {
    const { cluster } = await startEmbedded(home, quick);
    const text = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8');
    await stopServer(cluster, 10_000);
    const stranger = spawn('sleep', ['60'], { ...as(cluster.account), cwd: '/', stdio: 'ignore' });
    try {
      for (const pid of [stranger.pid ?? 0, process.pid, 2_000_000_000]) {
        const lines = [String(pid), ...text.split('\n').slice(1)].join('\n');
        writeFileSync(join(cluster.data, 'postmaster.pid'), lines);
        const run = text.split('\n')[4] ?? '';
        writeFileSync(join(run, '.s.PGSQL.5432.lock'), lines);
        const server = await startEmbedded(home, quick);
        assert.equal(server.found, 'started');
        assert.notEqual(postmasterOf(cluster.data), pid);
        await stopServer(cluster, 10_000);
      }
    } finally {
      stranger.kill();
    }
  });
});

test('a draft left by a kill during the first start is swept', async () => {
  await withEmptyHome('half', async (home) => {
    const { cluster } = await startEmbedded(home, quick);
    await stopServer(cluster, 10_000);
    rmSync(cluster.data, { recursive: true });
    const draft = `${cluster.data}.draft-2000000000-abcdef01`;
    mkdirSync(join(draft, 'base'), { recursive: true });
    const server = await startEmbedded(home, quick);
    assert.equal(server.found, 'made');
    assert.equal(existsSync(draft), false);
  });
});

test('paths with spaces, quotes, commas and accents', async () => {
  await withHome('Área de "Trabalho", João', async (home) => {
    const server = await startEmbedded(home, quick);
    assert.equal(await ask(server, 'select 1'), 1);
  });
});

test('a home whose socket path is too long gets a short private directory', async () => {
  await withHome(join('x'.repeat(60), 'y'.repeat(60)), async (home) => {
    const server = await startEmbedded(home, quick);
    assert.equal(await ask(server, 'select 1'), 1);
    if (server.endpoint.kind !== 'socket') assert.fail('a socket was expected');
    assert.equal(statSync(server.endpoint.directory).mode & 0o077, 0);
    if (!server.endpoint.directory.startsWith(server.cluster.root)) {
      await stopServer(server.cluster, 10_000);
      rmSync(server.endpoint.directory, { recursive: true, force: true });
    }
  });
});

test('over loopback a password is asked for, and nothing is trusted', async () => {
  await withHome('tcp', async (home) => {
    const server = await startEmbedded(home, { ...quick, loopback: true });
    assert.equal(server.endpoint.kind, 'tcp');
    assert.equal(await ask(server, 'select 1'), 1);
    const wrong = quietClient({ ...server.config, password: 'wrong', database: 'postgres' });
    await assert.rejects(wrong.connect(), { code: '28P01' });
    assert.doesNotMatch(readFileSync(join(server.cluster.data, 'pg_hba.conf'), 'utf8'), /trust/);
    await stopServer(server.cluster, 10_000);
    const again = await startEmbedded(home, { ...quick, loopback: true });
    assert.deepEqual(again.endpoint, server.endpoint);
  });
});

test('a server whose socket was cleaned away is restarted', async () => {
  await withHome('cleaned', async (home) => {
    const server = await startEmbedded(home, quick);
    if (server.endpoint.kind !== 'socket') assert.fail('a socket was expected');
    rmSync(join(server.endpoint.directory, '.s.PGSQL.5432'));
    const again = await startEmbedded(home, quick);
    assert.equal(again.found, 'started');
    assert.equal(await ask(again, 'select 1'), 1);
  });
});

test('data of another major version is refused untouched', async () => {
  await withHome('old', async (home) => {
    const { cluster } = await startEmbedded(home, quick);
    await stopServer(cluster, 10_000);
    writeFileSync(join(cluster.data, 'PG_VERSION'), '17\n');
    await assert.rejects(
      startEmbedded(home, quick),
      (error) =>
        error instanceof StoreError && error.code === 'data-version' && error.params['found'] === '17',
    );
    writeFileSync(join(cluster.data, 'PG_VERSION'), '18\n');
  });
});

test('a server that cannot start says why', async () => {
  await withHome('broken', async (home) => {
    await assert.rejects(
      startEmbedded(home, { durable: false, settings: { shared_buffers: 'nonsense' } }),
      (error) =>
        error instanceof StoreError &&
        error.code === 'server-did-not-start' &&
        /shared_buffers/.test(String(error.params['reason'])),
    );
  });
});

test('a base copied while its server runs starts on its own, and the original is left alone', async () => {
  await withHome('original', async (home) => {
    const server = await startEmbedded(home, quick);
    const copy = `${home.path}-copy`;
    if (server.cluster.root.startsWith(home.path)) {
      cpSync(home.path, copy, { recursive: true, filter: (path) => !path.includes('.s.PGSQL') });
      const copied = await startEmbedded(openHome(copy), quick);
      assert.notEqual(postmasterOf(copied.cluster.data), postmasterOf(server.cluster.data));
      await stopServer(copied.cluster, 10_000);
    } else {
      cpSync(home.path, copy, { recursive: true });
      await assert.rejects(
        startEmbedded(openHome(copy), quick),
        (error) => error instanceof StoreError && error.code === 'home-copied',
      );
      rmSync(join(copy, 'base.id'));
      const empty = openHome(copy);
      assert.equal((await startEmbedded(empty, quick)).found, 'made');
      await discardHome(empty);
    }
    assert.equal(await ask(server, 'select 1'), 1);
  });
});

test('a home that moved keeps its base', async () => {
  await withHome('here', async (home) => {
    const server = await startEmbedded(home, quick);
    await ask(server, 'create table kept (n int)');
    await stopServer(server.cluster, 10_000);
    const there = `${home.path}-there`;
    renameSync(home.path, there);
    const moved = await startEmbedded(openHome(there), quick);
    assert.equal(await ask(moved, "select to_regclass('kept')::text"), 'kept');
    await discardHome(openHome(there));
  });
});
