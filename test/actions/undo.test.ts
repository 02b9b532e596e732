// An undone import was never true here; told again it is as if it had never been undone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFacts } from '#actions/record-facts.ts';
import { Refusal } from '#actions/refusal.ts';
import { at, bring, allPrints, record, session, weekPrints } from '#actions/testing.ts';
import { brMoney, sample, sheetBytes } from '#actions/testing-sheet.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import { accountOf, forms } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const rows = sample(8, 'undo').rows;
const days = ['2026-03-31', '2026-04-15', '2026-05-10'] as const;
const by = (workspace: string, hours?: number) => session(base.store, workspace, '2026-05-10', hours);

async function state(workspace: string): Promise<readonly unknown[]> {
  const weeks: unknown[] = [];
  for (const day of days)
    weeks.push(await weekPrints(by(workspace), day), await allPrints(by(workspace), day));
  return [await forms(base.store, workspace), ...weeks];
}

async function importId(workspace: string, sheet = rows, today = '2026-04-15'): Promise<string> {
  const { imports } = await bring(by(workspace), sheetBytes(sheet), 'clientes.csv', today);
  return imports[0] ?? '';
}

test('undone, no view of any day knows it; imported again, every byte is as at first', async () => {
  const workspace = await freshWorkspace(base.store);
  const id = await importId(workspace);
  const first = await state(workspace);
  const done = await undoImport(by(workspace, 11), id);
  assert.equal(done.accounts, rows.length);
  for (const day of days) assert.deepEqual((await readWeek(by(workspace), day)).accounts, []);
  assert.deepEqual(await forms(base.store, workspace), {});
  const heads = await readWorkspaces(base.store, at('2026-05-10'), () => 0.5);
  assert.equal(heads.find((head) => head.id === workspace)?.accounts, 0);
  await importId(workspace);
  assert.deepEqual(await state(workspace), first);
});

test('an import is undone once', async () => {
  const workspace = await freshWorkspace(base.store);
  const id = await importId(workspace);
  await undoImport(by(workspace), id);
  const twice = undoImport(by(workspace), id);
  await assert.rejects(twice, (error) => error instanceof Refusal && error.code === 'import-not-committed');
  await assert.rejects(undoImport(by(workspace), 'no id'), (error) => error instanceof Refusal);
});

test('of two imports that said the same, undoing either keeps what the other says', async () => {
  for (const undone of [0, 1]) {
    const workspace = await freshWorkspace(base.store);
    const ids = [await importId(workspace), await importId(workspace)];
    const both = await state(workspace);
    const { withdrawn } = await undoImport(by(workspace), ids[undone] ?? '');
    assert.equal(withdrawn, 0);
    assert.deepEqual(await state(workspace), both);
    await undoImport(by(workspace), ids[1 - undone] ?? '');
    assert.deepEqual(await forms(base.store, workspace), {});
  }
});

test('undoing a changed sheet gives back what stood before', async () => {
  const workspace = await freshWorkspace(base.store);
  await importId(workspace);
  const before = await state(workspace);
  const changed = rows.map((row, i) => ({
    ...row,
    'Valor mensal (R$)': brMoney(100_000 + i * 1000),
    'Chamados abertos': '77',
    Observações: 'tudo mudou',
  }));
  const second = await importId(workspace, changed, '2026-04-20');
  assert.notDeepEqual(await state(workspace), before);
  await undoImport(by(workspace), second);
  assert.deepEqual(await state(workspace), before);
});

test('what was told again outside any import outlives its undo', async () => {
  const workspace = await freshWorkspace(base.store);
  const id = await importId(workspace);
  const key = `cnpj:${(rows[0]?.CNPJ ?? '').replace(/\D/g, '')}`;
  const account = await accountOf(base.store, workspace, key);
  const fact = {
    account: { id: account },
    type: 'state-observed',
    body: { metric: 'open_tickets', value: Number(rows[0]?.['Chamados abertos']) },
    source: 'sheet:accounts',
    externalId: `${key}|state:open_tickets`,
  };
  const told = await record(by(workspace), [fact]);
  assert.equal(told.results[0]?.status, 'duplicate');
  await undoImport(by(workspace), id);
  assert.deepEqual(Object.keys(await forms(base.store, workspace)), [account]);
  const week = await readWeek(by(workspace), '2026-05-10');
  assert.deepEqual(
    week.accounts.map((each) => each.id),
    [account],
  );
});

test('an undo while the same sheet is committed leaves one of the two states, never half', async () => {
  const workspace = await freshWorkspace(base.store);
  const id = await importId(workspace);
  const both = await forms(base.store, workspace);
  await Promise.all([undoImport(by(workspace), id), importId(workspace), importId(workspace)]);
  assert.deepEqual(await forms(base.store, workspace), both);
});

test('facts recorded live stay when an import of the same customers is undone', async () => {
  const workspace = await freshWorkspace(base.store);
  const id = await importId(workspace);
  const account = await accountOf(base.store, workspace, `cnpj:${(rows[1]?.CNPJ ?? '').replace(/\D/g, '')}`);
  const live = { account: { id: account }, type: 'note-written', source: 'perene', externalId: 'n1' };
  await recordFacts(by(workspace), [{ ...live, type: 'note-written', body: { text: 'ligou hoje' } }], null);
  await undoImport(by(workspace), id);
  assert.deepEqual(Object.keys(await forms(base.store, workspace)), [account]);
});
