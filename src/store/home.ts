// The home directory of one base: its identity, the operator's token and what a running server says of itself.
// It refuses to know the environment: the path is handed in by a door.
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, fileError, StoreError } from './errors.ts';

export type Home = {
  /** Real absolute path. */
  readonly path: string;
  /** Identity of the base (uuid), kept in `base.id`: it survives a move of the directory. */
  readonly id: string;
};

/** What a running web server says of itself. Information only: the lock is held in the database. */
export type ServerInfo = { readonly pid: number; readonly url: string };

/** Makes a directory private to its user; parents that are missing stay readable (755). */
export function privateDirectory(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o700);
}

/** Writes a private file once; a second writer gets the first one's content. Readers never see half of it. */
export function writeOnce(path: string, content: () => string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const draft = join(dirname(path), `.${basename(path)}-${randomUUID()}`);
  writeFileSync(draft, `${content()}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

const noFolder = new Set(['ENOTDIR', 'ENOENT', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']);

/** A folder that is there with other things in it belongs to somebody: its mode is not ours to change. */
const isOurs = (path: string): boolean =>
  !existsSync(path) || existsSync(join(path, 'base.id')) || readdirSync(path).length === 0;

/** Opens or makes the home directory. Throws `StoreError` `not-writable`, `home-unusable` or `disk-full`. */
export function openHome(path: string): Home {
  const wanted = resolve(path);
  try {
    if (isOurs(wanted)) privateDirectory(wanted);
    const real = realpathSync(wanted);
    return { path: real, id: writeOnce(join(real, 'base.id'), randomUUID) };
  } catch (error) {
    const reason = codeOf(error) ?? '';
    if (noFolder.has(reason)) throw new StoreError('home-unusable', { path: wanted, reason }, error);
    throw fileError(error, wanted);
  }
}

function writing<T>(home: Home, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw fileError(error, home.path);
  }
}

/** The local operator's secret (64 hex digits), made at the first asking. */
export function operatorToken(home: Home): string {
  const fresh = (): string => randomBytes(32).toString('hex');
  return writing(home, () => writeOnce(join(home.path, 'operator.token'), fresh));
}

/** What the running server last said of itself, or null. */
export function readServerInfo(home: Home): ServerInfo | null {
  try {
    const read: unknown = JSON.parse(readFileSync(join(home.path, 'server.json'), 'utf8'));
    if (typeof read !== 'object' || read === null || !('pid' in read) || !('url' in read)) return null;
    if (typeof read.pid !== 'number' || typeof read.url !== 'string') return null;
    return { pid: read.pid, url: read.url };
  } catch {
    return null;
  }
}

/** Says where the running server answers. */
export function writeServerInfo(home: Home, info: ServerInfo): void {
  const text = `${JSON.stringify(info)}\n`;
  writing(home, () => writeFileSync(join(home.path, 'server.json'), text, { mode: 0o600 }));
}

/** Removes what a server said of itself. */
export function clearServerInfo(home: Home): void {
  rmSync(join(home.path, 'server.json'), { force: true });
}
