// One task as a row: when, what, for whom and why, health, revenue, how long it has. Only the row in hand shows what can be
// done with it, and what to say first.
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { DayTask } from '#contract/tasks.ts';
import { BandShape, StateMark } from '#web/parts/state-mark.tsx';
import { dueOf, whenOf } from '#web/views/day.ts';
import { scoreText } from '#web/views/line-row.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

export type TaskAct = 'talked' | 'finish' | 'snooze' | 'delegate';
type Props = {
  task: DayTask;
  workspace: string;
  today: string;
  /** Null: revenue is not shown. */
  currency: string | null;
  inHand: boolean;
  /** Who has it is said where it may be anybody. */
  withOwner: boolean;
  /** The customer is named, and can be opened. */
  withAccount: boolean;
  busy: boolean;
  /** The form that is open under it; null: what can be done. */
  form: ReactNode;
  failed: string | null;
  /** Null: who looks on changes nothing. */
  onAct: ((act: TaskAct) => void) | null;
  onTake: () => void;
};

export function TaskRow(props: Props) {
  const { d, f, w } = useDaySpeech();
  const { task, workspace, today, currency, inHand, withAccount } = props;
  const due = dueOf(task, today, f, d);
  const who = props.withOwner ? (task.ownerLabel ?? d.nobody) : null;
  return (
    <li aria-current={inHand ? 'true' : undefined} data-task={task.key} onClick={props.onTake}>
      <span className="when">{whenOf(task, today, f, d)}</span>
      <div className="w">
        <p className="name">
          {withAccount ? (
            <Link
              to="/$workspace/cliente/$id"
              params={{ workspace, id: task.account.id }}
              onClick={(event) => {
                // Where rows are tapped, the first tap takes the task in hand, the next one opens the customer.
                if (!inHand && window.matchMedia('(max-width: 760px)').matches) event.preventDefault();
              }}
            >
              {task.what}
            </Link>
          ) : (
            task.what
          )}
        </p>
        <p className="small mute">
          {[withAccount ? task.account.name : null, task.why, who]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </p>
      </div>
      <span className="hh">
        {task.health && (
          <StateMark
            band={task.health.band}
            text={scoreText(task.health.score, f)}
            word={w.band[task.health.band]}
          />
        )}
      </span>
      <span className="mrr num">
        {task.mrrCents === null || currency === null ? '' : f.money(task.mrrCents, currency)}
      </span>
      <span className="sla">
        {due.tone === 'none' ? (
          <span className="mute">{due.text}</span>
        ) : (
          <span className={`st ${due.tone === 'bad' ? 'red' : 'yellow'}`}>
            <BandShape band={due.tone === 'bad' ? 'red' : 'yellow'} />
            {due.text}
          </span>
        )}
        {task.clock && (
          <span className="small mute">
            {d.clock(f.dayShort(task.clock.on, today), d.time(task.clock.time))}
          </span>
        )}
      </span>
      {inHand && <InHand {...props} />}
    </li>
  );
}

function InHand({ task, form, failed, busy, onAct }: Props) {
  const { d } = useDaySpeech();
  return (
    <div className="go">
      {task.say !== '' && (
        <p className="say">
          <span className="small mute">{d.say}</span> {task.say}
        </p>
      )}
      {form ??
        (onAct && (
          <div className="acts">
            <button type="button" className="btn pri" aria-busy={busy} onClick={() => onAct('talked')}>
              {d.act.talked}
            </button>
            <button type="button" className="btn" onClick={() => onAct('finish')}>
              {d.act.finish} <kbd>e</kbd>
            </button>
            <button type="button" className="btn" onClick={() => onAct('snooze')}>
              {d.act.snooze} <kbd>s</kbd>
            </button>
            <button type="button" className="btn" onClick={() => onAct('delegate')}>
              {d.act.delegate} <kbd>a</kbd>
            </button>
          </div>
        ))}
      {failed !== null && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}
