import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { StoreError } from './errors.ts';
import { clearServerInfo, openHome, operatorToken, readServerInfo, writeServerInfo } from './home.ts';

function inTemp(body: (path: string) => void): void {
  const parent = mkdtempSync(join(tmpdir(), 'perene-home-'));
  try {
    body(parent);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

test('a home is private, its parents are not, and its identity stays', () => {
  inTemp((parent) => {
    chmodSync(parent, 0o755);
    const home = openHome(join(parent, 'deep', '.perene'));
    assert.equal(statSync(home.path).mode & 0o777, 0o700);
    assert.notEqual(statSync(join(parent, 'deep')).mode & 0o055, 0);
    assert.match(home.id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(openHome(home.path), home);
  });
});

test('a home opened wide is closed again', () => {
  inTemp((parent) => {
    const home = openHome(join(parent, 'h'));
    chmodSync(home.path, 0o755);
    openHome(home.path);
    assert.equal(statSync(home.path).mode & 0o777, 0o700);
  });
});

test('a folder of somebody else keeps its mode, and a file is no home', () => {
  inTemp((parent) => {
    chmodSync(parent, 0o755);
    writeFileSync(join(parent, 'theirs.csv'), 'a;b', { mode: 0o644 });
    openHome(parent);
    assert.equal(statSync(parent).mode & 0o777, 0o755);
    const unusable = (error: unknown) => error instanceof StoreError && error.code === 'home-unusable';
    assert.throws(() => openHome(join(parent, 'theirs.csv')), unusable);
    assert.throws(() => openHome(join(parent, 'theirs.csv', 'deeper')), unusable);
    assert.equal(statSync(join(parent, 'theirs.csv')).mode & 0o777, 0o644);
  });
});

test('the operator token is made once and kept private', () => {
  inTemp((parent) => {
    const home = openHome(join(parent, 'h'));
    const token = operatorToken(home);
    assert.match(token, /^[0-9a-f]{64}$/);
    assert.equal(operatorToken(home), token);
    assert.equal(statSync(join(home.path, 'operator.token')).mode & 0o777, 0o600);
    assert.equal(readFileSync(join(home.path, 'operator.token'), 'utf8').trim(), token);
  });
});

test('what a server says of itself is read back, and nonsense is nothing', () => {
  inTemp((parent) => {
    const home = openHome(join(parent, 'h'));
    assert.equal(readServerInfo(home), null);
    writeServerInfo(home, { pid: 7, url: 'http://127.0.0.1:4000' });
    assert.deepEqual(readServerInfo(home), { pid: 7, url: 'http://127.0.0.1:4000' });
    clearServerInfo(home);
    assert.equal(readServerInfo(home), null);
  });
});
