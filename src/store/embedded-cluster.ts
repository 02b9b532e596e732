// The files of one embedded base: made whole by `initdb` under a draft name, then only their access rules are rewritten.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, ownAccount, serverAccount } from './embedded-account.ts';
import { type Binaries, findPackage, usableBinaries } from './embedded-binaries.ts';
import { draftOf, sweepDrafts, tookSecond } from './embedded-drafts.ts';
import { fileError, reasonOf, StoreError } from './errors.ts';
import { type Home, privateDirectory, writeOnce } from './home.ts';

export type Cluster = {
  readonly home: Home;
  readonly account: Account;
  readonly binaries: Binaries;
  /** Private directory of everything below. */
  readonly root: string;
  readonly data: string;
  readonly log: string;
  /** Password of the owner role, used only over loopback. */
  readonly password: string;
  /** True when this call made the data directory. */
  readonly fresh: boolean;
};

/** Role that owns the database objects; the superuser of an embedded base. */
export const ownerRole = 'perene_owner';
const major = '18';
/** Bases of a server started as root, and the staged binaries: every account can traverse it. */
const shelf = '/var/lib/perene';

/** Environment of the server: nothing of the caller's, so `PG*` and `LC_*` cannot leak in. */
export function serverEnvironment(): Record<string, string> {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  return { PATH: '/usr/bin:/bin', LC_ALL: locale, TZ: 'UTC' };
}

/** Spawn options that lend the account to the child. */
export function as(account: Account): { uid?: number; gid?: number } {
  if (!account.lent || account.uid === null || account.gid === null) return {};
  return { uid: account.uid, gid: account.gid };
}

function give(path: string, account: Account): void {
  if (account.lent && account.uid !== null && account.gid !== null) {
    chownSync(path, account.uid, account.gid);
  }
}

/** A base started by a user stays in the home; one first started by root lies on the shelf under the base's id. */
export function placeOf(home: Home): { root: string; onShelf: boolean } {
  const inHome = join(home.path, 'pg');
  const onShelf = process.getuid?.() === 0 && !existsSync(join(inHome, 'data', 'PG_VERSION'));
  return { root: onShelf ? join(shelf, home.id.replaceAll('-', '')) : inHome, onShelf };
}

/** A copied home names the base of its original: refuse, or two directories would share one base. */
function refuseCopy(home: Home, root: string): void {
  const noted = join(root, 'home');
  if (existsSync(noted)) {
    const original = readFileSync(noted, 'utf8').trim();
    const file = join(original, 'base.id');
    if (original !== home.path && existsSync(file) && readFileSync(file, 'utf8').trim() === home.id) {
      throw new StoreError('home-copied', {
        home: home.path,
        original,
        file: join(home.path, 'base.id'),
      });
    }
  }
  writeFileSync(noted, `${home.path}\n`, { mode: 0o600 });
}

/**
 * Prepares the files of the base; safe when several processes do it at once.
 * @param durable false skips the final sync of `initdb` (tests)
 */
export async function prepareCluster(home: Home, durable: boolean): Promise<Cluster> {
  const { root, onShelf } = placeOf(home);
  const kept = join(root, 'data');
  const account = await serverAccount(existsSync(kept) ? kept : null);
  const source = findPackage(process.platform, process.arch);
  try {
    privateDirectory(onShelf ? prepareShelf(root) : root);
    give(root, account);
    if (onShelf) refuseCopy(home, root);
    const binaries = usableBinaries(source, onShelf || account.lent ? prepared() : root, account.lent);
    const password = writeOnce(join(root, 'password'), () => randomBytes(24).toString('base64url'));
    const before = { home, account, binaries, root, data: kept, log: join(root, 'server.log') };
    const fresh = await initialise({ ...before, password, fresh: false }, durable);
    const cluster = { ...before, data: realpathSync(kept), password, fresh };
    checkVersion(cluster.data);
    return cluster;
  } catch (error) {
    throw fileError(error, root);
  }
}

function prepared(): string {
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  return shelf;
}

function prepareShelf(root: string): string {
  prepared();
  return root;
}

function checkVersion(data: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) throw new StoreError('data-version', { path: data, found, wanted: major });
}

/** Runs `initdb` into a draft and renames it; @returns true when this process made the data directory. */
async function initialise(cluster: Cluster, durable: boolean): Promise<boolean> {
  if (existsSync(join(cluster.data, 'PG_VERSION'))) return false;
  sweepDrafts(cluster.data);
  const draft = draftOf(cluster.data);
  const secret = `${draft}.secret`;
  try {
    writeFileSync(secret, `${cluster.password}\n`, { mode: 0o600 });
    give(secret, cluster.account);
    await runInitdb(cluster, draft, secret, durable);
    renameSync(draft, cluster.data);
    return true;
  } catch (error) {
    if (tookSecond(error)) return false;
    throw error;
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runInitdb(cluster: Cluster, data: string, secret: string, durable: boolean): Promise<void> {
  const local = process.platform === 'win32' ? 'scram-sha-256' : 'peer';
  const args = ['-D', data, '-U', ownerRole, `--auth-local=${local}`, '--auth-host=scram-sha-256'];
  args.push(`--pwfile=${secret}`, '--encoding=UTF8', '--locale-provider=builtin');
  args.push('--builtin-locale=C.UTF-8', '--data-checksums', ...(durable ? [] : ['--no-sync']));
  try {
    await promisify(execFile)(cluster.binaries.initdb, args, {
      ...as(cluster.account),
      cwd: '/',
      env: serverEnvironment(),
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    if (/No space left on device|Disk quota/i.test(said))
      throw new StoreError('disk-full', { path: cluster.root }, error);
    const reason = said.trim() === '' ? reasonOf(error) : said.trim();
    throw new StoreError('server-did-not-start', { log: cluster.log, reason }, error);
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Rewrites who may connect: the kernel vouches for the user running Node (and root); never `trust`. */
export function writeAccessRules(cluster: Cluster, tcp: boolean): void {
  const users = new Set([ownAccount().name, 'root']);
  if (!cluster.account.lent) users.add(cluster.account.name);
  const ident = [...users].map((user) => `perene ${quoted(user)} all`);
  const rules = process.platform === 'win32' ? [] : ['local all all peer map=perene'];
  if (tcp) rules.push('host all all 127.0.0.1/32 scram-sha-256');
  replace(cluster, 'pg_ident.conf', ident);
  replace(cluster, 'pg_hba.conf', rules);
}

function replace(cluster: Cluster, name: string, lines: readonly string[]): void {
  const draft = join(cluster.data, `${name}.${process.pid}`);
  writeFileSync(draft, `${lines.join('\n')}\n`, { mode: 0o600 });
  give(draft, cluster.account);
  renameSync(draft, join(cluster.data, name));
}
