// What one table of a draft shows: its columns, the rows to look at, and how the first rows will stand.
import { askId } from '#connectors/sheet/choices.ts';
import { textOf } from '#connectors/sheet/cell.ts';
import { fieldsOf, tableNames } from '#connectors/sheet/fields.ts';
import { readRow, type FieldValue } from '#connectors/sheet/read-row.ts';
import { columnLetters } from '#connectors/sheet/table.ts';
import type { Shown } from './draft-fields.ts';
import type { UnderstoodTable } from './draft-file.ts';
import { openAsks } from './draft-whole.ts';

export type ColumnView = {
  readonly letter: string;
  readonly header: string;
  readonly named: boolean;
  readonly field: string;
  readonly state: 'sure' | 'confirm' | 'decide' | 'left_out';
  readonly confidence: number;
  readonly samples: readonly string[];
  /** What its cells are read as, the order of day and month, the decimal mark; null where it has none. */
  readonly kind: string | null;
  readonly order: string | null;
  readonly mark: string | null;
};
export type ProblemView = {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly message: string;
  readonly refused: boolean;
  readonly fix: 'text' | 'day' | 'money' | 'taxId' | 'number' | null;
  readonly fixed: string | null;
};

/** Recognised by content, less sure than this, a look would not hurt. */
const surely = 0.8;
const shownSamples = 3;
const shownRows = 4;
const shownFields = 6;
export const shownProblems = 50;

/** Kinds a person may say that a table is. */
export const kindsToSay: readonly string[] = tableNames;

/** Fields that only say that something is still to be asked: which end, which period. */
const undecided: Readonly<Record<string, readonly string[]>> = {
  accounts: ['end', 'amount'],
  subscriptions: ['end', 'amount'],
};

/** Fields a person may say that a column holds. */
export function fieldsToSay({ sheet }: UnderstoodTable): readonly string[] {
  const table = sheet.plan?.table ?? 'accounts';
  const told = Object.keys(fieldsOf(table)).filter((field) => !undecided[table]?.includes(field));
  return [...told, 'custom', 'ignore'];
}

/** Columns recognised by their content alone, whose reading nobody confirmed. */
function unsure(reason: string, confidence: number, said: boolean): boolean {
  return reason === 'content' && confidence < surely && !said;
}

export function columnViews(found: UnderstoodTable): readonly ColumnView[] {
  const { sheet, table, choice } = found;
  const asked = new Set(openAsks(found).map((ask) => ask.column));
  return (sheet.plan?.proposals ?? []).map((proposal, at) => {
    const read = sheet.plan?.columns[at];
    const said = choice.columns?.[proposal.header] !== undefined;
    const state = asked.has(proposal.header)
      ? ('decide' as const)
      : proposal.field === 'ignore'
        ? ('left_out' as const)
        : unsure(proposal.reason, proposal.confidence, said)
          ? ('confirm' as const)
          : ('sure' as const);
    const place = table.headers.indexOf(proposal.header);
    return {
      letter: columnLetters(place < 0 ? proposal.index : place),
      header: proposal.header,
      named: table.named[place] ?? true,
      field: proposal.field,
      state,
      confidence: proposal.confidence,
      samples: samplesOf(found, place),
      kind: read?.kind ?? null,
      order: read?.kind === 'date' ? (read.order ?? null) : null,
      mark: read?.kind === 'money' ? (read.style.mark ?? null) : null,
    };
  });
}

function samplesOf({ table }: UnderstoodTable, place: number): readonly string[] {
  const samples: string[] = [];
  for (const row of table.rows) {
    const text = textOf(row.cells[place] ?? '');
    if (text !== '') samples.push(text.slice(0, 80));
    if (samples.length >= shownSamples) break;
  }
  return samples;
}

