// The server process: launched detached, recognised, stopped. Whether it lives is decided by connecting, elsewhere.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  existsSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { as, type Cluster, serverEnvironment } from './embedded-cluster.ts';
import { isAlive } from './embedded-drafts.ts';
import { type Endpoint, type PidFile, readPidFile, socketPort } from './embedded-endpoint.ts';
import { StoreError } from './errors.ts';

export type Settings = Readonly<Record<string, string>>;

/** Modest memory, full durability, and a log that carries no values: parameters and rows are personal data. */
const settings: Settings = {
  shared_buffers: '128MB',
  max_connections: '100',
  synchronous_commit: 'on',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m ',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

export type Launched = {
  readonly endpoint: Endpoint;
  /** Null while the child lives. */
  exit(): string | null;
  /** What the server wrote since it was launched. */
  said(): string;
};

const keepLogBytes = 8 * 1024 * 1024;

function openLog(path: string): { fd: number; from: number } {
  if (existsSync(path) && statSync(path).size > keepLogBytes) renameSync(path, `${path}.1`);
  const fd = openSync(path, 'a', 0o600);
  return { fd, from: statSync(path).size };
}

function listenArguments(endpoint: Endpoint): string[] {
  // The directories are a list inside one setting, so a path with a comma or a space must be quoted.
  return endpoint.kind === 'socket'
    ? ['-k', `"${endpoint.directory.replaceAll('"', '""')}"`, '-c', 'listen_addresses=']
    : ['-k', '', '-c', 'listen_addresses=127.0.0.1'];
}

/** Starts the server detached from Node, so that it outlives a killed process and is adopted by the next. */
export function launch(cluster: Cluster, endpoint: Endpoint, extra: Settings): Launched {
  const port = endpoint.kind === 'socket' ? socketPort : endpoint.port;
  const args = ['-D', cluster.data, '-p', String(port), ...listenArguments(endpoint)];
  args.push('-c', 'unix_socket_permissions=0700');
  for (const [name, value] of Object.entries({ ...settings, ...extra })) {
    args.push('-c', `${name}=${value}`);
  }
  const { fd, from } = openLog(cluster.log);
  const child = spawn(cluster.binaries.postgres, args, {
    ...as(cluster.account),
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', fd, fd],
  });
  closeSync(fd);
  child.unref();
  return watched(child, endpoint, () => readFileSync(cluster.log).subarray(from).toString('utf8'));
}

function watched(child: ChildProcess, endpoint: Endpoint, said: () => string): Launched {
  let ended: string | null = null;
  child.once('error', (error) => (ended ??= error.message));
  child.once('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
  return { endpoint, exit: () => ended, said };
}

/** The expected error behind a launch that ended. */
export function launchError(cluster: Cluster, launched: Launched): StoreError {
  const said = launched.said();
  if (/No space left on device|Disk quota/i.test(said))
    return new StoreError('disk-full', { path: cluster.root });
  if (launched.endpoint.kind === 'tcp' && /Address already in use/i.test(said))
    return new StoreError('port-busy', { port: launched.endpoint.port });
  const fatal = said.split('\n').findLast((line) => /FATAL|PANIC|error while loading/.test(line));
  const reason = fatal ?? launched.exit() ?? 'no answer';
  return new StoreError('server-did-not-start', { log: cluster.log, reason });
}

/** True when `pid` is a postmaster of this data directory: it changes into the directory when it starts. */
export async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null);
    return listed !== null && listed.stdout.includes(data);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return false;
  }
}

/**
 * Removes lock files whose pid now belongs to an unrelated process: PostgreSQL would believe them.
 * Its shared-memory check still refuses a second server on the same data.
 */
export function dropStaleLocks(cluster: Cluster, stale: PidFile): void {
  const path = join(cluster.data, 'postmaster.pid');
  const aside = `${path}.stale-${process.pid}`;
  if (readPidFile(cluster.data)?.text !== stale.text) return;
  renameSync(path, aside);
  // Between the look and the rename another process may have launched: give its file back.
  if (readFileSync(aside, 'utf8') !== stale.text) renameSync(aside, path);
  else {
    rmSync(aside, { force: true });
    if (stale.endpoint?.kind === 'socket') dropSocket(stale.endpoint.directory, cluster.data);
  }
}

/** Only a socket that names this data directory: a copied base carries the address of its original. */
function dropSocket(directory: string, data: string): void {
  const socket = join(directory, `.s.PGSQL.${socketPort}`);
  const lock = `${socket}.lock`;
  if (!existsSync(lock) || readFileSync(lock, 'utf8').split('\n')[1] !== data) return;
  rmSync(socket, { force: true });
  rmSync(lock, { force: true });
}

/** Asks the server to stop fast and clean, and waits until its lock file is gone. @returns false after `waitMs` */
export async function stopServer(cluster: Cluster, waitMs: number): Promise<boolean> {
  const found = readPidFile(cluster.data);
  if (found === null) return true;
  if (!(await isPostmaster(found.pid, cluster.data))) return true;
  if (process.platform === 'win32') {
    await promisify(execFile)(cluster.binaries.pgCtl, ['-D', cluster.data, '-m', 'fast', 'stop']);
    return true;
  }
  try {
    process.kill(found.pid, 'SIGINT');
  } catch {
    return true;
  }
  for (const until = performance.now() + waitMs; performance.now() < until;) {
    if (readPidFile(cluster.data)?.pid !== found.pid) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}
