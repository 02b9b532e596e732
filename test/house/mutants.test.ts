// Every planted bug still has its place: one that lost it would prove nothing, and the long run alone would say so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { mutants } from '../mutants/mutants.ts';

const root = resolve(import.meta.dirname, '../..');

for (const { name, file, find } of mutants)
  test(`the place of a planted bug: ${name}`, () => {
    assert.equal(readFileSync(join(root, file), 'utf8').split(find).length - 1, 1, `${file} holds it once`);
  });