const fixKinds: Readonly<Record<string, ProblemView['fix']>> = {
  date: 'day',
  money: 'money',
  taxId: 'taxId',
  count: 'number',
  number: 'number',
  score: 'number',
  months: 'number',
};
/** What no typing into one cell can mend. */
const beyondCells = new Set([
  'quote_not_closed',
  'line_too_long',
  'row_shifted',
  'cells_too_many',
  'nul_bytes',
]);

function fixOf(code: string, column: string | null, found: UnderstoodTable): ProblemView['fix'] {
  if (column === null || beyondCells.has(code)) return null;
  const kind = found.sheet.plan?.columns.find((one) => one.header === column)?.kind;
  return fixKinds[kind ?? ''] ?? 'text';
}

/** A row without a name is mended where its name should stand. */
function columnOf(code: string, column: string | null, found: UnderstoodTable): string | null {
  if (column !== null || code !== 'key_missing') return column;
  return found.sheet.plan?.columns.find((one) => one.field === 'name')?.header ?? null;
}

/** Rows to look at: what is wrong, then what was mended, by row. */
export function problemViews(found: UnderstoodTable): readonly ProblemView[] {
  const wrong = found.sheet.report.problems.flatMap((problem): ProblemView[] => {
    if (problem.row === null) return [];
    const column = columnOf(problem.code, problem.column, found);
    const { row, code, value, message } = problem;
    const refused = problem.refused === true;
    return [{ row, column, code, value, message, refused, fix: fixOf(code, column, found), fixed: null }];
  });
  const open = new Set(wrong.map(({ row, column }) => `${row} ${column}`));
  const mended = (found.choice.fixes ?? []).flatMap((fix): ProblemView[] => {
    if (open.has(`${fix.row} ${fix.column}`)) return [];
    const { row, column, value: fixed, was } = fix;
    const { code, value, refused } = was;
    return [{ row, column, code, value, message: '', refused, fix: fixOf(code, column, found), fixed }];
  });
  return [...wrong, ...mended].toSorted((a, b) => a.row - b.row);
}

/** Rows with something to look at, each counted once; of a long table also those that are only counted. */
export const rowsToLookAt = ({ sheet }: UnderstoodTable): number =>
  new Set(sheet.report.problems.flatMap(({ row }) => (row === null ? [] : [row]))).size +
  (sheet.report.unlisted ?? 0);

function shown(field: string, value: FieldValue | undefined, currency: string): Shown | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? '✓' : '–' };
  if (typeof value === 'string') {
    if (field === 'segment' || field === 'taxId') return { kind: field, code: value };
    return { kind: 'text', text: value.slice(0, 80) };
  }
  if ('cents' in value) return { kind: 'money', cents: value.cents, currency: value.currency ?? currency };
  return { kind: 'day', day: value.day };
}

/** The first rows that will be recorded, as they were read. */
export function previewOf(found: UnderstoodTable): {
  fields: readonly string[];
  rows: readonly (Shown | null)[][];
} {
  const columns = found.sheet.plan?.columns ?? [];
  const told = columns.filter(({ field, kind }) => kind !== null && field !== 'ignore').slice(0, shownFields);
  const accepted = new Set(found.sheet.rows.map(({ row }) => row));
  const rows = found.table.rows.filter(({ row }) => accepted.has(row)).slice(0, shownRows);
  return {
    fields: told.map(({ field }) => field),
    rows: rows.map((row) => {
      const values = readRow(row, told);
      return told.map(({ field }) =>
        shown(
          field,
          values.text(field) ??
            values.money(field) ??
            values.date(field) ??
            values.number(field) ??
            values.flag(field) ??
            undefined,
          found.currency,
        ),
      );
    }),
  };
}

/** The columns of a table that are understood, and what is left to decide and to confirm. */
export function countsOf(found: UnderstoodTable) {
  const columns = columnViews(found);
  return {
    columns: columns.length,
    understood: columns.filter(({ state }) => state === 'sure' || state === 'confirm').length,
    toDecide: openAsks(found).length,
    toConfirm: columns.filter(({ state }) => state === 'confirm').length,
    askIds: found.asks.map(askId),
  };
}
