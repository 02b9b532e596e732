// What a reader of tables yields, whatever the file is: rows as a spreadsheet user counts them, and faults as data.
// CSV is one reader; another file type is another function of the same shape.

/** Text as it stands in the file; a number only where the file itself knows it is one (typed cells). */
export type Cell = string | number;

/** Why a file holds no table. The file is refused whole. */
export type FileFault =
  | 'empty_file'
  | 'no_table'
  | 'xlsx_content'
  | 'zip_content'
  | 'xls_content'
  | 'pdf_content'
  | 'html_content'
  | 'binary_content'
  | 'too_many_rows'
  | 'too_large'
  | 'too_many_columns'
  | 'too_broken';

/** Why one row cannot be trusted as it stands. */
export type RowFault = 'quote_not_closed' | 'line_too_long';
/** What was repaired in a row on the way in. */
export type RowRepair = 'nul_bytes' | 'bad_encoding';

export type TableItem =
  | {
      readonly kind: 'row';
      /** 1 is the first row of the sheet. */
      readonly row: number;
      readonly cells: readonly Cell[];
      readonly fault: RowFault | null;
      readonly repairs: readonly RowRepair[];
    }
  | { readonly kind: 'fault'; readonly code: FileFault };

export type TableRow = Extract<TableItem, { kind: 'row' }>;

export type TableLimits = {
  /** Bytes (UTF-8) one row may hold. */
  readonly rowBytes: number;
  readonly rows: number;
};
export const defaultLimits: TableLimits = { rowBytes: 1_000_000, rows: 1_000_000 };

/** Bytes of a file → its rows. Never throws on content; errors of reading the bytes pass through. */
export type TableReader = (
  bytes: AsyncIterable<Uint8Array>,
  limits?: TableLimits,
) => AsyncIterable<TableItem>;

/** Letters of a column as a spreadsheet shows them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
