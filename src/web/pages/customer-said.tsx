// What was just done on a customer, said once at the foot of the page whichever block did it, with the way back: one toast,
// one `z`. Every answer makes what is shown fresh.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#web/pages/api.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { useEntrySpeech } from '#web/words/customer-context.ts';

type Said = { readonly text: string; readonly fact: string | null };
/** Says what was done and makes the page fresh; `fact` can be taken back, null: nothing can. */
export type Say = (text: string, fact: string | null) => Promise<void>;

/** Everything that the facts of one customer show in, and the lists it stands in. */
const ofCustomer = ['account', 'facts', 'contacts'];

/** The toast of a customer's page, and what speaks through it. */
export function useSaid(
  workspace: string,
  id: string,
): { readonly say: Say; readonly toast: React.ReactNode } {
  const { e } = useEntrySpeech();
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said | null>(null);
  const end = useCallback(() => setSaid(null), []);
  const fresh = async (): Promise<void> => {
    await Promise.all([
      ...ofCustomer.map((key) => queries.invalidateQueries({ queryKey: [key, workspace, id] })),
      queries.invalidateQueries({ queryKey: ['accounts', workspace] }),
    ]);
  };
  const say: Say = async (text, fact) => {
    setSaid({ text, fact });
    await fresh();
  };
  const undo = async (): Promise<void> => {
    if (said?.fact == null) return;
    const { fact } = said;
    setSaid({ ...said, fact: null });
    try {
      await api.takeBackEntry(workspace, id, fact);
      await say(e.undone, null);
    } catch {
      setSaid({ text: e.undoFailed, fact });
    }
  };
  const back = said?.fact == null ? null : { text: e.undo, does: () => void undo() };
  useKeys(back ? { z: back.does } : {});
  return { say, toast: said && <Toast text={said.text} undo={back} onEnd={end} /> };
}
