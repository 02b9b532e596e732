// What was just done on a customer, said once at the foot of the page whichever block did it, with the way back: one toast,
// one `z`. Every answer makes what is shown fresh.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#web/pages/api.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { useEntrySpeech } from '#web/words/customer-context.ts';

/** What takes it back: the fact that was recorded, or a way of its own that answers what is said then; null: nothing does. */
type Back = string | (() => Promise<string>) | null;
/** `on`: the customer it was done on, who may not be the one in sight any more. */
type Said = { readonly text: string; readonly back: Back; readonly on: string };
/** Says what was done and makes the page fresh. */
export type Say = (text: string, back: Back) => Promise<void>;

/** Everything that the facts of one customer show in, and the lists it stands in. */
const ofCustomer = ['account', 'facts', 'contacts', 'team', 'account-tasks'];

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
    if (said?.back == null) return;
    const { back: way, on } = said;
    setSaid({ ...said, back: null });
    try {
      const own = typeof way === 'function' ? await way() : await api.takeBackEntry(workspace, on, way);
      await tell({ text: typeof own === 'string' ? own : e.undone, back: null, on });
    } catch {
      setSaid({ text: e.undoFailed, back: way, on });
    }
  };
  const back = said?.back == null ? null : { text: e.undo, does: () => void undo() };
  useKeys(back ? { z: back.does } : {});
  return {
    say: (text, way) => tell({ text, back: way, on: id }),
    toast: said && <Toast text={said.text} undo={back} onEnd={end} />,
  };
}
