// What a person said of one table on a screen → what a mapping file would say of it. One form, one reader.
import type { DateOrder } from './cell-date.ts';
import type { DecimalMark } from './cell-number.ts';
import { isTable, type TableName } from './fields.ts';
import type { Ask } from './infer.ts';
import { type ColumnMap, type FileMap, headerKey } from './mapping-file.ts';
import type { SheetTable } from './sheet-table.ts';

export type Fix = {
  readonly row: number;
  /** Header of the column. */
  readonly column: string;
  /** What to read in the place of the cell; empty: nothing. */
  readonly value: string;
  /** What stood there and was wrong with it, for taking the mending back. */
  readonly was: { readonly code: string; readonly value: string | null; readonly refused: boolean };
};
export type Choice = {
  readonly included?: boolean;
  readonly kind?: string;
  /** Header → field, `custom` or `ignore`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Ask → key of the option. */
  readonly asks?: Readonly<Record<string, string>>;
  readonly fixes?: readonly Fix[];
};

/** The name of an ask: its code and the column it is about. */
export const askId = (ask: Pick<Ask, 'code' | 'column'>): string => `${ask.code}:${ask.column ?? ''}`;

const nothing: Omit<ColumnMap, 'field'> = { date: null, decimal: null, end: null, currency: null };

/** The map that the choices amount to; null when nothing was said. */
export function mapOf(choice: Choice): FileMap | null {
  const columns = new Map<string, ColumnMap & { header: string }>();
  const put = (header: string, change: Partial<ColumnMap>): void => {
    const key = headerKey(header);
    const known = columns.get(key) ?? { header, field: null, ...nothing };
    columns.set(key, { ...known, ...change });
  };
  for (const [id, option] of Object.entries(choice.asks ?? {})) {
    const at = id.indexOf(':');
    answer(id.slice(0, at), id.slice(at + 1), option, put);
  }
  for (const [header, field] of Object.entries(choice.columns ?? {})) put(header, { field });
  const table = kindOf(choice);
  if (columns.size === 0 && table === null) return null;
  return { ...nothing, table, delayDays: 0, columns };
}

function kindOf({ kind }: Choice): TableName | null {
  return kind !== undefined && isTable(kind) ? kind : null;
}

function answer(
  code: string,
  header: string,
  option: string,
  put: (header: string, change: Partial<ColumnMap>) => void,
): void {
  if (code === 'date_order') put(header, { date: option as DateOrder });
  else if (code === 'decimal_mark') put(header, { decimal: option as DecimalMark });
  else if (code === 'no_key') {
    // The option names the column and what it is: `name@Empresa`.
    const at = option.indexOf('@');
    put(option.slice(at + 1), { field: option.slice(0, at) });
  } else if (code === 'two_columns') put(header, { field: option });
  else put(header, { field: option });
}

/** The table with its mended cells in the place of what stood there. */
export function mended(table: SheetTable, fixes: readonly Fix[]): SheetTable {
  if (fixes.length === 0) return table;
  const byRow = new Map<number, Fix[]>();
  for (const fix of fixes) byRow.set(fix.row, [...(byRow.get(fix.row) ?? []), fix]);
  const rows = table.rows.map((row) => {
    const own = byRow.get(row.row);
    if (!own) return row;
    const cells = [...row.cells];
    for (const { column, value } of own) {
      const at = table.headers.indexOf(column);
      if (at < 0) continue;
      while (cells.length < at) cells.push('');
      cells[at] = value;
    }
    return { ...row, cells };
  });
  return { ...table, rows };
}

/** Headers of a table as one text: sheets of one habit share it, whatever the order of their columns. */
export function headersOf(table: SheetTable): string {
  return table.headers.map(headerKey).toSorted().join('|').slice(0, 4000);
}
