// The sample base in the store: loaded whole into a workspace of its own, known as then, taken away without a trace; never
// beside customers of the firm's own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { findSample, loadSample, removeSample, type SampleDoor } from '#actions/sample-base.ts';
import { sampleState, startSample } from '#actions/sample-run.ts';
import type { Truth } from '#actions/sample-truth.ts';
import { at, bring, dayOf, session } from '#actions/testing.ts';
import { sheetBytes, sample as sheet } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { chooseToRead, chooseWorkspace } from '#actions/workspaces.ts';
import { randomFrom } from '#base/random.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';
import { removeSampleRows } from '#store/sample.ts';
import { withTestStore, type TestStore } from '#store/testing.ts';

const today = '2026-04-15';
const few = { accounts: 12, months: 6, seed: 1, today: null };
let doors = 0;
const door = (store: Store): SampleDoor => ({
  store,
  actor: 'operator',
  door: 'cli',
  now: at(today),
  random: randomFrom(`sample ${(doors += 1)}`),
});

test('it is loaded into a workspace of its own, decided, and known as it was then', async () => {
  await withTestStore(async ({ store }) => {
    const truths: Truth[] = [];
    const steps: number[] = [];
    const done = await loadSample(
      door(store),
      few,
      (some) => steps.push(some),
      (truth) => truths.push(truth),
    );
    assert.equal(done.accounts, 13, 'twelve, and one written twice');
    assert.deepEqual([truths.length, steps.at(-1)], [12, 12]);
    const found = await findSample({ store });
    assert.ok(found?.sample);
    const by = session(store, found.id, today);
    const now = await readWeek(by, undefined);
    const then = await readWeek(by, '2025-12-01');
    assert.ok(now.accounts.length >= 9 && then.accounts.length >= 3);
    assert.ok(then.accounts.length < now.accounts.length);
    const rows = await inWorkspace(store, found.id, (tx) =>
      sql<{ future: number; hindsight: number; live: number }>`
        select count(*) filter (where known_at > recorded_at)::int as future,
          count(*) filter (where hindsight)::int as hindsight, count(*) filter (where not hindsight)::int as live
        from app.fact`.execute(tx),
    );
    const [count] = rows.rows;
    assert.ok(count && count.future === 0 && count.hindsight > 0 && count.live > count.hindsight);
  });
});

test('who only looks and has no customers is shown it; who writes is not', async () => {
  await withTestStore(async ({ store, workspaceId }) => {
    await loadSample(door(store), few);
    const { now, random } = door(store);
    assert.equal((await chooseToRead(store, undefined, now, random)).sample, true);
    assert.equal((await chooseWorkspace(store, undefined, now, random)).id, workspaceId);
  });
});

test('loaded again it takes the place of the first; taken away it leaves no row', async () => {
  await withTestStore(async ({ store, source }) => {
    await loadSample(door(store), few);
    const first = await findSample({ store });
    await loadSample(door(store), { ...few, seed: 2 });
    const second = await findSample({ store });
    assert.ok(first && second && first.id !== second.id);
    assert.equal(await removeSample(door(store)), true);
    assert.equal(await removeSample(door(store)), false);
    assert.deepEqual(await tablesWith(source, [first.id, second.id]), []);
  });
});

type Source = TestStore['source'];
const ownerOf = async ({ config }: Source): Promise<pg.Client> => {
  const owner = new pg.Client(config);
  await owner.connect();
  return owner;
};

/** Tables that hold a row of one of these workspaces. */
async function tablesWith(source: Source, ids: readonly string[]): Promise<string[]> {
  const owner = await ownerOf(source);
  try {
    const tables = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'app' and column_name = 'workspace_id'
       and table_name in (select tablename from pg_tables where schemaname = 'app')`,
    );
    const held: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await owner.query(`select from app.${name} where workspace_id = any($1::uuid[]) limit 1`, [
        ids,
      ]);
      if (rows.rowCount !== 0) held.push(name);
    }
    return held;
  } finally {
    await owner.end();
  }
}

test('it does not lie beside customers of the firm’s own, nor end in days to come', async () => {
  await withTestStore(async ({ store, workspaceId }) => {
    const ahead = loadSample(door(store), { ...few, today: dayOf('2026-04-16') });
    await assert.rejects(ahead, { code: 'day-in-future' });
    await assert.rejects(loadSample(door(store), { ...few, months: 0 }), { code: 'sample-size' });
    await bring(session(store, workspaceId, today), sheetBytes(sheet(3, 'own').rows));
    await assert.rejects(loadSample(door(store), few), { code: 'sample-beside-customers' });
    assert.equal(await findSample({ store }), null);
  });
});

test('a load that fails half-way leaves no half', async () => {
  await withTestStore(async ({ store }) => {
    const breaks = loadSample(door(store), few, () => {
      throw new Error('stop');
    });
    await assert.rejects(breaks, /stop/);
    assert.equal((await sampleState({ store })).state, 'none');
  });
});

test('no other base can be taken away as a sample', async () => {
  await withTestStore(async ({ store, workspaceId }) => {
    await assert.rejects(inWorkspace(store, workspaceId, removeSampleRows), { code: '23514' });
  });
});

test('a page’s load has one effect a key, tells how far it is, and a second one waits its turn', async () => {
  await withTestStore(async ({ store }) => {
    const once = { key: 'page-0001', request: {} };
    const first = startSample(door(store), once);
    assert.equal((await sampleState({ store })).state, 'loading');
    await assert.rejects(startSample(door(store), { key: 'page-0002', request: {} }), {
      code: 'sample-busy',
    });
    const joined = startSample(door(store), once);
    assert.deepEqual(await joined, await first);
    const kept = await findSample({ store });
    assert.deepEqual(await startSample(door(store), once), await first);
    assert.equal((await findSample({ store }))?.id, kept?.id);
    assert.equal((await sampleState({ store })).workspace, 'exemplo');
  });
});
