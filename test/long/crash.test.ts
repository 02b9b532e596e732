// The crash test at length: thirty kills of each sort.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

test('thirty times kill -9 of node, of the database, of both', { timeout: 3_600_000 }, (t) => {
  // A runner inside a runner would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ['--test', 'test/crash/crash.test.ts'], {
    env: { ...env, PERENE_CRASH_ROUNDS: '30' },
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  for (const line of stdout.split('\n')) if (/ kills, /.test(line)) t.diagnostic(line);
  assert.equal(status, 0, stdout);
});
