// What a person said of one table on a screen → what a mapping file would say of it. One form, one reader.
import { senderKey } from '#connectors/whatsapp/sender.ts';
import type { DateOrder } from './cell-date.ts';
import type { DecimalMark } from './cell-number.ts';
import { isTable, type TableName } from './fields.ts';
import type { Ask } from './infer.ts';
import { type ColumnMap, type FileMap, headerKey } from './mapping-file.ts';
import { type Side, sides } from './senders.ts';
import type { SheetTable } from './sheet-table.ts';
import type { UsageGrain } from './usage-grain.ts';

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
export const askId = ({ code, column }: Pick<Ask, 'code' | 'column'>): string =>
  // What was said of a person is kept under no name.
  `${code}:${code === 'which_side' ? senderKey(column ?? '') : (column ?? '')}`;

const nothing: Omit<ColumnMap, 'field' | 'name'> = {
  date: null,
  decimal: null,
  end: null,
  currency: null,
  amounts: null,
  how: null,
};
/** A code that names a customer only in another file: the customer's own column is asked for as where none is there. */
const keyAsks: ReadonlySet<string> = new Set(['no_key', 'other_file_key']);

/** Keys of the options of an ask; the missing key of a customer may be any column that could name one. */
export function optionsOf(ask: Ask, couldName: readonly string[]): readonly string[] {
  if (ask.code === 'date_order') return ['dmy', 'mdy'];
  if (ask.code === 'decimal_mark') return [',', '.'];
  if (!keyAsks.has(ask.code)) return ask.options;
  return couldName.flatMap((header) => ask.options.map((field) => `${field}@${header}`));
}

type Put = (header: string, change: Partial<ColumnMap>) => void;

/**
 * The map that the choices amount to; null when nothing was said.
 * @param fieldOf field that a column has while nothing is said of it
 */
export function mapOf(choice: Choice, fieldOf: (header: string) => string | null): FileMap | null {
  const columns = new Map<string, ColumnMap & { header: string }>();
  const constants = new Map<string, string>();
  const senders = new Map<string, Side>();
  let grain: UsageGrain | null = null;
  let table = kindOf(choice.kind);
  const put: Put = (header, change) => {
    const key = headerKey(header);
    const known = columns.get(key) ?? { header, field: null, name: null, ...nothing };
    columns.set(key, { ...known, ...change });
  };
  for (const [id, option] of Object.entries(choice.asks ?? {})) {
    const at = id.indexOf(':');
    const [code, header] = [id.slice(0, at), id.slice(at + 1)];
    if (code === 'which_grain') grain = grains.find((one) => one === option) ?? grain;
    else if (code === 'which_instrument') constants.set('instrument', option);
    else if (code === 'which_side') senders.set(header, sides.find((one) => one === option) ?? 'other');
    else if (code === 'which_table') table ??= kindOf(option);
    else ofColumn(code, header, option, fieldOf, put);
  }
  for (const [header, field] of Object.entries(choice.columns ?? {})) put(header, { field });
  if (columns.size + constants.size + senders.size === 0 && table === null && grain === null) return null;
  return { ...nothing, table, leftOut: false, grain, constants, senders, delayDays: 0, columns };
}

const grains: readonly UsageGrain[] = ['day', 'week', 'month'];

function kindOf(kind: string | undefined): TableName | null {
  return kind !== undefined && isTable(kind) ? kind : null;
}

function ofColumn(
  code: string,
  header: string,
  option: string,
  fieldOf: (header: string) => string | null,
  put: Put,
): void {
  if (code === 'date_order') put(header, { date: option as DateOrder });
  else if (code === 'decimal_mark') put(header, { decimal: option as DecimalMark });
  else if (code === 'which_unit') put(header, { amounts: option === 'cents' ? 'cents' : 'units' });
  else if (keyAsks.has(code)) {
    // The option names the column and what it is: `name@Empresa`.
    const at = option.indexOf('@');
    put(option.slice(at + 1), { field: option.slice(0, at) });
  } else if (code === 'two_columns') oneOfTwo(header, option, fieldOf, put);
  else put(header, { field: option });
}

/** Of two columns with one title the chosen one holds what the title says; the other is left out. */
function oneOfTwo(
  header: string,
  chosen: string,
  fieldOf: (header: string) => string | null,
  put: Put,
): void {
  const twin = header.replace(/ \(\d+\)$/, '');
  if (chosen !== header) return put(header, { field: 'ignore' });
  put(header, { field: fieldOf(twin) ?? 'custom' });
  put(twin, { field: 'ignore' });
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
