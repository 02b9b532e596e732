// `perene import`: sheets in, a report of every row out; or an import taken back.
import { type Committed } from '#actions/brought.ts';
import { commitImport } from '#actions/commit-import.ts';
import { undoImport } from '#actions/undo-import.ts';
import type { ImportReport } from '#actions/import-files.ts';
import { fieldText } from '#words/sheet-fields.ts';
import { joined } from './joined.ts';
import { importPaths } from './sheets.ts';
import { table } from './tables.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

/** Problems shown to people; the JSON has them all. */
const shownProblems = 20;

type Problem = ImportReport['files'][number]['problems'][number];

/** Where a problem is: row, column, what stands there. */
function placeOf(problem: Problem, en: boolean): string {
  const row = problem.row === null ? [] : [`${en ? 'row' : 'linha'} ${problem.row}`];
  const column = problem.column === null ? [] : [`${en ? 'column' : 'coluna'} ${problem.column}`];
  const value = problem.value === null ? [] : [`"${problem.value}"`];
  const place = [...row, ...column, ...value].join(', ');
  return place === '' ? '' : `${place}: `;
}

/** Rows of a sheet by what became of them; in Portuguese one of them is said in the singular. */
function rowsText(file: ImportReport['files'][number], en: boolean): string {
  const { rows, accepted, refused, duplicates, skipped } = file;
  if (en)
    return `${rows} ${rows === 1 ? 'row' : 'rows'}, ${accepted} accepted, ${refused} refused, ${duplicates} repeated, ${skipped.blank} blank, ${skipped.total} of totals`;
  const said = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  const kinds = [said(accepted, 'aceita'), said(refused, 'recusada'), said(duplicates, 'repetida')];
  return `${said(rows, 'linha')}, ${kinds.join(', ')}, ${skipped.blank} em branco, ${skipped.total} de total`;
}

type Done = Pick<Committed, 'accounts' | 'recorded' | 'duplicate'>;

/** What was recorded, in one sentence. */
function doneText({ accounts, recorded, duplicate }: Done, en: boolean): string {
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  if (en)
    return `${count(accounts, 'customer', 'customers')}, ${count(recorded, 'fact', 'facts')} recorded, ${duplicate} known already.`;
  const known = count(duplicate, 'já conhecido', 'já conhecidos');
  return `${count(accounts, 'cliente', 'clientes')}, ${count(recorded, 'fato gravado', 'fatos gravados')}, ${known}.`;
}

/** The report as a person reads it. */
export function reportText(report: ImportReport, terminal: Terminal, dryRun: boolean): string {
  const en = terminal.locale === 'en';
  const parts = report.files.map((file) => {
    const name = file.sheet === undefined ? file.path : `${file.path} · ${file.sheet}`;
    // A sheet that was left out has only its reason.
    if (file.table === null && file.sheet !== undefined)
      return `${name}: ${file.problems.map(({ message }) => message).join(' ')}`;
    const head = `${name}: ${rowsText(file, en)}`;
    const columns = [{ title: en ? 'Column' : 'Coluna' }, { title: en ? 'Read as' : 'Lida como' }];
    const read = Object.entries(file.mapping).map(([header, field]) => [
      header,
      fieldText(field, terminal.locale),
    ]);
    const mapping = table(columns, read);
    const problems = file.problems
      .slice(0, shownProblems)
      .map((problem) => `  - ${placeOf(problem, en)}${problem.message}`);
    const more = file.problems.length - problems.length + (file.unlisted ?? 0);
    const rest =
      more > 0
        ? [en ? `  … and ${more} more (--json lists all)` : `  … e mais ${more} (--json lista todos)`]
        : [];
    return [head, mapping, ...problems, ...rest].join('\n');
  });
  const { recorded, duplicate } = report.facts;
  const done = doneText({ accounts: report.accounts, recorded, duplicate }, en);
  const none = en ? 'Dry run: nothing was recorded.' : 'Só conferência: nada foi gravado.';
  const undo = `${en ? 'Undo' : 'Desfazer'}: perene import --undo ${report.imports.join(' ')}`;
  const total = dryRun ? none : `${done} ${undo}`;
  return `${parts.join('\n\n')}\n\n${total}\n`;
}

export async function importCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const { values, positionals } = parsed;
  const undo = text(values['undo']);
  const resume = text(values['resume']);
  if (undo === undefined && resume === undefined && positionals.length === 0)
    throw new WrongUse(terminal.locale === 'en' ? 'Which file?' : 'Qual arquivo?');
  await joined(terminal, text(values['workspace']), async ({ session }) => {
    if (undo !== undefined) {
      const done = await undoImport(session, undo);
      const said =
        terminal.locale === 'en'
          ? `Undone: ${done.withdrawn} facts of ${done.accounts} customers withdrawn.`
          : `Desfeito: ${done.withdrawn} fatos de ${done.accounts} clientes retirados.`;
      terminal.out(values['json'] === true ? `${JSON.stringify(done)}\n` : `${said}\n`);
      return;
    }
    if (resume !== undefined) {
      const done = await commitImport(session, resume);
      terminal.out(
        values['json'] === true
          ? `${JSON.stringify(done)}\n`
          : `${doneText(done, terminal.locale === 'en')}\n`,
      );
      return;
    }
    const dryRun = values['dry-run'] === true;
    const ask = { paths: positionals, map: text(values['map']), today: text(values['today']), dryRun };
    const report = await importPaths(session, ask, terminal);
    terminal.out(
      values['json'] === true ? `${JSON.stringify(report)}\n` : reportText(report, terminal, dryRun),
    );
  });
}
