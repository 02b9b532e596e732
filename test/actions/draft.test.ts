// An import that is looked at first: understood, corrected, compared with what is known, recorded whole or not at all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readQuestions, answerQuestion } from '#actions/draft-answer.ts';
import { changeTable, readTable } from '#actions/draft-change.ts';
import { cancelDraft, commitDraft, commitEnded, commitProgress } from '#actions/draft-commit.ts';
import { problemViews } from '#actions/draft-columns.ts';
import { differenceOf } from '#actions/draft-difference.ts';
import { readTrial } from '#actions/draft-trial.ts';
import { blockersOf, wholeDraft } from '#actions/draft-whole.ts';
import { addFile, beginDraft, discardDraft, listDrafts, readDraft } from '#actions/drafts.ts';
import { readFirstValue, tellFirstValue } from '#actions/first-value.ts';
import { Refusal } from '#actions/refusal.ts';
import type { Session } from '#actions/session.ts';
import { bring, difference, session, zone } from '#actions/testing.ts';
import { sample, sheetBytes, type SampleRow } from '#actions/testing-sheet.ts';
import { undoImport } from '#actions/undo-import.ts';
import { readWeek } from '#actions/week.ts';
import { factCounts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const april = '2026-04-15';
const may = '2026-05-15';
const log = (line: string): void => assert.fail(line);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const text = (lines: string): Uint8Array => Buffer.from(lines);

async function drafted(by: Session, bytes: Uint8Array, name = 'clientes.csv') {
  const id = await beginDraft(by, undefined, null);
  return { id, table: await addFile(by, id, name, once(bytes)) };
}

async function committed(by: Session, id: string): Promise<readonly string[]> {
  await commitDraft(by, id, log, null);
  await commitEnded(by.store, id);
  const { draft } = await readDraft(by, id);
  assert.equal(draft.state, 'committed', JSON.stringify(draft.failure));
  return (draft.result as { imports: string[] }).imports;
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('a draft records what the same sheet sent at once records', async () => {
  const bytes = sheetBytes(sample(20, 'draft').rows);
  const [one, other] = [await freshWorkspace(base.store), await freshWorkspace(base.store)];
  await bring(session(base.store, one, april), bytes);
  const by = session(base.store, other, april);
  const { id } = await drafted(by, bytes);
  assert.deepEqual(await factCounts(base.store, other), {});
  const [imported = ''] = await committed(by, id);
  assert.deepEqual(await factCounts(base.store, other), await factCounts(base.store, one));
  await assert.rejects(commitDraft(by, id, log, null), refused('draft-not-open'));
  await undoImport(by, imported);
  assert.deepEqual((await readWeek(by, undefined)).accounts, []);
});

test('what is asked holds the commit back; the answer is remembered for the next sheet of these headers', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const sheet = (day: string) => text(`Cliente;Início;Valor mensal\nAcme;${day};10,00\nBeta;${day};20,00\n`);
  const { id, table } = await drafted(by, sheet('03/04/2026'));
  const [blocker] = blockersOf(await wholeDraft(by, id, 'pt-BR'));
  assert.deepEqual([blocker?.table, blocker?.code, blocker?.count], [table, 'asks', 1]);
  await assert.rejects(commitDraft(by, id, log, null), refused('draft-not-ready'));
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
});

test('a cell is mended, a column said to be another, a table left out', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  const { id, table } = await drafted(
    by,
    text('Cliente;Início;Valor mensal;Cor\nAcme;31/02/2026;doze mil;azul\nBeta;20/03/2026;10,00;verde\n'),
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
    { row: 2, column: 'Início', value: '' },
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

/** This month's sheet: five amounts changed, three customers gone, one renamed. */
function nextMonth(rows: readonly SampleRow[]): readonly SampleRow[] {
  return rows.slice(3).map((row, i) => ({
    ...row,
    ...(i < 5 ? { 'Valor mensal (R$)': '98.765,00' } : {}),
    ...(i === 7 ? { Cliente: 'Nome Novo Ltda' } : {}),
  }));
}

test('five amounts changed, three rows gone, one customer renamed: five movements, three questions, nobody new', async () => {
  const workspace = await freshWorkspace(base.store);
  const { rows } = sample(30, 'month');
  await bring(session(base.store, workspace, april), sheetBytes(rows));
  const by = session(base.store, workspace, may);
  const before = await factCounts(base.store, workspace);
  const { id } = await drafted(by, sheetBytes(nextMonth(rows)));
  const { trial } = await readTrial(by, id);
  const found = differenceOf(trial, zone);
  assert.deepEqual(found.counts, { added: 0, changed: 6, unchanged: 21, gone: 3 });
  const fields = found.items.flatMap(({ kind, changes }) =>
    kind === 'changed' ? changes.map(({ field }) => field) : [],
  );
  assert.deepEqual(fields.toSorted(), [...Array.from({ length: 5 }, () => 'monthly'), 'name']);
  assert.deepEqual(await factCounts(base.store, workspace), before, 'looking changes nothing');
  const { questions } = await readQuestions(by, id);
  assert.deepEqual(
    questions.map(({ kind }) => kind),
    ['gone', 'gone', 'gone'],
  );
  const [first, second] = questions;
  await answerQuestion(by, id, first?.id ?? '', { key: 'ended', day: '2026-05-01' });
  await answerQuestion(by, id, second?.id ?? '', { key: 'kept' });
  await assert.rejects(
    answerQuestion(by, id, second?.id ?? '', { key: 'abc' }),
    refused('draft-choice-unknown'),
  );
  await committed(by, id);
  const added = difference(before, await factCounts(base.store, workspace));
  assert.equal(added['contract-amended'], 5);
  assert.equal(added['contract-ended'], 1);
  const week = await readWeek(by, undefined);
  assert.equal(week.accounts.filter(({ decision }) => decision.status !== 'ended').length, 29);
  // Asked again next month: only who nobody answered for.
  const again = await drafted(by, sheetBytes(nextMonth(rows)), 'junho.csv');
  const left = await readQuestions(by, again.id);
  assert.deepEqual(
    left.questions.map((one) => one.id),
    [questions[2]?.id],
  );
});

test('two names that look alike are asked about; the same company takes the row, another one does not', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, april);
  await bring(
    by,
    text('Cliente;Valor mensal;Início\nUsina Santa Eulália;10,00;20/01/2026\nOutra Firma;5,00;20/01/2026\n'),
  );
  const sheet = text(
    'Cliente;Valor mensal;Início\nUsina Sta Eulalia Ltda;12,00;20/01/2026\nOutra Firma;5,00;20/01/2026\n',
  );
  const { id } = await drafted(session(base.store, workspace, may), sheet);
  const { questions } = await readQuestions(by, id);
  const alike = questions.find(({ kind }) => kind === 'look_alike');
  assert.ok(alike, JSON.stringify(questions));
  const after = await answerQuestion(by, id, alike.id, { key: 'same' });
  assert.equal(after.questions.filter(({ kind }) => kind === 'gone').length, 0);
  await committed(session(base.store, workspace, may), id);
  assert.equal((await readWeek(session(base.store, workspace, may), undefined)).accounts.length, 2);
});

test('a commit can be stopped: nothing of it is kept, the draft is open again', async () => {
  const workspace = await freshWorkspace(base.store);
  const by = session(base.store, workspace, april);
  const { id } = await drafted(by, sheetBytes(sample(900, 'stop').rows));
  await commitDraft(by, id, log, null);
  assert.ok(commitProgress(by.store, id));
  await assert.rejects(commitDraft(by, id, log, null), refused('draft-not-open'));
  await cancelDraft(by, id);
  const { draft } = await readDraft(by, id);
  assert.deepEqual([draft.state, draft.failure?.code], ['open', 'import-cancelled']);
  assert.deepEqual(await factCounts(base.store, workspace), {});
  await committed(by, id);
});

test('the first value is told once, in the firm’s own words, or skipped', async () => {
  const by = session(base.store, await freshWorkspace(base.store), april);
  assert.deepEqual(await readFirstValue(by), { text: null, skipped: false });
  assert.deepEqual(await tellFirstValue(by, null), { text: null, skipped: true });
  assert.deepEqual(await tellFirstValue(by, 'Primeiro relatório no ar'), {
    text: 'Primeiro relatório no ar',
    skipped: false,
  });
});
