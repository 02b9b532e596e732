// Files of the command line: paths and folders to sheets, a mapping if one is given.
import { accessSync, constants, createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { importFiles, readMapping, type ImportReport } from '#actions/import-files.ts';
import { Refusal } from '#actions/refusal.ts';
import type { Session } from '#actions/session.ts';
import type { SheetSource } from '#actions/stage-import.ts';
import type { Terminal } from './terminal.ts';

const reasons: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  ENOENT: ['o arquivo não existe', 'there is no such file'],
  EACCES: ['sem permissão para ler', 'no permission to read it'],
  EISDIR: ['é uma pasta', 'it is a folder'],
};

function unreadable(path: string, error: unknown, terminal: Terminal): Refusal {
  const code = (error as { code?: string }).code ?? '';
  const known = reasons[code];
  const reason = known ? known[terminal.locale === 'en' ? 1 : 0] : String((error as Error).message);
  return new Refusal('file-unreadable', { path, reason });
}

/** The files a path names: itself, or the CSV and XLSX files of a folder in name order. */
function filesOf(path: string, terminal: Terminal): string[] {
  const full = resolve(terminal.cwd, path);
  try {
    if (!statSync(full).isDirectory()) {
      accessSync(full, constants.R_OK);
      return [full];
    }
    return readdirSync(full)
      .filter((name) => /^[^~.].*\.(?:csv|xlsx)$/i.test(name))
      .sort()
      .map((name) => join(full, name));
  } catch (error) {
    throw unreadable(path, error, terminal);
  }
}

function mappingOf(path: string | undefined, terminal: Terminal) {
  if (path === undefined) return (): null => null;
  try {
    return readMapping(readFileSync(resolve(terminal.cwd, path), 'utf8'), path, terminal.locale);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unreadable(path, error, terminal);
  }
}

export type SheetAsk = {
  readonly paths: readonly string[];
  readonly map: string | undefined;
  readonly today: string | undefined;
  readonly dryRun: boolean;
};

/** Imports the sheets of these paths. */
export async function importPaths(
  session: Session,
  ask: SheetAsk,
  terminal: Terminal,
): Promise<ImportReport> {
  const mapping = mappingOf(ask.map, terminal);
  const sources = ask.paths
    .flatMap((path) => filesOf(path, terminal))
    .map((path): SheetSource => ({
      path: basename(path),
      bytes: createReadStream(path),
      again: () => createReadStream(path),
      today: ask.today,
      map: (sheet) => mapping(path, sheet),
      locale: terminal.locale,
    }));
  if (sources.length === 0) {
    const reason =
      terminal.locale === 'en' ? 'no CSV or XLSX file in it.' : 'não há arquivo CSV nem XLSX ali.';
    throw new Refusal('file-not-a-table', { path: ask.paths.join(', '), reason });
  }
  return importFiles(session, sources, { dryRun: ask.dryRun });
}
