// The forms under a task: how it ended, until when it is put off, who does it. Enter sends, Escape closes. They send nothing
// themselves.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DayTask, TaskChange, TaskOutcome } from '#contract/tasks.ts';
import { Choice } from '#web/parts/choice.tsx';
import { talkOf, untilOfTyped, type SnoozeChoice } from '#web/views/day.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

const outcomes: readonly TaskOutcome[] = ['talked', 'no_answer', 'done', 'not_needed'];
const talks = ['phone', 'whatsapp', 'email', 'meeting'] as const;
export type Choices = readonly { readonly key: string; readonly label: string }[];

type Common = { task: DayTask; busy: boolean; onSend: (change: TaskChange) => void; onClose: () => void };

type FrameProps = {
  label: string;
  button: string | null;
  busy: boolean;
  wrong: string | null;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of every form: the first field has the focus. */
export function TaskFrame({ label, button, busy, wrong, onSend, onClose, children }: FrameProps) {
  const { d } = useDaySpeech();
  const top = useRef<HTMLFormElement>(null);
  useEffect(() => {
    top.current?.querySelector<HTMLElement>('input, select, [aria-pressed="true"], button')?.focus();
  }, []);
  return (
    <form
      ref={top}
      className="tform"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {children}
      {wrong !== null && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="acts">
        {button !== null && (
          <button type="submit" className="btn pri" aria-busy={busy}>
            {button}
          </button>
        )}
        <button type="button" className="btn quiet" onClick={onClose}>
          {d.act.cancel}
        </button>
      </div>
    </form>
  );
}

export function FinishForm({ task, busy, onSend, onClose }: Common) {
  const { d } = useDaySpeech();
  const [outcome, setOutcome] = useState<TaskOutcome>('talked');
  const [talk, setTalk] = useState(() => talkOf(task.channel));
  const [note, setNote] = useState('');
  const send = () =>
    onSend({
      kind: 'finish',
      outcome,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(outcome === 'talked' ? { talk } : {}),
    });
  return (
    <TaskFrame
      label={d.form.finish(task.what)}
      button={d.form.save}
      busy={busy}
      wrong={null}
      onSend={send}
      onClose={onClose}
    >
      <Choice
        label={d.form.outcome}
        value={outcome}
        options={outcomes.map((value) => ({ value, text: d.outcomes[value] }))}
        onChange={setOutcome}
      />
      {outcome === 'talked' && (
        <Choice
          small
          label={d.form.channel}
          value={talk}
          options={talks.map((value) => ({ value, text: d.talks[value] }))}
          onChange={setTalk}
        />
      )}
      <input
        className="field"
        aria-label={d.form.note}
        placeholder={d.form.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </TaskFrame>
  );
}

export function SnoozeForm({
  task,
  busy,
  onSend,
  onClose,
  choices,
}: Common & { choices: readonly SnoozeChoice[] }) {
  const { d } = useDaySpeech();
  const [other, setOther] = useState(choices.length === 0);
  const [day, setDay] = useState('');
  const [hour, setHour] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = () => {
    const until = untilOfTyped(day, hour);
    if (typeof until === 'string') setWrong(until === 'day' ? d.form.badDay : d.form.badHour);
    else onSend({ kind: 'snooze', ...until });
  };
  return (
    <TaskFrame
      key={other ? 'other' : 'quick'}
      label={d.form.snooze(task.what)}
      button={other ? d.form.put : null}
      busy={busy}
      wrong={wrong}
      onSend={send}
      onClose={onClose}
    >
      {other ? (
        <DayFields day={day} hour={hour} onDay={setDay} onHour={setHour} />
      ) : (
        <div className="acts" role="group" aria-label={d.form.until}>
          {choices.map(({ key, text, until }) => (
            <button
              key={key}
              type="button"
              className="btn"
              onClick={() => !busy && onSend({ kind: 'snooze', ...until })}
            >
              {text}
            </button>
          ))}
          <button type="button" className="btn" onClick={() => setOther(true)}>
            {d.form.other}
          </button>
        </div>
      )}
    </TaskFrame>
  );
}

type DayFieldsProps = {
  day: string;
  hour: string;
  onDay: (day: string) => void;
  onHour: (hour: string) => void;
};

/** A day and an hour of it, as they are typed. */
export function DayFields({ day, hour, onDay, onHour }: DayFieldsProps) {
  const { d } = useDaySpeech();
  return (
    <>
      <input
        className="field num"
        aria-label={d.form.day}
        placeholder={d.form.dayHint}
        maxLength={10}
        autoComplete="off"
        value={day}
        onChange={(event) => onDay(event.target.value)}
      />
      <input
        className="field num"
        aria-label={d.form.hour}
        placeholder={d.form.hourHint}
        maxLength={6}
        autoComplete="off"
        value={hour}
        onChange={(event) => onHour(event.target.value)}
      />
    </>
  );
}

export function DelegateForm({ task, busy, onSend, onClose, members }: Common & { members: Choices }) {
  const { d } = useDaySpeech();
  const [owner, setOwner] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <TaskFrame
      label={d.form.delegate(task.what)}
      button={d.form.give}
      busy={busy}
      wrong={wrong}
      onSend={() => (owner === '' ? setWrong(d.form.missingOwner) : onSend({ kind: 'delegate', owner }))}
      onClose={onClose}
    >
      <OwnerField
        members={members.filter(({ key }) => key !== task.owner)}
        none={d.form.choose}
        value={owner}
        onChange={setOwner}
      />
    </TaskFrame>
  );
}

type OwnerProps = { members: Choices; none: string; value: string; onChange: (owner: string) => void };

export function OwnerField({ members, none, value, onChange }: OwnerProps) {
  const { d } = useDaySpeech();
  return (
    <select
      className="field"
      aria-label={d.form.owner}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{none}</option>
      {members.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}
