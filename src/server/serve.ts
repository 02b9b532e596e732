// Starts and stops the server of one base: the store with its lock, the listener on loopback, the sweeper.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as listen, type ServerType } from '@hono/node-server';
import { StoreError } from '#store/errors.ts';
import { operatorToken } from '#store/home.ts';
import { openStore } from '#store/open.ts';
import { startBackground } from '#actions/background.ts';
import { sampleEnded } from '#actions/sample-run.ts';
import { stopCommits } from '#actions/draft-runs.ts';
import { createApp } from './app.ts';
import { startSweeper } from './sweeper.ts';

export type ServeOptions = {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly port: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: (line: string) => void;
};
export type Running = { readonly url: string; close(): Promise<void> };

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));
/** Without an owner the base is reachable from this machine only. */
const loopback = '127.0.0.1';

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StoreError('port-busy', { port }, error);
  return error.code === 'EACCES' ? new StoreError('port-not-allowed', { port }, error) : error;
}

async function listening(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: loopback }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
  });
}

async function closed(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** Opens the base and answers on loopback until `close()`. A second server on the base is refused by name. */
export async function serve(options: ServeOptions): Promise<Running> {
  const store = await openStore({
    home: options.home,
    now: options.now(),
    lock: 'server',
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
  });
  const closers = [() => store.close()];
  // A start that fails half-way leaves nothing of it open: the process could not end.
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0)) await one();
  };
  try {
    const app = createApp({
      store,
      now: options.now,
      random: options.random,
      operatorToken: operatorToken(store.home),
      webDirectory: existsSync(built) ? built : null,
      log: options.log,
    });
    const server = await listening(app.fetch, options.port);
    closers.unshift(() => closed(server));
    closers.unshift(() => stopCommits(store));
    closers.unshift(() => sampleEnded(store));
    const { port } = server.address() as AddressInfo;
    const url = `http://${loopback}:${port}`;
    store.announce(url);
    const worker = await startBackground(store, options);
    closers.unshift(() => worker.stop());
    const sweeper = startSweeper(store, options);
    closers.unshift(() => sweeper.stop());
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
