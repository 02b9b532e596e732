// A place to put a sheet: drag or choose, see what was understood, then confirm. Sends nothing itself.
import { useId, useState } from 'react';
import type { ImportReport } from '#contract/imports.ts';
import { SheetIcon } from '#web/parts/icons.tsx';
import { useSpeech } from '#web/words/context.tsx';
import { sheetFieldText } from '#web/words/sheet-field.ts';

type DropProps = { onFile: (file: File) => void };

export function ImportDrop({ onFile }: DropProps) {
  const { w } = useSpeech();
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <SheetIcon />
      <span>{w.start.drop}</span>
      <label className="btn pri" htmlFor={id}>
        {w.start.choose}
      </label>
      <input
        id={id}
        className="sr"
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
        }}
      />
      <span className="small mute">{w.start.dropNote}</span>
    </div>
  );
}

type PreviewProps = { report: ImportReport; onConfirm: () => void; onAnother: () => void; busy: boolean };

export function ImportPreview({ report, onConfirm, onAnother, busy }: PreviewProps) {
  const { w } = useSpeech();
  const rows = report.files.reduce((sum, file) => sum + file.rows, 0);
  const accepted = report.files.reduce((sum, file) => sum + file.accepted, 0);
  const problems = report.files.flatMap((file) => file.problems);
  const mapping = report.files.flatMap((file) => Object.entries(file.mapping));
  return (
    <div>
      <p className="strong">{w.start.preview(rows, accepted)}</p>
      <table className="tbl" style={{ margin: '8px 0' }}>
        <caption className="sr">{w.start.understood}</caption>
        <thead>
          <tr>
            <th>{w.start.column}</th>
            <th>{w.start.field}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.map(([header, field]) => (
            <tr key={header}>
              <td>{header}</td>
              <td className="soft">{sheetFieldText(field, w.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > 0 && (
        <>
          <h3>{w.start.problems(problems.length)}</h3>
          <ul className="problems">
            {problems.slice(0, 8).map((problem) => (
              <li key={`${problem.row}-${problem.column}-${problem.code}`}>
                <span className="mute">{w.start.row(problem.row)}</span>
                <span>
                  {problem.column !== null && `${problem.column}: `}
                  {problem.message}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="bar">
        <button type="button" className="btn pri" onClick={onConfirm} aria-busy={busy}>
          {w.start.confirm(accepted)}
        </button>
        <button type="button" className="btn quiet" onClick={onAnother}>
          {w.start.another}
        </button>
      </div>
    </div>
  );
}
