// How the phases moved since the last ritual, under the first metric.
import type { Ritual } from '#contract/rituals.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

export function RitualPhases({ ritual }: { ritual: Ritual }) {
  const { r, f } = useRitualSpeech();
  return (
    <section className="sec" id="step-phases">
      <header>
        <h2>{ritual.metric.text}</h2>
        <span className="note">{r.phases.note}</span>
      </header>
      <table className="tbl phases">
        <caption className="sr">{r.phases.caption}</caption>
        <thead>
          <tr>
            <th>{r.phases.stage}</th>
            <th className="num">{r.phases.accounts}</th>
            <th className="num">{r.phases.entered}</th>
            <th className="num">{r.phases.back}</th>
            <th className="num">{r.phases.late}</th>
          </tr>
        </thead>
        <tbody>
          {ritual.phases.map((phase) => (
            <tr key={phase.stage}>
              <td className="name">{phase.label}</td>
              <td className="num">{f.number(phase.accounts)}</td>
              <td className="num">{f.number(phase.entered)}</td>
              <td className="num">{f.number(phase.back)}</td>
              <td className="num">{f.number(phase.late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
