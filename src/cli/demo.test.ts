// `perene demo` as a person runs it: in, looked at, out; the truth beside the base, and wrong use said in words.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withHome } from '#store/testing-home.ts';
import { perene } from './testing.ts';

test('the sample comes in with its truth beside it, is the list of who has none, and goes out', async () => {
  await withHome('demo', async ({ path: home }) => {
    const done = await perene(home, ['demo', '--accounts', '4', '--months', '3', '--json']);
    assert.equal(done.code, 0, done.err);
    const told = JSON.parse(done.out) as { workspace: string; accounts: number; truth: string };
    assert.deepEqual([told.workspace, told.accounts], ['exemplo', 5]);
    assert.equal(told.truth, join(home, 'demo-truth.json'));
    const truth = JSON.parse(readFileSync(told.truth, 'utf8')) as { account: string; works: string }[];
    assert.deepEqual(
      truth.map(({ account }) => account),
      ['C0001', 'C0002', 'C0003', 'C0004'],
    );
    const week = await perene(home, ['week', '--json']);
    assert.equal(week.code, 0, week.err);
    assert.ok((JSON.parse(week.out) as { lines: unknown[] }).lines.length > 0);
    const gone = await perene(home, ['demo', '--remove']);
    assert.deepEqual([gone.code, gone.out], [0, 'A base de exemplo foi retirada.\n']);
  });
});

test('what is no number is wrong use; a day to come is refused and leaves no file', async () => {
  await withHome('demo', async ({ path: home }) => {
    const wrong = await perene(home, ['demo', '--accounts', 'muitos']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /--accounts muitos/);
    const ahead = await perene(home, ['demo', '--today', '2999-01-01', '--truth', join(home, 'nada.json')]);
    assert.equal(ahead.code, 1, ahead.err);
    assert.equal(existsSync(join(home, 'nada.json')), false);
  });
});
