// An import that is looked at first: understood, corrected, recorded whole or not at all, undone, remembered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeTable, readTable } from '#actions/draft-change.ts';
import { cancelDraft, commitDraft } from '#actions/draft-commit.ts';
import { problemViews } from '#actions/draft-columns.ts';
import { commitEnded, commitProgress } from '#actions/draft-runs.ts';
import { blockersOf, wholeDraft } from '#actions/draft-whole.ts';
import { addFile, beginDraft, discardDraft, listDrafts, readDraft, removeFile } from '#actions/drafts.ts';
import { forgetMapping, readMappings } from '#actions/mappings.ts';
import { bring, dayOf, session } from '#actions/testing.ts';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { tidy } from '#actions/tidy.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { factCounts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { committed, drafted, log, refused, text } from '#actions/testing-drafts.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const april = '2026-04-15';

test('a draft records what the same sheet sent at once records', async () => {
  const bytes = sheetBytes(sample(20, 'draft').rows);
  const [one, other] = [await freshWorkspace(base.store), await freshWorkspace(base.store)];
  await bring(session(base.store, one, april), bytes);
  const by = session(base.store, other, april);
  const { id } = await drafted(by, bytes);
  assert.deepEqual(await factCounts(base.store, other), {});
  const [imported = ''] = await committed(by, id);
  assert.deepEqual(await factCounts(base.store, other), await factCounts(base.store, one));
  await assert.rejects(commitDraft(by, id, log), refused('draft-not-open'));
  await undoImport(by, imported);
  assert.deepEqual((await readWeek(by, undefined)).accounts, []);
});

test('what is asked holds the commit back; the answer is remembered for the next sheet of these headers', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const sheet = (day: string) => text(`Cliente;Início;Valor mensal\nAcme;${day};10,00\nBeta;${day};20,00\n`);
  const { id, table } = await drafted(by, sheet('03/04/2026'));
  const [blocker] = blockersOf(await wholeDraft(by, id, 'pt-BR'));
  assert.deepEqual([blocker?.table, blocker?.code, blocker?.count], [table, 'asks', 1]);
  await assert.rejects(commitDraft(by, id, log), refused('draft-not-ready'));
  const asked = await readTable(by, id, table, 'pt-BR');
  const name = `${asked.asks[0]?.code}:${asked.asks[0]?.column}`;
  await assert.rejects(
    changeTable(by, id, table, { asks: { [name]: 'abc' } }, 'pt-BR'),
    refused('draft-choice-unknown'),
  );
  const told = await changeTable(by, id, table, { asks: { [name]: 'dmy' } }, 'pt-BR');
  assert.deepEqual([told.sheet.asks, told.asks.length], [[], 1]);
  await committed(by, id);
  const next = await drafted(by, sheet('05/04/2026'), 'maio.csv');
  assert.deepEqual(blockersOf(await wholeDraft(by, next.id, 'pt-BR')), []);
  assert.equal((await readTable(by, next.id, next.table, 'pt-BR')).saved?.name, 'clientes.csv');
  const [mapping] = await readMappings(by);
  assert.deepEqual([mapping?.name, mapping?.answers], ['clientes.csv', { [name]: 'dmy' }]);
  await forgetMapping(by, mapping?.id ?? '');
  await assert.rejects(forgetMapping(by, mapping?.id ?? ''), refused('mapping-not-found'));
  assert.equal(blockersOf(await wholeDraft(by, next.id, 'pt-BR'))[0]?.code, 'asks');
});

