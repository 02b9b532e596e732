// One effect for one request, however often and in whatever company it comes; and nothing lost between writers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { checkFacts, recordFacts, type Recorded } from '#actions/record-facts.ts';
import { rebuild } from '#actions/rebuild.ts';
import { Refusal } from '#actions/refusal.ts';
import { sweepDirty } from '#actions/sweep-dirty.ts';
import { bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { readFiles } from '#store/files.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { accountOf, factCounts, rows } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore({ poolSize: 24 });
});
after(async () => await base.close());

const today = '2026-04-15';
const by = (workspace: string) => session(base.store, workspace, today);
const answer = ({ results, decided }: Recorded) => ({
  results,
  decided: decided.map(({ id }) => id),
  z: 1,
  a: 2,
});
const note = (key: string, id: string) => ({
  type: 'note-written',
  body: { text: `nota ${id}` },
  source: 'crm',
  externalId: id,
  account: { source: 'crm', key },
});

async function keyed(workspace: string, key: string, facts: readonly unknown[]): Promise<unknown> {
  const told = await recordFacts(by(workspace), checkFacts(facts), { key, request: facts, answer });
  return 'kept' in told ? told.kept : null;
}

test('the same key and body: the same bytes, one effect; another body is refused and has none', async () => {
  const workspace = await freshWorkspace(base.store);
  const first = await keyed(workspace, 'key-0001', [note('a', 'n1')]);
  const again = await keyed(workspace, 'key-0001', [note('a', 'n1')]);
  assert.equal(JSON.stringify(again), JSON.stringify(first));
  const other = keyed(workspace, 'key-0001', [note('a', 'n2')]);
  await assert.rejects(other, (error) => error instanceof Refusal && error.code === 'key-reused');
  assert.equal((await factCounts(base.store, workspace))['note-written'], 1);
  const elsewhere = await freshWorkspace(base.store);
  assert.notEqual(await keyed(elsewhere, 'key-0001', [note('a', 'n2')]), null);
});

test('sixteen requests of one key at once: one effect, equal answers', async () => {
  for (let round = 0; round < 5; round++) {
    const workspace = await freshWorkspace(base.store);
    const facts = [note('a', 'n1'), note('b', 'n2')];
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => keyed(workspace, `key-000${round}`, facts)),
    );
    assert.equal(new Set(answers.map((each) => JSON.stringify(each))).size, 1);
    const statuses = (answers[0] as { results: { status: string }[] }).results.map(({ status }) => status);
    assert.deepEqual(statuses, ['recorded', 'recorded']);
    assert.equal((await factCounts(base.store, workspace))['note-written'], 2);
    const audited = await rows(
      base.store,
      workspace,
      sql<{ n: number }>`select count(*)::int as n from app.audit`,
    );
    assert.equal(audited[0]?.n, 1);
  }
});

test('twenty writers of one account at once: its file holds all', async () => {
  const workspace = await freshWorkspace(base.store);
  await Promise.all(Array.from({ length: 20 }, (_, i) => record(by(workspace), [note('a', `n${i}`)])));
  const id = await accountOf(base.store, workspace, 'a');
  const [file] = await inWorkspace(base.store, workspace, (tx) => readFiles(tx, workspace, [id]));
  assert.equal(file?.facts, 20);
  const done = await rebuild(by(workspace), () => undefined);
  assert.deepEqual([done.accounts, done.filesDiffered], [1, []]);
});

