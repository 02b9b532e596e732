// Time, randomness and the environment are parameters: only doors read them, and SQL never asks for the time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, isTest, roomFiles, textOf, withoutComments } from './source.ts';

const doors = ['src/cli/', 'src/server/', 'src/mcp/'];
const impure: readonly RegExp[] = [
  /\bDate\.now\s*\(/,
  /\bnew Date\s*\(\s*\)/,
  /\bTemporal\.Now\b/,
  /\bMath\.random\b/,
  /\bprocess\.env\b/,
  /\bimport\.meta\.env\b/,
];
// Waiting for a process needs a clock that no wall clock moves; nothing is decided by it.
const pureOnly: readonly RegExp[] = [
  /\bperformance\.now\b/,
  /\brandomUUID\b/,
  /\brandomBytes\b/,
  /\bfrom 'node:/,
];
const pureRooms = ['src/base/', 'src/domain/', 'src/engine/', 'src/words/', 'src/sample/', 'src/contract/'];
const sqlClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;

const starts = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(folder));

function impurities(path: string, text: string): readonly string[] {
  if (starts(path, doors) || isTest(path)) return [];
  const code = withoutComments(text);
  const patterns = starts(path, pureRooms) ? [...impure, ...pureOnly] : impure;
  return patterns.filter((pattern) => pattern.test(code)).map((pattern) => `${path}: ${pattern.source}`);
}

/** SQL that asks the database for the time. In TypeScript only texts are read, so that a parameter `now` is no fault. */
function clocksInSql(path: string, text: string): readonly string[] {
  const sql = path.endsWith('.sql')
    ? [text.replace(/--.*$/gm, '')]
    : (withoutComments(text).match(/`[^`]*`|'[^'\n]*'/g) ?? []).map((part) =>
        part.replace(/\$\{[^}]*\}/g, '?'),
      );
  return sql.filter((part) => sqlClock.test(part)).map((part) => `${path}: ${part.slice(0, 60)}`);
}

test('outside the doors nothing reads clock, chance or environment', () => {
  assert.deepEqual(
    roomFiles().flatMap((path) => impurities(path, textOf(path))),
    [],
  );
});

test('no SQL asks the database for the time', () => {
  assert.deepEqual(
    filesUnder('src/store')
      .filter((path) => /\.(ts|sql)$/.test(path) && !isTest(path))
      .flatMap((path) => clocksInSql(path, textOf(path))),
    [],
  );
});

test('what is planted is seen', () => {
  const seen = (path: string, text: string): number => impurities(path, text).length;
  assert.equal(seen('src/engine/x.ts', 'const at = Date.now();'), 1);
  assert.equal(seen('src/domain/x.ts', 'const at = new Date();'), 1);
  assert.equal(seen('src/actions/x.ts', 'const id = Math.random();'), 1);
  assert.equal(seen('src/store/x.ts', "const url = process.env['DATABASE_URL'];"), 1);
  assert.equal(seen('src/base/x.ts', "import { readFileSync } from 'node:fs';"), 1);
  assert.equal(seen('src/cli/x.ts', 'const at = Date.now();'), 0);
  assert.equal(seen('src/engine/x.ts', '// not Date.now()\nconst at = new Date(now);'), 0);
  assert.equal(
    clocksInSql('src/store/x.ts', 'sql`select * from app.fact where known_at <= now()`').length,
    1,
  );
  assert.equal(clocksInSql('src/store/x.sql', 'at timestamptz default current_timestamp').length, 1);
  assert.equal(clocksInSql('src/store/x.ts', 'sql`select ${now()}`; const x = now();').length, 0);
});
