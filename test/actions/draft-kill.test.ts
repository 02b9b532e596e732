// A process that is killed in the middle of a draft's commit leaves nothing of it: the draft is open, and commits when asked again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { committed, drafted } from '#actions/testing-drafts.ts';
import { readDraft } from '#actions/drafts.ts';
import { session } from '#actions/testing.ts';
import { factCounts } from '#store/testing-forms.ts';
import {
  freshWorkspace,
  testEmbedded,
  testHome,
  testNow,
  testStore,
  type TestStore,
} from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const day = '2026-04-15';
const src = new URL('../../src/', import.meta.url).href;

/** Commits a draft in a process of its own, killed with -9 once this many rows are written; answers how far it was. */
async function killedAt(workspace: string, id: string, rows: number): Promise<number> {
  const where = {
    home: testHome(),
    database: base.source.config.database,
    embedded: testEmbedded,
    poolSize: 4,
  };
  const source = `
    import { openStore } from '${src}store/open.ts';
    import { commitDraft } from '${src}actions/draft-commit.ts';
    import { commitProgress } from '${src}actions/draft-runs.ts';
    import { session } from '${src}actions/testing.ts';
    const store = await openStore({ ...${JSON.stringify(where)}, now: ${testNow} });
    const by = session(store, ${JSON.stringify(workspace)}, '${day}');
    await commitDraft(by, ${JSON.stringify(id)}, (line) => process.stderr.write(line));
    for (;;) {
      const at = commitProgress(store, ${JSON.stringify(id)});
      if (at === null) break;
      if (at.done >= ${rows}) {
        process.stdout.write(String(at.done), () => process.kill(process.pid, 'SIGKILL'));
        break;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  const signal = await new Promise((resolve) => child.once('close', (_, how) => resolve(how)));
  assert.equal(signal, 'SIGKILL', out);
  return Number(out);
}

test('killed in the middle of its commit, a draft is open, nothing is recorded, and it commits when asked again', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, day);
  const { id } = await drafted(by, sheetBytes(sample(1500, 'kill').rows));
  const at = await killedAt(workspace, id, 500);
  assert.ok(at >= 500 && at < 1500, String(at));
  // Until its server process has noticed, the killed one still holds the draft.
  await waitFor(async () => (await readDraft(by, id)).draft.state === 'open');
  assert.deepEqual(await factCounts(base.store, workspace), {});
  assert.equal((await readDraft(by, id)).files.length, 1);
  await committed(by, id);
  assert.ok(((await factCounts(base.store, workspace))['account-described'] ?? 0) === 1500);
});

async function waitFor(done: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 100 && !(await done()); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
