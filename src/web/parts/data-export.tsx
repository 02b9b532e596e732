// The download: which form, how dates and numbers are written, which table. The browser fetches it from the address.
import { useId, useState } from 'react';
import type { ExportFormat, ExportStyle, ExportTable } from '#contract/export.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

const tables: readonly ExportTable[] = [
  'accounts',
  'contacts',
  'subscriptions',
  'tickets',
  'answers',
  'observations',
  'facts',
];

type Asked = { format: ExportFormat; style: ExportStyle; table?: ExportTable };
type Props = {
  addressOf: (asked: Asked) => string;
  /** Whether the base fits into one workbook. */
  workbook: boolean;
};

export function DataExport({ addressOf, workbook }: Props) {
  const { d } = useDataSpeech();
  const [format, setFormat] = useState<ExportFormat>(workbook ? 'xlsx' : 'csv');
  const [style, setStyle] = useState<ExportStyle>('br');
  const [table, setTable] = useState<ExportTable>('accounts');
  const asked: Asked = format === 'csv' ? { format, style, table } : { format, style };
  return (
    <section className="sec">
      <header>
        <h2>{d.export.title}</h2>
        <p className="note">{workbook ? d.export.text : d.export.large}</p>
      </header>
      <div className="take">
        <Pick label={d.export.format} value={format} onPick={(value) => setFormat(value as ExportFormat)}>
          {workbook && <option value="xlsx">{d.export.xlsx}</option>}
          <option value="csv">{d.export.csv}</option>
        </Pick>
        {format === 'csv' && (
          <Pick label={d.export.table} value={table} onPick={(value) => setTable(value as ExportTable)}>
            {tables.map((key) => (
              <option key={key} value={key}>
                {d.export.tables[key]}
              </option>
            ))}
          </Pick>
        )}
        <Pick label={d.export.style} value={style} onPick={(value) => setStyle(value as ExportStyle)}>
          <option value="br">{d.export.br}</option>
          <option value="iso">{d.export.iso}</option>
        </Pick>
        <a className="btn" href={addressOf(asked)} download>
          {d.export.button}
        </a>
      </div>
    </section>
  );
}

type PickProps = {
  label: string;
  value: string;
  onPick: (value: string) => void;
  children: React.ReactNode;
};

function Pick({ label, value, onPick, children }: PickProps) {
  const id = useId();
  return (
    <span>
      <label className="lb" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onPick(event.target.value)}>
        {children}
      </select>
    </span>
  );
}
