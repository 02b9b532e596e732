// One file → report, questions, facts. The whole path of a sheet in one place: read, find the table, plan the columns,
// sort the rows, make facts. Pure over the bytes it is handed; it records nothing.
import type { Day } from '#base/day.ts';
import type { CustomTypes } from '#domain/facts/custom.ts';
import { coverage } from './coverage.ts';
import { declarations, typedColumns } from './custom-columns.ts';
import { type StageName, stageWords } from './cell-stage.ts';
import type { RowContext } from './row-context.ts';
import { type ColumnPlan, planColumns } from './columns.ts';
import type { FactDraft, Keyword, RowFacts } from './draft.ts';
import type { Ask } from './infer.ts';
import { type FileMap, headerKey } from './mapping-file.ts';
import { askMessage } from './ask-messages.ts';
import { fileMessage, type SheetLocale, unknownHeaderMessage } from './messages.ts';
import { rowMessage } from './row-messages.ts';
import { readCsv } from './read-csv.ts';
import type { RowProblem } from './read-row.ts';
import { type FileProblem, type FileReport, mappingOf, refusedReport } from './report.ts';
import { rowsToFacts } from './rows-to-facts.ts';
import { collectTable, type SheetTable } from './sheet-table.ts';
import { sortRows } from './sort-rows.ts';
import { splitTerms } from './split-terms.ts';
import type { TableReader } from './table.ts';

export type SheetOptions = {
  /** As the report names the file. */
  readonly path: string;
  /** Day of the file: states of the present are dated to it. */
  readonly today: Day;
  /** ISO 4217 of the workspace. */
  readonly currency: string;
  readonly keywords: readonly Keyword[];
  /** Stages of the method in force: what a column of phases may say. None: such a column is kept as it is. */
  readonly stages?: readonly StageName[];
  /** Types of the custom fields declared so far. */
  readonly customTypes?: CustomTypes;
  /** What a person said of this file. */
  readonly map: FileMap | null;
  /** Language of the problems; Portuguese when left out. */
  readonly locale?: SheetLocale | undefined;
  /** Reader of the file type; CSV when left out. */
  readonly reader?: TableReader;
};
export type SheetImport = {
  readonly report: FileReport;
  /** False when something must be settled first, or when there is nothing to record: the commit is refused. */
  readonly ready: boolean;
  readonly asks: readonly Ask[];
  readonly plan: ColumnPlan | null;
  readonly rows: readonly RowFacts[];
  /** Facts of the workspace: what the sheet covers. */
  readonly workspace: readonly FactDraft[];
};

/** Reads a file. Never throws on content; errors of the source of bytes pass through. */
export async function importSheet(
  bytes: AsyncIterable<Uint8Array>,
  options: SheetOptions,
): Promise<SheetImport> {
  const table = await collectTable((options.reader ?? readCsv)(bytes));
  if ('fault' in table)
    return nothing(refusedReport(options.path, table.fault, fileMessage(table.fault, localeOf(options))));
  return importTable(table, options);
}

function nothing(report: FileReport): SheetImport {
  return { report, ready: false, asks: [], plan: null, rows: [], workspace: [] };
}

/** How a table is read: its columns, its rows sorted, and what makers of facts are handed. */
export function planTable(read: SheetTable, options: SheetOptions) {
  const table = splitTerms(read, (header) => options.map?.columns.has(headerKey(header)) ?? false);
  const stages = options.stages ?? [];
  const plan = planColumns(table, options.map, options.today, stageWords(stages));
  const sorted = sortRows(table.rows, table.headers.length, anonymous(plan));
  const columns = typedColumns(plan.columns, sorted.data, options.customTypes ?? new Map());
  const context: RowContext = {
    today: options.today,
    currency: options.currency,
    delayDays: options.map?.delayDays ?? 0,
    keywords: options.keywords,
    columns,
    stages,
    source: `sheet:${plan.table}`,
    constants: plan.constants,
    periods: plan.periods,
    instrument: plan.instrument,
  };
  return { table, plan, sorted, context };
}

/** The same for a table that is already read. */
export function importTable(read: SheetTable, options: SheetOptions): SheetImport {
  const { table, plan, sorted, context } = planTable(read, options);
  const head = {
    path: options.path,
    table: plan.table,
    rows: table.rows.length,
    mapping: mappingOf(plan),
    skipped: { blank: sorted.blank, total: sorted.total },
    duplicates: sorted.duplicates,
  };
  const locale = localeOf(options);
  const outcome = rowsToFacts(sorted, plan.table, context);
  const refused = [...sorted.refused, ...outcome.refused];
  const out = new Set(refused.map((each) => each.row));
  const notes = [...sorted.notes, ...outcome.notes].filter((note) => !out.has(note.row));
  const problems = [
    ...filewide(plan, locale),
    ...inOrder([
      ...refused.map((each) => said(each, true, locale)),
      ...notes.map((each) => said(each, false, locale)),
    ]),
  ];
  const report: FileReport = { ...head, accepted: outcome.rows.length, refused: refused.length, problems };
  const ready = plan.asks.length === 0 && plan.missing.length === 0 && outcome.rows.length > 0;
  const covers = coverage(outcome.rows, plan.table, context);
  return {
    report,
    ready,
    asks: plan.asks,
    plan,
    rows: withOwn(outcome.rows, covers),
    workspace: [
      ...covers.filter((cover) => cover.account === null),
      ...(outcome.rows.length > 0 && plan.table === 'accounts' ? declarations(context.columns, context) : []),
    ],
  };
}

const telling: ReadonlySet<string> = new Set(['answerId', 'email', 'comment']);

/** Answers by customer and day alone: two equal ones are two people's. */
function anonymous(plan: ColumnPlan): boolean {
  return plan.table === 'answers' && !plan.columns.some((column) => telling.has(column.field));
}

/** What a table covers of its one customer is told with that customer's first row. */
function withOwn(rows: readonly RowFacts[], covers: readonly FactDraft[]): readonly RowFacts[] {
  const own = covers.filter((cover) => cover.account !== null);
  if (own.length === 0) return rows;
  return rows.map((row, at) => (at === 0 ? { ...row, facts: [...row.facts, ...own] } : row));
}

const localeOf = ({ locale = 'pt-BR' }: SheetOptions): SheetLocale => locale;

export function filewide(plan: ColumnPlan, locale: SheetLocale): readonly FileProblem[] {
  return [
    ...plan.asks.map((ask) => fileProblem(`ask_${ask.code}`, ask.column, askMessage(ask, locale))),
    ...plan.missing.map((header) =>
      fileProblem('map_unknown_header', header, unknownHeaderMessage(header, locale)),
    ),
  ];
}

function fileProblem(code: string, column: string | null, message: string): FileProblem {
  return { row: null, column, code, value: null, message };
}

export function said(problem: RowProblem, refused: boolean, locale: SheetLocale): FileProblem {
  const { row, column, code, value } = problem;
  const message = rowMessage(problem, refused, locale);
  return { row, column, code, value, message, ...(refused ? { refused } : {}) };
}

function inOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
