// What was just done on a customer, said once at the foot of the page whichever block did it, with the way back: one toast,
// one `z`. Every answer makes what is shown fresh.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#web/pages/api.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { useEntrySpeech } from '#web/words/customer-context.ts';

/** `on`: the customer it was done on, who may not be the one in sight any more. */
type Said = { readonly text: string; readonly fact: string | null; readonly on: string };
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
  const tell = async (next: Said): Promise<void> => {
    setSaid(next);
    await Promise.all([
      ...ofCustomer.map((key) => queries.invalidateQueries({ queryKey: [key, workspace, next.on] })),
      queries.invalidateQueries({ queryKey: ['accounts', workspace] }),
    ]);
  };
  const undo = async (): Promise<void> => {
    if (said?.fact == null) return;
    const { fact, on } = said;
    setSaid({ ...said, fact: null });
    try {
      await api.takeBackEntry(workspace, on, fact);
      await tell({ text: e.undone, fact: null, on });
    } catch {
      setSaid({ text: e.undoFailed, fact, on });
    }
  };
  const back = said?.fact == null ? null : { text: e.undo, does: () => void undo() };
  useKeys(back ? { z: back.does } : {});
  return {
    say: (text, fact) => tell({ text, fact, on: id }),
    toast: said && <Toast text={said.text} undo={back} onEnd={end} />,
  };
}
