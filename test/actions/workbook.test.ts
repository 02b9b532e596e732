// A workbook comes in as its tables do: the same facts as from a CSV, every sheet or none.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { readTables } from '#connectors/sheet/read-file.ts';
import { committed, drafted, looked, once } from '#actions/testing-drafts.ts';
import { bring, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { factCounts, toldFacts } from '#store/testing-forms.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';
import { weekOf } from '#words/week.ts';

const data = '../shared/data/planilha_br';
const skip = existsSync(data) ? false : `skipped: ${data} is not here`;
const april = '2026-04-15';
const may = '2026-05-15';
let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const csv = (): Uint8Array => readFileSync(`${data}/clientes.csv`);
const xlsx = (): Uint8Array => readFileSync(`${data}/clientes.xlsx`);
/** The rows that both files hold: the first 120 below the header. */
const clean = (): Uint8Array =>
  Buffer.from(csv()).subarray(
    0,
    Buffer.from(csv()).toString('latin1').split('\n', 121).join('\n').length + 1,
  );

/** What Windows-1252 has no letter for stands as a question mark in the CSV. */
const asWindows = (line: string): string => line.replace(/[^ -\u00ff‘’“”–—…€]/gu, '?');

test(
  'the same 120 rows as CSV and as XLSX are the same facts; told both ways nothing is new',
  { skip },
  async () => {
    const [one, other] = [await freshWorkspace(base.store), await freshWorkspace(base.store)];
    const text = await bring(session(base.store, one, april), clean());
    const book = await bring(session(base.store, other, april), xlsx(), 'clientes.xlsx');
    assert.deepEqual([text.accounts, book.accounts], [120, 120]);
    assert.deepEqual(
      book.files.map(({ sheet, accepted, problems }) => [sheet, accepted, problems.map(({ code }) => code)]),
      [
        ['Carteira 2026', 120, []],
        ['Legenda', 0, ['no_table_sheet']],
      ],
    );
    const told = (await toldFacts(base.store, other)).map(asWindows);
    assert.deepEqual(await toldFacts(base.store, one), told.toSorted());
    const again = await bring(session(base.store, one, april, 15), xlsx(), 'clientes.xlsx');
    assert.equal(again.facts.recorded, 1, 'the comment that the CSV lost');
  },
);

test('both files in one base: 121 customers, their money once, 99 answers', { skip }, async () => {
  const workspace = await freshWorkspace(base.store);
  const expected = JSON.parse(readFileSync(`${data}/esperado.json`, 'utf8')) as Record<string, number>;
  const by = session(base.store, workspace, april);
  await bring(by, xlsx(), 'clientes.xlsx');
  await bring(by, csv());
  const { lines } = weekOf(await readWeek(by, april), 'pt-BR');
  assert.equal(lines.length, expected['accepted_rows']);
  assert.equal(
    lines.reduce((sum, line) => sum + (line.mrrCents ?? 0), 0),
    expected['mrr_cents_accepted'],
  );
  // The one comment that the CSV lost is told in two wordings: one answer.
  const counts = await factCounts(base.store, workspace);
  assert.equal((counts['survey-answered'] ?? 0) - 1, expected['nps_answers_accepted']);
});

/** The first sheet of a workbook with its rows changed. */
async function edited(change: (rows: Cell[][]) => Cell[][]): Promise<Uint8Array> {
  const read = await readTables(once(xlsx()));
  assert.ok(read.fault === null);
  const [found] = read.tables;
  assert.ok(found);
  const { headers, rows } = found.table;
  const body = change(rows.map(({ cells }) => cells.map((value): Cell => ({ value }))));
  const cells: Cell[][] = [headers.map((value) => ({ value })), ...body];
  return writeXlsxFile(cells).toBuffer();
}

test(
  'a month later five amounts, three rows gone, one name: five movements, three questions, nobody new',
  { skip },
  async () => {
    const workspace = await freshWorkspace(base.store);
    await bring(session(base.store, workspace, april), xlsx(), 'clientes.xlsx');
    const before = await factCounts(base.store, workspace);
    const by = session(base.store, workspace, may);
    const next = await edited((rows) =>
      rows.slice(3).map((row, at) =>
        row.map((cell, column) => {
          if (column === 5 && at < 5) return { value: 98_765.43 };
          return column === 0 && at === 7 ? { value: 'Nome Novo Ltda' } : cell;
        }),
      ),
    );
    const { id } = await drafted(by, next, 'clientes maio.xlsx');
    const { difference, questions } = await looked(by, id);
    assert.deepEqual(difference.counts, { added: 0, changed: 6, unchanged: 111, gone: 3 });
    assert.deepEqual(
      questions.map(({ kind }) => kind),
      ['gone', 'gone', 'gone'],
    );
    const fields = difference.items.flatMap(({ changes }) => changes.map(({ field }) => field));
    assert.deepEqual(fields.filter((field) => field === 'monthly').length, 5);
    assert.deepEqual(fields.filter((field) => field === 'name').length, 1);
    await committed(by, id);
    const after = await factCounts(base.store, workspace);
    assert.equal((after['contract-amended'] ?? 0) - (before['contract-amended'] ?? 0), 5);
    assert.equal((await readWeek(by, may)).accounts.length, 120);
  },
);
