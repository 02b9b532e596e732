// What a first visit loads: the entry of the built screens and the page it leads to, with everything they import at once, as
// sent (gzip).
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

/** Pages that a first visit may lead to. */
const firstPages = ['src/web/pages/base-page.tsx', 'src/web/pages/day-page.tsx'];

test('the first load fits its budget', (t) => {
  const path = join(built, '.vite/manifest.json');
  if (!existsSync(path)) return t.skip('the screens are not built here (npm run build)');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>;
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  for (const page of firstPages) {
    assert.ok(manifest[page], page);
    const seen = new Set<string>();
    const files = [...new Set([...entries, page].flatMap((name) => needed(manifest, name, seen)))];
    const size = (kind: string): number =>
      files
        .filter((file) => file.endsWith(kind))
        .reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
    const [js, css] = [size('.js'), size('.css')];
    t.diagnostic(`${page}: script ${(js / 1000).toFixed(1)} kB, style ${(css / 1000).toFixed(1)} kB, gzip`);
    assert.ok(js > 0 && js <= budgets.js, `${page}: ${js} bytes of script`);
    assert.ok(css <= budgets.css, `${page}: ${css} bytes of style`);
  }
});
