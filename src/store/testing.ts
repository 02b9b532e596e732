// Stores for tests: all test files share one embedded server, each test gets its own database copied from a migrated one.
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietClient, type Source } from './connections.ts';
import { type Anchor, anchorEmbedded } from './anchor.ts';
import { readMigrations, schemaFingerprint } from './migrate.ts';
import { openHome } from './home.ts';
import { type OpenOptions, openStore, type Store } from './open.ts';
import { createWorkspace } from './workspaces.ts';

/** Instant that tests count from: 2026-01-05T12:00:00Z. */
export const testNow = 1_767_614_400_000;

export type TestStore = {
  readonly store: Store;
  /** A workspace made for this test. */
  readonly workspaceId: string;
  /** Its `config` signs in as the owner of the base, over every wall: for planting and for looking. */
  readonly source: Source;
  close(): Promise<void>;
};

/** Home of the shared server: one per checkout and user, outside the checkout, which may be closed to others. */
export function testHome(): string {
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8);
  return join(tmpdir(), `perene-test-${process.getuid?.() ?? 0}-${checkout}`);
}

/** Speed before safety: a test base need not survive a power cut. */
export const testEmbedded = {
  durable: false,
  settings: { max_connections: '300', shared_buffers: '64MB' },
} as const;
const templateLock = 7_305_010_009;

/** A store over a fresh migrated database with one workspace in it. Call `close()` at the end. */
export async function testStore(options: Partial<OpenOptions> = {}): Promise<TestStore> {
  const home = openHome(testHome());
  const anchor = await anchorEmbedded(home, false, testEmbedded);
  const database = `t_${randomUUID().replaceAll('-', '')}`;
  try {
    if (anchor.found === 'started') await dropOrphans(anchor);
    await copyTemplate(anchor, database);
    const store = await openStore({
      home: home.path,
      now: testNow,
      database,
      embedded: testEmbedded,
      poolSize: 6,
      ...options,
    });
    const workspaceId = await freshWorkspace(store);
    const source = { ...anchor.source, config: { ...anchor.source.config, database } };
    return { store, workspaceId, source, close: async () => await discard(anchor, store, database) };
  } catch (error) {
    await anchor.release();
    throw error;
  }
}

/** Runs a test over its own store and closes it whatever happens. */
export async function withTestStore<T>(body: (test: TestStore) => Promise<T>): Promise<T> {
  const test = await testStore();
  try {
    return await body(test);
  } finally {
    await test.close();
  }
}

/** One more workspace in the same store; answers its id. */
export async function freshWorkspace(store: Store, slug?: string): Promise<string> {
  const id = randomUUID();
  await createWorkspace(store, {
    id,
    slug: slug ?? `w-${id}`,
    name: `Test ${id.slice(0, 4)}`,
    createdAt: testNow,
  });
  return id;
}

async function discard(anchor: Anchor, store: Store, database: string): Promise<void> {
  await store.close();
  await anchor
    .session()
    ?.query(`drop database if exists ${database} with (force)`)
    .catch(() => undefined);
  await anchor.release();
}

/** Databases older than the server's start belong to tests that were killed: a living test keeps its server up. */
async function dropOrphans(anchor: Anchor): Promise<void> {
  const old = await anchor.session()?.query<{ name: string }>(`
    select datname as name from pg_database where datname ~ '^[tm]_[0-9a-f]{32}$'
      and (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < pg_postmaster_start_time()`);
  for (const { name } of old?.rows ?? []) {
    await anchor.session()?.query(`drop database if exists ${name} with (force)`);
  }
}

/** The migrated database that copies are made of; made once per set of migrations. */
async function copyTemplate(anchor: Anchor, database: string): Promise<void> {
  const template = `template_${schemaFingerprint(readMigrations()).slice(0, 16)}`;
  const session = anchor.session();
  if (session === null) throw new Error('The test server has no session.');
  const there = async (): Promise<boolean> =>
    (await session.query('select from pg_database where datname = $1', [template])).rowCount === 1;
  if (!(await there())) {
    // On a session of its own: the anchor's may not end up holding the lock if this fails.
    const builder = quietClient({ ...anchor.source.config, database: 'postgres' });
    await builder.connect();
    try {
      await builder.query('select pg_advisory_lock($1)', [templateLock]);
      if (!(await there())) await buildTemplate(builder, template);
    } finally {
      await builder.end();
    }
  }
  await session.query(`create database ${database} template ${template}`);
}

async function buildTemplate(builder: ReturnType<typeof quietClient>, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await builder.query(`drop database if exists ${draft} with (force)`);
  const store = await openStore({ home: testHome(), now: testNow, database: draft, embedded: testEmbedded });
  await store.close();
  await builder.query(`alter database ${draft} rename to ${template}`);
}
