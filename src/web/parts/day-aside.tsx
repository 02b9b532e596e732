// What changed since the last working day, beside the tasks: new risks, late promises, readiness, renewals, who waits.
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { View } from '#contract/accounts.ts';
import type { Today, TodaySide, TodaySideRow } from '#contract/today.ts';
import { StateMark } from '#web/parts/state-mark.tsx';
import { scoreText } from '#web/views/line-row.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

type Props = { today: Today; workspace: string };

export function DayAside({ today, workspace }: Props) {
  const { d, f, w } = useDaySpeech();
  const { risks, ready, renewals, promises, currency } = today;
  const money = (cents: number | null, said: (text: string) => string): string =>
    cents === null ? '' : said(f.money(cents, currency));
  const side = { workspace, seeAll: d.seeAll };
  const health = (row: TodaySideRow): ReactNode => (
    <StateMark band={row.health.band} text={scoreText(row.health.score, f)} word={w.band[row.health.band]} />
  );
  return (
    <aside aria-label={d.news}>
      <Heads today={today} />
      <Side
        {...side}
        list={risks}
        title={d.risks(risks.total)}
        note={d.since(f.dayShort(today.since, today.day))}
        view="risk"
        right={health}
      />
      <Side {...side} list={promises} title={d.promises(promises.total)} note="" view={null} right={health} />
      <Replies today={today} workspace={workspace} />
      <Side
        {...side}
        list={ready}
        title={d.ready(ready.total)}
        note=""
        view="ready"
        right={(row) =>
          row.cents !== null && (
            <>
              <b>+{f.money(row.cents, currency)}</b>
              <span className="small mute">{d.perYear}</span>
            </>
          )
        }
      />
      <Side
        {...side}
        list={renewals}
        title={d.renewals(renewals.total)}
        note={money(renewals.mrrCents, d.mrr)}
        view="renewal"
        right={(row) =>
          row.renewsOn !== null && (
            <>
              <b>{f.dayShort(row.renewsOn, today.day)}</b>
              <span className="small mute">{d.daysShort(row.days ?? 0)}</span>
            </>
          )
        }
      />
    </aside>
  );
}

/** Notices about the base; or, where nothing changed, that nothing did. */
function Heads({ today }: { today: Today }) {
  const { d } = useDaySpeech();
  const { risks, ready, renewals, promises, replies } = today;
  const none = [risks, ready, renewals, promises].every(({ total }) => total === 0) && replies.total === 0;
  return (
    <>
      {today.notices.map((text) => (
        <section className="sec" key={text}>
          <header>
            <h2>{d.notices}</h2>
          </header>
          <p className="small">{text}</p>
        </section>
      ))}
      {none && (
        <section className="sec">
          <header>
            <h2>{d.news}</h2>
          </header>
          <p className="mute">{d.quiet}</p>
        </section>
      )}
    </>
  );
}

type SideProps = {
  workspace: string;
  list: TodaySide;
  title: string;
  note: string;
  /** The Base's view that holds all of them; null: there is none. */
  view: View | null;
  seeAll: (total: number) => string;
  right: (row: TodaySideRow) => ReactNode;
};

function Side({ workspace, list, title, note, view, seeAll, right }: SideProps) {
  if (list.total === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2>{title}</h2>
        {note !== '' && <span className="act">{note}</span>}
      </header>
      <ul className="sl">
        {list.rows.map((row) => (
          <li key={row.id}>
            <div>
              <Link className="name" to="/$workspace/cliente/$id" params={{ workspace, id: row.id }}>
                {row.account}
              </Link>
              <p className="small mute">{row.why}</p>
              {row.say !== '' && <p className="small soft">{row.say}</p>}
            </div>
            <div className="r">{right(row)}</div>
          </li>
        ))}
      </ul>
      {view !== null && list.total > list.rows.length && (
        <Link className="link small" to="/$workspace/base" params={{ workspace }} search={{ view }}>
          {seeAll(list.total)}
        </Link>
      )}
    </section>
  );
}

function Replies({ today, workspace }: Props) {
  const { d, f } = useDaySpeech();
  const { replies } = today;
  if (replies.total === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2>{d.replies(replies.total)}</h2>
      </header>
      <ul className="sl">
        {replies.rows.map((row) => (
          <li key={row.id}>
            <div>
              <Link className="name" to="/$workspace/cliente/$id" params={{ workspace, id: row.id }}>
                {row.contact === null ? row.account : `${row.contact}, ${row.account}`}
              </Link>
              <p className="small mute">
                {row.channelLabel}
                {row.score === null ? '' : `, ${d.score(row.score)}`}
                {': '}
                {row.text === '' ? d.noText : `“${row.text}”`}
              </p>
            </div>
            <div className="r mute">
              {row.on === today.day ? d.time(row.time) : f.dayShort(row.on, today.day)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
