// The one session that stands for this process at the server. Locks held by it die with the process, so nothing is
// ever stale: shared presence (the last to leave stops an embedded server) and, for a web server, the home's lock.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { quietClient, type Source } from './connections.ts';
import { type Embedded, type EmbeddedOptions, ensureRunning } from './embedded.ts';
import { type Cluster, prepareCluster } from './embedded-cluster.ts';
import { stopServer } from './embedded-process.ts';
import { isConnectionLoss, StoreError } from './errors.ts';
import { type Home, readServerInfo } from './home.ts';

export type Anchor = {
  readonly source: Source;
  readonly found: Embedded['found'] | 'external';
  /** A session of the owner; null when an outside server is only joined. */
  session(): pg.Client | null;
  /** Waits until the server answers again, starting it when it is ours. */
  recover(): Promise<void>;
  release(): Promise<void>;
};

const presenceLock = 7_305_010_001;
/** A lock of a process killed a moment ago is released when its connection breaks: waited for, but not for long. */
const lockWaitMs = 500;
const maxAttempts = 8;
const orphanMs = 150;

/** Key of the lock that one web server per home holds; by identity, as homes may share an outside database. */
function homeLock(home: Home): string {
  return createHash('sha256').update(`perene home ${home.id}`).digest().readBigInt64BE(0).toString();
}

async function takeHomeLock(session: pg.Client, home: Home): Promise<void> {
  const until = performance.now() + lockWaitMs;
  for (;;) {
    const asked = await session.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      homeLock(home),
    ]);
    if (asked.rows[0]?.taken === true) return;
    if (performance.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const info = readServerInfo(home);
  throw new StoreError('already-running', {
    home: home.path,
    pid: info?.pid ?? null,
    url: info?.url ?? null,
  });
}

async function openSession(
  config: pg.ClientConfig,
  locks: (session: pg.Client) => Promise<void>,
): Promise<pg.Client> {
  const session = quietClient({ ...config, application_name: 'perene_anchor', keepAlive: true });
  try {
    await session.connect();
    await locks(session);
    return session;
  } catch (error) {
    await session.end().catch(() => undefined);
    throw error;
  }
}

/** Keeps one session open: reopens it when it breaks, for whoever asks and by itself. */
function keepOpen(first: pg.Client, reopen: () => Promise<pg.Client>) {
  let session = first;
  let broken = false;
  let closing = false;
  let pending: Promise<void> | null = null;
  const watch = (watched: pg.Client): void => {
    watched.once('end', () => {
      if (watched !== session || closing) return;
      broken = true;
      recover().catch(() => undefined);
    });
  };
  const restore = async (): Promise<void> => {
    // A killed server's sessions may answer once more before they notice: whoever lost theirs waits for that to show.
    if (!broken) await pause(orphanMs);
    if (!broken && (await answers(session))) return;
    broken = true;
    const old = session;
    session = await reopen();
    broken = false;
    watch(session);
    await old.end().catch(() => undefined);
  };
  const recover = async (): Promise<void> => {
    if (closing) return;
    pending ??= restore().finally(() => (pending = null));
    await pending;
  };
  watch(first);
  const close = async (last: (session: pg.Client) => Promise<void>): Promise<void> => {
    closing = true;
    await pending?.catch(() => undefined);
    await last(session).catch(() => undefined);
    await session.end().catch(() => undefined);
  };
  return { session: () => session, recover, close };
}

async function answers(session: pg.Client): Promise<boolean> {
  return await session.query('select 1').then(
    () => true,
    () => false,
  );
}

/** Stands in at the embedded server of a home, starting or adopting it. */
export async function anchorEmbedded(home: Home, lock: boolean, options: EmbeddedOptions): Promise<Anchor> {
  const cluster = await prepareCluster(home, options.durable !== false);
  const stand = async (): Promise<{ embedded: Embedded; session: pg.Client }> => {
    for (let attempt = 1; ; attempt += 1) {
      const embedded = await ensureRunning(cluster, options);
      try {
        const session = await openSession({ ...embedded.config, database: 'postgres' }, async (opened) => {
          // Waits while the last one to leave is stopping the server; that ends this session and starts it anew.
          await opened.query('select pg_advisory_lock_shared($1)', [presenceLock]);
          if (lock) await takeHomeLock(opened, home);
        });
        return { embedded, session };
      } catch (error) {
        if (attempt >= maxAttempts || !isConnectionLoss(error)) throw error;
      }
    }
  };
  const { embedded, session } = await stand();
  const kept = keepOpen(session, async () => (await stand()).session);
  return {
    source: { config: embedded.config, roleSignsIn: embedded.endpoint.kind === 'socket' },
    found: embedded.found,
    session: kept.session,
    recover: kept.recover,
    release: async () => await kept.close(async (last) => await stopWhenAlone(last, cluster)),
  };
}

/**
 * Leaves before asking to be alone: of two that leave together the later one then finds nobody, and stops the server.
 * Holding the lock alone keeps newcomers waiting until it is down, so none is cut off at work.
 */
async function stopWhenAlone(session: pg.Client, cluster: Cluster): Promise<void> {
  await session.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
  const asked = await session.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
    presenceLock,
  ]);
  if (asked.rows[0]?.alone === true) await stopServer(cluster, 30_000);
}

/** Stands in at an outside server; only a web server holds a session there. */
export async function anchorOutside(home: Home, lock: boolean, config: pg.ClientConfig): Promise<Anchor> {
  const source: Source = { config, roleSignsIn: false };
  if (!lock) {
    return {
      source,
      found: 'external',
      session: () => null,
      recover: pauseBriefly,
      release: async () => undefined,
    };
  }
  const stand = async (): Promise<pg.Client> =>
    await openSession(config, async (opened) => await takeHomeLock(opened, home));
  const kept = keepOpen(await stand(), stand);
  return {
    source,
    found: 'external',
    session: kept.session,
    recover: async () => {
      await pauseBriefly();
      await kept.recover();
    },
    release: async () => await kept.close(async () => undefined),
  };
}

const pause = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

async function pauseBriefly(): Promise<void> {
  await pause(100);
}
