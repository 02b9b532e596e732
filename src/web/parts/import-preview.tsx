// How the first rows of a table will stand in Perene. Figures and days align at the right.
import type { DraftTable } from '#contract/drafts.ts';
import { capital } from '#web/views/capital.ts';
import { alignsRight } from '#web/views/import-table.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export function ImportPreview({ table }: { table: DraftTable }) {
  const { t, f, field } = useImportSpeech();
  const { fields, rows } = table.preview;
  const right = fields.map((_, at) => alignsRight(rows.map((row) => row[at] ?? null)));
  return (
    <section className="sec">
      <header>
        <h2>{t.preview.title}</h2>
        {rows.length > 0 && (
          <span className="act">{t.preview.note(rows.length, f.number(table.accepted))}</span>
        )}
      </header>
      {rows.length === 0 ? (
        <p className="soft">{t.preview.none}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="group" aria-label={t.preview.caption}>
          <table className="tbl pv">
            <caption className="sr">{t.preview.caption}</caption>
            <thead>
              <tr>
                {fields.map((key, at) => (
                  <th key={key} className={right[at] ? 'num' : undefined}>
                    {capital(field(key))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, line) => (
                // The rows of a sample have no identity of their own and never move.
                <tr key={`${line} ${row[0] ?? ''}`}>
                  {fields.map((key, at) => (
                    <td
                      key={key}
                      className={[right[at] ? 'num' : '', key === 'name' ? 'name' : ''].join(' ').trim()}
                    >
                      {row[at] ?? <span className="mute">{'—'}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
