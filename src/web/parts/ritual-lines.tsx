// A list of the ritual, one line a customer: suggestion in grey, decision in ink with a check, the row in hand a form.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RitualLine } from '#contract/rituals.ts';
import { CheckIcon } from '#web/parts/icons.tsx';
import { StateMark } from '#web/parts/state-mark.tsx';
import { scoreText } from '#web/views/line-row.ts';
import type { RitualStep } from '#web/views/ritual.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

type Props = {
  workspace: string;
  step: RitualStep;
  today: string;
  title: string;
  note: string;
  none: string | null;
  lines: readonly RitualLine[];
  inHand: string | null;
  onTake: (key: string) => void;
  /** The form of the row in hand. */
  form: ReactNode;
  /** Closes what was decided; absent where lines are only decided. */
  onClose?: (line: RitualLine, outcome: 'done' | 'dropped') => void;
};

export function RitualLines({ lines, title, note, none, step, inHand, form, ...rest }: Props) {
  const { w, f, r } = useRitualSpeech();
  return (
    <section className="sec" id={step === 'rest' ? undefined : `step-${step}`}>
      <header>
        <h2>{title}</h2>
        <span className="note">
          {f.seesMoney || lines.length === 0 ? note : `${note} · ${w.money.hiddenNote}`}
        </span>
      </header>
      {lines.length === 0 && none !== null && <p className="soft">{none}</p>}
      {lines.length > 0 && (
        <table className="tbl rt">
          <caption className="sr">{r.table.caption}</caption>
          <colgroup>
            <col className="w-n" />
            <col className="w-who" />
            <col className="w-health" />
            {f.seesMoney && <col className="w-mrr" />}
            <col className="w-why" />
            <col />
            <col className="w-owner" />
            <col className="w-due" />
          </colgroup>
          <thead>
            <tr>
              <th className="num">
                <span className="sr">{r.table.rank}</span>#
              </th>
              <th>{r.table.customer}</th>
              <th>{r.table.health}</th>
              {f.seesMoney && <th className="num">{r.table.mrr}</th>}
              <th>{r.table.why}</th>
              <th>{r.table.what}</th>
              <th>{r.table.who}</th>
              <th className="num">{r.table.due}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <Row
                key={line.id}
                line={line}
                rank={at + 1}
                here={inHand === `${step} ${line.id}`}
                rowKey={`${step} ${line.id}`}
                form={form}
                {...rest}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type RowProps = Pick<Props, 'workspace' | 'today' | 'onTake' | 'form' | 'onClose'> & {
  line: RitualLine;
  rank: number;
  here: boolean;
  rowKey: string;
};

/** Why this customer stands in the list: what speaks first of it. */
const reasonOf = (line: RitualLine): string =>
  line.signals[0]?.evidence || line.why[0] || line.offerReasonText || line.action.evidence;

function Row({ line, rank, here, rowKey, form, workspace, today, onTake, onClose }: RowProps) {
  const { w, f, r } = useRitualSpeech();
  const { decided, suggestion } = line;
  const due = decided ? decided.dueOn : null;
  return (
    <tr aria-current={here ? 'true' : undefined} onClick={() => !here && onTake(rowKey)}>
      <td className="num mute">{rank}</td>
      <td className="name">
        <Link to="/$workspace/cliente/$id" params={{ workspace, id: line.id }} search={{}}>
          {line.account}
        </Link>
      </td>
      <td>
        <StateMark
          band={line.health.band}
          text={scoreText(line.health.score, f)}
          word={w.band[line.health.band]}
        />
      </td>
      {f.seesMoney && <td className="num">{line.mrrCents === null ? '—' : f.units(line.mrrCents)}</td>}
      <td className="y">{reasonOf(line)}</td>
      {here ? (
        <td className="dec" colSpan={3}>
          {form}
          <p className="small mute">
            {line.offer === null ? r.form.noOffer(line.offerReasonText) : r.form.offer(line.offer.label)}
          </p>
          {onClose && decided && (
            <p className="bar">
              <button type="button" className="btn" onClick={() => onClose(line, 'done')}>
                {r.rest.done}
              </button>
              <button type="button" className="btn quiet" onClick={() => onClose(line, 'dropped')}>
                {r.rest.dropped}
              </button>
            </p>
          )}
        </td>
      ) : (
        <>
          <td className={decided ? 'dec' : 'dec sug'}>
            {decided ? (
              <>
                <CheckIcon /> {decided.what}
              </>
            ) : (
              <button type="button" className="take" onClick={() => onTake(rowKey)}>
                <span className="sr">{r.table.suggested}: </span>
                {suggestion.what}
              </button>
            )}
          </td>
          <td className={decided ? '' : 'mute'}>
            {(decided ? decided.ownerLabel : line.action.owner) ?? line.action.ownerLabel}
          </td>
          <td className="num">{due === null ? <span className="mute">—</span> : f.dayShort(due, today)}</td>
        </>
      )}
    </tr>
  );
}
