// Brings one or more sheets: reads, stages and commits each; tells what became of every row.
import { heldBytes } from '#connectors/sheet/long-sample.ts';
import { mapFor } from '#connectors/sheet/map-for.ts';
import { readMapFile, type FileMap } from '#connectors/sheet/mapping-file.ts';
import { fileMessage, noRow, pick, type SheetLocale } from '#connectors/sheet/messages.ts';
import { type FileReport, refusedReport } from '#connectors/sheet/report.ts';
import type { FileOptions } from '#connectors/sheet/import-sheet.ts';
import type { FactKind } from '#domain/facts/catalogue.ts';
import { type Committed } from './brought.ts';
import { commitFile } from './commit-import.ts';
import { contentHash } from './fact-content.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { longSample, rereadable } from './long-file.ts';
import { recordLong, reportLong } from './import-long.ts';
import { fileOptions, stageImport, type SheetSource, type StagedTable } from './stage-import.ts';

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

type Asked = {
  readonly dryRun: boolean;
  readonly progress?: ImportProgress;
  /** Of the caller: the same files under the same key are recorded once. */
  readonly key?: string | undefined;
};
type One = {
  /** Reports of its tables, then of sheets that were left out. */
  readonly files: readonly FileReport[];
  readonly committed: readonly Committed[];
};

/** One file that is held whole. */
async function importShort(
  session: Session,
  source: SheetSource,
  options: FileOptions,
  asked: Asked,
): Promise<One> {
  const { tables, passed } = await stageImport(session, source, options, asked.dryRun);
  if (asked.dryRun) return { files: [...tables.map(({ sheet }) => sheet.report), ...passed], committed: [] };
  const undecided = tables.find(({ sheet }) => !sheet.ready);
  if (undecided) refuseUndecided(undecided.sheet.report, source.locale ?? 'pt-BR');
  const done = await committed(session, source, tables, asked);
  return { files: [...done.map(({ file }) => file), ...passed], committed: done };
}

/** One file; long usage is read as it comes, in no more memory than its head. */
async function importOne(session: Session, source: SheetSource, asked: Asked): Promise<One> {
  const options = await fileOptions(session, source);
  const bytes = await rereadable(source.bytes, source.again);
  if ('short' in bytes) return await importShort(session, { ...source, bytes: bytes.short }, options, asked);
  const locale = source.locale ?? 'pt-BR';
  try {
    const { mapOf, known: _, ...rest } = options;
    const single = { ...rest, map: mapOf(null) };
    const sample = await longSample(bytes.open, single);
    if (sample === null && (bytes.size ?? 0) > heldBytes) {
      const report = refusedReport(source.path, 'too_large', fileMessage('too_large', locale));
      if (!asked.dryRun) refuseUndecided(report, locale);
      return { files: [report], committed: [] };
    }
    if (sample === null)
      return await importShort(session, { ...source, bytes: bytes.open() }, options, asked);
    const file = { sample, bytes, options: single };
    if (asked.dryRun) return { files: [await reportLong(session, file)], committed: [] };
    const step = (facts: number): void => asked.progress?.({ path: source.path, facts });
    const { report, committed: done } = await recordLong(session, file, step, asked.key);
    if (done === null) refuseUndecided(report, locale);
    return { files: [report], committed: [done] };
  } finally {
    await bytes.close();
  }
}

/**
 * Imports files in order. A file that is no table, or a table of it whose columns must be decided first, stops the import
 * with its reasons; files before it stay imported, nothing of it is. A dry run records nothing and refuses nothing.
 */
export async function importFiles(
  session: Session,
  sources: readonly SheetSource[],
  asked: Asked,
): Promise<ImportReport> {
  must(session, 'data.import');
  const files: FileReport[] = [];
  const imports: string[] = [];
  const byKind: Partial<Record<FactKind, number>> = {};
  let [recorded, duplicate, accounts] = [0, 0, 0];
  for (const source of sources) {
    const one = await importOne(session, source, asked);
    files.push(...one.files);
    for (const done of one.committed) {
      imports.push(done.id);
      recorded += done.recorded;
      duplicate += done.duplicate;
      accounts = Math.max(accounts, done.accounts);
      for (const [kind, count] of Object.entries(done.byKind) as [FactKind, number][])
        byKind[kind] = (byKind[kind] ?? 0) + count;
    }
  }
  return { files, facts: { recorded, duplicate, byKind }, accounts, imports };
}

async function committed(
  session: Session,
  { path, today }: SheetSource,
  tables: readonly StagedTable[],
  { key, progress }: Asked,
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
