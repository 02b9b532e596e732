// Two records of one customer, joined and parted: facts never move, and nothing of it is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listAccounts } from '#actions/list-accounts.ts';
import { mergeAccounts, unmergeAccount } from '#actions/merge-accounts.ts';
import { openAccount } from '#actions/open-account.ts';
import { readTimeline } from '#actions/read-timeline.ts';
import { rebuild } from '#actions/rebuild.ts';
import { Refusal } from '#actions/refusal.ts';
import { allPrints, bring, record, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { accountOf, forms } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const sheet = sample(6, 'join').rows;
const today = '2026-04-15';
const keyOf = (i: number) => `cnpj:${(sheet[i]?.CNPJ ?? '').replace(/\D/g, '')}`;
const query = { view: 'all', sort: 'name', desc: false, limit: 100 } as const;

async function base3(): Promise<{
  workspace: string;
  ids: readonly string[];
  by: () => ReturnType<typeof session>;
}> {
  const workspace = await freshWorkspace(base.store);
  const by = () => session(base.store, workspace, today, 15);
  await bring(session(base.store, workspace, today), sheetBytes(sheet));
  const ids = [];
  for (const i of [0, 1, 2]) ids.push(await accountOf(base.store, workspace, keyOf(i)));
  const usage = ids.flatMap((id, i) =>
    Array.from({ length: 4 }, (_, n) => ({
      type: 'usage-tracked',
      body: { user: `p${n}`, event: 'login' },
      source: 'app',
      externalId: `${i}-${n}`,
      account: { id },
      occurredAt: `2026-04-1${n}T12:00:00Z`,
    })),
  );
  await record(by(), usage);
  return { workspace, ids, by };
}

test('joined, one account holds the facts of both and stands in lists once; parted, every byte is as before', async () => {
  const { workspace, ids, by } = await base3();
  const [child = '', into = ''] = ids;
  const before = { forms: await forms(base.store, workspace), prints: await allPrints(by(), today) };
  const total = async (id: string) => (await readTimeline(by(), id, { group: 'all', limit: 200 })).total;
  const totals = [await total(child), await total(into)];
  assert.deepEqual(await mergeAccounts(by(), child, into, 'person'), { id: into, members: [into, child] });
  const opened = await openAccount(by(), child, undefined);
  assert.equal(opened.account.accountId, into);
  assert.deepEqual([...opened.members].sort(), [child, into].sort());
  assert.equal(await total(into), (totals[0] ?? 0) + (totals[1] ?? 0));
  assert.equal(opened.profile.contracts.length >= 1, true);
  const week = await readWeek(by(), undefined);
  assert.equal(week.accounts.length, sheet.length - 1);
  assert.equal(week.accounts.filter((each) => each.id === into).length, 1);
  const list = await listAccounts(by(), query);
  assert.deepEqual([list.items.length, list.summary.total], [sheet.length - 1, sheet.length - 1]);
  assert.deepEqual(await unmergeAccount(by(), child), { id: child, members: [child] });
  assert.deepEqual(
    { forms: await forms(base.store, workspace), prints: await allPrints(by(), today) },
    before,
  );
});

test('a fact told to either part reaches the joined account, and stays with its part', async () => {
  const { workspace, ids, by } = await base3();
  const [child = '', into = ''] = ids;
  await mergeAccounts(by(), child, into, 'person');
  const answer = {
    type: 'survey-answered',
    body: { instrument: 'nps', score: 0 },
    source: 'perene',
    externalId: 's',
  };
  const { decided } = await record(by(), [
    { ...answer, account: { source: 'sheet:accounts', key: keyOf(0) } },
  ]);
  assert.deepEqual(
    decided.map(({ id }) => id),
    [into],
  );
  await unmergeAccount(by(), child);
  const nps = async (id: string) =>
    ((await openAccount(by(), id, undefined)).profile.leaves['voice'] as { nps: { last: number | null } }).nps
      .last;
  assert.equal(await nps(child), 0);
  assert.notEqual(await nps(into), 0);
  const done = await rebuild(by(), () => undefined);
  assert.deepEqual([done.filesDiffered, done.daysDiffered, done.rootsDiffered], [[], [], []]);
  assert.equal(Object.keys(await forms(base.store, workspace)).length, sheet.length);
});

test('chains, and joins and partings of one instant, keep their order', async () => {
  const { ids, by } = await base3();
  const [a = '', b = '', c = ''] = ids;
  for (let i = 0; i < 5; i++) {
    await mergeAccounts(by(), a, b, 'person');
    await mergeAccounts(by(), b, c, 'person');
    assert.equal((await openAccount(by(), a, undefined)).account.accountId, c);
    await unmergeAccount(by(), b);
    assert.equal((await openAccount(by(), a, undefined)).account.accountId, b);
    await unmergeAccount(by(), a);
    assert.equal((await openAccount(by(), a, undefined)).account.accountId, a);
  }
});

test('two people who join the same two accounts crosswise make no ring', async () => {
  const { ids, by } = await base3();
  const [a = '', b = ''] = ids;
  const both = await Promise.allSettled([mergeAccounts(by(), a, b, 'x'), mergeAccounts(by(), b, a, 'y')]);
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  assert.equal(refused.length, 1);
  assert.ok(refused[0] instanceof Refusal && refused[0].code === 'merge-with-itself');
  const roots = [await openAccount(by(), a, undefined), await openAccount(by(), b, undefined)];
  assert.equal(roots[0]?.account.accountId, roots[1]?.account.accountId);
});

test('what cannot be joined or parted is refused', async () => {
  const { ids, by } = await base3();
  const [a = '', b = ''] = ids;
  const code = async (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
  assert.equal(await code(mergeAccounts(by(), a, a, 'x')), 'merge-with-itself');
  assert.equal(await code(mergeAccounts(by(), a, crypto.randomUUID(), 'x')), 'account-not-found');
  assert.equal(await code(mergeAccounts(by(), 'acme', b, 'x')), 'account-not-found');
  assert.equal(await code(unmergeAccount(by(), a)), 'not-merged');
});
