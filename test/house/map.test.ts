// ARCHITECTURE.md is true: it names every room and every folder of the domain, and nothing that is not there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { filesUnder, root, textOf } from './source.ts';
import { rooms } from './walls.ts';

const map = textOf('ARCHITECTURE.md');
const folders = (path: string): readonly string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`)
    .sort();

/** Paths of the checkout that a text names in code spans. */
const pathsIn = (text: string): readonly string[] =>
  [
    ...text
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/`((?:src|test|docs|scripts|bench|\.ci)\/[^`\s]*|\.\w[\w.]*json)`/g),
  ].map((match) => match[1] ?? '');
/** First cells of the rows of its tables, with the sentence that follows. */
const rowsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^\| `([^`]+)` +\| ([^|]+)/gm)].map((match) => [
      match[1] ?? '',
      (match[2] ?? '').trim(),
    ]),
  );

test('every room and every folder of the domain has its sentence', () => {
  const rows = rowsOf(map);
  const wanted = [...folders('src').filter((path) => path !== 'src/templates'), ...folders('src/domain')];
  assert.deepEqual(
    wanted.filter((path) => (rows.get(path)?.length ?? 0) < 20),
    [],
  );
});

test('the map and the walls know the same rooms', () => {
  const code = folders('src').filter((path) => path !== 'src/templates');
  assert.deepEqual(
    code,
    Object.keys(rooms)
      .map((name) => `src/${name}`)
      .sort(),
  );
});

for (const document of ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'README.pt-BR.md']) {
  test(`${document} names nothing that is not there`, () => {
    const text = textOf(document);
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((match) => match[1] ?? '');
    const exists = (path: string): boolean => existsSync(join(root, path.replace(/\/?[*<].*$/, '')));
    assert.deepEqual(
      [...pathsIn(text), ...linked].filter((path) => !exists(path)),
      [],
    );
  });
}

test('chapters and decisions link to what is there', () => {
  const broken = filesUnder('docs')
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map((match) => join(path, '..', match[1] ?? ''))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path}: ${target}`),
    );
  assert.deepEqual(broken, []);
});

test('what is planted is seen', () => {
  assert.deepEqual(pathsIn('see `src/nowhere/file.ts` and `npm test`'), ['src/nowhere/file.ts']);
  assert.equal(rowsOf('| `src/x` | too short | nothing |').get('src/x'), 'too short');
});

test('comments name documents that are there', () => {
  const documents = new Set(
    filesUnder('')
      .filter((path) => path.endsWith('.md'))
      .map((path) => basename(path)),
  );
  const unknown = ['src', 'test', 'scripts']
    .flatMap(filesUnder)
    .filter((path) => /\.(tsx?|mjs|sql|ya?ml|css)$/.test(path) && !path.startsWith('test/house/'))
    .flatMap((path) =>
      [...textOf(path).matchAll(/`[\w/-]*?([\w-]+\.md)`/g)]
        .filter((match) => !documents.has(match[1] ?? ''))
        .map((match) => `${path}: ${match[1]}`),
    );
  assert.deepEqual(unknown, []);
});
