import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { type Anchor, anchorEmbedded } from './anchor.ts';
import { quietClient } from './connections.ts';
import { StoreError, type StoreErrorCode } from './errors.ts';
import { openHome } from './home.ts';
import { migrate, type Migration, pendingMigrations, readMigrations } from './migrate.ts';
import { openStore } from './open.ts';
import { testEmbedded, testHome, testNow } from './testing.ts';

let anchor: Anchor;
before(async () => {
  anchor = await anchorEmbedded(openHome(testHome()), false, testEmbedded);
});
after(async () => await anchor.release());

function step(number: number, sql: string): Migration {
  const file = `${String(number).padStart(4, '0')}_step.sql`;
  return { number, file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const one = step(1, 'create table app.one (n int); insert into app.one values (1)');
const two = step(2, 'insert into app.one values (2)');

type Connect = () => Promise<pg.Client>;

async function inEmptyDatabase(body: (connect: Connect, name: string) => Promise<void>): Promise<void> {
  const name = `m_${randomUUID().replaceAll('-', '')}`;
  await anchor.session()?.query(`create database ${name}`);
  const opened: pg.Client[] = [];
  const connect = async (): Promise<pg.Client> => {
    const client = quietClient({ ...anchor.source.config, database: name });
    opened.push(client);
    await client.connect();
    return client;
  };
  try {
    await body(connect, name);
  } finally {
    await Promise.all(opened.map(async (client) => client.end().catch(() => undefined)));
    await anchor.session()?.query(`drop database ${name} with (force)`);
  }
}

async function numbers(client: pg.Client): Promise<readonly number[]> {
  const found = await client.query<{ n: number }>('select n from app.one order by n');
  return found.rows.map((row) => row.n);
}

function coded(code: StoreErrorCode): (error: unknown) => boolean {
  return (error) => error instanceof StoreError && error.code === code;
}

test('files are applied once and in order, later ones when they come', async () => {
  await inEmptyDatabase(async (connect) => {
    const client = await connect();
    assert.equal(await migrate(client, [one], testNow), 1);
    assert.equal(await migrate(client, [one], testNow), 0);
    assert.equal(await migrate(client, [one, two], testNow), 1);
    assert.deepEqual(await numbers(client), [1, 2]);
    const journal = await client.query('select number, file, applied_at from app.migration order by number');
    assert.deepEqual(journal.rows[0], { number: 1, file: '0001_step.sql', applied_at: new Date(testNow) });
  });
});

test('a changed file and a newer base are refused before anything is done', async () => {
  await inEmptyDatabase(async (connect) => {
    const client = await connect();
    await migrate(client, [one, two], testNow);
    await assert.rejects(
      migrate(client, [step(1, 'select 1'), two, step(3, 'drop table app.one')], testNow),
      coded('schema-changed'),
    );
    await assert.rejects(migrate(client, [one], testNow), (error) => {
      if (!(error instanceof StoreError)) return false;
      assert.deepEqual([error.code, error.params], ['schema-newer', { found: 2, known: 1 }]);
      return true;
    });
    assert.deepEqual(await numbers(client), [1, 2]);
  });
});

test('a file that fails leaves nothing of itself and keeps those before', async () => {
  await inEmptyDatabase(async (connect) => {
    const client = await connect();
    const broken = step(2, 'insert into app.one values (2); select 1 / 0');
    await assert.rejects(migrate(client, [one, broken], testNow), (error) => {
      if (!(error instanceof StoreError)) return false;
      assert.equal(error.code, 'migration-failed');
      assert.equal(error.params['file'], '0002_step.sql');
      return true;
    });
    assert.deepEqual(await numbers(client), [1]);
    assert.equal(await migrate(client, [one, two], testNow), 1);
    assert.deepEqual(await numbers(client), [1, 2]);
  });
});

test('runners at the same time apply each file once', async () => {
  await inEmptyDatabase(async (connect) => {
    const clients = await Promise.all([connect(), connect(), connect(), connect()]);
    const applied = await Promise.all(clients.map(async (client) => migrate(client, [one, two], testNow)));
    assert.deepEqual(
      applied.toSorted((a, b) => a - b),
      [0, 0, 0, 2],
    );
    assert.deepEqual(await numbers(clients[0] ?? (await connect())), [1, 2]);
  });
});

test('a runner cut off in the middle of a file leaves it to the next', async () => {
  await inEmptyDatabase(async (connect) => {
    const [client, other] = [await connect(), await connect()];
    const slow = step(2, 'insert into app.one values (2); select pg_sleep(30)');
    const pid = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
    const running = migrate(client, [one, slow], testNow);
    const cut = async (): Promise<void> => {
      for (let round = 0; round < 500; round += 1) {
        const asleep = await other.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'",
          [pid],
        );
        if (asleep.rowCount === 1) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await Promise.all([assert.rejects(running), cut()]);
    assert.equal(await migrate(other, [one, two], testNow), 1);
    assert.deepEqual(await numbers(other), [1, 2]);
  });
});

test('the migrations of this build run in several new databases of one server at once', async () => {
  const names = [1, 2, 3].map(() => `m_${randomUUID().replaceAll('-', '')}`);
  try {
    const stores = await Promise.all(
      names.map(async (database) =>
        openStore({ home: testHome(), now: testNow, database, embedded: testEmbedded }),
      ),
    );
    await Promise.all(stores.map(async (store) => store.close()));
  } finally {
    for (const name of names) await anchor.session()?.query(`drop database if exists ${name} with (force)`);
  }
});

test('migration files are numbered from 1 without holes', () => {
  const known = readMigrations();
  assert.deepEqual(
    known.map((migration) => migration.number),
    known.map((_, index) => index + 1),
  );
  assert.deepEqual(pendingMigrations(known, known), []);
  const directory = mkdtempSync(join(tmpdir(), 'perene-migrations-'));
  try {
    writeFileSync(join(directory, '0001_a.sql'), 'select 1;\r\n');
    assert.equal(readMigrations(directory)[0]?.sql, 'select 1;\n');
    writeFileSync(join(directory, '0003_c.sql'), 'select 3;');
    assert.throws(() => readMigrations(directory), coded('migration-failed'));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
