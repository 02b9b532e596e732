// A process that is killed in the middle of a draft's commit leaves nothing of it: the draft is open, and commits when asked again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { committed, drafted } from '#actions/testing-drafts.ts';
import { killedAt } from '#actions/testing-kill.ts';
import { readDraft } from '#actions/drafts.ts';
import { session } from '#actions/testing.ts';
import { factCounts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const day = '2026-04-15';
test('killed in the middle of its commit, a draft is open, nothing is recorded, and it commits when asked again', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, day);
  const { id } = await drafted(by, sheetBytes(sample(1500, 'kill').rows));
  const at = await killedAt(base, { workspace, id, day, rows: 500 });
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
