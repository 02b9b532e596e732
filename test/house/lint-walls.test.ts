// The lint configuration holds what it promises: each rule is broken once, in a file of its own, and must be named.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { root } from './source.ts';

const long = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const broken: readonly (readonly [path: string, rule: string, text: string])[] = [
  ['src/base/a.ts', 'no-restricted-imports', "export { x } from '#domain/x.ts';"],
  ['src/domain/a.ts', 'no-restricted-imports', "export { x } from '#engine/x.ts';"],
  ['src/domain/topic/a.ts', 'no-restricted-imports', "export { x } from '../../base/x.ts';"],
  ['src/engine/a.ts', 'no-restricted-imports', "export { x } from '#store/x.ts';"],
  ['src/words/a.ts', 'no-restricted-imports', "export { x } from '#contract/x.ts';"],
  ['src/sample/a.ts', 'no-restricted-imports', "export { x } from '#store/x.ts';"],
  ['src/store/a.ts', 'no-restricted-imports', "export { x } from '#actions/x.ts';"],
  ['src/connectors/a.ts', 'no-restricted-imports', "export { x } from '#store/x.ts';"],
  ['src/contract/a.ts', 'no-restricted-imports', "export { x } from '#actions/x.ts';"],
  ['src/actions/a.ts', 'no-restricted-imports', "export { x } from '#server/x.ts';"],
  ['src/server/a.ts', 'no-restricted-imports', "export { x } from '#store/x.ts';"],
  ['src/server/b.ts', 'no-restricted-imports', "export { x } from '#engine/x.ts';"],
  ['src/cli/a.ts', 'no-restricted-imports', "export { x } from '#connectors/x.ts';"],
  ['src/web/a.ts', 'no-restricted-imports', "export { x } from '#actions/x.ts';"],
  ['src/engine/b.ts', 'no-explicit-any', 'export const x = (y: a' + 'ny): number => (y ? 1 : 2);'],
  ['src/engine/c.ts', 'max-lines', long(301, (i) => `export const x${i} = ${i};`)],
  [
    'src/engine/d.ts',
    'max-lines-per-function',
    `export function f(y: number): number {\n${long(70, (i) => `  y += ${i};`)}\n  return y;\n}`,
  ],
  [
    'src/engine/e.ts',
    'no-floating-promises',
    'const later = async (): Promise<number> => 1;\nexport const x = (): void => {\n  later();\n};',
  ],
  [
    'src/engine/f.ts',
    'switch-exhaustiveness-check',
    "export function f(y: 'a' | 'b'): number {\n  switch (y) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}",
  ],
  ['src/engine/g.ts', 'no-cycle', "import { y } from './h.ts';\nexport const x = (): number => y();"],
  ['src/engine/h.ts', 'no-cycle', "import { x } from './g.ts';\nexport const y = (): number => x();"],
];
const fine: readonly (readonly [path: string, text: string])[] = [
  ['src/domain/fine.ts', "export { x } from '#base/fine.ts';"],
  ['src/base/fine.ts', 'export const x = 1;'],
  ['src/server/fine.ts', "export { x } from '#store/open.ts';"],
  ['src/store/open.ts', "export { x } from '#domain/fine.ts';"],
  ['src/base/fine.test.ts', "import { test } from 'node:test';\ntest('runs', () => {});"],
];

const folder = mkdtempSync(join(tmpdir(), 'perene-lint-'));
after(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
  cpSync(join(root, name), join(folder, name));
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
for (const [path, text] of [...broken.map(([at, , text]) => [at, text] as const), ...fine]) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}
const said = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--type-aware', '--format=unix', 'src'], {
  cwd: folder,
  encoding: 'utf8',
}).stdout.split('\n');

for (const [path, rule] of broken) {
  test(`lint names ${rule} in ${path}`, () => {
    assert.ok(
      said.some((line) => line.startsWith(`${path}:`) && line.includes(rule)),
      said.filter((line) => line.startsWith(path)).join('\n') || 'nothing said',
    );
  });
}

test('lint is content with what the rules allow', () => {
  assert.deepEqual(
    said.filter((line) => /fine|store\/open/.test(line.split(':')[0] ?? '')),
    [],
  );
});

test('the compiler refuses syntax that Node cannot erase, and unchecked indexes', () => {
  writeFileSync(join(folder, 'src/base/enum.ts'), 'export enum Colour { Red }\n');
  writeFileSync(
    join(folder, 'src/base/at.ts'),
    'export const first = (list: string[]): string => list[0];\n',
  );
  const tsc = join(root, 'node_modules/.bin/tsc');
  const run = (): string => execFileSync(tsc, ['--noEmit'], { cwd: folder, encoding: 'utf8' });
  assert.throws(
    run,
    ({ stdout }: { stdout: string }) => /TS1294/.test(stdout) && /at\.ts.*TS2322/.test(stdout),
  );
});
