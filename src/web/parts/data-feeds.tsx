// Feeds whose rhythm broke: one table, shown only where there is any.
import type { DataQuality } from '#contract/data-quality.ts';
import { capital } from '#web/views/data-capital.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export function DataFeeds({ late }: { late: DataQuality['late'] }) {
  const { d, f } = useDataSpeech();
  if (late.length === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2>{d.feeds.title}</h2>
      </header>
      <table className="tbl wrap stack">
        <caption className="sr">{d.feeds.title}</caption>
        <thead>
          <tr>
            <th>{d.feeds.source}</th>
            <th>{d.feeds.last}</th>
            <th>{d.feeds.usual}</th>
            <th className="num">{d.feeds.late}</th>
          </tr>
        </thead>
        <tbody>
          {late.map((feed) => (
            <tr key={`${feed.source} ${feed.label}`}>
              <td>
                {capital(feed.label)} <span className="mute">· {feed.source}</span>
              </td>
              <td data-label={d.feeds.last}>{f.day(feed.last)}</td>
              <td className="soft" data-label={d.feeds.usual}>
                {d.feeds.every(feed.everyDays)}
              </td>
              <td className="num" data-label={d.feeds.late}>
                {d.feeds.days(feed.lateDays)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
