// The goals that sales, product and CS share, each with its target, period and sample; without a figure, what is missing.
import type { Goal } from '#contract/rituals.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

export function RitualGoals({ goals }: { goals: readonly Goal[] }) {
  const { r } = useRitualSpeech();
  const g = r.goals;
  return (
    <section className="sec" id="step-goals">
      <header>
        <h2>{g.title}</h2>
      </header>
      <table className="tbl goals">
        <caption className="sr">{g.caption}</caption>
        <thead>
          <tr>
            <th>{g.goal}</th>
            <th className="num">{g.value}</th>
            <th>{g.target}</th>
            <th>{g.period}</th>
            <th>{g.sample}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={goal.key}>
              <td className="name">{goal.label}</td>
              <td className="num">
                {goal.value === null ? <span className="mute">{g.none}</span> : <b>{goal.value}</b>}
              </td>
              <td>
                {goal.target ?? <span className="mute">{g.noTarget}</span>}
                {goal.met !== null && <span className="soft"> · {goal.met ? g.met : g.notMet}</span>}
              </td>
              <td className="y">{goal.period}</td>
              <td className="y">{goal.missing ?? goal.sample}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
