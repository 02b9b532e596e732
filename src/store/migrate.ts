// Brings a base to the schema of this build: numbered SQL files, each whole or not at all, one runner at a time.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { codeOf, isConnectionLoss, reasonOf, StoreError } from './errors.ts';

export type Migration = {
  readonly number: number;
  readonly file: string;
  readonly sql: string;
  /** sha256 (hex) of the text with line ends as `\n`. */
  readonly checksum: string;
};

type Applied = { readonly number: number; readonly file: string; readonly checksum: string };

/** Advisory lock that one migrating process holds; scoped to the database by PostgreSQL. */
const migrationLock = 7_305_010_003;

/** The migrations of this build. */
export const migrationsDirectory = join(import.meta.dirname, 'migrations');

/** Reads `NNNN_name.sql` files in order of number; numbers count from 1 without holes. */
export function readMigrations(directory: string = migrationsDirectory): readonly Migration[] {
  const files = readdirSync(directory)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .toSorted();
  return files.map((file, index) => {
    const number = Number.parseInt(file, 10);
    if (number !== index + 1)
      throw new StoreError('migration-failed', { file, reason: 'numbers must follow' });
    const sql = readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n');
    return { number, file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** One fingerprint over all migrations: equal fingerprints mean equal schemas. */
export function schemaFingerprint(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(migrations.map((migration) => migration.checksum).join('\n'))
    .digest('hex');
}

async function readApplied(client: pg.ClientBase): Promise<readonly Applied[]> {
  const there = await client.query("select to_regclass('app.migration') is not null as there");
  if (there.rows[0]?.there !== true) return [];
  const applied = await client.query<Applied>(
    'select number, file, checksum from app.migration order by number',
  );
  return applied.rows;
}

/** Compares what the base holds with what this build knows. Throws `schema-newer` or `schema-changed`. */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly Applied[],
): readonly Migration[] {
  const newest = applied.at(-1)?.number ?? 0;
  if (newest > known.length) throw new StoreError('schema-newer', { found: newest, known: known.length });
  for (const [index, row] of applied.entries()) {
    const migration = known[index];
    if (migration?.number !== row.number || migration.checksum !== row.checksum)
      throw new StoreError('schema-changed', { file: row.file });
  }
  return known.slice(applied.length);
}

/**
 * Applies what is missing as the role of `client`, which becomes the owner of the objects.
 * @param now instant of the call in ms, stored with each migration
 * @param after further idempotent steps under the same lock, run only when `due` says so or something was applied
 * @returns the number of files applied
 */
export async function migrate(
  client: pg.ClientBase,
  known: readonly Migration[],
  now: number,
  after: { due(): Promise<boolean>; run(): Promise<void> } | null = null,
): Promise<number> {
  const quick = pendingMigrations(known, await readApplied(client));
  if (quick.length === 0 && (after === null || !(await after.due()))) return 0;
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  try {
    await ensureJournal(client);
    const pending = pendingMigrations(known, await readApplied(client));
    for (const migration of pending) await applyPatiently(client, migration, now);
    if (after !== null && (await after.due())) await after.run();
    return pending.length;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
  }
}

async function ensureJournal(client: pg.ClientBase): Promise<void> {
  const there = await client.query("select to_regclass('app.migration') is not null as there");
  if (there.rows[0]?.there === true) return;
  try {
    await client.query(`begin; create schema if not exists app;
      create table app.migration (number integer primary key, file text not null,
        checksum text not null, applied_at timestamptz not null); commit`);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw roleError(error);
  }
}

function roleError(error: unknown): unknown {
  return codeOf(error) === '42501'
    ? new StoreError('database-role-cannot', { reason: reasonOf(error) }, error)
    : error;
}

/** Roles are shared by all bases of a cluster, so a neighbour migrating now may collide; the transaction then runs again. */
async function applyPatiently(client: pg.ClientBase, migration: Migration, now: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await applyOnce(client, migration, now);
      return;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (isConnectionLoss(error)) throw error;
      if (attempt < 8 && /concurrently (updated|deleted)/.test(reasonOf(error))) {
        await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
        continue;
      }
      const refused = roleError(error);
      if (refused instanceof StoreError) throw refused;
      throw new StoreError('migration-failed', { file: migration.file, reason: reasonOf(error) }, error);
    }
  }
}

async function applyOnce(client: pg.ClientBase, migration: Migration, now: number): Promise<void> {
  await client.query('begin');
  await client.query(migration.sql);
  await client.query(
    'insert into app.migration (number, file, checksum, applied_at) values ($1, $2, $3, to_timestamp($4::float8 / 1000))',
    [migration.number, migration.file, migration.checksum, now],
  );
  await client.query('commit');
}
