// A past day shows what was known then: nothing later, nothing less.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findAccount } from '#actions/find-account.ts';
import { listAccounts } from '#actions/list-accounts.ts';
import { openAccount } from '#actions/open-account.ts';
import { readTimeline } from '#actions/read-timeline.ts';
import { Refusal } from '#actions/refusal.ts';
import { bring, pagePrints, record, session, weekPrints } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { readWeek } from '#actions/week.ts';
import { normalise } from '#base/text.ts';
import { accountOf } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const rows = sample(12, 'as of').rows;
const first = { ...rows[0]!, NPS: '9', 'Data do NPS': '16/03/2026', 'Última reunião': '13/04/2026' };
const sheet = sheetBytes([{ ...first, 'Início do contrato': '20/01/2025' }, ...rows.slice(1)]);
const key = `cnpj:${first.CNPJ.replace(/\D/g, '')}`;

async function imported(): Promise<{ workspace: string; account: string }> {
  const workspace = await freshWorkspace(base.store);
  await bring(session(base.store, workspace, '2026-04-15'), sheet);
  return { workspace, account: await accountOf(base.store, workspace, key) };
}
const now = (workspace: string, day = '2026-05-20') => session(base.store, workspace, day);
type Leaves = Record<string, Record<string, unknown> | undefined>;

async function leavesAt(workspace: string, account: string, asOf: string): Promise<Leaves> {
  return (await openAccount(now(workspace), account, asOf)).profile.leaves as Leaves;
}

test('columns of the present are seen from the day of the file on; history on its own days', async () => {
  const { workspace, account } = await imported();
  const [april, before, march, early] = [
    await leavesAt(workspace, account, '2026-04-15'),
    await leavesAt(workspace, account, '2026-04-14'),
    await leavesAt(workspace, account, '2026-03-16'),
    await leavesAt(workspace, account, '2026-03-15'),
  ];
  assert.equal(april['support']?.['open'], Number(first['Chamados abertos']));
  assert.equal(before['support']?.['open'] ?? null, null);
  assert.equal((march['voice']?.['nps'] as { last?: number } | undefined)?.last, 9);
  assert.equal((early['voice']?.['nps'] as { last?: number } | undefined)?.last ?? null, null);
  assert.notEqual(march['contract']?.['mrr'] ?? null, null);
});

test('a fact recorded today about February is not seen in March, and is seen today', async () => {
  const { workspace, account } = await imported();
  const days = ['2026-02-20', '2026-03-31', '2026-05-19'] as const;
  const before = [];
  for (const day of days) before.push(await pagePrints(now(workspace), account, day));
  const answer = {
    type: 'survey-answered',
    body: { instrument: 'nps', score: 1 },
    source: 'crm',
    externalId: 's1',
  };
  await record(now(workspace), [{ ...answer, account: { id: account }, occurredAt: '2026-04-11T12:00:00Z' }]);
  for (const [i, day] of days.entries())
    assert.deepEqual(await pagePrints(now(workspace), account, day), before[i], day);
  const today = (await leavesAt(workspace, account, '2026-05-20'))['voice']?.['nps'] as { last?: number };
  assert.equal(today.last, 1);
});

test('a fact of the future, a correction, a merge of today: past pages stay to the byte', async () => {
  const { workspace, account } = await imported();
  const days = ['2026-03-15', '2026-04-15', '2026-05-10'] as const;
  const by = now(workspace, '2026-05-10');
  const before = [];
  for (const day of days) before.push(await pagePrints(by, account, day));
  const later = now(workspace, '2026-05-20');
  const about = { account: { id: account }, source: 'crm' };
  await record(later, [
    {
      ...about,
      type: 'meeting-held',
      body: { meeting: 'qbr' },
      externalId: 'm',
      occurredAt: '2026-08-01T12:00:00Z',
    },
    {
      ...about,
      type: 'survey-answered',
      body: { instrument: 'nps', score: 0 },
      externalId: 'a',
      occurredAt: '2025-01-02T12:00:00Z',
    },
  ]);
  const renamed = { ...first, Cliente: 'Nome Corrigido Ltda', 'Início do contrato': '21/01/2025' };
  await bring(now(workspace, '2026-05-21'), sheetBytes([renamed, ...rows.slice(1)]));
  for (const [i, day] of days.entries())
    assert.deepEqual(await pagePrints(now(workspace, '2026-05-22'), account, day), before[i], day);
  const page = await openAccount(now(workspace, '2026-05-22'), account, '2026-05-22');
  assert.equal(page.account.name, 'Nome Corrigido Ltda');
});

