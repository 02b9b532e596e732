// Brings one or more sheets: reads, stages and commits each; tells what became of every row.
import { mapFor } from '#connectors/sheet/map-for.ts';
import { readMapFile, type FileMap } from '#connectors/sheet/mapping-file.ts';
import { noRow, pick, type SheetLocale } from '#connectors/sheet/messages.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import type { FactKind } from '#domain/facts/catalogue.ts';
import { commitFile, type Committed } from './commit-import.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { stageImport, type SheetSource, type StagedTable } from './stage-import.ts';

export type ImportReport = {
  readonly files: readonly FileReport[];
  readonly facts: {
    readonly recorded: number;
    readonly duplicate: number;
    readonly byKind: Readonly<Partial<Record<FactKind, number>>>;
  };
  readonly accounts: number;
  /** Ids to undo by, one a table that was recorded. */
  readonly imports: readonly string[];
};
export type ImportProgress = (step: { readonly path: string; readonly facts: number }) => void;

/** How one sheet of a workbook is left out, so that the others can come in; nothing of a file that is one table. */
function leaveOut({ path, sheet }: FileReport, locale: SheetLocale): string {
  if (sheet === undefined) return '';
  const part = `"${path}#${sheet}": { table: ignore }`;
  return pick(
    [
      ` Para deixar esta aba de fora: oculte-a e salve, ou diga no --map ${part}.`,
      ` To leave this sheet out: hide it and save, or say in --map ${part}.`,
    ],
    locale,
  );
}

function refuseUndecided(report: FileReport, locale: SheetLocale): never {
  const path = report.sheet === undefined ? report.path : `${report.path} · ${report.sheet}`;
  const asked = report.problems.find((problem) => problem.row === null);
  throw new Refusal(
    asked?.code.startsWith('ask_') ? 'mapping-ambiguous' : 'file-not-a-table',
    { path, reason: `${asked?.message ?? pick(noRow, locale)}${leaveOut(report, locale)}` },
    report.problems.slice(0, 20).map((problem) => ({
      path: [path, problem.row, problem.column].filter((part) => part !== null).join(' · '),
      code: problem.code,
      message: problem.message,
    })),
  );
}

type ImportOptions = {
  readonly dryRun: boolean;
  readonly progress?: ImportProgress;
  /** Of the caller: the same files under the same key are recorded once. */
  readonly key?: string | undefined;
};

/**
 * Imports files in order. A file that is no table, or a table of it whose columns must be decided first, stops the import
 * with its reasons; files before it stay imported, nothing of it is. A dry run records nothing and refuses nothing.
 */
export async function importFiles(
  session: Session,
  sources: readonly SheetSource[],
  options: ImportOptions,
): Promise<ImportReport> {
  const files: FileReport[] = [];
  const imports: string[] = [];
  const byKind: Partial<Record<FactKind, number>> = {};
  let [recorded, duplicate, accounts] = [0, 0, 0];
  for (const source of sources) {
    const { tables, passed } = await stageImport(session, source, options.dryRun);
    if (options.dryRun) files.push(...tables.map(({ sheet }) => sheet.report));
    else {
      const undecided = tables.find(({ sheet }) => !sheet.ready);
      if (undecided) refuseUndecided(undecided.sheet.report, source.locale ?? 'pt-BR');
      for (const done of await committed(session, source, tables, options)) {
        files.push(done.file);
        imports.push(done.id);
        recorded += done.recorded;
        duplicate += done.duplicate;
        accounts = Math.max(accounts, done.accounts);
        for (const [kind, count] of Object.entries(done.byKind) as [FactKind, number][])
          byKind[kind] = (byKind[kind] ?? 0) + count;
      }
    }
    files.push(...passed);
  }
  return { files, facts: { recorded, duplicate, byKind }, accounts, imports };
}

async function committed(
  session: Session,
  { path, today }: SheetSource,
  tables: readonly StagedTable[],
  { key, progress }: ImportOptions,
): Promise<readonly Committed[]> {
  const staged = tables.flatMap(({ sheet, importId }) =>
    importId === null ? [] : [{ importId, file: sheet.report }],
  );
  const request = ['import', path, today ?? null, ...tables.map(({ sheet }) => contentHash(sheet.rows))];
  const once = key === undefined ? null : { key, request };
  return commitFile(session, staged, (facts) => progress?.({ path, facts }), once);
}

/** Reads a mapping file; refuses with the line and the reason in the caller's language. */
export function readMapping(
  text: string,
  path: string,
  locale: SheetLocale,
): (file: string, sheet: string | null) => FileMap | null {
  const read = readMapFile(text);
  if ('problems' in read) {
    const [first] = read.problems;
    const at = first?.line ?? null;
    const line = at === null ? '' : `${pick(['linha', 'line'], locale)} ${at}: `;
    throw new Refusal('mapping-invalid', {
      path,
      reason: `${line}${first ? pick(first.reason, locale) : ''}`,
    });
  }
  return (file, sheet) => mapFor(read.map, file, sheet);
}
