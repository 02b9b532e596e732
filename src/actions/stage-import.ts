// Reads a file and stages what it understood of its tables: nothing of it is a fact yet. Closing the door here loses nothing and
// commits nothing.
import { uuidv7 } from '#base/id.ts';
import { importFile, type FileOptions, type SheetImport } from '#connectors/sheet/import-sheet.ts';
import type { SheetLocale } from '#connectors/sheet/messages.ts';
import type { FileMap } from '#connectors/sheet/mapping-file.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import { stageRows, insertImport } from '#store/imports.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { formatDay } from '#base/day.ts';
import { customTypesOf } from './custom-fields.ts';
import { askedDay } from './days.ts';
import { contentHash } from './fact-content.ts';
import { knownSenders } from './known-senders.ts';
import { runningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type SheetSource = {
  /** As the report names the file. */
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Opens the bytes anew, where the caller can; else a long file is kept aside while it is read. */
  readonly again?: (() => AsyncIterable<Uint8Array>) | undefined;
  /** The day of the file (ISO); today when left out. */
  readonly today?: string | undefined;
  /** What is said of a table by its sheet (null: the file is one table); null: nothing of the whole file. */
  readonly map: ((sheet: string | null) => FileMap | null) | null;
  /** Language of the report; Portuguese when left out. */
  readonly locale?: SheetLocale | undefined;
};
/** A table of a file; null: nothing of it is staged. */
export type StagedTable = { readonly sheet: SheetImport; readonly importId: string | null };
export type Staged = {
  readonly tables: readonly StagedTable[];
  /** Sheets that were left out, with the reason. */
  readonly passed: readonly FileReport[];
};

const batch = 500;

/** The options under which a file is read now. */
export async function fileOptions(session: Session, source: SheetSource): Promise<FileOptions> {
  const setting = await inWorkspace(session.store, session.workspaceId, async (tx) => ({
    ...(await readSetting(tx, session.workspaceId)),
    method: await runningMethod(tx, session.workspaceId, session.now),
    customTypes: await customTypesOf(tx, session.workspaceId, session.now),
  }));
  const { day: today } = askedDay(source.today, session.now, setting.frame.zone);
  return {
    path: source.path,
    today,
    currency: setting.frame.currency,
    keywords: setting.method.compiled.method.keywords,
    stages: setting.method.compiled.method.stages,
    customTypes: setting.customTypes,
    mapOf: (sheet) => source.map?.(sheet) ?? null,
    known: (table) => knownSenders(session, table),
    locale: source.locale,
  };
}

/** Reads a file; when all its tables are ready to be recorded and it is no dry run, stages each under an import. */
export async function stageImport(
  session: Session,
  source: SheetSource,
  options: FileOptions,
  dryRun: boolean,
): Promise<Staged> {
  const { tables, passed } = await importFile(source.bytes, options);
  if (dryRun || !tables.every((sheet) => sheet.ready))
    return { tables: tables.map((sheet) => ({ sheet, importId: null })), passed };
  const today = formatDay(options.today);
  const staged: StagedTable[] = [];
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    for (const sheet of tables)
      staged.push({ sheet, importId: await stageSheet(tx, session, { path: source.path, today, sheet }) });
  });
  return { tables: staged, passed };
}

/** Stages the rows of a sheet that was read, under an import of their own; answers its id. */
export async function stageSheet(
  tx: Tx,
  session: Session,
  { path, today, sheet }: { readonly path: string; readonly today: string; readonly sheet: SheetImport },
): Promise<string> {
  const { workspaceId, actor, now } = session;
  const importId = uuidv7(now, session.random);
  await insertImport(tx, workspaceId, {
    importId,
    fileName: path,
    state: 'staged',
    today,
    report: { file: sheet.report, workspace: sheet.workspace },
    contentHash: contentHash(sheet.rows),
    actor,
    now,
  });
  for (let from = 0; from < sheet.rows.length; from += batch) {
    const rows = sheet.rows.slice(from, from + batch).map((row) => ({ row: row.row, drafts: row }));
    await stageRows(tx, workspaceId, importId, rows);
  }
  return importId;
}
