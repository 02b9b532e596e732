// A workbook over HTTP: sent at once all its sheets are recorded or none; in a draft each sheet is a table of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bookOf, textRow } from '#connectors/workbook/testing-workbooks.ts';
import { draft, draftTable, type Draft, type DraftTable } from '#contract/drafts.ts';
import type { Imported } from '#contract/imports.ts';
import { factCounts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { asking, type Asking } from './testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const fresh = async (): Promise<Asking> =>
  asking({ store: base.store, workspaceId: await freshWorkspace(base.store) }, '2026-04-15');

const customers =
  textRow(['Cliente', 'CNPJ', 'Valor mensal']) +
  textRow(['Acme', '', '10,00']) +
  textRow(['Beta', '', '20,00']);
const tickets =
  textRow(['Chamado', 'Cliente', 'Aberto em', 'Assunto']) +
  textRow(['T-1', 'Acme', '13/04/2026', 'Erro no boleto']);
const sheets = [
  { name: 'Chamados', rows: tickets },
  { name: 'Carteira', rows: customers },
  { name: 'Rascunho', rows: customers, state: 'hidden' as const },
];

test('sent at once: an entry a sheet, an id a table, and under one key it is recorded once', async () => {
  const http = await fresh();
  const send = () =>
    http.read<Imported>('imports?name=base.xlsx', {
      bytes: bookOf({ sheets }),
      headers: { 'idempotency-key': 'workbook of april' },
    });
  const report = await send();
  assert.deepEqual(
    report.files.map(({ sheet, table, accepted, problems }) => [sheet, table, accepted, problems[0]?.code]),
    [
      ['Carteira', 'accounts', 2, undefined],
      ['Chamados', 'tickets', 1, undefined],
      ['Rascunho', null, 0, 'hidden_sheet'],
    ],
  );
  assert.deepEqual([report.imports.length, report.imports[0], report.accounts], [2, report.id, 2]);
  const counts = await factCounts(base.store, http.workspace);
  assert.deepEqual(await send(), report);
  assert.deepEqual(await factCounts(base.store, http.workspace), counts);
  for (const id of report.imports.toReversed()) await http.read(`imports/${id}`, { method: 'DELETE' });
});

test('a sheet that must be decided first holds back the whole workbook, and is named', async () => {
  const http = await fresh();
  const odd = textRow(['Coisa', 'Outra']) + textRow(['1', '2']) + textRow(['3', '4']);
  const bytes = bookOf({ sheets: [...sheets, { name: 'Pivô', rows: odd }] });
  const refused = await http.refused('imports?name=base.xlsx', { bytes });
  assert.match(refused.detail ?? '', /base\.xlsx · Pivô.*"base\.xlsx#Pivô": \{ table: ignore \}/);
  assert.deepEqual(await factCounts(base.store, http.workspace), {});
});

test('in a draft each sheet is a table: told apart, changed and left out alone, recorded together', async () => {
  const http = await fresh();
  const { id } = await http.read<Draft>('drafts', { body: {} });
  const begun = await http.read<Draft>(`drafts/${id}/files?name=base.xlsx`, { bytes: bookOf({ sheets }) });
  draft.parse(begun);
  const [file] = begun.files;
  assert.equal(
    file?.about,
    'Chamados: 1 linha, 4 colunas; Carteira: 2 linhas, 3 colunas. “Rascunho”: Aba oculta: não foi lida. Para importá-la, mostre a aba e salve de novo.',
  );
  assert.deepEqual(
    begun.tables.map(({ sheet, kind, file: of }) => [sheet, kind, of]),
    [
      ['Chamados', 'tickets', file.id],
      ['Carteira', 'accounts', file.id],
    ],
  );
  const [first, second] = begun.tables;
  assert.notEqual(first?.id, second?.id);
  const path = `drafts/${id}/tables/${second?.id}`;
  const said = await http.read<DraftTable>(path, { method: 'PATCH', body: { columns: { CNPJ: 'ignore' } } });
  draftTable.parse(said);
  assert.equal(said.sheet, 'Carteira');
  assert.equal(said.columnList.find(({ header }) => header === 'CNPJ')?.state, 'left_out');
  await http.read(`drafts/${id}/tables/${first?.id}`, { method: 'PATCH', body: { included: false } });
  const now = await http.read<Draft>(`drafts/${id}`);
  assert.deepEqual(
    now.tables.map(({ included }) => included),
    [false, true],
  );
  for (const table of [`${file.id}.9`, file.id, `${file.id}.3`])
    assert.equal((await http.refused(`drafts/${id}/tables/${table}`)).code, 'draft-not-found');
  await http.read(`drafts/${id}/tables/${first?.id}`, { method: 'PATCH', body: { included: true } });
  await http.read(`drafts/${id}/commit`, { method: 'POST' });
  let done = await http.read<Draft>(`drafts/${id}`);
  for (let turn = 0; turn < 400 && done.state === 'committing'; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    done = await http.read<Draft>(`drafts/${id}`);
  }
  assert.deepEqual(
    done.result?.report.files.map(({ sheet, accepted }) => [sheet, accepted]),
    [
      ['Carteira', 2],
      ['Chamados', 1],
    ],
  );
  assert.deepEqual(http.log, []);
});

test('a file of another kind is a fault of the draft in words', async () => {
  const http = await fresh();
  const { id } = await http.read<Draft>('drafts', { body: {} });
  const bytes = Buffer.from('%PDF-1.7');
  const { files, tables } = await http.read<Draft>(`drafts/${id}/files?name=a.xlsx&lang=en`, { bytes });
  assert.deepEqual([files[0]?.fault?.code, tables.length], ['pdf_content', 0]);
});
