// Pools of connections, one plain role each. How a role is taken depends on the server:
// the embedded socket lets each role sign in, everywhere else the owner's session sets the role.
import pg from 'pg';
import { reasonOf } from './errors.ts';
import { CopyingClient, KeepingClient } from './kept.ts';

export type Role = 'perene_app' | 'perene_auth' | 'perene_jobs';

/** Where the database is and how roles are taken there. */
export type Source = {
  /** Credentials of the owner role, without a database name when `database` is the caller's. */
  readonly config: pg.ClientConfig;
  /** True when each role may sign in by itself. */
  readonly roleSignsIn: boolean;
};

const plain = pg.types;
const int8 = 20;
const date = 1082;
const timestamptz = 1184;

/**
 * Shapes of values for the application: `int8` as number, `timestamptz` as ms since 1970 (UTC), `date` as `YYYY-MM-DD`.
 * The two libraries with their own pools keep the driver's shapes.
 */
export const appTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === int8) return safeInteger;
    if (oid === date) return (text: string) => text;
    if (oid === timestamptz) return milliseconds;
    return plain.getTypeParser(oid, format);
  }) as typeof plain.getTypeParser,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`Integer past 2^53 read from the database: ${text}`);
  return value;
}

function milliseconds(text: string): number {
  const parsed: unknown = plain.getTypeParser(timestamptz)(text);
  return parsed instanceof Date ? parsed.getTime() : Number.NaN;
}

/** A client whose connection errors reach the statement that meets them and nobody else. */
export function quietClient(config: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  client.on('error', () => undefined);
  return client;
}

/** Opens a pool whose every connection acts as `role`. */
export function openPool(source: Source, role: Role, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...source.config,
    ...(source.roleSignsIn ? { user: role } : {}),
    ...(role === 'perene_app' ? { types: appTypes } : {}),
    // Our own server is reached directly; in front of another there may be a pooler.
    ...(role === 'perene_app' ? { Client: source.roleSignsIn ? KeepingClient : CopyingClient } : {}),
    application_name: role,
    max,
    onConnect: (client) => takeRole(client, source.roleSignsIn ? null : role, role === 'perene_auth'),
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function takeRole(client: pg.ClientBase, role: Role | null, authPath: boolean): Promise<void> {
  if (role !== null) await client.query(`set role ${role}`);
  if (authPath) await client.query('set search_path = auth');
}

/** Ends a pool; a server that is already gone is no reason to fail. */
export async function endPool(pool: pg.Pool): Promise<void> {
  await pool.end().catch((error: unknown) => {
    if (!/more than once/.test(reasonOf(error))) return;
  });
}
