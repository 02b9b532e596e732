// How clients reach the embedded server: a socket in a private directory, or loopback with a random password.
// The socket path has a hard limit of the kernel, so the length is checked before anything is started.
import { chownSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Account } from './embedded-account.ts';
import { codeOf, StoreError } from './errors.ts';

export type Endpoint =
  | { readonly kind: 'socket'; readonly directory: string; readonly port: number }
  | { readonly kind: 'tcp'; readonly port: number };

/** Port number in the socket's name; no TCP port is opened by it. */
export const socketPort = 5432;

/** Longest socket path in bytes: 107 on Linux, 103 on macOS (the size of `sun_path` less its end mark). */
export function socketPathLimit(platform: string): number {
  return platform === 'linux' ? 107 : 103;
}

/** True when a server socket in `directory` has a path that clients can name. */
export function socketFits(directory: string, platform: string): boolean {
  const path = join(directory, `.s.PGSQL.${socketPort}`);
  return Buffer.byteLength(path) <= socketPathLimit(platform) && !/[\n\r]/.test(path);
}

/** Makes a directory that only the server's account may enter; false when the name is taken by someone else. */
function claimPrivate(directory: string, account: Account): boolean {
  try {
    mkdirSync(directory, { mode: 0o700 });
    if (account.lent) chownSync(directory, account.uid ?? 0, account.gid ?? 0);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return false;
  }
  const found = lstatSync(directory, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  return (found.mode & 0o077) === 0 && (account.uid === null || found.uid === account.uid);
}

/**
 * The first private directory whose socket path fits, or null: then only loopback is left.
 * @param inside preferred directory, inside the base
 * @param key short name of the base for directories outside it
 */
export function chooseSocketDirectory(inside: string, key: string, account: Account): string | null {
  if (process.platform === 'win32') return null;
  const short = `perene-${account.uid ?? 0}-${key}`;
  for (const directory of [inside, join(tmpdir(), short), join('/tmp', short)]) {
    if (socketFits(directory, process.platform) && claimPrivate(directory, account)) return directory;
  }
  return null;
}

async function portIfFree(port: number): Promise<number | null> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : null;
      probe.close(() => resolve(found));
    });
  });
}

/** A loopback port that was free a moment ago: the preferred one, or any when it is taken or 0. */
export async function freePort(preferred: number): Promise<number> {
  const port = (await portIfFree(preferred)) ?? (await portIfFree(0));
  if (port === null) throw new StoreError('port-busy', { port: preferred });
  return port;
}

/** What `postmaster.pid` says: written by PostgreSQL, possibly by one that is long dead. */
export type PidFile = { readonly pid: number; readonly text: string; readonly endpoint: Endpoint | null };

/** Reads `postmaster.pid`; null when there is none. Lines: pid, data, start, port, socket directory, address. */
export function readPidFile(data: string): PidFile | null {
  let text: string;
  try {
    text = readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n');
  const port = Number(lines[3]);
  const directory = lines[4] ?? '';
  const tcp = (lines[5] ?? '').trim() !== '';
  let endpoint: Endpoint | null = null;
  if (directory !== '') endpoint = { kind: 'socket', directory, port };
  else if (tcp && port > 0) endpoint = { kind: 'tcp', port };
  return { pid: Number(lines[0]), text, endpoint };
}

/** Where and with what to connect; the role and the database are the caller's. */
export function clientConfig(endpoint: Endpoint, password: string): pg.ClientConfig {
  return endpoint.kind === 'socket'
    ? { host: endpoint.directory, port: endpoint.port, password: '' }
    : { host: '127.0.0.1', port: endpoint.port, password };
}
