// What came in by a commit, table by table, and the rows that stayed out with their reasons.
import type { ImportReport } from '#contract/imports.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

/** Reasons shown of one table; the rest are in the counts. */
const most = 20;

export function ImportReportTable({ report }: { report: ImportReport }) {
  const { t, f } = useImportSpeech();
  return (
    <>
      <section className="sec">
        <header>
          <h2>{t.done.tables}</h2>
        </header>
        <table className="tbl rep">
          <caption className="sr">{t.done.caption}</caption>
          <thead>
            <tr>
              <th>{t.done.table}</th>
              <th className="num">{t.done.in}</th>
              <th className="num">{t.done.repeated}</th>
              <th className="num">{t.done.skipped}</th>
              <th className="num">{t.done.out}</th>
            </tr>
          </thead>
          <tbody>
            {report.files.map((file) => (
              <tr key={`${file.path} ${file.sheet ?? ''}`}>
                <td className="name">{t.done.of(file.path, file.sheet)}</td>
                <td className="num">{f.number(file.accepted)}</td>
                <td className="num">{f.number(file.duplicates)}</td>
                <td className="num">{f.number(file.skipped)}</td>
                <td className="num">{f.number(file.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {report.files
        .filter((file) => file.problems.length > 0)
        .map((file) => (
          <section className="sec" key={`${file.path} ${file.sheet ?? ''}`}>
            <header>
              <h2>{t.done.outRows}</h2>
              <span className="note">{t.done.of(file.path, file.sheet)}</span>
            </header>
            <ul className="problems">
              {file.problems.slice(0, most).map((problem) => (
                <li key={`${problem.row} ${problem.column} ${problem.code}`}>
                  <b>{t.done.row(problem.row)}</b>
                  <span>
                    {problem.column !== null && <span className="mute">{problem.column}: </span>}
                    {problem.value !== null && <span className="val">{problem.value}</span>} {problem.message}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
