// The book is true: its examples run, and its table of facts is the catalogue's.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { blocksOf, factTable } from './chapters.ts';

const root = resolve(import.meta.dirname, '../..');
const book = join(root, 'docs/book');
const chapters = readdirSync(book).filter((name) => name.endsWith('.md'));
const run = promisify(execFile);

/** A table as text, whatever the width of its columns. */
const tidy = (text: string): string => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ');

let examples = 0;
for (const chapter of chapters) {
  for (const { line, text } of blocksOf(readFileSync(join(book, chapter), 'utf8'))) {
    if (!text.startsWith('// run\n')) continue;
    examples += 1;
    test(`docs/book/${chapter}:${line} runs`, async () => {
      await run(process.execPath, ['--input-type=module-typescript', '-e', text], { cwd: root });
    });
  }
}

test('the book has examples, and one that is wrong fails', async () => {
  assert.ok(examples >= 3);
  const wrong = "import assert from 'node:assert/strict';\nassert.equal(1, 2);";
  await assert.rejects(run(process.execPath, ['--input-type=module-typescript', '-e', wrong], { cwd: root }));
});

test('docs/book/facts.md lists the facts of the catalogue (PERENE_WRITE_BOOK=1 writes it anew)', () => {
  const path = join(book, 'facts.md');
  const text = readFileSync(path, 'utf8');
  const table = /^\| kind[\s\S]*?(?=\n\n)/m;
  const right = text.replace(table, () => factTable());
  if (process.env['PERENE_WRITE_BOOK'] === '1') writeFileSync(path, right);
  else assert.equal(tidy(table.exec(text)?.[0] ?? ''), tidy(factTable()));
});
