// An import's draft over HTTP, the whole way: files in, a column said, questions, commit, undo, first value, mappings.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import type { DifferencePage, QuestionsPage } from '#contract/draft-questions.ts';
import { differencePage, questionsPage } from '#contract/draft-questions.ts';
import { draft, draftTable, type Draft, type DraftTable } from '#contract/drafts.ts';
import { firstValue } from '#contract/first-value.ts';
import { mappings, type Mappings } from '#contract/mappings.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { asking, type Asking } from './testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const day = '2026-04-15';
const fresh = async (): Promise<Asking> =>
  asking({ store: base.store, workspaceId: await freshWorkspace(base.store) }, day);

/** Asks for the draft until it is no longer being committed. */
async function ended(http: Asking, id: string): Promise<Draft> {
  for (let turn = 0; turn < 400; turn += 1) {
    const now = await http.read<Draft>(`drafts/${id}`);
    if (now.state !== 'committing') return now;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the commit never ended');
}

async function brought(http: Asking, bytes: Uint8Array, name = 'clientes.csv'): Promise<Draft> {
  const { id } = await http.read<Draft>('drafts', { body: {} });
  return await http.read<Draft>(`drafts/${id}/files?name=${name}`, { bytes });
}

test('files in, one column said, the difference, the commit, the report, the way back', async () => {
  const http = await fresh();
  const { rows } = sample(12, 'http');
  const begun = await brought(http, sheetBytes(rows));
  draft.parse(begun);
  const [line] = begun.tables;
  assert.ok(line);
  assert.deepEqual(
    [line.kind, line.kindLabel, line.accepted, begun.blockers],
    ['accounts', 'Clientes', 12, []],
  );
  const path = `drafts/${begun.id}/tables/${line.id}`;
  const table = await http.read<DraftTable>(`${path}?lang=en`);
  draftTable.parse(table);
  assert.equal(table.kindLabel, 'Customers');
  assert.ok(table.preview.rows.length > 0 && table.columnList.every(({ samples }) => samples.length <= 3));
  const change = { columns: { Observações: 'ignore' } };
  const said = await http.read<DraftTable>(path, { method: 'PATCH', body: change });
  assert.equal(said.columnList.find(({ header }) => header === 'Observações')?.state, 'left_out');
  const wrong = await http.refused(path, { method: 'PATCH', body: { columns: { Nada: 'name' } } });
  assert.equal(wrong.code, 'draft-choice-unknown');
  const page = await http.read<DifferencePage>(`drafts/${begun.id}/difference?limit=5`);
  differencePage.parse(page);
  assert.deepEqual([page.counts.added, page.items.length, page.nextCursor], [12, 5, '5']);
  assert.equal((await http.refused(`drafts/${begun.id}/difference?cursor=x`)).code, 'cursor-invalid');
  const key = { headers: { 'idempotency-key': 'one commit' }, method: 'POST' };
  const committing = await http.read<Draft>(`drafts/${begun.id}/commit`, key);
  assert.equal(committing.state, 'committing');
  assert.equal((await http.refused(`drafts/${begun.id}/commit`, { method: 'POST' })).status, 409);
  const done = await ended(http, begun.id);
  assert.deepEqual(
    [done.state, done.result?.report.accounts, done.result?.firstValueAsked],
    ['committed', 12, false],
  );
  assert.equal((await http.read<Draft>(`drafts/${begun.id}/commit`, key)).state, 'committed');
  const undone = await http.read<{ accounts: number }>(`imports/${done.result?.imports[0]}`, {
    method: 'DELETE',
  });
  assert.equal(undone.accounts, 12);
  assert.deepEqual(http.log, []);
});

test('what is gone is asked, and an answer is kept with its day', async () => {
  const http = await fresh();
  const { rows } = sample(6, 'gone');
  const first = await brought(http, sheetBytes(rows));
  await http.read(`drafts/${first.id}/commit`, { method: 'POST' });
  await ended(http, first.id);
  const second = await brought(http, sheetBytes(rows.slice(0, 5)), 'maio.csv');
  const asked = await http.read<QuestionsPage>(`drafts/${second.id}/questions`);
  questionsPage.parse(asked);
  assert.deepEqual(
    [asked.open, asked.items[0]?.options.map(({ key }) => key)],
    [1, ['ended', 'kept', 'merged']],
  );
  assert.match(asked.items[0]?.why ?? '', /clientes\.csv, de 15\/04\/2026/);
  assert.equal((await http.read<Draft>(`drafts/${second.id}`)).questionsOpen, 1);
  const place = `drafts/${second.id}/questions/${encodeURIComponent(asked.items[0]?.id ?? '')}`;
  const put = { method: 'PUT', body: { key: 'ended', day: '2026-04-10' } };
  assert.equal((await http.read<QuestionsPage>(place, put)).open, 0);
  const bad = await http.refused(place, { method: 'PUT', body: { key: 'ended' } });
  assert.equal(bad.code, 'draft-choice-unknown');
  assert.equal((await http.read<Draft>(`drafts/${second.id}`)).questionsOpen, 0);
  await http.read(`drafts/${second.id}/cancel`, { method: 'POST' });
  assert.equal((await http.read<{ items: Draft[] }>('drafts')).items.length, 1);
  await http.read(`drafts/${second.id}`, { method: 'DELETE' });
  assert.deepEqual(await http.read('drafts'), { items: [] });
});

test('what was said is saved as a mapping, listed and forgotten; the first value is asked once', async () => {
  const http = await fresh();
  const bytes = Buffer.from('Cliente;Início;Valor mensal\nAcme;03/04/2026;10,00\n');
  const begun = await brought(http, bytes);
  assert.match(begun.blockers[0]?.message ?? '', /Falta decidir/);
  const table = begun.tables[0]?.id ?? '';
  const path = `drafts/${begun.id}/tables/${table}`;
  const { asks } = await http.read<DraftTable>(path);
  assert.deepEqual(
    asks.map(({ code, options }) => [code, options.length]),
    [['date_order', 2]],
  );
  const held = await http.refused(`drafts/${begun.id}/commit`, { method: 'POST' });
  assert.match(held.detail ?? '', /Falta decidir uma coisa/);
  await http.read(path, { method: 'PATCH', body: { asks: { [asks[0]?.id ?? '']: 'dmy' } } });
  await http.read(`drafts/${begun.id}/commit`, { method: 'POST' });
  assert.equal((await ended(http, begun.id)).state, 'committed');
  const saved = await http.read<Mappings>('mappings');
  mappings.parse(saved);
  assert.deepEqual(saved.items[0]?.answers, { 'date_order:Início': 'dmy' });
  await http.read(`mappings/${saved.items[0]?.id}`, { method: 'DELETE' });
  assert.deepEqual(await http.read('mappings'), { items: [] });
  assert.equal((await http.refused('mappings/nada', { method: 'DELETE' })).code, 'mapping-not-found');
  assert.deepEqual(firstValue.parse(await http.read('first-value')), { text: null, skipped: false });
  const told = await http.read('first-value', { method: 'PUT', body: { text: 'Primeiro relatório no ar' } });
  assert.deepEqual(told, { text: 'Primeiro relatório no ar', skipped: false });
});

test('a file that is no table says what it is and what to do, and is taken out again', async () => {
  const http = await fresh();
  const begun = await brought(http, Buffer.from('%PDF-1.7 nada'), 'contrato.pdf');
  const [file] = begun.files;
  assert.deepEqual([file?.fault?.code, begun.tables], ['pdf_content', []]);
  assert.match(file?.fault?.message ?? '', /CSV/);
  assert.match(begun.blockers[0]?.message ?? '', /Não há tabela/);
  const left = await http.read<Draft>(`drafts/${begun.id}/files/${file?.id}`, { method: 'DELETE' });
  assert.deepEqual(left.files, []);
  const again = await http.refused(`drafts/${begun.id}/files/${file?.id}`, { method: 'DELETE' });
  assert.equal(again.code, 'draft-not-found');
});
