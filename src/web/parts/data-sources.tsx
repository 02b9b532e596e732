// What the newest imports could not read, by kind of sheet and reason.
import type { DataQuality } from '#contract/data-quality.ts';
import { capital } from '#web/views/data-capital.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export function DataSources({ page }: { page: Pick<DataQuality, 'sources' | 'countedImports'> }) {
  const { d, f } = useDataSpeech();
  const { sources } = page;
  if (sources.length === 0) return null;
  const counted = sources.reduce((sum, source) => sum + source.imports, 0);
  const clean = sources.every((source) => source.reasons.length === 0);
  return (
    <section className="sec">
      <header>
        <h2>{clean ? d.sources.clean : d.sources.title}</h2>
        <p className="note">{d.sources.note(counted)}</p>
      </header>
      <table className="tbl wrap stack">
        <caption className="sr">{d.sources.title}</caption>
        <colgroup>
          <col style={{ width: 150 }} />
          <col style={{ width: 80 }} />
          <col style={{ width: 90 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{d.sources.table}</th>
            <th className="num">{d.sources.rows}</th>
            <th className="num">{d.sources.refused}</th>
            <th>{d.sources.reasons}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.table}>
              <td className="name">{capital(source.label)}</td>
              <td className="num" data-label={d.sources.rows}>
                {f.number(source.rows)}
              </td>
              <td className="num" data-label={d.sources.refused}>
                {f.number(source.refused)}
              </td>
              <td className="soft">
                {source.reasons.length === 0
                  ? d.sources.none
                  : source.reasons.map(({ label, cells }) => `${label} (${f.number(cells)})`).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
