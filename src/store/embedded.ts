// Supervises the embedded PostgreSQL of one home: starts it, adopts it when it already runs, restarts it when it died.
// The truth is whether a connection succeeds; pids are only hints.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { isConnectionLoss, StoreError } from './errors.ts';
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
/** Backends of a killed server hold its memory until they look up from their work: a new one is tried again this long. */
const passingWaitMs = 60_000;
/** Crash recovery of a large base may take long; as long as the server lives it is waited for. */
const recoveryWaitMs = 300_000;
const unreachableMs = 2_500;

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
  const key = createHash('sha256').update(cluster.root).digest('hex').slice(0, 12);
  const directory =
    options.loopback === true ? null : chooseSocketDirectory(join(cluster.root, 'run'), key, cluster.account);
  if (directory !== null) return { kind: 'socket', directory, port: socketPort };
  return { kind: 'tcp', port: await rememberedPort(cluster) };
}

/** The port of the last start when it is free: pools opened before a restart then still find the server. */
async function rememberedPort(cluster: Cluster): Promise<number> {
  const note = join(cluster.root, 'port');
  const last = existsSync(note) ? Number.parseInt(readFileSync(note, 'utf8'), 10) : 0;
  const port = await freePort(Number.isInteger(last) ? last : 0);
  writeFileSync(note, `${port}\n`, { mode: 0o600 });
  return port;
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

type Pursuit = {
  readonly began: number;
  launched: Launched | null;
  /** Since when nothing of ours answered; null while a server says it is starting or stopping. */
  absentSince: number | null;
};

/** The same for files already prepared: used again when the server died under us. */
export async function ensureRunning(cluster: Cluster, options: EmbeddedOptions): Promise<Embedded> {
  const pursuit: Pursuit = { began: performance.now(), launched: null, absentSince: null };
  for (;;) {
    const running = await runningEndpoint(cluster);
    if (running?.state === 'ours') return answered(cluster, running.endpoint, pursuit.launched);
    if (running?.state === 'busy') {
      pursuit.absentSince = null;
      if (performance.now() - pursuit.began > recoveryWaitMs) throw unreachable(cluster);
    } else {
      pursuit.absentSince ??= performance.now();
      await pursue(cluster, options, pursuit);
    }
    await pause(10);
  }
}

function answered(cluster: Cluster, endpoint: Endpoint, launched: Launched | null): Embedded {
  const mine = launched !== null && launched.exit() === null;
  const started = cluster.fresh ? 'made' : 'started';
  const config = { ...clientConfig(endpoint, cluster.password), user: ownerRole };
  return { cluster, endpoint, found: mine ? started : 'adopted', config };
}

function unreachable(cluster: Cluster): StoreError {
  return new StoreError('server-did-not-start', { log: cluster.log, reason: 'no answer' });
}

/** One step towards an answering server: wait for our child, or clear the way and launch. */
async function pursue(cluster: Cluster, options: EmbeddedOptions, pursuit: Pursuit): Promise<void> {
  const waited = performance.now() - pursuit.began;
  const child = pursuit.launched;
  if (child !== null && child.exit() === null) {
    if (waited > recoveryWaitMs) throw unreachable(cluster);
    return;
  }
  // A launch that ended is tried again only for causes that pass: another launcher, or a dying server's memory.
  if (child !== null && (waited > passingWaitMs || !passes(child))) throw launchError(cluster, child);
  const absentFor = performance.now() - (pursuit.absentSince ?? performance.now());
  if (await clearTheWay(cluster, absentFor)) {
    if (child !== null) await pause(40);
    pursuit.launched = await launchOnce(cluster, options);
  } else if (absentFor > firstWaitMs * 3) throw unreachable(cluster);
}

function passes(child: Launched): boolean {
  return /lock file|pre-existing shared memory|Address already in use/i.test(child.said());
}
