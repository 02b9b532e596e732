// The task in hand and what is open under it: moved by keys or a tap, the same on the day and on a customer's page.
import { useState, type ReactNode } from 'react';
import type { DayTask } from '#contract/tasks.ts';
import type { Today } from '#contract/today.ts';
import type { DayActs } from '#web/pages/day-acts.ts';
import type { TaskAct } from '#web/parts/task-row.tsx';
import { DelegateForm, FinishForm, SnoozeForm, type Choices } from '#web/parts/task-forms.tsx';
import { snoozeChoices, talkedToday } from '#web/views/day.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { useDaySpeech } from '#web/words/day-context.ts';

type Clock = Pick<Today, 'day' | 'time' | 'next' | 'workingDay'>;

/** `first`: a task is in hand from the start. */
export function useTaskWalk(
  tasks: readonly DayTask[],
  members: Choices,
  clock: Clock,
  acts: DayActs,
  first: boolean,
) {
  const { d } = useDaySpeech();
  const [taken, setTaken] = useState<{ readonly key: string; readonly at: number } | null>(null);
  const [open, setOpen] = useState<TaskAct | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const found = taken === null ? -1 : tasks.findIndex(({ key }) => key === taken.key);
  // Who went is followed by the one that comes in its place.
  const at =
    found >= 0
      ? found
      : taken === null
        ? first && tasks.length > 0
          ? 0
          : -1
        : Math.min(taken.at, tasks.length - 1);
  const inHand = tasks[at] ?? null;
  const take = (key: string) => {
    if (key === inHand?.key) return;
    setTaken({ key, at: tasks.findIndex((task) => task.key === key) });
    setOpen(null);
    setFailed(null);
  };
  const move = (by: number) => {
    const next = tasks[stepRow(at, by, tasks.length)];
    if (!next) return;
    take(next.key);
    document.querySelector(`[data-task="${CSS.escape(next.key)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const send = async (what: Parameters<DayActs['change']>[1]) => {
    if (inHand === null || acts.busy) return;
    setTaken({ key: inHand.key, at });
    const refused = await acts.change(inHand, what);
    setFailed(refused);
    if (refused === null) setOpen(null);
  };
  const act = (which: TaskAct) => {
    setFailed(null);
    if (inHand === null) return;
    if (which === 'talked') void send(talkedToday(inHand));
    else setOpen(which);
  };
  const common = inHand && {
    task: inHand,
    busy: acts.busy,
    onSend: (what: Parameters<DayActs['change']>[1]) => void send(what),
    onClose: () => setOpen(null),
  };
  const form: ReactNode =
    common === null || open === null ? null : open === 'snooze' ? (
      <SnoozeForm {...common} choices={snoozeChoices(clock, d)} />
    ) : open === 'delegate' ? (
      <DelegateForm {...common} members={members} />
    ) : (
      <FinishForm {...common} />
    );
  /** What is done with the task in hand by one key each. */
  const keys = { e: () => act('finish'), s: () => act('snooze'), a: () => act('delegate') };
  return { inHand, take, move, act, keys, form, failed };
}
