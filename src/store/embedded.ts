// Supervises the embedded PostgreSQL of one home: starts it, adopts it when it already runs, restarts it when it died.
// The truth is whether a connection succeeds; pids are only hints.
import pg from 'pg';
import { type Cluster, ownerRole, prepareCluster, writeAccessRules } from './embedded-cluster.ts';
import {
  chooseSocketDirectory,
  clientConfig,
  type Endpoint,
  freePort,
  readPidFile,
  socketPort,
} from './embedded-endpoint.ts';
import {
  dropStaleLocks,
  isPostmaster,
  launch,
  type Launched,
  launchError,
  type Settings,
  stopServer,
} from './embedded-process.ts';
import { join } from 'node:path';
import { isConnectionLoss } from './errors.ts';
import type { Home } from './home.ts';

export type EmbeddedOptions = {
  /** Extra server settings; they apply only to a server that this process launches. */
  readonly settings?: Settings;
  /** False gives up safety against power cuts for speed (tests). */
  readonly durable?: boolean;
  /** Loopback with a password even where a socket would do. */
  readonly loopback?: boolean;
};

export type Embedded = {
  readonly cluster: Cluster;
  readonly endpoint: Endpoint;
  /** How this process found the server. */
  readonly found: 'made' | 'started' | 'adopted';
  /** Where to connect as the owner role; `database` and other roles are the caller's. */
  readonly config: pg.ClientConfig;
};

const firstWaitMs = 10_000;
/** Crash recovery of a large base may take long; as long as the server lives it is waited for. */
const recoveryWaitMs = 300_000;
const unreachableMs = 5_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Probe = 'ours' | 'absent' | 'busy' | 'foreign';

/** Connects and asks which data directory answers: a reused port or socket may belong to another server. */
async function probe(cluster: Cluster, endpoint: Endpoint): Promise<Probe> {
  const client = new pg.Client({
    ...clientConfig(endpoint, cluster.password),
    user: ownerRole,
    database: 'postgres',
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ path: string }>("select current_setting('data_directory') as path");
    return answer.rows[0]?.path === cluster.data ? 'ours' : 'foreign';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '57P03' || code === '53300') return 'busy';
    return isConnectionLoss(error) ? 'absent' : 'foreign';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function chooseEndpoint(cluster: Cluster, options: EmbeddedOptions): Promise<Endpoint> {
  const key = cluster.home.id.slice(0, 8);
  const directory =
    options.loopback === true ? null : chooseSocketDirectory(join(cluster.root, 'run'), key, cluster.account);
  if (directory !== null) return { kind: 'socket', directory, port: socketPort };
  return { kind: 'tcp', port: await freePort() };
}

async function launchOnce(cluster: Cluster, options: EmbeddedOptions): Promise<Launched> {
  const endpoint = await chooseEndpoint(cluster, options);
  writeAccessRules(cluster, endpoint.kind === 'tcp');
  const unsafe: Settings = options.durable === false ? { fsync: 'off', full_page_writes: 'off' } : {};
  return launch(cluster, endpoint, { ...unsafe, ...options.settings });
}

/** Makes room for a launch. @returns true when nothing living holds the data directory */
async function clearTheWay(cluster: Cluster, absentForMs: number): Promise<boolean> {
  const noted = readPidFile(cluster.data);
  if (noted === null) return true;
  if (await isPostmaster(noted.pid, cluster.data)) {
    // Alive but its socket is gone (a cleaner of temporary files): only a restart makes it reachable.
    if (absentForMs > unreachableMs) await stopServer(cluster, firstWaitMs);
    return false;
  }
  dropStaleLocks(cluster, noted);
  return true;
}

/** Where a server that may be running says it listens. */
async function runningEndpoint(cluster: Cluster): Promise<{ endpoint: Endpoint; state: Probe } | null> {
  const endpoint = readPidFile(cluster.data)?.endpoint ?? null;
  return endpoint === null ? null : { endpoint, state: await probe(cluster, endpoint) };
}

/**
 * Gives a running server of this home, whoever started it.
 * Throws `StoreError`: `server-did-not-start`, `disk-full`, `port-busy` and those of `prepareCluster`.
 */
export async function startEmbedded(home: Home, options: EmbeddedOptions = {}): Promise<Embedded> {
  const cluster = await prepareCluster(home, options.durable !== false);
  return await ensureRunning(cluster, options);
}

/** The same for files already prepared: used again when the server died under us. */
export async function ensureRunning(cluster: Cluster, options: EmbeddedOptions): Promise<Embedded> {
  const began = performance.now();
  let launched: Launched | null = null;
  let launches = 0;
  let absentSince: number | null = null;
  for (;;) {
    const running = await runningEndpoint(cluster);
    if (running?.state === 'ours') {
      const mine = launched !== null && launched.exit() === null;
      const found = mine ? (cluster.fresh ? 'made' : 'started') : 'adopted';
      const config = { ...clientConfig(running.endpoint, cluster.password), user: ownerRole };
      return { cluster, endpoint: running.endpoint, found, config };
    }
    const waited = performance.now() - began;
    if (running?.state === 'busy') absentSince = null;
    else absentSince ??= performance.now();
    const childGone = launched === null || launched.exit() !== null;
    if (childGone && running?.state !== 'busy') {
      if (launched !== null && (launches >= 3 ? waited > firstWaitMs : false))
        throw launchError(cluster, launched);
      const absentFor = performance.now() - (absentSince ?? performance.now());
      if (await clearTheWay(cluster, absentFor)) {
        if (launched !== null) await giveUpOrPause(cluster, launched, waited);
        launched = await launchOnce(cluster, options);
        launches += 1;
      }
    }
    if (waited > (running?.state === 'busy' ? recoveryWaitMs : firstWaitMs * 3)) {
      if (launched !== null) throw launchError(cluster, launched);
    }
    await pause(10);
  }
}

/** A launch that ended is tried again only for causes that pass: another launcher, or a dying server's memory. */
async function giveUpOrPause(cluster: Cluster, launched: Launched, waited: number): Promise<void> {
  const passing = /lock file|pre-existing shared memory|Address already in use/i.test(launched.said());
  if (!passing || waited > firstWaitMs) throw launchError(cluster, launched);
  await pause(50);
}
