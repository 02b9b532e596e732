// The form of a new task on a customer: what, who, until when. Checks; sends nothing itself.
import { useState, type ReactNode } from 'react';
import type { NewTasks } from '#contract/tasks.ts';
import { DayFields, OwnerField, TaskFrame, type Choices } from '#web/parts/task-forms.tsx';
import { untilOfTyped } from '#web/views/day.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

type Props = {
  /** The customer; null: none is chosen yet. */
  account: { readonly id: string; readonly name: string } | null;
  /** The field that finds one, where it is not fixed. */
  finder: ReactNode;
  members: Choices;
  /** Who has it unless told otherwise. */
  owner: string | null;
  busy: boolean;
  failed: string | null;
  onCreate: (tasks: NewTasks) => void;
  onClose: () => void;
};

export function NewTask({ account, finder, members, owner: first, busy, failed, onCreate, onClose }: Props) {
  const { d } = useDaySpeech();
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState(first ?? '');
  const [day, setDay] = useState('');
  const [hour, setHour] = useState('');
  const [within, setWithin] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const create = () => {
    const until = within || (day.trim() === '' && hour.trim() === '') ? null : untilOfTyped(day, hour);
    const fault =
      account === null
        ? d.form.missingAccount
        : what.trim().length < 3
          ? d.form.missingWhat
          : until === 'day'
            ? d.form.badDay
            : until === 'hour'
              ? d.form.badHour
              : null;
    setWrong(fault);
    if (fault !== null || account === null || typeof until === 'string') return;
    onCreate({
      accounts: [account.id],
      what: what.trim(),
      owner: owner === '' ? null : owner,
      ...(within ? { withinHours: 24 } : (until ?? {})),
    });
  };
  return (
    <TaskFrame
      label={d.act.create}
      button={d.form.create}
      busy={busy}
      wrong={wrong ?? failed}
      onSend={create}
      onClose={onClose}
    >
      {finder}
      <input
        className="field what"
        aria-label={d.form.what}
        placeholder={d.form.whatHint}
        maxLength={500}
        autoComplete="off"
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <OwnerField members={members} none={d.nobody} value={owner} onChange={setOwner} />
      {!within && <DayFields day={day} hour={hour} onDay={setDay} onHour={setHour} />}
      <label className="tick">
        <input type="checkbox" checked={within} onChange={(event) => setWithin(event.target.checked)} />
        {d.form.within}
      </label>
      {within && <p className="small mute">{d.form.withinNote}</p>}
    </TaskFrame>
  );
}
