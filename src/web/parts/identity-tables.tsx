// Joins that stand, each of which can be parted, and the reasons by which keys found their customers by themselves.
import type { Identity } from '#contract/identity.ts';
import { capital } from '#web/views/data-capital.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export type Join = Identity['joined']['items'][number];

export function IdentityJoins({
  joined,
  onPart,
}: {
  joined: Identity['joined'];
  onPart: (join: Join) => void;
}) {
  const { d, f } = useDataSpeech();
  const words = d.identity.joins;
  return (
    <section className="sec">
      <header>
        <h2>{words.title(joined.total)}</h2>
        {joined.total === 0 && <p className="note">{words.none}</p>}
      </header>
      {joined.items.length > 0 && (
        <table className="tbl wrap stack">
          <caption className="sr">{words.title(joined.total)}</caption>
          <thead>
            <tr>
              <th>{words.record}</th>
              <th>{words.into}</th>
              <th>{words.reason}</th>
              <th>{words.when}</th>
              <th className="end">{words.action}</th>
            </tr>
          </thead>
          <tbody>
            {joined.items.map((join) => (
              <tr key={join.id}>
                <td className="name">{join.name}</td>
                <td data-label={words.into}>{join.into.name}</td>
                <td className="soft" data-label={words.reason}>
                  {join.reason}
                </td>
                <td className="soft">{f.day(join.at)}</td>
                <td className="end">
                  <button
                    type="button"
                    className="btn"
                    aria-label={words.partOf(join.name, join.into.name)}
                    onClick={() => onPart(join)}
                  >
                    {words.part}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function IdentityMatches({ matches }: { matches: Identity['matches'] }) {
  const { d, f } = useDataSpeech();
  const words = d.identity.matches;
  if (matches.length === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2>{words.title}</h2>
        <p className="note">{words.note}</p>
      </header>
      <table className="tbl stack">
        <caption className="sr">{words.title}</caption>
        <thead>
          <tr>
            <th>{words.why}</th>
            <th>{words.source}</th>
            <th className="num">{words.keys}</th>
            <th className="num">{words.customers}</th>
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <tr key={`${match.source} ${match.by}`}>
              <td className="name">{capital(match.label)}</td>
              <td className="soft" data-label={words.source}>
                {match.source}
              </td>
              <td className="num" data-label={words.keys}>
                {f.number(match.keys)}
              </td>
              <td className="num" data-label={words.customers}>
                {f.number(match.accounts)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
