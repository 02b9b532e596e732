// What a reader of tables yields, whatever the file is: rows as a spreadsheet user counts them, and faults as data.
// One reader knows CSV, another workbooks; `read-file.ts` chooses.

/** Text as it stands in the file; a number only where the file itself knows it is one (typed cells). */
export type Cell = string | number;

/** Why a file holds no table. The file is refused whole. */
export type FileFault =
  | 'empty_file'
  | 'no_table'
  | 'zip_content'
  | 'xls_content'
  | 'xlsb_content'
  | 'ods_content'
  | 'numbers_content'
  | 'document_content'
  | 'password_protected'
  | 'pdf_content'
  | 'html_content'
  | 'xml_content'
  | 'json_content'
  | 'image_content'
  | 'binary_content'
  | 'zip_broken'
  | 'zip_bomb'
  | 'zip_unsafe'
  | 'xlsx_broken'
  | 'xml_refused'
  | 'hidden_sheet'
  | 'empty_sheet'
  | 'no_table_sheet'
  | 'ignored_sheet'
  | 'too_large'
  | 'too_slow'
  | 'too_many_sheets'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_broken'
  | 'two_conversations';

/** Why one row cannot be trusted as it stands. */
export type RowFault = 'quote_not_closed' | 'line_too_long';
/** What was repaired in a row on the way in. */
export type RowRepair = 'nul_bytes' | 'bad_encoding' | 'formula_without_value';

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

/** Letters of a column as a spreadsheet shows them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