test('a cell is mended, a column said to be another, a table left out', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const { id, table } = await drafted(
    by,
    text('Cliente;Início;Valor mensal;Cor\nAcme;20/01/2026;doze mil;azul\nBeta;31/02/2026;10,00;verde\n'),
  );
  const before = await readTable(by, id, table, 'pt-BR');
  assert.deepEqual(
    problemViews(before).map(({ code, refused: out, fix }) => [code, out, fix]),
    [
      ['money_unreadable', true, 'money'],
      ['date_impossible', false, 'day'],
    ],
  );
  const fixes = [
    { row: 2, column: 'Valor mensal', value: '12.000,00' },
    { row: 3, column: 'Início', value: '' },
  ];
  const fixed = await changeTable(by, id, table, { fixes, columns: { Cor: 'ignore' } }, 'pt-BR');
  assert.deepEqual([fixed.sheet.report.accepted, fixed.sheet.report.problems], [2, []]);
  assert.deepEqual(
    problemViews(fixed).map(({ fixed: value }) => value),
    ['12.000,00', ''],
  );
  const back = await changeTable(
    by,
    id,
    table,
    { fixes: [{ row: 2, column: 'Valor mensal', value: null }] },
    'pt-BR',
  );
  assert.equal(back.sheet.report.accepted, 1);
  await changeTable(by, id, table, { included: false }, 'pt-BR');
  assert.equal(blockersOf(await wholeDraft(by, id, 'pt-BR'))[0]?.code, 'nothing');
  await discardDraft(by, id);
  assert.deepEqual(await listDrafts(by), []);
});

test('a commit can be stopped: nothing of it is kept, the draft is open again', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, april);
  const { id } = await drafted(by, sheetBytes(sample(900, 'stop').rows));
  await commitDraft(by, id, log);
  assert.ok(commitProgress(by.store, id));
  await assert.rejects(commitDraft(by, id, log), refused('draft-busy'));
  await assert.rejects(discardDraft(by, id), refused('draft-busy'));
  await cancelDraft(by, id);
  const { draft } = await readDraft(by, id);
  assert.deepEqual([draft.state, draft.failure?.code], ['open', 'import-cancelled']);
  assert.deepEqual(await factCounts(base.store, workspace), {});
  await committed(by, id);
  const { draft: done } = await readDraft(by, id);
  assert.equal((done.result as { firstValueAsked: boolean }).firstValueAsked, false);
});

test('the same commit asked for twice under one key is done once; another key is refused', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const { id } = await drafted(by, sheetBytes(sample(5, 'key').rows));
  const key = { key: 'k1', request: ['commit', id] };
  await commitDraft(by, id, log, { once: key });
  await commitEnded(by.store, id);
  await commitDraft(by, id, log, { once: key });
  await assert.rejects(commitDraft(by, id, log, { once: { ...key, key: 'k2' } }), refused('draft-not-open'));
  await assert.rejects(
    commitDraft(by, id, log, { once: { key: 'k1', request: ['commit', 'other'] } }),
    refused('key-reused'),
  );
});

test('a file comes in pieces; one that is cut off leaves nothing, one sent twice under its key is one', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const id = await beginDraft(by, undefined, null);
  async function* parts(cut: boolean): AsyncGenerator<Uint8Array> {
    yield text('Cliente;Valor mensal;Início\n');
    for (let part = 0; part < 40; part += 1) {
      if (cut && part === 20) throw new Error('the line went dead');
      const rows = Array.from({ length: 1000 }, (_, i) => `Cliente ${part} ${i} Ltda;10,00;20/01/2026\n`);
      yield text(rows.join(''));
    }
  }
  await assert.rejects(addFile(by, id, 'grande.csv', parts(true)), /the line went dead/);
  assert.deepEqual((await readDraft(by, id)).files, []);
  const file = await addFile(by, id, 'grande.csv', parts(false), 'f1');
  assert.equal(await addFile(by, id, 'grande.csv', parts(false), 'f1'), file);
  const { files } = await readDraft(by, id);
  assert.deepEqual(
    files.map(({ name, bytes }) => [name, bytes > 1_000_000]),
    [['grande.csv', true]],
  );
  const { sheet } = await readTable(by, id, file, 'pt-BR');
  assert.equal(sheet.report.accepted, 40_000);
  await removeFile(by, id, file);
  assert.deepEqual((await readDraft(by, id)).files, []);
});

test('a draft that nobody touches is thrown away after thirty days', async () => {
  const workspace = await freshWorkspace(base.store);
  const { id } = await drafted(session(base.store, workspace, april), text('Cliente\nA\n'));
  await tidy(session(base.store, workspace, '2026-05-14'), dayOf('2026-05-14'));
  assert.equal((await listDrafts(session(base.store, workspace, april))).length, 1);
  await tidy(session(base.store, workspace, '2026-05-16'), dayOf('2026-05-16'));
  await assert.rejects(readDraft(session(base.store, workspace, april), id), refused('draft-not-found'));
});
