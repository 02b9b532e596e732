// Brings one or more sheets: reads, stages and commits each; tells what became of every row.
import { mapFor, readMapFile, type FileMap } from '#connectors/sheet/mapping-file.ts';
import { noRow, pick, type SheetLocale } from '#connectors/sheet/messages.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import type { FactKind } from '#domain/facts/catalogue.ts';
import { commitImport } from './commit-import.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { stageImport, type SheetSource } from './stage-import.ts';

export type ImportReport = {
  readonly files: readonly FileReport[];
  readonly facts: {
    readonly recorded: number;
    readonly duplicate: number;
    readonly byKind: Readonly<Partial<Record<FactKind, number>>>;
  };
  readonly accounts: number;
  /** Ids to undo by, one a file that was recorded. */
  readonly imports: readonly string[];
};
export type ImportProgress = (step: { readonly path: string; readonly facts: number }) => void;

function refuseUndecided(report: FileReport, path: string, locale: SheetLocale): never {
  const asked = report.problems.find((problem) => problem.row === null);
  throw new Refusal(
    asked?.code.startsWith('ask_') ? 'mapping-ambiguous' : 'file-not-a-table',
    { path, reason: asked?.message ?? pick(noRow, locale) },
    report.problems.slice(0, 20).map((problem) => ({
      path: [path, problem.row, problem.column].filter((part) => part !== null).join(' · '),
      code: problem.code,
      message: problem.message,
    })),
  );
}

/**
 * Imports files in order. A file that is no table, or whose columns must be decided first, stops the import with its
 * reasons; files before it stay imported, nothing of it is. A dry run records nothing and refuses nothing.
 */
export async function importFiles(
  session: Session,
  sources: readonly SheetSource[],
  options: {
    readonly dryRun: boolean;
    readonly progress?: ImportProgress;
    /** Of the caller: the same files under the same key are recorded once. */
    readonly key?: string | undefined;
  },
): Promise<ImportReport> {
  must(session, 'data.import');
  const files: FileReport[] = [];
  const imports: string[] = [];
  const byKind: Partial<Record<FactKind, number>> = {};
  let [recorded, duplicate, accounts] = [0, 0, 0];
  for (const source of sources) {
    const { sheet, importId } = await stageImport(session, source, options.dryRun);
    if (options.dryRun) {
      files.push(sheet.report);
      continue;
    }
    if (importId === null) refuseUndecided(sheet.report, source.path, source.locale ?? 'pt-BR');
    const request = ['import', source.path, source.today ?? null, contentHash(sheet.rows)];
    const done = await commitImport(
      session,
      importId,
      (facts) => options.progress?.({ path: source.path, facts }),
      options.key === undefined ? null : { key: options.key, request, file: sheet.report },
    );
    files.push(options.key === undefined ? sheet.report : done.file);
    imports.push(done.id);
    recorded += done.recorded;
    duplicate += done.duplicate;
    accounts = Math.max(accounts, done.accounts);
    for (const [kind, count] of Object.entries(done.byKind) as [FactKind, number][])
      byKind[kind] = (byKind[kind] ?? 0) + count;
  }
  return { files, facts: { recorded, duplicate, byKind }, accounts, imports };
}

/** Reads a mapping file; refuses with the line and the reason in the caller's language. */
export function readMapping(
  text: string,
  path: string,
  locale: SheetLocale,
): (file: string) => FileMap | null {
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
  return (file) => mapFor(read.map, file);
}
