// The foot of the Base while customers are marked: how many, what can be done to all of them, how far it is.
import { useEffect, useRef, useState, type ReactNode } from 'react';
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
  onSheet: (() => void) | null;
  onAll: () => void;
  onClear: () => void;
  onStop: () => void;
};

export function BulkDock(props: Props) {
  const { count, total, all, progress, onNote } = props;
  const { f, b } = useBaseSpeech();
  const [noting, setNoting] = useState(false);
  if (progress !== null)
    return (
      <Dock>
        <progress value={progress.done} max={progress.of} aria-label={b.bulk.note} />
        <span role="status">{b.bulk.progress(f.number(progress.done), f.number(progress.of))}</span>
        <span className="end">
          <button type="button" className="btn" onClick={props.onStop}>
            {b.bulk.stop}
          </button>
        </span>
      </Dock>
    );
  if (noting && onNote !== null)
    return (
      <Dock>
        <NoteForm count={count} onWrite={onNote} onClose={() => setNoting(false)} />
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
        {onNote !== null && (
          <button type="button" className="btn pri" onClick={() => setNoting(true)}>
            {b.bulk.note}
          </button>
        )}
      </span>
    </Dock>
  );
}

const Dock = ({ children }: { children: ReactNode }) => <div className="dock bulk">{children}</div>;

type NoteProps = { count: number; onWrite: (text: string) => void; onClose: () => void };

function NoteForm({ count, onWrite, onClose }: NoteProps) {
  const { b } = useBaseSpeech();
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="bulk-note"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') {
          setEmpty(true);
          field.current?.focus();
          return;
        }
        onWrite(text.trim());
        onClose();
      }}
    >
      <label>
        <span className="lb">{b.bulk.noteHint(count)}</span>
        <input
          ref={field}
          className="field"
          maxLength={4000}
          aria-label={b.bulk.noteText}
          aria-invalid={empty}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setEmpty(false);
          }}
        />
      </label>
      {empty && (
        <span className="wrong-note" role="alert">
          {b.bulk.empty}
        </span>
      )}
      <span className="end">
        <button type="button" className="btn quiet" onClick={onClose}>
          {b.bulk.cancel}
        </button>
        <button type="submit" className="btn pri">
          {b.bulk.write}
        </button>
      </span>
    </form>
  );
}
