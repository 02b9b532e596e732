// Which customers the rows of a sheet name, those rows too that nothing is recorded of: a customer whose row was refused
// is not gone.
import type { AccountKey } from '#domain/facts/envelope.ts';
import type { SheetImport } from './import-sheet.ts';
import { readRow } from './read-row.ts';
import { keyBook } from './row-keys.ts';
import type { SheetTable } from './sheet-table.ts';

/** Keys that the rows left out of an import name a customer by, each once. */
export function keysLeftOut(table: SheetTable, sheet: SheetImport): readonly AccountKey[] {
  const columns = sheet.plan?.columns ?? [];
  const taken = new Set(sheet.rows.map(({ row }) => row));
  const keys = new Map<string, AccountKey>();
  for (const row of table.rows) {
    if (taken.has(row.row)) continue;
    const values = readRow(row, columns);
    for (const key of keyBook([values]).keysOf(values) ?? []) keys.set(`${key.source} ${key.key}`, key);
  }
  return [...keys.values()];
}
