// Starts and stops the server of one base: the store with its lock, the listener (on loopback unless told), the sweeper.
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
import { baseHasOwner } from '#actions/own-access.ts';
import { Refusal } from '#actions/refusal.ts';
import { createApp } from './app.ts';
import { startSweeper } from './sweeper.ts';

/** How people come to a base that has an owner: by which names, and on which network address it listens. */
export type Reach = {
  readonly hosts?: ReadonlySet<string>;
  readonly secure?: boolean;
  readonly listen?: string;
};
export type ServeOptions = Reach & {
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
export const isLoopback = (address: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(address);

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StoreError('port-busy', { port }, error);
  return error.code === 'EACCES' ? new StoreError('port-not-allowed', { port }, error) : error;
}

async function listening(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  hostname: string,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
  });
}

async function closed(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** Opens the base and answers until `close()`. A second server on the base is refused by name, and
 * so is another address than loopback while nobody owns it (`owner-needed`). */
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
    const address = options.listen ?? loopback;
    if (!isLoopback(address) && !(await baseHasOwner(store))) throw new Refusal('owner-needed');
    const app = createApp({
      ...(options.hosts === undefined ? {} : { hosts: options.hosts }),
      ...(options.secure === undefined ? {} : { secure: options.secure }),
      store,
      now: options.now,
      random: options.random,
      operatorToken: operatorToken(store.home),
      webDirectory: existsSync(built) ? built : null,
      log: options.log,
    });
    const server = await listening(app.fetch, options.port, address);
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
