// The report of an import as the contract shows it: the same for one sheet sent at once and for a draft's tables.
import type { Committed } from '#actions/brought.ts';
import type { ImportReport } from '#contract/imports.ts';

type File = Committed['file'];

/** Problems in one answer; the counts are whole. */
const shownProblems = 100;

export function fileAnswer(file: File): ImportReport['files'][number] {
  return {
    ...file,
    skipped: file.skipped.blank + file.skipped.total,
    mapping: { ...file.mapping },
    problems: file.problems.slice(0, shownProblems).map(({ row, column, code, value, message }) => ({
      row,
      column,
      code,
      value,
      message,
    })),
  };
}

/** The report of several tables recorded together. */
export function importAnswer(committed: readonly Committed[]): ImportReport {
  const byKind: Record<string, number> = {};
  for (const { byKind: counts } of committed)
    for (const [kind, count] of Object.entries(counts)) byKind[kind] = (byKind[kind] ?? 0) + count;
  const sum = (of: (one: Committed) => number): number =>
    committed.reduce((total, one) => total + of(one), 0);
  return {
    id: committed[0]?.id ?? null,
    dryRun: false,
    files: committed.map((one) => fileAnswer(one.file)),
    facts: { recorded: sum((one) => one.recorded), duplicate: sum((one) => one.duplicate), byKind },
    accounts: Math.max(0, ...committed.map((one) => one.accounts)),
  };
}
