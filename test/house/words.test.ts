// Both languages say the same things: each text has its twin, built alike, and neither was left untranslated.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { templateKeys, templateSource } from '#actions/templates.ts';
import { failures } from '#words/failures.ts';
import { filesUnder, root } from './source.ts';

/** Where a tree of words differs from its twin, as paths. Functions match when they take as many values. */
function differences(pt: unknown, en: unknown, path: string): readonly string[] {
  if (typeof pt === 'function' && typeof en === 'function')
    return pt.length === en.length ? [] : [`${path}: takes ${pt.length} and ${en.length} values`];
  if (typeof pt !== typeof en || Array.isArray(pt) !== Array.isArray(en)) return [`${path}: not built alike`];
  if (typeof pt === 'string') return [pt, en].includes('') && pt !== en ? [`${path}: empty`] : [];
  if (typeof pt !== 'object' || pt === null || en === null) return [];
  const [left, right] = [pt as Record<string, unknown>, en as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return keys.flatMap((key) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (!(key in left)) return [`${at}: no Portuguese`];
    return key in right ? differences(left[key], right[key], at) : [`${at}: no English`];
  });
}

const folders = ['src/web/words', 'src/words'];
const all = folders.flatMap((folder) =>
  filesUnder(folder).filter((path) => /(^|[/-])(pt|en)\.ts$/.test(path)),
);
const pairs = all
  .filter((path) => path.endsWith('pt.ts'))
  .map((path) => [path, path.replace(/pt\.ts$/, 'en.ts')] as const);

test('every file of words has its twin', () => {
  assert.ok(pairs.length > 0);
  assert.deepEqual(pairs.flat().sort(), [...all].sort());
});

for (const [pt, en] of pairs) {
  test(`${pt} and its twin have the same keys and shapes`, async () => {
    const [left, right] = await Promise.all([pt, en].map((path) => words(path)));
    assert.deepEqual(differences(left, right, ''), []);
  });
}

/** What a file of words exports, under names without the language: `customerPt` and `customerEn` are one. */
async function words(path: string): Promise<Record<string, unknown>> {
  const module = (await import(join(root, path))) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(module).map(([name, value]) => [name.replace(/(pt|en)$/i, ''), value]),
  );
}

/** `{ pt, en }` anywhere in a tree. */
function both(tree: unknown, path: string): readonly (readonly [path: string, pt: unknown, en: unknown])[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const node = tree as Record<string, unknown>;
  if ('pt' in node || 'en' in node) return [[path, node['pt'], node['en']]];
  return Object.entries(node).flatMap(([key, value]) => both(value, `${path}.${key}`));
}
const braces = (text: unknown): readonly string[] =>
  [...new Set(JSON.stringify(text).match(/\{\w+[^}]*\}/g) ?? [])]
    .map((brace) => brace.replace(/[^\w{].*/, ''))
    .sort();

for (const [name, tree] of [
  ...templateKeys().map((key) => [`the method ${key}`, parse(templateSource(key)) as unknown] as const),
  ['failures', failures as unknown],
] as const) {
  test(`${name} speaks both languages and fills in the same values`, () => {
    const found = both(tree, name);
    assert.ok(found.length > 20);
    assert.deepEqual(
      found.flatMap(([path, pt, en]) => differences(pt, en, path)),
      [],
    );
    assert.deepEqual(
      found.filter(([, pt, en]) => braces(pt).join() !== braces(en).join()).map(([path]) => path),
      [],
    );
  });
}

test('what is planted is seen', () => {
  assert.deepEqual(differences({ a: 'x', b: { c: 'y' } }, { a: 'x', b: {} }, ''), ['b.c: no English']);
  assert.deepEqual(differences({ a: 'x' }, { a: 'x', d: 'z' }, ''), ['d: no Portuguese']);
  assert.deepEqual(differences({ a: (n: number) => n }, { a: 'x' }, ''), ['a: not built alike']);
  assert.deepEqual(differences({ a: 'x' }, { a: '' }, ''), ['a: empty']);
});
