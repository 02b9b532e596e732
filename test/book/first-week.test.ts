// The worked example of a first week prints what the chapter shows: the command line on a base of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openHome } from '#store/home.ts';
import { discardHome } from '#store/testing-home.ts';
import { blocksOf, withBlockAfter } from './chapters.ts';

const root = resolve(import.meta.dirname, '../..');
const chapter = join(root, 'docs/book/first-week.md');

test('docs/book/first-week.md shows what the command prints (PERENE_WRITE_BOOK=1 writes it anew)', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'perene-book-'));
  const home = join(parent, 'home');
  try {
    const args = ['week', '--import', 'docs/book/first-week.csv', '--as-of', '2025-11-17'];
    const { INIT_CWD: _, DATABASE_URL: __, ...rest } = process.env;
    const said = execFileSync(process.execPath, ['src/cli/main.ts', ...args], {
      cwd: root,
      env: { ...rest, PERENE_HOME: home, PERENE_LANG: 'pt-BR' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = `${said.trim().replace(/ +$/gm, '')}\n`;
    const text = readFileSync(chapter, 'utf8');
    if (process.env['PERENE_WRITE_BOOK'] === '1')
      writeFileSync(chapter, withBlockAfter(text, 'week', printed));
    else assert.equal(blocksOf(text).find((block) => block.text.startsWith('Semana de'))?.text, printed);
  } finally {
    await discardHome(openHome(home));
    rmSync(parent, { recursive: true, force: true });
  }
});
