// A method in words: its stages with what moves a customer on, the weights of health, the conditions of the signals.
import type { MethodRead } from '#contract/methods.ts';
import { useMethodSpeech } from '#web/words/method-context.ts';

export function MethodStages({ stages }: { stages: MethodRead['stages'] }) {
  const { m } = useMethodSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{m.stages.title(stages.length)}</h2>
        <p className="note">{m.stages.note}</p>
      </header>
      <table className="tbl wrap stack ms">
        <caption className="sr">{m.stages.title(stages.length)}</caption>
        <thead>
          <tr>
            <th>{m.stages.stage}</th>
            <th>{m.stages.goal}</th>
            <th>{m.stages.exit}</th>
            <th>{m.stages.late}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ key, label, goal, exit, late }) => (
            <tr key={key}>
              <td className="name">{label}</td>
              <td data-label={m.stages.goal}>{goal}</td>
              <td data-label={m.stages.exit}>
                {exit.length === 0
                  ? m.stages.never
                  : exit.map(({ label: criterion, confirmed }) => (
                      <span className="line" key={criterion}>
                        {criterion}
                        {confirmed && <span className="mute"> ({m.stages.confirmed})</span>}
                      </span>
                    ))}
              </td>
              <td data-label={m.stages.late}>{late}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type WeightsProps = { pillars: MethodRead['pillars']; rows: MethodRead['weights'] };

export function MethodWeights({ pillars, rows }: WeightsProps) {
  const { m, f } = useMethodSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{m.weights.title}</h2>
        <p className="note">{m.weights.note}</p>
      </header>
      <div className="scroll" role="region" tabIndex={0} aria-label={m.weights.title}>
        <table className="tbl mw">
          <caption className="sr">{m.weights.title}</caption>
          <thead>
            <tr>
              <th>{m.weights.segment}</th>
              {pillars.map((pillar) => (
                <th key={pillar} className="num">
                  {pillar}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, weights }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {weights.map((weight, at) => (
                  <td key={pillars[at]} className="num">
                    {f.number(weight)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function MethodSignals({ signals }: { signals: MethodRead['signals'] }) {
  const { m } = useMethodSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{m.signals.title(signals.length)}</h2>
      </header>
      <details>
        <summary className="link">{m.signals.open}</summary>
        <table className="tbl wrap stack msg">
          <caption className="sr">{m.signals.title(signals.length)}</caption>
          <thead>
            <tr>
              <th>{m.signals.signal}</th>
              <th>{m.signals.when}</th>
            </tr>
          </thead>
          <tbody>
            {signals.map(({ key, label, when }) => (
              <tr key={key}>
                <td className="name">{label}</td>
                <td data-label={m.signals.when}>
                  <code>{when}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
