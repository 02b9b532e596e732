// Rows → the text of a CSV in pieces, or the bytes of a workbook. A workbook is made in memory; a CSV is not.
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { cellText, type OutCell, type OutRow, type Style } from './cells.ts';
import { headerOf, orderedKeys, type OutTable, tableName } from './columns.ts';
import { hiddenNote } from './without-money.ts';

/** Columns of a table that are written, by key in order; `hidden`: those whose amounts are left out. */
export type Plan = {
  readonly table: OutTable;
  readonly keys: readonly string[];
  readonly hidden: ReadonlySet<string>;
};
/** What the rows of a table fill, by key; true: with an amount that is hidden. */
export type Used = ReadonlyMap<string, boolean>;

export const planOf = (table: OutTable, used: Used): Plan => ({
  table,
  keys: orderedKeys(table, new Set(used.keys())),
  hidden: new Set([...used].filter(([, hidden]) => hidden).map(([key]) => key)),
});

function headOf({ table, hidden }: Plan, key: string, dayFirst: boolean): string {
  const header = headerOf(table, key, dayFirst);
  return hidden.has(key) ? `${header} (${hiddenNote})` : header;
}

const lines = (rows: readonly (readonly string[])[], style: Style): string =>
  stringify(
    rows.map((row) => [...row]),
    { delimiter: style === 'br' ? ';' : ',', record_delimiter: '\r\n', quoted_match: /[;,\t\r\n"']/ },
  );

/** Lines of cells in their order, headers told as texts. The mark before the first tells a spreadsheet that this is UTF-8. */
export const cellLines = (
  rows: readonly (readonly (OutCell | undefined)[])[],
  style: Style,
  first: boolean,
): string =>
  `${first ? '\ufeff' : ''}${lines(
    rows.map((row) => row.map((cell) => cellText(cell, style))),
    style,
  )}`;

/** First line of a CSV. The mark before it tells a spreadsheet that this is UTF-8. */
export function csvHead(plan: Plan, style: Style): string {
  const headers = plan.keys.map((key) =>
    cellText({ kind: 'text', text: headOf(plan, key, style === 'br') }, style),
  );
  return `\ufeff${lines([headers], style)}`;
}

/** Lines of some rows; nothing of none. */
export function csvRows({ keys }: Plan, rows: readonly OutRow[], style: Style): string {
  if (rows.length === 0) return '';
  return lines(
    rows.map((row) => keys.map((key) => cellText(row.get(key), style))),
    style,
  );
}

const dayMs = 86_400_000;

/** A typed cell: text never becomes a formula, numbers and days stay what they are. */
function xlsxCell(cell: OutCell | undefined, style: Style): Cell {
  if (cell === undefined || cell.kind === 'hidden') return null;
  if (cell.kind === 'text') return { type: String, value: cell.text };
  if (cell.kind === 'number') return { type: Number, value: cell.value };
  if (cell.kind === 'day')
    return {
      type: Date,
      value: new Date(cell.day * dayMs),
      format: style === 'br' ? 'dd/mm/yyyy' : 'yyyy-mm-dd',
    };
  if (cell.currency !== null) return { type: String, value: cellText(cell, style) };
  return { type: Number, value: cell.cents / 100, format: '#,##0.00' };
}

/** A workbook with a sheet for each table that has columns. */
export async function workbook(
  tables: readonly { readonly plan: Plan; readonly rows: readonly OutRow[] }[],
  style: Style,
): Promise<Uint8Array> {
  const sheets = tables
    .filter(({ plan }) => plan.keys.length > 0)
    .map(({ plan, rows }) => {
      const { table, keys } = plan;
      const head: Cell[] = keys.map((key) => ({
        type: String,
        value: headOf(plan, key, false),
        fontWeight: 'bold',
      }));
      const data: SheetData = [head, ...rows.map((row) => keys.map((key) => xlsxCell(row.get(key), style)))];
      const name = tableName(table);
      return {
        sheet: name.charAt(0).toUpperCase() + name.slice(1),
        data,
        columns: keys.map((key) => ({ width: widthOf(key) })),
        stickyRowsCount: 1,
      };
    });
  return writeXlsxFile(sheets).toBuffer();
}

/** Width of a column in characters. */
function widthOf(key: string): number {
  if (['name', 'contactName', 'email', 'subject'].includes(key)) return 30;
  return /^note:|^notes$|omment$/.test(key) ? 50 : 16;
}
