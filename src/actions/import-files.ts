// Brings one or more sheets: reads, stages and commits each; tells what became of every row.
import type { SheetOptions } from '#connectors/sheet/import-sheet.ts';
import { mapFor, readMapFile, type FileMap } from '#connectors/sheet/mapping-file.ts';
import { heldBytes } from '#connectors/sheet/long-sample.ts';
import { fileMessage, noRow, pick, type SheetLocale } from '#connectors/sheet/messages.ts';
import { type FileReport, refusedReport } from '#connectors/sheet/report.ts';
import type { FactKind } from '#domain/facts/catalogue.ts';
import { commitImport, type Committed } from './commit-import.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { longSample, rereadable } from './long-file.ts';
import { recordLong, reportLong } from './import-long.ts';
import { optionsOf, stageImport, type SheetSource } from './stage-import.ts';

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

type Asked = {
  readonly dryRun: boolean;
  readonly progress?: ImportProgress;
  /** Of the caller: the same files under the same key are recorded once. */
  readonly key?: string | undefined;
};
type One = { readonly file: FileReport; readonly committed: Committed | null };

/** One file that is held whole. */
async function importShort(
  session: Session,
  source: SheetSource,
  options: SheetOptions,
  asked: Asked,
): Promise<One> {
  const { sheet, importId } = await stageImport(session, source, options, asked.dryRun);
  if (asked.dryRun || importId === null) return { file: sheet.report, committed: null };
  const request = ['import', source.path, source.today ?? null, contentHash(sheet.rows)];
  const committed = await commitImport(
    session,
    importId,
    (facts) => asked.progress?.({ path: source.path, facts }),
    asked.key === undefined ? null : { key: asked.key, request, file: sheet.report },
  );
  return { file: asked.key === undefined ? sheet.report : committed.file, committed };
}

/** One file; long usage is read as it comes, in no more memory than its head. */
async function importOne(session: Session, source: SheetSource, asked: Asked): Promise<One> {
  const options = await optionsOf(session, source);
  const bytes = await rereadable(source.bytes, source.again);
  if ('short' in bytes) return await importShort(session, { ...source, bytes: bytes.short }, options, asked);
  try {
    const sample = await longSample(bytes.open, options);
    if (sample === null && (bytes.size ?? 0) > heldBytes) {
      const message = fileMessage('too_large', source.locale ?? 'pt-BR');
      return { file: refusedReport(source.path, 'too_large', message), committed: null };
    }
    if (sample === null)
      return await importShort(session, { ...source, bytes: bytes.open() }, options, asked);
    const file = { sample, bytes, options };
    if (asked.dryRun) return { file: await reportLong(session, file), committed: null };
    const step = (facts: number): void => asked.progress?.({ path: source.path, facts });
    const { report, committed } = await recordLong(session, file, step, asked.key);
    return { file: report, committed };
  } finally {
    await bytes.close();
  }
}

/**
 * Imports files in order. A file that is no table, or whose columns must be decided first, stops the import with its
 * reasons; files before it stay imported, nothing of it is. A dry run records nothing and refuses nothing.
 */
export async function importFiles(
  session: Session,
  sources: readonly SheetSource[],
  asked: Asked,
): Promise<ImportReport> {
  const files: FileReport[] = [];
  const imports: string[] = [];
  const byKind: Partial<Record<FactKind, number>> = {};
  let [recorded, duplicate, accounts] = [0, 0, 0];
  for (const source of sources) {
    const { file, committed: done } = await importOne(session, source, asked);
    files.push(file);
    if (asked.dryRun) continue;
    if (done === null) refuseUndecided(file, source.path, source.locale ?? 'pt-BR');
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
