// Columns of a sheet and what each becomes: name, first cell, field, how sure, how it is read. On a phone, blocks.
import type { DraftColumn, DraftTable } from '#contract/drafts.ts';
import { ArrowIcon, CheckIcon, CrossIcon } from '#web/parts/icons.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { capital } from '#web/views/capital.ts';
import { fieldChoices } from '#web/views/import-table.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = {
  table: DraftTable;
  /** The header the first open question is about; its row stands out. */
  asked: string | null;
  onField: (column: DraftColumn, field: string) => void;
  onDecide: (column: DraftColumn) => void;
};

export function ImportColumns({ table, asked, onField, onDecide }: Props) {
  const { t } = useImportSpeech();
  return (
    <table className="tbl mp">
      <caption className="sr">{t.columns.caption}</caption>
      <colgroup>
        <col className="w-letter" />
        <col className="w-head" />
        <col className="w-first" />
        <col className="w-arrow" />
        <col className="w-field" />
        <col className="w-state" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th>
            <span className="sr">{t.columns.inSheet}</span>
          </th>
          <th>{t.columns.inSheet}</th>
          <th>{t.columns.first}</th>
          <th>
            <span className="sr">{t.columns.becomes}</span>
          </th>
          <th>{t.columns.field}</th>
          <th>{t.columns.state}</th>
          <th>{t.columns.readsAs}</th>
        </tr>
      </thead>
      <tbody>
        {table.columnList.map((column) => (
          <ColumnRow
            key={column.letter}
            column={column}
            table={table}
            here={asked !== null && column.header === asked}
            onField={(field) => onField(column, field)}
            onDecide={() => onDecide(column)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  column: DraftColumn;
  table: DraftTable;
  here: boolean;
  onField: (field: string) => void;
  onDecide: () => void;
};

function ColumnRow({ column, table, here, onField, onDecide }: RowProps) {
  const { t, field } = useImportSpeech();
  const head = column.named ? column.header : t.columns.noHeader;
  const label = column.named ? column.header : `${t.columns.noHeader}, ${column.letter}`;
  return (
    <tr aria-current={here ? 'true' : undefined}>
      <td className="mute num c-letter">{column.letter}</td>
      <td className={column.named ? 'name c-head' : 'mute c-head'} title={head}>
        {head}
      </td>
      <td className="soft c-first" title={column.samples.join('\n')}>
        {column.samples[0] ?? t.problems.empty}
      </td>
      <td className="ar c-arrow">
        <ArrowIcon />
      </td>
      <td className="c-field">
        <select
          className="field"
          aria-label={t.columns.fieldFor(label)}
          value={column.field}
          data-missing={column.state === 'decide' && !here ? column.header : undefined}
          onChange={(event) => onField(event.target.value)}
        >
          <optgroup label={t.columns.group}>
            {fieldChoices(table, column.field).map((key) => (
              <option key={key} value={key}>
                {capital(field(key))}
              </option>
            ))}
          </optgroup>
          <optgroup label={t.columns.other}>
            <option value="custom">{t.columns.custom}</option>
            <option value="ignore">{t.columns.ignore}</option>
          </optgroup>
        </select>
      </td>
      <td className="c-state">
        <ColumnState
          state={column.state}
          label={label}
          onConfirm={() => onField(column.field)}
          onDecide={onDecide}
        />
      </td>
      <td className="mute c-reads" title={column.readsAs ?? undefined}>
        {column.readsAs}
      </td>
    </tr>
  );
}

type StateProps = {
  state: DraftColumn['state'];
  label: string;
  onConfirm: () => void;
  onDecide: () => void;
};

function ColumnState({ state, label, onConfirm, onDecide }: StateProps) {
  const { t } = useImportSpeech();
  if (state === 'sure' || state === 'left_out') {
    return (
      <span className={state === 'sure' ? 'st acc' : 'st unknown'}>
        {state === 'sure' ? <CheckIcon /> : <CrossIcon />}
        {t.columns[state]}
      </span>
    );
  }
  const confirm = state === 'confirm';
  return (
    <button
      type="button"
      className="st yellow act"
      aria-label={confirm ? t.columns.confirmOne(label) : t.columns.decideOne(label)}
      onClick={confirm ? onConfirm : onDecide}
    >
      <BandShape band="yellow" />
      {t.columns[state]}
    </button>
  );
}
