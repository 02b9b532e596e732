// `perene export`: the base as sheets in a folder. What the import reads back lies in the folder itself, numbered in the
// order in which to read it; what no sheet carries lies beside it, in `historico`.
import { existsSync, mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import {
  exportCsv,
  exportWorkbook,
  historyTables,
  readBack,
  tableName,
  type Exported,
  type OutTable,
  type Style,
} from '#actions/export-base.ts';
import { Refusal } from '#actions/refusal.ts';
import type { Session } from '#actions/session.ts';
import { joined } from './joined.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';

const all: readonly OutTable[] = [...readBack, ...historyTables];
const isHistory = (table: OutTable): boolean => (historyTables as readonly OutTable[]).includes(table);
const workbookName = 'perene.xlsx';

/** Path of a table's file inside the folder. */
function fileOf(table: OutTable): string {
  if (isHistory(table)) return join('historico', `${tableName(table)}.csv`);
  return `${(readBack as readonly OutTable[]).indexOf(table) + 1}-${tableName(table)}.csv`;
}

function choice<T extends string>(parsed: Parsed, flag: string, values: readonly [T, ...T[]]): T {
  const given = parsed.values[flag] ?? values[0];
  const found = values.find((value) => value === given);
  if (found === undefined) throw new WrongUse(`--${flag} ${String(given)}? ${values.join(', ')}`);
  return found;
}

/** Files are made anew: what lies there already is never written over. */
function refuseExisting(folder: string, names: readonly string[]): void {
  for (const name of names)
    if (existsSync(join(folder, name))) throw new Refusal('export-exists', { path: join(folder, name) });
}

async function csvFiles(session: Session, folder: string, style: Style): Promise<Exported> {
  refuseExisting(folder, all.map(fileOf));
  mkdirSync(join(folder, 'historico'), { recursive: true });
  const files = new Map<OutTable, FileHandle>();
  try {
    return await exportCsv(session, all, style, async (table, piece) => {
      const file = files.get(table) ?? (await open(join(folder, fileOf(table)), 'wx'));
      files.set(table, file);
      await file.write(piece);
    });
  } finally {
    for (const file of files.values()) await file.close();
  }
}

async function xlsxFile(session: Session, folder: string, style: Style): Promise<Exported> {
  refuseExisting(folder, [workbookName]);
  mkdirSync(folder, { recursive: true });
  const { bytes, ...exported } = await exportWorkbook(session, style);
  const file = await open(join(folder, workbookName), 'wx');
  await file.write(bytes);
  await file.close();
  return exported;
}

/** What was written, and how it is read back. */
function exportText(done: Exported, at: Terminal, folder: string, format: 'csv' | 'xlsx'): string {
  const en = at.locale === 'en';
  const shown = relative(at.cwd, folder) || '.';
  const rows = done.tables.map(({ table, rows: n }) => {
    const name = format === 'xlsx' ? tableName(table) : fileOf(table);
    return `  ${name.padEnd(26)} ${n} ${en ? (n === 1 ? 'row' : 'rows') : n === 1 ? 'linha' : 'linhas'}`;
  });
  const head = en ? `${done.accounts} customers to ${shown}` : `${done.accounts} clientes em ${shown}`;
  const back =
    format === 'xlsx'
      ? ''
      : `${en ? 'To read it back' : 'Para ler de volta'}: perene import ${shown} --today ${done.today}\n`;
  return `${head}\n${rows.join('\n')}\n${back}`;
}

export async function exportCommand(at: Terminal, parsed: Parsed): Promise<void> {
  const [given] = parsed.positionals;
  if (given === undefined) throw new WrongUse(at.locale === 'en' ? 'Which folder?' : 'Qual pasta?');
  const format = choice(parsed, 'format', ['csv', 'xlsx']);
  const style = choice(parsed, 'style', ['br', 'iso']);
  const folder = resolve(at.cwd, given);
  const workspace = parsed.values['workspace'];
  await joined(
    at,
    typeof workspace === 'string' ? workspace : undefined,
    async ({ session }) => {
      const done =
        format === 'xlsx' ? await xlsxFile(session, folder, style) : await csvFiles(session, folder, style);
      at.out(
        parsed.values['json'] === true
          ? `${JSON.stringify({ folder, format, style, ...done })}\n`
          : exportText(done, at, folder, format),
      );
    },
    'looks',
  );
}