test('usage, facts, imports and sweeps of the same accounts at once lose nothing', async () => {
  const workspace = await freshWorkspace(base.store);
  const sheet = sample(10, 'crowd').rows;
  await bring(by(workspace), sheetBytes(sheet));
  const ids: string[] = [];
  for (const row of sheet)
    ids.push(await accountOf(base.store, workspace, `cnpj:${row.CNPJ.replace(/\D/g, '')}`));
  const writers = Array.from({ length: 12 }, async (_, w) => {
    const at = (i: number) => ({ id: ids[(w * 3 + i) % ids.length] ?? '' });
    const usage = Array.from({ length: 20 }, (__, i) => ({
      type: 'usage-tracked',
      body: { user: `p${i % 4}`, event: 'login' },
      source: 'app',
      externalId: `${w}-${i}`,
      account: at(i),
      occurredAt: '2026-04-15T11:00:00Z',
    }));
    await record(by(workspace), usage);
    await record(by(workspace), [{ ...note('', `w${w}`), account: at(w) }]);
    await sweepDirty(by(workspace), 0);
    await bring(by(workspace), sheetBytes([...sheet].reverse()), `w${w}.csv`);
  });
  await Promise.all(writers);
  const counted = await rows(
    base.store,
    workspace,
    sql<{ raw: number; rolled: number }>`select (select count(*)::int from app.usage_event) as raw,
      (select sum((data::jsonb ->> 2)::int)::int from app.account_day) as rolled`,
  );
  assert.deepEqual(counted, [{ raw: 240, rolled: 240 }]);
  assert.equal(
    (await factCounts(base.store, workspace))['note-written'],
    12 + sheet.filter((r) => r.Observações).length,
  );
  const done = await rebuild(by(workspace), () => undefined);
  assert.deepEqual([done.filesDiffered, done.daysDiffered], [[], []]);
  const marked = await rows(base.store, workspace, sql`select from app.dirty_account where marked`);
  while ((await sweepDirty(by(workspace), 0)) > 0);
  assert.ok(marked.length <= ids.length);
  assert.deepEqual(await rows(base.store, workspace, sql`select from app.dirty_account where marked`), []);
});

test('two imports of one new sheet at once open each customer once', async () => {
  const workspace = await freshWorkspace(base.store);
  const sheet = sample(30, 'twice').rows;
  const both = await Promise.all([
    bring(by(workspace), sheetBytes(sheet), 'a.csv'),
    bring(by(workspace), sheetBytes([...sheet].reverse()), 'b.csv'),
  ]);
  const found = await rows(
    base.store,
    workspace,
    sql<{ n: number }>`select count(*)::int as n from app.account`,
  );
  assert.equal(found[0]?.n, 30);
  assert.equal(Math.min(...both.map((report) => report.facts.recorded)), 0);
});

test('a batch with one wrong fact records nothing, and every wrong field is named', async () => {
  const workspace = await freshWorkspace(base.store);
  const wrong = [
    note('a', 'n1'),
    { ...note('a', 'n2'), type: 'nothing-known' },
    { ...note('a', 'n3'), body: { text: 7 } },
  ];
  const refused = (async () => record(by(workspace), wrong))();
  await assert.rejects(refused, (error) => {
    assert.ok(error instanceof Refusal);
    assert.deepEqual(
      error.parts.map(({ path }) => path),
      ['facts.1.type', 'facts.2.body.text'],
    );
    return true;
  });
  const missing = record(by(workspace), [
    note('a', 'n1'),
    { ...note('', 'n2'), account: { id: crypto.randomUUID() } },
  ]);
  await assert.rejects(missing, (error) => error instanceof Refusal && error.code === 'account-not-found');
  assert.deepEqual(await factCounts(base.store, workspace), {});
});

test('an event told again with other words is kept apart and named', async () => {
  const workspace = await freshWorkspace(base.store);
  const closed = {
    type: 'ticket-closed',
    source: 'crm',
    externalId: 'm',
    account: { source: 'crm', key: 'a' },
  };
  const on = { occurredAt: '2026-04-01T12:00:00Z' };
  await record(by(workspace), [{ ...closed, ...on, body: { ticket: 't1', sentiment: 1 } }]);
  const again = await record(by(workspace), [{ ...closed, ...on, body: { ticket: 't1', sentiment: -1 } }]);
  const kept = await rows(base.store, workspace, sql<{ type: string }>`select type from app.fact_conflict`);
  assert.deepEqual(
    [again.results[0]?.status, again.decided, kept],
    ['conflict', [], [{ type: 'ticket-closed' }]],
  );
});
