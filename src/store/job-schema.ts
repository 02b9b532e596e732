// Installs the job queue's own schema as its own role, which may create in the database only while it does so.
import { type Logger as WorkerLogger, Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';

/** Raised with the pinned version of the library: the installer runs when the base notes another one. */
export const jobLibraryVersion = '0.18.0';
const library = 'graphile-worker';

const silent: WorkerLogger = new Logger(() => () => undefined);

/** True when the base lacks the queue schema of this build. */
export async function jobSchemaDue(owner: pg.ClientBase): Promise<boolean> {
  const noted = await owner.query<{ version: string }>(
    "select version from app.library_schema where library = 'graphile-worker'",
  );
  return noted.rows[0]?.version !== jobLibraryVersion;
}

/**
 * Installs or raises the queue's schema; safe to repeat after a kill at any point.
 * @param jobs pool that acts as `perene_jobs`
 * @param now instant in ms
 */
export async function installJobSchema(owner: pg.ClientBase, jobs: pg.Pool, now: number): Promise<void> {
  const database = await owner.query<{ name: string }>('select quote_ident(current_database()) as name');
  const name = database.rows[0]?.name ?? '';
  await owner.query(`grant create on database ${name} to perene_jobs`);
  try {
    await runMigrations({ pgPool: jobs, schema: 'jobs', logger: silent });
  } finally {
    await owner.query(`revoke create on database ${name} from perene_jobs`);
  }
  await owner.query(
    `insert into app.library_schema (library, version, applied_at) values ($1, $2, to_timestamp($3::float8 / 1000))
     on conflict (library) do update set version = excluded.version, applied_at = excluded.applied_at`,
    [library, jobLibraryVersion, now],
  );
}
