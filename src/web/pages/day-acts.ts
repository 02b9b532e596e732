// What one does with tasks, sent under a key of its own and shown fresh, with the way back for eight seconds.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DayTask, NewTasks, TaskChange } from '#contract/tasks.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { useShell } from '#web/pages/shell-state.tsx';
import { useDaySpeech } from '#web/words/day-context.ts';

type Undo = readonly { readonly account: string; readonly facts: readonly string[] }[];
type Said = { readonly text: string; readonly undo: Undo | null };

/** Refused or not, what stands is shown afterwards; a refusal is answered as the server said it. */
export function useDayActs(workspace: string) {
  const { d } = useDaySpeech();
  const { mint } = useShell();
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const fresh = () =>
    Promise.all(
      ['today', 'account-tasks', 'account', 'facts', 'accounts'].map((key) =>
        queries.invalidateQueries({ queryKey: [key, workspace] }),
      ),
    );
  const doing = async (work: () => Promise<Said>): Promise<string | null> => {
    setBusy(true);
    try {
      setSaid(await work());
      return null;
    } catch (error) {
      return detailOf(error) ?? d.done.noAnswer;
    } finally {
      await fresh();
      setBusy(false);
    }
  };
  /** Answers why it was refused; null: it was kept. */
  const change = (task: DayTask, what: TaskChange): Promise<string | null> => {
    const { task: key, action, version: over, account } = task;
    const asked = { task: key, action, what: task.what, over, change: what };
    return doing(async () => {
      const done = await api.changeTask(workspace, account.id, asked, mint());
      const text = d.done[what.kind](account.name);
      return { text, undo: [{ account: done.account, facts: done.facts }] };
    });
  };
  const open = (tasks: NewTasks): Promise<string | null> =>
    doing(async () => {
      const { opened } = await api.openTasks(workspace, tasks, mint());
      const [first] = opened;
      const name = first?.name ?? '';
      return {
        text: first?.joined === true ? d.done.joined(name) : d.done.create(name),
        undo: opened.map(({ account, fact }) => ({ account, facts: [fact] })),
      };
    });
  const undo = async (): Promise<void> => {
    if (said?.undo == null) return;
    const back = said.undo;
    setSaid({ ...said, undo: null });
    try {
      await api.takeBackTasks(workspace, back);
      setSaid({ text: d.done.undone, undo: null });
    } catch (error) {
      setSaid({ text: detailOf(error) ?? d.done.undoFailed, undo: null });
    }
    await fresh();
  };
  const endSaid = useCallback(() => setSaid(null), []);
  const back = said?.undo == null ? null : { text: d.done.undo, does: () => void undo() };
  return { change, open, busy, said, back, endSaid };
}
export type DayActs = ReturnType<typeof useDayActs>;
