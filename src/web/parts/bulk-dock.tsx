// The foot of the Base while customers are marked: how many, what can be done to all of them, how far it is.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { PassForm } from '#web/parts/bulk-pass.tsx';
import { readDay } from '#web/views/as-of.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

type Props = {
  count: number;
  total: number;
  all: boolean;
  /** Null: nothing is on its way. */
  progress: { readonly done: number; readonly of: number } | null;
  exporting: boolean;
  /** Null: the reader may not. */
  onNote: ((text: string) => void) | null;
  onTask: ((told: { text: string; dueOn: string | null }) => void) | null;
  onPass: ((to: { to: string; name: string }) => void) | null;
  /** Who may take over. */
  owners: readonly { readonly key: string; readonly label: string }[];
  onSheet: (() => void) | null;
  onAll: () => void;
  onClear: () => void;
  onStop: () => void;
};

export function BulkDock(props: Props) {
  const { count, total, all, progress, onNote, onTask } = props;
  const { f, b } = useBaseSpeech();
  const [writing, setWriting] = useState<'note' | 'task' | 'pass' | null>(null);
  if (progress !== null) return <OnItsWay progress={progress} onStop={props.onStop} />;
  if (writing === 'pass')
    return (
      <Dock>
        <PassForm
          count={count}
          owners={props.owners}
          onPass={(to) => props.onPass?.(to)}
          onClose={() => setWriting(null)}
        />
      </Dock>
    );
  if (writing !== null)
    return (
      <Dock>
        <TextForm
          key={writing}
          kind={writing}
          count={count}
          onWrite={(told) => (writing === 'note' ? onNote?.(told.text) : onTask?.(told))}
          onClose={() => setWriting(null)}
        />
      </Dock>
    );
  return (
    <Dock>
      <b role="status">
        {all ? b.bulk.allMarked(f.number(total)) : b.bulk.marked(f.number(count), count === 1)}
      </b>
      {!all && total > count && (
        <button type="button" className="link" onClick={props.onAll}>
          {b.bulk.all(f.number(total))}
        </button>
      )}
      <button type="button" className="link" onClick={props.onClear}>
        {b.bulk.clear}
      </button>
      <span className="end">
        {props.onSheet !== null && (
          <button type="button" className="btn" onClick={props.onSheet} aria-busy={props.exporting}>
            {props.exporting ? b.bulk.exporting : b.bulk.csv}
          </button>
        )}
        {props.onPass !== null && props.owners.length > 0 && (
          <button type="button" className="btn" onClick={() => setWriting('pass')}>
            {b.bulk.pass}
          </button>
        )}
        {onNote !== null && (
          <button type="button" className="btn" onClick={() => setWriting('note')}>
            {b.bulk.note}
          </button>
        )}
        {onTask !== null && (
          <button type="button" className="btn pri" onClick={() => setWriting('task')}>
            {b.bulk.task}
          </button>
        )}
      </span>
    </Dock>
  );
}

type WayProps = { progress: NonNullable<Props['progress']>; onStop: () => void };

function OnItsWay({ progress, onStop }: WayProps) {
  const { f, b } = useBaseSpeech();
  return (
    <Dock>
      <progress value={progress.done} max={progress.of} aria-label={b.bulk.note} />
      <span role="status">{b.bulk.progress(f.number(progress.done), f.number(progress.of))}</span>
      <span className="end">
        <button type="button" className="btn" onClick={onStop}>
          {b.bulk.stop}
        </button>
      </span>
    </Dock>
  );
}

const Dock = ({ children }: { children: ReactNode }) => <div className="dock bulk">{children}</div>;

/** A task may be due on any day to come. */
const lastDay = '9999-12-31';

type FormProps = {
  kind: 'note' | 'task';
  count: number;
  onWrite: (told: { text: string; dueOn: string | null }) => void;
  onClose: () => void;
};

/** One text for all: a note, or a task with the day it is due. */
function TextForm({ kind, count, onWrite, onClose }: FormProps) {
  const { b } = useBaseSpeech();
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const task = kind === 'task';
  const send = () => {
    const dueOn = due.trim() === '' ? null : readDay(due, lastDay);
    if (text.trim().length < (task ? 3 : 1)) {
      setWrong(task ? b.bulk.emptyTask : b.bulk.empty);
      field.current?.focus();
    } else if (due.trim() !== '' && dueOn === null) setWrong(b.bulk.dueWrong);
    else {
      onWrite({ text: text.trim(), dueOn });
      onClose();
    }
  };
  return (
    <form
      className="bulk-note"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        <span className="lb">{task ? b.bulk.taskHint(count) : b.bulk.noteHint(count)}</span>
        <input
          ref={field}
          className="field"
          maxLength={task ? 500 : 4000}
          aria-label={task ? b.bulk.taskText : b.bulk.noteText}
          aria-invalid={wrong !== null}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(null);
          }}
        />
      </label>
      {task && (
        <Due
          text={due}
          onText={(typed) => {
            setDue(typed);
            setWrong(null);
          }}
        />
      )}
      {wrong !== null && (
        <span className="wrong-note" role="alert">
          {wrong}
        </span>
      )}
      <span className="end">
        <button type="button" className="btn quiet" onClick={onClose}>
          {b.bulk.cancel}
        </button>
        <button type="submit" className="btn pri">
          {task ? b.bulk.open : b.bulk.write}
        </button>
      </span>
    </form>
  );
}

function Due({ text, onText }: { text: string; onText: (typed: string) => void }) {
  const { b } = useBaseSpeech();
  return (
    <label className="due">
      <span className="lb">{b.bulk.taskDue}</span>
      <input
        className="field"
        value={text}
        inputMode="numeric"
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}
