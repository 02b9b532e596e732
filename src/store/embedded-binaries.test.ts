import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPackage, repairLinks, stage } from './embedded-binaries.ts';
import { StoreError } from './errors.ts';

const found = findPackage(process.platform, process.arch);

/** A package as an install without scripts leaves it: no links. */
function withUnlinked(body: (root: string, parent: string) => void): void {
  const parent = mkdtempSync(join(tmpdir(), 'perene-binaries-'));
  const root = join(parent, 'package');
  try {
    cpSync(found.root, root, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a'),
    });
    body(root, parent);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

test('links that an install without scripts leaves out are made, once', () => {
  withUnlinked((root) => {
    const listed: unknown = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
    const count = Array.isArray(listed) ? listed.length : 0;
    assert.ok(count > 0);
    assert.equal(repairLinks(root), count);
    assert.equal(repairLinks(root), 0);
    assert.match(readlinkSync(join(root, 'native', 'lib', 'libpq.so.5')), /^libpq\.so\.5\.\d+$/);
  });
});

test('a staged copy is whole, readable by every account, and runs', () => {
  withUnlinked((root, parent) => {
    const shelf = join(parent, 'shelf');
    mkdirSync(shelf);
    mkdirSync(join(shelf, `pg-${found.version}.draft-2000000000-00000000`));
    const staged = stage({ root, version: found.version }, shelf);
    assert.match(execFileSync(staged.postgres, ['--version'], { cwd: '/' }).toString(), /PostgreSQL\) 18/);
    assert.deepEqual(readdirSync(shelf), [`pg-${found.version}`]);
    assert.equal(statSync(staged.postgres).mode & 0o755, 0o755);
    assert.deepEqual(stage({ root, version: found.version }, shelf), staged);
  });
});

test('a machine without binaries is told so', () => {
  assert.throws(
    () => findPackage('aix', 'ppc64'),
    (error) => error instanceof StoreError && error.code === 'platform-unsupported',
  );
  const other = process.platform === 'darwin' ? 'linux' : 'darwin';
  assert.throws(
    () => findPackage(other, 'x64'),
    (error) => error instanceof StoreError && error.code === 'binaries-missing',
  );
});
