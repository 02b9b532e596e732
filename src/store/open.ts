// Opens the store of one home: the embedded server, or the one DATABASE_URL names; migrates it; hands out its pools.
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { type Anchor, anchorEmbedded, anchorOutside } from './anchor.ts';
import { endPool, openPool, quietClient, type Source } from './connections.ts';
import type { EmbeddedOptions } from './embedded.ts';
import { codeOf, fileError, isConnectionLoss, reasonOf, StoreError } from './errors.ts';
import { clearServerInfo, type Home, openHome, writeServerInfo } from './home.ts';
import { installJobSchema, jobSchemaDue } from './job-schema.ts';
import { migrate, type Migration, readMigrations } from './migrate.ts';
import type { Database } from './schema.ts';

export type OpenOptions = {
  /** Path of the home directory; made when absent. */
  readonly home: string;
  /** Any PostgreSQL from 15 on; without it the embedded server runs. */
  readonly databaseUrl?: string;
  /** Instant of the call, ms since 1970 (UTC): noted with migrations. */
  readonly now: number;
  /** A web server holds the home alone; every other process joins. */
  readonly lock?: 'server' | 'none';
  /** Connections of the application at most. */
  readonly poolSize?: number;
  /** Database inside the embedded server. */
  readonly database?: string;
  readonly embedded?: EmbeddedOptions;
  /** Other migrations than this build's (tests). */
  readonly migrations?: readonly Migration[];
};

export type Store = {
  readonly home: Home;
  /** `made`, `started` and `adopted` tell how the embedded server was found. */
  readonly found: Anchor['found'];
  /** Only `inWorkspace` and the list of workspaces use it. */
  readonly app: Kysely<Database>;
  /** Pool of the job queue's role, opened at the first asking. */
  jobsPool(): pg.Pool;
  /** Pool of the sign-in library's role, with its schema as search path. */
  authPool(): pg.Pool;
  /** Says where this process answers (a web server that holds the lock). */
  announce(url: string): void;
  /** Waits until a lost server answers again. */
  recover(): Promise<void>;
  /** Runs a read again when the server went away under it. */
  retrying<T>(read: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const minimumVersion = 150_000;

/**
 * Opens the store, starting and migrating what is needed. Throws `StoreError` with a code and parameters:
 * a second web server on the home is `already-running`.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const home = openHome(options.home);
  const lock = options.lock === 'server';
  const database = options.databaseUrl === undefined ? (options.database ?? 'perene') : null;
  const anchor = await anchored(home, lock, options).catch((error: unknown) => {
    throw fileError(error, home.path);
  });
  try {
    if (database !== null) await ensureDatabase(anchor, database);
    const source = database === null ? anchor.source : within(anchor.source, database);
    await prepare(source, options);
    return storeOver(home, anchor, source, { lock, poolSize: options.poolSize ?? 10 });
  } catch (error) {
    await anchor.release();
    throw fileError(error, home.path);
  }
}

async function anchored(home: Home, lock: boolean, options: OpenOptions): Promise<Anchor> {
  if (options.databaseUrl === undefined) return await anchorEmbedded(home, lock, options.embedded ?? {});
  if (!/^(postgres(ql)?:\/\/|socket:|\/)/.test(options.databaseUrl))
    throw new StoreError('database-url-invalid');
  try {
    return await anchorOutside(home, lock, { connectionString: options.databaseUrl });
  } catch (error) {
    throw outsideError(error);
  }
}

function within(source: Source, database: string): Source {
  return { ...source, config: { ...source.config, database } };
}

async function ensureDatabase(anchor: Anchor, database: string): Promise<void> {
  const session = anchor.session();
  if (session === null) return;
  const there = await session.query('select from pg_database where datname = $1', [database]);
  if (there.rowCount === 1) return;
  try {
    await session.query(`create database ${session.escapeIdentifier(database)}`);
  } catch (error) {
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  }
}

/** Checks the server and migrates it as the owner. */
async function prepare(source: Source, options: OpenOptions): Promise<void> {
  const owner = quietClient({ ...source.config, application_name: 'perene_owner' });
  try {
    await owner.connect().catch((error: unknown) => {
      throw options.databaseUrl === undefined ? error : outsideError(error);
    });
    await checkVersion(owner);
    await migrate(owner, options.migrations ?? readMigrations(), options.now, {
      due: async () => (await rolesWithoutSignIn(owner, source)).length > 0 || (await jobSchemaDue(owner)),
      run: async () => await finish(owner, source, options.now),
    });
  } finally {
    await owner.end().catch(() => undefined);
  }
}

async function checkVersion(owner: pg.Client): Promise<void> {
  const asked = await owner.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
  );
  const found = asked.rows[0];
  if (found === undefined || found.number < minimumVersion)
    throw new StoreError('database-too-old', { found: found?.text ?? '', minimum: '15' });
}

async function rolesWithoutSignIn(owner: pg.Client, source: Source): Promise<readonly string[]> {
  if (!source.roleSignsIn) return [];
  const asked = await owner.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname in ('perene_app', 'perene_auth', 'perene_jobs') and not rolcanlogin",
  );
  return asked.rows.map((row) => row.name);
}

/** Steps after the SQL files: who may sign in by socket, and the queue's schema made by its own role. */
async function finish(owner: pg.Client, source: Source, now: number): Promise<void> {
  for (const role of await rolesWithoutSignIn(owner, source)) {
    await owner.query(`alter role ${role} login`).catch((error: unknown) => {
      // Another base of this server made the same change at this moment.
      if (!/concurrently updated/.test(reasonOf(error))) throw error;
    });
  }
  if (!(await jobSchemaDue(owner))) return;
  const jobs = openPool(source, 'perene_jobs', 2);
  try {
    await installJobSchema(owner, jobs, now);
  } finally {
    await endPool(jobs);
  }
}

function outsideError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const code = codeOf(error) ?? '';
  if (code.startsWith('28') || code === '3D000')
    return new StoreError('database-refused', { reason: reasonOf(error) }, error);
  if (code === '' || /^(E[A-Z]|57P|53|08)/.test(code))
    return new StoreError('database-unreachable', { reason: reasonOf(error) || code }, error);
  return error;
}

type Held = { readonly lock: boolean; readonly poolSize: number };

function storeOver(home: Home, anchor: Anchor, source: Source, held: Held): Store {
  const app = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: openPool(source, 'perene_app', held.poolSize) }),
  });
  let jobs: pg.Pool | null = null;
  let auth: pg.Pool | null = null;
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await app.destroy().catch(() => undefined);
    if (jobs !== null) await endPool(jobs);
    if (auth !== null) await endPool(auth);
    try {
      if (held.lock) clearServerInfo(home);
    } finally {
      await anchor.release();
    }
  };
  return {
    home,
    found: anchor.found,
    app,
    jobsPool: () => (jobs ??= openPool(source, 'perene_jobs', 8)),
    authPool: () => (auth ??= openPool(source, 'perene_auth', 5)),
    announce: (url) => writeServerInfo(home, { pid: process.pid, url }),
    recover: async () => await anchor.recover(),
    retrying: async (read) => await retrying(anchor, read),
    close: async () => await (closing ??= close()),
  };
}

async function retrying<T>(anchor: Anchor, read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (attempt >= 4 || !isConnectionLoss(error)) throw error;
      await anchor.recover();
    }
  }
}