test('a week of the past stays what it was, whatever came later', async () => {
  const { workspace } = await imported();
  const asked = now(workspace, '2026-05-10');
  const before = [await weekPrints(asked, '2026-04-15'), await weekPrints(asked, '2026-05-08')];
  const again = rows.map((row, i) => ({
    ...row,
    Cliente: `Outro Nome ${i} Ltda`,
    'Chamados abertos': '50',
    NPS: '0',
    'Data do NPS': '19/05/2026',
  }));
  await bring(now(workspace, '2026-05-20'), sheetBytes(again));
  const later = now(workspace, '2026-05-21');
  assert.deepEqual([await weekPrints(later, '2026-04-15'), await weekPrints(later, '2026-05-08')], before);
  // The list says the same names as the week, then and now.
  const query = { view: 'all', sort: 'rank', desc: false, limit: 200 } as const;
  const named = async (asOf: string): Promise<readonly boolean[]> =>
    (await listAccounts(later, { ...query, asOf })).items.map(({ name }) => name.startsWith('Outro Nome'));
  assert.deepEqual([...new Set(await named('2026-04-15'))], [false]);
  assert.deepEqual([...new Set(await named('2026-05-21'))], [true]);
});

test('a past list is sorted by the names it shows, and finds who is called another name today', async () => {
  const { workspace } = await imported();
  const renamed = rows.map((row, i) => ({ ...row, Cliente: `${String.fromCodePoint(122 - i)} Renomeada` }));
  await bring(now(workspace, '2026-05-20'), sheetBytes(renamed));
  const later = now(workspace, '2026-05-21');
  const listed = async (asOf: string, q?: string) => {
    const query = { view: 'all', sort: 'name', desc: false, limit: 200, asOf, q } as const;
    return (await listAccounts(later, query)).items.map(({ name }) => name);
  };
  for (const asOf of ['2026-04-20', '2026-05-21']) {
    const names = await listed(asOf);
    assert.equal(names.length, rows.length);
    assert.deepEqual(names.map(normalise), names.map(normalise).toSorted(), asOf);
  }
  const old = rows[0]?.Cliente ?? '';
  assert.deepEqual(await listed('2026-04-20', old), [old]);
  assert.deepEqual(await listed('2026-05-21', old), ['z Renomeada']);
  assert.deepEqual(await listed('2026-04-20', 'z renomeada'), [old]);
  const id = await findAccount(later, old);
  assert.equal((await openAccount(later, id, '2026-04-20')).account.name, old);
});

test('history imported today is seen in March, also by who looked at March before', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = now(workspace);
  await bring(by, sheetBytes(rows.slice(1)), 'parte.csv', '2026-03-20');
  assert.equal((await readWeek(by, '2026-03-31')).accounts.length, rows.length - 1);
  await bring(by, sheet, 'clientes.csv', '2026-04-15');
  const lines = async (id: string) =>
    (await readWeek(now(id), '2026-03-31')).accounts.map(({ name, decision }) => [name, decision]);
  const both = await lines(workspace);
  const other = await freshWorkspace(base.store);
  await bring(now(other), sheetBytes(rows.slice(1)), 'parte.csv', '2026-03-20');
  await bring(now(other), sheet, 'clientes.csv', '2026-04-15');
  assert.deepEqual(both, await lines(other));
  assert.equal(both.length, rows.length);
});

test('the story of a day counts what its pages show, and says what of it is hindsight', async () => {
  const { workspace, account } = await imported();
  await bring(
    session(base.store, workspace, '2026-04-16'),
    sheetBytes([{ ...first, 'Chamados abertos': '44' }]),
  );
  for (const asOf of ['2026-03-15', '2026-04-15', '2026-04-16']) {
    const ask = { asOf, group: 'all' as const, limit: 200 };
    const { total, items } = await readTimeline(now(workspace), account, ask);
    assert.equal(items.length, total, asOf);
    const { story } = await openAccount(now(workspace), account, asOf);
    assert.equal(story.total, total, asOf);
  }
});

test('tomorrow is refused, and so is what is no day and who is no account', async () => {
  const { workspace, account } = await imported();
  const by = now(workspace, '2026-04-15');
  const refused = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof Refusal ? error.code : String(error);
  };
  assert.equal(await refused(openAccount(by, account, '2026-04-16')), 'day-in-future');
  assert.equal(await refused(openAccount(by, account, '2026-02-30')), 'day-invalid');
  assert.equal(await refused(openAccount(by, 'acme', undefined)), 'account-not-found');
  assert.equal(await refused(openAccount(by, crypto.randomUUID(), undefined)), 'account-not-found');
  assert.equal(
    await refused(readTimeline(by, account, { group: 'all', limit: 5, cursor: '1.x' })),
    'cursor-invalid',
  );
});
