// Tables of others, saved as a spreadsheet saves them: numbers and days as typed cells. They say what their CSV says.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import writeXlsxFile, { type Cell as Written } from 'write-excel-file/node';
import { tablesIn } from '#connectors/sheet/read-file.ts';
import { bringFile, facts } from '#connectors/sheet/sheet-fixture.ts';
import type { FileImport } from '#connectors/sheet/import-sheet.ts';
import type { Cell } from '#connectors/sheet/table.ts';

const data = '../shared/data';
const files = [
  'planilha_br/clientes.csv',
  'personio_case/customer.csv',
  'personio_case/mrr_movements.csv',
  'personio_case/nps.csv',
  'contentstack_renewals/accounts.csv',
  'contentstack_renewals/support_tickets.csv',
  'connector_fixtures/stripe_csv/charge_data.csv',
];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function typed(cell: Cell): Written {
  if (cell === '') return null;
  if (String(Number(cell)) === cell) return { type: Number, value: Number(cell) };
  const day = /^\d{4}-\d\d-\d\d$/.test(String(cell)) && String(cell) > '1900-03-01';
  return day
    ? { type: Date, value: new Date(cell), format: 'dd/mm/yyyy' }
    : { type: String, value: String(cell) };
}

const said = ({ tables }: FileImport): readonly unknown[] =>
  tables.map((table) => {
    const { sheet: _, ...report } = table.report;
    return [report, facts(table)];
  });

for (const name of files) {
  const path = join(data, name);
  const skip = existsSync(path) ? false : `skipped: data in ${data} not present`;
  test(`${name} as a workbook`, { skip }, async () => {
    const bytes = readFileSync(path);
    const rows: Written[][] = [];
    for await (const { items } of tablesIn(once(bytes)))
      for await (const item of items) if (item.kind === 'row') rows.push(item.cells.map(typed));
    const book = await writeXlsxFile(rows).toBuffer();
    assert.deepEqual(said(await bringFile(book)), said(await bringFile(bytes)));
  });
}
