// A store whose own filters by workspace are taken out of every statement: what then holds the wall is the database alone.
// One connection for all, so that whatever a transaction leaves behind on it would be met by the next.
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { appTypes, endPool, openPool } from './connections.ts';
import type { Store } from './open.ts';
import type { Database } from './schema.ts';
import type { TestStore } from './testing.ts';

const setting = String.raw`nullif\(current_setting\('app\.workspace', true\), ''\)::uuid`;
const filter = new RegExp(
  String.raw`(?:"?\w+"?\.)?"?workspace_id"? = (?:(\$\d+)(?:::uuid)?|${setting})`,
  'g',
);

/** A statement without its comparisons of workspaces with the one asked for; joins of rows with rows stay. */
export function unfiltered(text: string): string {
  return text.replace(filter, (_, parameter: string | undefined) =>
    parameter === undefined ? 'true' : `(true or ${parameter}::uuid is null)`,
  );
}

export type Unfiltered = {
  readonly store: Store;
  /** Filters taken out so far. */
  taken(): number;
  close(): Promise<void>;
};

/** The same base as `test`, spoken to without filters; `overWalls` as the owner, whom no wall stops. */
export function unfilteredStore(test: TestStore, overWalls = false): Unfiltered {
  const pool = overWalls
    ? new pg.Pool({ ...test.source.config, types: appTypes, max: 1 })
    : openPool(test.source, 'perene_app', 1);
  let taken = 0;
  const rewritten = (text: string): string => {
    const bare = unfiltered(text);
    if (bare !== text) taken += 1;
    return bare;
  };
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const query = async (text: string, values: readonly unknown[]) =>
      client.query(rewritten(text), [...values]);
    return { query, release: () => client.release() } as unknown as PostgresPoolClient;
  };
  const bare = { connect, end: async () => endPool(pool) } as unknown as PostgresPool;
  const app = new Kysely<Database>({ dialect: new PostgresDialect({ pool: bare }) });
  return { store: { ...test.store, app }, taken: () => taken, close: async () => app.destroy() };
}
