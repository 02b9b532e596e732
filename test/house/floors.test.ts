// Floors of the house: small files, small functions, no unfinished work, no way round types or lint.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floorFaults, mostLines } from './floors.ts';
import { filesUnder, textOf } from './source.ts';

const code = ['src', 'test', 'scripts', 'bench']
  .flatMap((folder) =>
    filesUnder('').some((path) => path.startsWith(`${folder}/`)) ? filesUnder(folder) : [],
  )
  .filter((path) => /\.(tsx?|mjs|sql|css)$/.test(path));

test('no file is too long or holds what the floors forbid', () => {
  assert.ok(code.length > 100);
  assert.deepEqual(
    // A sheet of styles is a list, not a text to follow: its length says nothing.
    code
      .flatMap((path) => floorFaults(path, textOf(path)))
      .filter((fault) => !/\.css: \d+ lines$/.test(fault)),
    [],
  );
});

test('lint is told the same floors', () => {
  const { rules, overrides } = JSON.parse(textOf('.oxlintrc.json')) as {
    rules: Record<string, unknown>;
    overrides: { files: string[]; rules: Record<string, unknown> }[];
  };
  const counted = { skipBlankLines: true, skipComments: true };
  assert.deepEqual(rules['max-lines'], ['error', { max: mostLines, ...counted }]);
  assert.deepEqual(rules['max-lines-per-function'], ['error', { max: 70, ...counted }]);
  assert.equal(rules['typescript/no-explicit-any'], 'error');
  const loosened = overrides.filter(({ rules: own }) => Object.values(own).includes('off'));
  assert.deepEqual(
    loosened.map(({ files }) => files),
    [['test/**', '**/*.test.ts', 'src/**/testing*.ts', 'bench/**']],
  );
});

const planted: readonly string[] = [
  Array.from({ length: mostLines + 1 }, (_, i) => `export const x${i} = ${i};`).join('\n'),
  `// TO${'DO'}: later`,
  `const x: a${'ny'} = 1;`,
  `const x = y as a${'ny'};`,
  `const x = new Map<string, a${'ny'}>();`,
  `function f(x: a${'ny'}, y: number) {}`,
  `// @ts-${'ignore'}`,
  `// oxlint-${'disable-next-line'} max-lines`,
];
for (const text of planted) {
  test(`seen when planted: ${text.slice(0, 40).split('\n')[0]}`, () => {
    assert.equal(floorFaults('src/engine/x.ts', text).length, 1);
  });
}

test('a long comment and the word in prose break nothing', () => {
  const text = `/*\n${'many\n'.repeat(400)}*/\n// as ${'a' + 'ny'}, : ${'a' + 'ny'}, all\nexport const company = 1;\n`;
  assert.deepEqual(floorFaults('src/engine/x.ts', text), []);
});
