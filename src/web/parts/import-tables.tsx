// The tables found in the files of an import: what each is, how many rows go in, what is missing; one is open.
import type { ReactNode } from 'react';
import type { DraftTableLine } from '#contract/drafts.ts';
import { CheckIcon } from '#web/parts/icons.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = {
  tables: readonly DraftTableLine[];
  open: string | null;
  /** The file's name by its id. */
  fileName: (id: string) => string;
  link: (table: DraftTableLine, name: string) => ReactNode;
  onInclude: (table: DraftTableLine, included: boolean) => void;
};

export function ImportTables({ tables, open, fileName, link, onInclude }: Props) {
  const { t, f } = useImportSpeech();
  return (
    <table className="tbl tabs">
      <caption className="sr">{t.columns.tables}</caption>
      <thead>
        <tr>
          <th className="w-in">{t.columns.goesIn}</th>
          <th>{t.columns.table}</th>
          <th>{t.columns.whatItIs}</th>
          <th className="num">{t.columns.rowsIn}</th>
          <th>{t.columns.toDo}</th>
        </tr>
      </thead>
      <tbody>
        {tables.map((table) => {
          const name = tableName(table, fileName(table.file));
          return (
            <tr key={table.id} aria-current={table.id === open ? 'true' : undefined}>
              <td>
                <input
                  type="checkbox"
                  aria-label={t.columns.included(name)}
                  checked={table.included}
                  onChange={(event) => onInclude(table, event.target.checked)}
                />
              </td>
              <td className="name">
                {link(table, name)}
                {table.sheet !== null && <span className="small mute from">{fileName(table.file)}</span>}
              </td>
              <td className={table.kind === null ? 'mute' : 'soft'}>
                {table.kind === null ? t.columns.unknownKind : table.kindLabel}
              </td>
              <td className="num">
                {table.included ? t.columns.figure(f.number(table.accepted), f.number(table.rows)) : '—'}
              </td>
              <td>
                <ToDo table={table} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A sheet by its own name, a file of one table by the file's. */
export const tableName = (table: DraftTableLine, file: string): string => table.sheet ?? file;

function ToDo({ table }: { table: DraftTableLine }) {
  const { t } = useImportSpeech();
  if (!table.included) return <span className="st unknown">{t.columns.leftOut}</span>;
  const held = table.toDecide > 0 || table.blocked !== null;
  const text =
    table.toDecide > 0
      ? t.columns.toDecide(table.toDecide)
      : table.blocked !== null
        ? t.columns.decide
        : table.toConfirm > 0
          ? t.columns.toConfirm(table.toConfirm)
          : table.problems > 0
            ? t.columns.toLook(table.problems)
            : null;
  if (text === null) {
    return (
      <span className="st acc">
        <CheckIcon />
        {t.columns.nothingToDo}
      </span>
    );
  }
  return (
    <span className={held ? 'st yellow' : 'soft'}>
      {held && <BandShape band="yellow" />}
      {text}
    </span>
  );
}
