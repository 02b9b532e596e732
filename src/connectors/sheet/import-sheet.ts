// One file → for each of its tables report, questions, facts. The whole path of a sheet in one place: read, find the
// table, plan the columns, sort the rows, make facts. Pure over the bytes it is handed; it records nothing.
import type { Day } from '#base/day.ts';
import type { CustomTypes } from '#domain/facts/custom.ts';
import { coverage } from './coverage.ts';
import { declarations, typedColumns } from './custom-columns.ts';
import { type StageName, stageWords } from './cell-stage.ts';
import type { RowContext } from './row-context.ts';
import { type ColumnPlan, planColumns } from './columns.ts';
import type { Keyword } from '#domain/events/keywords.ts';
import type { FactDraft, RowFacts } from './draft.ts';
import type { FileFault } from './table.ts';
import type { Ask } from './infer.ts';
import { type FileMap, headerKey } from './mapping-file.ts';
import { askMessage } from './ask-messages.ts';
import { fileMessage, type SheetLocale, unknownHeaderMessage } from './messages.ts';
import { readTables, type PassedOver } from './read-file.ts';
import { rowMessage } from './row-messages.ts';
import type { RowProblem } from './read-row.ts';
import { type FileProblem, type FileReport, mappingOf, refusedReport } from './report.ts';
import { rowsToFacts } from './rows-to-facts.ts';
import type { SheetTable } from './sheet-table.ts';
import { type KnownSenders, nobodyKnown } from './senders.ts';
import { sortRows } from './sort-rows.ts';
import { splitTerms } from './split-terms.ts';

export type SheetOptions = {
  /** As the report names the file, and the sheet of a workbook. */
  readonly path: string;
  readonly sheet?: string | null;
  /** Day of the file: states of the present are dated to it. */
  readonly today: Day;
  /** ISO 4217 of the workspace. */
  readonly currency: string;
  readonly keywords: readonly Keyword[];
  /** Stages of the method in force: what a column of phases may say. None: such a column is kept as it is. */
  readonly stages?: readonly StageName[];
  /** Types of the custom fields declared so far. */
  readonly customTypes?: CustomTypes;
  /** Who is known of those that write messages. */
  readonly senders?: KnownSenders;
  /** What a person said of this file. */
  readonly map: FileMap | null;
  /** Language of the problems; Portuguese when left out. */
  readonly locale?: SheetLocale | undefined;
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

export type FileOptions = Omit<SheetOptions, 'sheet' | 'map' | 'senders'> & {
  /** Who is known of those that write the messages of a table; nobody where it is left out. */
  readonly known?: (table: SheetTable) => Promise<KnownSenders>;
  /** What a person said of a table of this file, by its sheet. */
  readonly mapOf: (sheet: string | null) => FileMap | null;
};
export type FileImport = {
  /** Customers before what speaks of them, else in the order of the file. A file that is refused is one, not ready. */
  readonly tables: readonly SheetImport[];
  /** Sheets that were left out, each with its reason as the only problem. */
  readonly passed: readonly FileReport[];
};

/** Reads a file. Never throws on content; errors of the source of bytes pass through. */
export async function importFile(
  bytes: AsyncIterable<Uint8Array>,
  { mapOf, known, ...options }: FileOptions,
): Promise<FileImport> {
  const read = await readTables(bytes, options.path);
  if (read.fault !== null) return { tables: [refused(read.fault, read.sheet, options)], passed: [] };
  const wanted = read.tables.filter(({ sheet }) => mapOf(sheet)?.leftOut !== true);
  const ignored = read.tables.filter((one) => !wanted.includes(one));
  const tables: SheetImport[] = [];
  for (const { sheet, table } of wanted) {
    const senders = (await known?.(table)) ?? nobodyKnown;
    tables.push(importTable(table, { ...options, sheet, map: mapOf(sheet), senders }));
  }
  const first = ({ plan }: SheetImport): number => (plan?.table === 'accounts' ? 0 : 1);
  const passed = [
    ...read.passed,
    ...ignored.map(({ sheet }): PassedOver => ({ sheet: sheet ?? '', fault: 'ignored_sheet' })),
  ];
  return {
    tables: tables.toSorted((a, b) => first(a) - first(b)),
    passed: passed.map(({ sheet, fault }) => refused(fault, sheet, options).report),
  };
}

/** The report of a file, or one sheet of it, that nothing was read from. */
function refused(fault: FileFault, sheet: string | null, options: Omit<SheetOptions, 'map'>): SheetImport {
  const message = fileMessage(fault, localeOf(options));
  const report = { ...refusedReport(options.path, fault, message), ...named(sheet) };
  return { report, ready: false, asks: [], plan: null, rows: [], workspace: [] };
}

const named = (sheet: string | null | undefined): Pick<FileReport, 'sheet'> =>
  sheet === null || sheet === undefined ? {} : { sheet };

/** How a table is read: its columns, its rows sorted, and what makers of facts are handed. */
export function planTable(read: SheetTable, options: SheetOptions) {
  const table = splitTerms(read, (header) => options.map?.columns.has(headerKey(header)) ?? false);
  const stages = options.stages ?? [];
  const plan = planColumns(table, options.map, options.today, stageWords(stages), options.senders);
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
    senders: plan.senders,
  };
  return { table, plan, sorted, context };
}

/** The same for a table that is already read. */
export function importTable(read: SheetTable, options: SheetOptions): SheetImport {
  const { table, plan, sorted, context } = planTable(read, options);
  const head = {
    path: options.path,
    ...named(options.sheet),
    table: plan.table,
    rows: table.rows.length,
    mapping: mappingOf(plan),
    skipped: { blank: sorted.blank, total: sorted.total },
    duplicates: sorted.duplicates,
  };
  const locale = localeOf(options);
  const outcome = rowsToFacts(sorted, plan.table, context);
  const left = [...sorted.refused, ...outcome.refused];
  const out = new Set(left.map((each) => each.row));
  const notes = [...sorted.notes, ...outcome.notes].filter((note) => !out.has(note.row));
  const problems = [
    ...filewide(plan, locale),
    ...inOrder([
      ...left.map((each) => said(each, true, locale)),
      ...notes.map((each) => said(each, false, locale)),
    ]),
  ];
  const report: FileReport = { ...head, accepted: outcome.rows.length, refused: left.length, problems };
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

/** Answers by customer and day alone: two equal ones are two people's. So are two equal messages of a minute. */
function anonymous(plan: ColumnPlan): boolean {
  if (plan.table === 'messages') return !plan.columns.some((column) => column.field === 'messageId');
  return plan.table === 'answers' && !plan.columns.some((column) => telling.has(column.field));
}

/** What a table covers of its one customer is told with that customer's first row. */
function withOwn(rows: readonly RowFacts[], covers: readonly FactDraft[]): readonly RowFacts[] {
  const own = covers.filter((cover) => cover.account !== null);
  if (own.length === 0) return rows;
  return rows.map((row, at) => (at === 0 ? { ...row, facts: [...row.facts, ...own] } : row));
}

const localeOf = ({ locale = 'pt-BR' }: Pick<SheetOptions, 'locale'>): SheetLocale => locale;

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
