// What an import tells about one file: counts, mapping, every problem by row and column.
import type { ColumnPlan } from './columns.ts';
import type { TableName } from './fields.ts';
import { customKey } from './custom-columns.ts';
import { metricOf } from './usage-metric.ts';

export type FileProblem = {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly message: string;
  /** The row stays out; absent where it is about a cell, or about the whole file. */
  readonly refused?: true;
};
/** accepted + refused + duplicates + skipped.blank + skipped.total = rows. */
export type FileReport = {
  readonly path: string;
  readonly sheet?: string;
  readonly table: TableName | null;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly skipped: { readonly blank: number; readonly total: number };
  /**
   * Header → field; `custom.<key>` for a column kept as a field of its own, `measure.<metric>` for one of a wide table of
   * usage, `ignore` for one left out.
   */
  readonly mapping: Readonly<Record<string, string>>;
  readonly problems: readonly FileProblem[];
  /** Problems that are not listed, of a table too long to list all. */
  readonly unlisted?: number;
};

/** A report of a file that nothing was read from. */
export function refusedReport(path: string, code: string, message: string): FileReport {
  return {
    path,
    table: null,
    rows: 0,
    accepted: 0,
    refused: 0,
    duplicates: 0,
    skipped: { blank: 0, total: 0 },
    mapping: {},
    problems: [{ row: null, column: null, code, value: null, message }],
  };
}

/** Further texts are kept as notes. */
const shownAs: Readonly<Record<string, string>> = { remark: 'notes' };

/** Header → field, in the order of the columns. */
export function mappingOf(plan: ColumnPlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    plan.columns.map((column) => [
      column.header,
      column.field === 'custom'
        ? `custom.${customKey(column.header)}`
        : column.field === 'measure'
          ? `measure.${metricOf(column.name ?? column.header).metric}`
          : (shownAs[column.field] ?? column.field),
    ]),
  );
}
