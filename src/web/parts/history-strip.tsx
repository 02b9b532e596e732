// The year of health with its named facts, over the date being looked at. A click picks a day; the table says the same.
import { useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import { AsOfField } from '#web/parts/as-of-field.tsx';
import { StateMark } from '#web/parts/state-mark.tsx';
import { useWidth } from '#web/parts/use-width.ts';
import { historyDrawing, historyHeight } from '#web/views/history-drawing.ts';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Props = { page: CustomerPage; onDay: (day: string) => void; onToday: () => void };

export function HistoryStrip({ page, onDay, onToday }: Props) {
  const { w, c, f } = useCustomerSpeech();
  const [table, setTable] = useState(false);
  const known = page.history.some((week) => week.score !== null);
  const past = !page.isToday;
  return (
    <section className={past ? 'asofbox was' : 'asofbox'} aria-label={c.history.label}>
      <div className="bar">
        <h2 className="h3">{past ? w.asOf.seeing(f.day(page.asOf)) : w.asOf.heading}</h2>
        <AsOfField asOf={page.asOf} today={page.today} onChange={onDay} />
        <span className="small mute wide">
          {past ? w.asOf.known : w.asOf.hint} {!past && <kbd>[</kbd>} {!past && <kbd>]</kbd>}
        </span>
        <span className="end">
          {past && (
            <button type="button" className="btn" onClick={onToday}>
              {w.asOf.back}
            </button>
          )}
        </span>
      </div>
      {!known ? (
        <p className="small soft">{page.history.length === 0 ? c.history.none : c.history.unknown}</p>
      ) : table ? (
        <HistoryTable page={page} />
      ) : (
        <Drawing page={page} onDay={onDay} />
      )}
      {known && (
        <div className="foot">
          <button type="button" className="link small" onClick={() => setTable(!table)}>
            {table ? c.history.drawingBack : c.history.table}
          </button>
        </div>
      )}
      {page.facts.hindsightShare > 0 && past && (
        <p className="small soft">{c.hindsight(f.share(page.facts.hindsightShare))}</p>
      )}
    </section>
  );
}

function Drawing({ page, onDay }: Pick<Props, 'page' | 'onDay'>) {
  const { c, f } = useCustomerSpeech();
  const [place, width] = useWidth<HTMLDivElement>();
  const d = historyDrawing(page, page.health.limits, Math.max(width, 200), f);
  const { yellow, green } = page.health.limits;
  return (
    <div ref={place} className="draw">
      {width > 0 && (
        <svg
          className="ch"
          width={width}
          height={historyHeight}
          viewBox={`0 0 ${width} ${historyHeight}`}
          role="img"
          aria-label={c.history.drawing(f.day(d.from), f.day(page.asOf))}
          onClick={(event) =>
            onDay(d.dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left))
          }
        >
          <line className="gr" x1="0" x2={width} y1={d.greenY} y2={d.greenY} />
          <line className="gr" x1="0" x2={width} y1={d.redY} y2={d.redY} />
          <text x="0" y={d.greenY - 4}>
            {c.history.green(f.number(green))}
          </text>
          <text x="0" y={d.redY + 14}>
            {c.history.red(f.number(yellow))}
          </text>
          <path className="ln" d={d.path} />
          {d.marks.map((mark) => (
            <g key={`${mark.x}-${mark.text}`}>
              <circle className="mk" cx={mark.x} cy={mark.y} r="3.5" />
              <text className="lb" x={mark.labelX} y={mark.labelY} textAnchor={mark.anchor}>
                {mark.text}
              </text>
            </g>
          ))}
          <line className="hd" x1={d.handleX} x2={d.handleX} y1="0" y2="90" />
          {d.handleY !== null && (
            <rect className="hb" x={d.handleX - 5} y={d.handleY - 5} width="10" height="10" rx="2" />
          )}
          {d.months.map((month) => (
            <text key={month.x} x={month.x} y={historyHeight - 4} textAnchor={month.anchor}>
              {month.text}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}

function HistoryTable({ page }: Pick<Props, 'page'>) {
  const { w, c, f } = useCustomerSpeech();
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={c.history.label}>
      <table className="tbl" style={{ maxWidth: 420 }}>
        <caption className="sr">{c.history.label}</caption>
        <thead>
          <tr>
            <th>{c.history.week}</th>
            <th className="num">{c.history.score}</th>
            <th>{c.history.band}</th>
          </tr>
        </thead>
        <tbody>
          {page.history.toReversed().map((week) => (
            <tr key={week.week}>
              <td>{f.day(week.week)}</td>
              <td className="num">{week.score === null ? '—' : f.number(week.score, 1)}</td>
              <td>
                <StateMark band={week.band} text="" word={w.band[week.band]} spelled />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
