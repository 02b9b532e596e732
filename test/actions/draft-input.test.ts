// Sheets as people send them wrong: each trouble is named by file, row, column and value, with what to do, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeTable, optionsIn, readTable } from '#actions/draft-change.ts';
import { problemViews } from '#actions/draft-columns.ts';
import { blockersOf, wholeDraft } from '#actions/draft-whole.ts';
import { addFile } from '#actions/drafts.ts';
import { committed, drafted, looked, once, refused, text } from '#actions/testing-drafts.ts';
import type { Session } from '#actions/session.ts';
import { session } from '#actions/testing.ts';
import { cnpjOf } from '#actions/testing-sheet.ts';
import { factCounts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const fresh = async (): Promise<Session> =>
  session(base.store, await freshWorkspace(base.store), '2026-04-15');
const sheetIn = async (lines: string) => {
  const by = await fresh();
  const { id, table } = await drafted(by, text(lines));
  return { by, id, table, found: await readTable(by, id, table, 'pt-BR') };
};
const problemsOf = async (lines: string) => {
  const { found } = await sheetIn(lines);
  return problemViews(found).map(({ row, column, code, value }) => [row, column, code, value]);
};

test('one title over two columns: which one holds is asked, and only that one is read', async () => {
  const { by, id, table, found } = await sheetIn(
    'Cliente;Valor mensal;Início;Valor mensal\nAcme;10,00;20/01/2026;99,00\nBeta;20,00;20/01/2026;88,00\n',
  );
  const [ask] = found.asks;
  assert.ok(ask);
  assert.deepEqual([ask.code, ask.options], ['two_columns', ['Valor mensal', 'Valor mensal (2)']]);
  const asks = { [`two_columns:${ask.column}`]: 'Valor mensal (2)' };
  const told = await changeTable(by, id, table, { asks }, 'pt-BR');
  assert.deepEqual([told.sheet.asks, blockersOf(await wholeDraft(by, id, 'pt-BR'))], [[], []]);
  const { difference } = await looked(by, id);
  assert.deepEqual(
    difference.items.map(({ mrrCents }) => mrrCents ?? 0).toSorted((a, b) => a - b),
    [8800, 9900],
  );
  const first = await changeTable(
    by,
    id,
    table,
    { asks: { [`two_columns:${ask.column}`]: 'Valor mensal' } },
    'pt-BR',
  );
  assert.deepEqual(first.sheet.asks, []);
  assert.deepEqual(
    (await looked(by, id)).difference.items.map(({ mrrCents }) => mrrCents ?? 0).toSorted((a, b) => a - b),
    [1000, 2000],
  );
});

test('a name that two customers share, a row without one, a key twice: each refused by row and value', async () => {
  const lines = [
    'Cliente;CNPJ;Valor mensal;Início',
    `Padaria Sol;${cnpjOf(1)};10,00;20/01/2026`,
    'Padaria Sol;;20,00;20/01/2026',
    `Padaria Sol;${cnpjOf(2)};30,00;20/01/2026`,
    ';;40,00;20/01/2026',
    'Outra;;50,00;20/01/2026',
    'Outra;;60,00;20/01/2026',
  ].join('\n');
  assert.deepEqual(await problemsOf(`${lines}\n`), [
    [3, 'Cliente', 'key_ambiguous', 'Padaria Sol'],
    [5, 'Cliente', 'key_missing', null],
    [7, 'Cliente', 'key_twice', 'Outra'],
  ]);
});

test('no rows below the titles, and rows of which none can be recorded, hold the commit back', async () => {
  const by = await fresh();
  const empty = await drafted(by, text('Cliente;Valor mensal;Início\n'));
  const whole = await wholeDraft(by, empty.id, 'en');
  assert.deepEqual([whole.tables[0]?.fault, blockersOf(whole)[0]?.code], ['no_table', 'nothing']);
  const bad = await drafted(
    by,
    text('Cliente;Valor mensal;Início\nAcme;dez;20/01/2026\nBeta;vinte;20/01/2026\n'),
  );
  assert.deepEqual(
    blockersOf(await wholeDraft(by, bad.id, 'pt-BR')).map(({ code }) => code),
    ['no_rows'],
  );
});

test('two lines of titles are read as one', async () => {
  const { found } = await sheetIn(
    'Empresa;Contrato;;Valor\n;Início;Fim;mensal\nAcme;20/01/2026;20/01/2027;10,00\nBeta;20/02/2026;20/02/2027;20,00\n',
  );
  assert.deepEqual(Object.values(found.sheet.report.mapping).slice(0, 3), ['name', 'start', 'plannedEnd']);
  assert.equal(found.sheet.report.accepted, 2);
});

test('without a column that names the customer any that could is offered, and the chosen one is the key', async () => {
  const { by, id, table, found } = await sheetIn('X;Y\n1;2\n3;4\n5;6\n');
  const ask = found.asks.find(({ code }) => code === 'no_key');
  assert.ok(ask, JSON.stringify(found.asks));
  assert.ok(optionsIn(found, ask).includes('name@X'));
  const told = await changeTable(by, id, table, { asks: { 'no_key:': 'externalId@X' } }, 'pt-BR');
  assert.equal(told.sheet.plan?.columns[0]?.field, 'externalId');
  await assert.rejects(
    changeTable(by, id, table, { asks: { 'no_key:': 'externalId@Z' } }, 'pt-BR'),
    refused('draft-choice-unknown'),
  );
  await assert.rejects(
    changeTable(by, id, table, { kind: 'nada' }, 'pt-BR'),
    refused('draft-choice-unknown'),
  );
  await assert.rejects(
    changeTable(by, id, table, { fixes: [{ row: 99, column: 'X', value: 'x' }] }, 'pt-BR'),
    refused('draft-choice-unknown'),
  );
});

test('problems are said in English too', async () => {
  const by = await fresh();
  const { id, table } = await drafted(
    by,
    text('Cliente;Valor mensal;Início\nAcme;dez;20/01/2026\nBeta;1,00;20/01/2026\n'),
  );
  const [problem] = problemViews(await readTable(by, id, table, 'en'));
  assert.match(problem?.message ?? '', /The row/);
});

test('several tables of one draft are recorded together, customers first; undoing takes back each', async () => {
  const by = await fresh();
  const { id } = await drafted(
    by,
    text(
      'Cliente;Contato;E-mail;Cargo\nAcme;Ana Lima;ana@acme.com.br;Diretora\nBeta;Bia Reis;bia@beta.com.br;Gerente\n',
    ),
    'contatos.csv',
  );
  await addFile(
    by,
    id,
    'clientes.csv',
    once(text('Cliente;Valor mensal;Início\nAcme;10,00;20/01/2026\nBeta;1,00;20/01/2026\n')),
  );
  const imports = await committed(by, id);
  assert.equal(imports.length, 2);
  const counts = await factCounts(base.store, by.workspaceId);
  assert.deepEqual([counts['account-described'], counts['contact-joined']], [2, 2]);
});
