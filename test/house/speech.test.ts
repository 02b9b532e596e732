// The repository speaks of Perene: not of how it came to be, of tickets, of one machine or of registries.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, textOf } from './source.ts';
import { unspokenIn } from './speech.ts';

const texts = filesUnder('').filter((path) =>
  /\.(md|tsx?|mjs|js|json|sql|ya?ml|css|html|svg|txt)$|(^|\/)(\.[\w.]+|run|LICENSE)$/.test(path),
);

test('no text of the repository speaks of what it should not', () => {
  assert.ok(texts.length > 200);
  assert.deepEqual(
    // The lock names packages and their licences, which is not our speech; its addresses are looked at below.
    texts.filter((path) => path !== 'package-lock.json').flatMap((path) => unspokenIn(path, textOf(path))),
    [],
  );
});

test('the lock holds no addresses', () => {
  assert.doesNotMatch(textOf('package-lock.json'), /"resolved"/);
});

const backwards = (word: string): string => word.split('').toReversed().join('');

test('what is planted is seen', () => {
  const seen = (text: string, path = 'docs/x.md'): number => unspokenIn(path, text).length;
  assert.equal(seen(`Written with ${backwards('TPGtahC')}.`), 1);
  assert.equal(seen(`A ${backwards('ledom egaugnal')} was asked.`), 1);
  assert.equal(seen(`See #${'12'} for more.`), 1);
  assert.equal(seen(`// fixes #${'340'}`, 'src/x.ts'), 1);
  assert.equal(seen(`Data lies in /${'work'}/main.`), 1);
  assert.equal(seen(`const home = '/${'root'}/x';`, 'src/x.ts'), 1);
  assert.equal(seen(`https://registry.${'npmjs'}.org/x`), 1);
  assert.equal(seen('color: #123456;', 'src/x.css'), 0);
  assert.equal(seen("import { x } from '#domain/work/work.ts';", 'src/x.ts'), 0);
});
