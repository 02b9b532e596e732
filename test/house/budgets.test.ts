// What a first visit loads: the entry of the built screens with everything it imports at once, as sent (gzip).
// The screens are built before the tests run; where they are not, the test says so and is skipped.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { root } from './source.ts';

/** Bytes of script and of style, gzip. */
const budgets = { js: 200_000, css: 40_000 };
const built = join(root, 'dist/web');
type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] };

/** Files that one chunk needs at once, itself first. */
function needed(manifest: Record<string, Chunk>, name: string, seen: Set<string>): readonly string[] {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  return [
    chunk.file,
    ...(chunk.css ?? []),
    ...(chunk.imports ?? []).flatMap((other) => needed(manifest, other, seen)),
  ];
}

test('the first load fits its budget', (t) => {
  const path = join(built, '.vite/manifest.json');
  if (!existsSync(path)) return t.skip('the screens are not built here (npm run build)');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>;
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  const files = [...new Set(entries.flatMap((name) => needed(manifest, name, new Set())))];
  const size = (kind: string): number =>
    files
      .filter((file) => file.endsWith(kind))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
  const [js, css] = [size('.js'), size('.css')];
  t.diagnostic(`script ${(js / 1000).toFixed(1)} kB, style ${(css / 1000).toFixed(1)} kB, gzip`);
  assert.ok(js > 0 && js <= budgets.js, `${js} bytes of script`);
  assert.ok(css <= budgets.css, `${css} bytes of style`);
});
