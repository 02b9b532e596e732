// One table of an import: what its rows are, what holds it back, and its columns.
import type { DraftColumn, DraftTable } from '#contract/drafts.ts';
import { ImportColumns } from '#web/parts/import-columns.tsx';
import { columnsIn } from '#web/views/import-table.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = {
  table: DraftTable;
  /** Null where there is only one table. */
  name: string | null;
  asked: string | null;
  onKind: (kind: string) => void;
  /** Header → field. */
  onFields: (columns: Readonly<Record<string, string>>) => void;
  onDecide: (column: DraftColumn) => void;
};

export function TableColumns({ table, name, asked, onKind, onFields, onDecide }: Props) {
  const { t } = useImportSpeech();
  const unsure = columnsIn(table, 'confirm');
  return (
    <section className="sec">
      <header>
        <h2>{name === null ? t.columns.yours : t.columns.yoursOf(name)}</h2>
        {unsure.length > 1 && (
          <span className="act">
            <button
              type="button"
              className="link"
              onClick={() => onFields(Object.fromEntries(unsure.map((item) => [item.header, item.field])))}
            >
              {t.columns.confirmAll(unsure.length)}
            </button>
          </span>
        )}
        {table.savedMapping !== null && (
          <span className="note">{t.columns.saved(table.savedMapping.name)}</span>
        )}
      </header>
      <label className="kind">
        <span className="soft">{t.columns.kind}</span>
        <select
          className="field"
          value={table.kind ?? ''}
          data-missing={table.kind === null ? '' : undefined}
          onChange={(event) => onKind(event.target.value)}
        >
          {table.kind === null && <option value="">{t.columns.kindChoose}</option>}
          {table.kinds.map((kind) => (
            <option key={kind.key} value={kind.key}>
              {kind.label}
            </option>
          ))}
        </select>
      </label>
      {table.blocked !== null && (
        <p className="held" data-missing="" tabIndex={-1}>
          {table.blocked}
        </p>
      )}
      <ImportColumns
        table={table}
        asked={asked}
        onField={(column, field) => onFields({ [column.header]: field })}
        onDecide={onDecide}
      />
    </section>
  );
}
