// Where an import stands: which step is shown, which table is open, and what holds it back. Pure.
import type { Draft, DraftTableLine } from '#contract/drafts.ts';

export const importSteps = ['files', 'columns', 'check'] as const;
export type ImportStep = (typeof importSteps)[number];
/** What of the wizard lives in the address: the step asked for and the table that is open. */
export type ImportSearch = { readonly step?: ImportStep; readonly table?: string };

/** Reads the address; what it does not know is left out. */
export function readImportSearch(raw: Record<string, unknown>): ImportSearch {
  const step = importSteps.find((item) => item === raw['step']);
  const table = raw['table'];
  return {
    ...(step ? { step } : {}),
    ...(typeof table === 'string' && table !== '' ? { table } : {}),
  };
}

export type Place = ImportStep | 'committing' | 'done';

/**
 * What the wizard shows. A commit under way or done speaks first; without tables there are only files; nothing is
 * checked while something is missing; without a step asked for, files while one is on its way or unreadable, then columns.
 */
export function placeOf(draft: Draft, search: ImportSearch, sending: boolean): Place {
  if (draft.state === 'committing') return 'committing';
  if (draft.state === 'committed') return 'done';
  if (draft.tables.length === 0) return 'files';
  if (search.step === 'check') return draft.blockers.length === 0 ? 'check' : 'columns';
  if (search.step) return search.step;
  return sending || draft.files.some((file) => file.fault !== null) ? 'files' : 'columns';
}

/** The table that is open: the one asked for, else the first with something to decide, else the first that goes in. */
export function openTable(draft: Draft, search: ImportSearch): DraftTableLine | null {
  const { tables } = draft;
  return (
    tables.find((table) => table.id === search.table) ??
    tables.find((table) => table.included && (table.toDecide > 0 || table.blocked !== null)) ??
    tables.find((table) => table.included) ??
    tables[0] ??
    null
  );
}

/** What is missing before the commit: the first blocker, and the table it is about. */
export const firstBlocker = (draft: Draft): Draft['blockers'][number] | null => draft.blockers[0] ?? null;

export type ImportFigures = {
  readonly tables: number;
  readonly rows: number;
  readonly accepted: number;
  /** Rows that stay out as they are. */
  readonly refused: number;
  /** Rows that say again what another one says; blank ones and totals. */
  readonly duplicates: number;
  readonly skipped: number;
  readonly columns: number;
  readonly understood: number;
  readonly toDecide: number;
  readonly toConfirm: number;
  readonly problems: number;
  /** True: customers are what the rows are. */
  readonly customers: boolean;
};

/**
 * Sums over the tables that go in. `opened` says how many rows of its table are still to look at, so that the sentence
 * and the list beside it say the same.
 */
export function figuresOf(
  draft: Draft,
  opened?: { readonly id: string; readonly open: number },
): ImportFigures {
  const tables = draft.tables.filter((table) => table.included);
  const sum = (pick: (table: DraftTableLine) => number) =>
    tables.reduce((total, table) => total + pick(table), 0);
  return {
    tables: tables.length,
    rows: sum((table) => table.rows),
    accepted: sum((table) => table.accepted),
    refused: sum((table) => table.refused),
    duplicates: sum((table) => table.duplicates),
    skipped: sum((table) => table.skipped),
    columns: sum((table) => table.columns),
    understood: sum((table) => table.columnsUnderstood),
    toDecide: sum((table) => table.toDecide),
    toConfirm: sum((table) => table.toConfirm),
    problems: sum((table) => (table.id === opened?.id ? opened.open : table.problems)),
    customers: tables.length === 1 && tables[0]?.kind === 'accounts',
  };
}

/** Share done of a commit, 0 to 1; null while nothing is known of it. */
export function shareDone(progress: Draft['progress']): number | null {
  if (progress === null || progress.total <= 0) return null;
  return Math.min(1, Math.max(0, progress.done / progress.total));
}
