// What one does in a ritual, sent and shown fresh: a line decided, one of last week closed, a pulse, the minutes.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Refused } from '#contract/client.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { LineDraft, Verdict } from '#web/views/ritual-draft.ts';
import { useRitualSpeech } from '#web/words/ritual-context.ts';

export const ritualKey = (workspace: string) => ['ritual', workspace] as const;

type LineSent = {
  readonly draft: LineDraft;
  /** ISO day. */
  readonly dueOn: string | null;
  readonly once: string;
};
type PulseSent = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly once: string;
};
type Closed = { readonly id: string; readonly task: string; readonly outcome: 'done' | 'dropped' };

const codeOf = (error: unknown): string | undefined =>
  error instanceof Refused ? error.problem?.code : undefined;
/** Somebody else decided or closed what was in hand: sent again, it goes over what stands now. */
export const isOvertaken = (error: unknown): boolean =>
  ['line-decided', 'line-closed'].includes(codeOf(error) ?? '');
/** Nothing was answered: there is no connection, or nobody there. */
export const isLost = (error: unknown): boolean => !(error instanceof Refused && error.problem !== null);
/** The session ended: signing in again comes back here. */
const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401;

/** Everything that shows customers, asked anew. */
function useFresh(workspace: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [ritualKey(workspace), ['account', workspace], ['facts', workspace], ['accounts', workspace]].map(
        (queryKey) => queries.invalidateQueries({ queryKey }),
      ),
    );
}

/** A line decided. Refused or not, what stands is shown. */
export function useDecide(workspace: string) {
  const fresh = useFresh(workspace);
  return useMutation({
    mutationFn: ({ draft, dueOn, once }: LineSent) =>
      api.decideLine(
        workspace,
        draft.id,
        {
          what: draft.what.trim(),
          owner: draft.owner === '' ? null : draft.owner,
          dueOn,
          task: draft.seen?.task ?? null,
          over: draft.seen?.version ?? null,
          offer: draft.offer === '' ? null : draft.offer,
        },
        once,
      ),
    onSettled: fresh,
  });
}

export function usePulse(workspace: string) {
  const fresh = useFresh(workspace);
  return useMutation({
    mutationFn: ({ id, verdict, reason, once }: PulseSent) =>
      api.writeEntry(
        workspace,
        id,
        { kind: 'pulse', verdict, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        undefined,
        once,
      ),
    onSettled: fresh,
  });
}

export function useRitualActs(workspace: string) {
  const fresh = useFresh(workspace);
  const close = useMutation({
    mutationFn: ({ id, task, outcome }: Closed) => api.closeLine(workspace, id, task, outcome),
    onSettled: fresh,
  });
  const minutes = useMutation({
    mutationFn: (text: string) => api.keepMinutes(workspace, text),
    onSettled: fresh,
  });
  return { close, minutes };
}

/** What went wrong with what was sent, in words: what was kept and what to do. */
export function useSaid(): (error: unknown) => string {
  const { r } = useRitualSpeech();
  return (error) => {
    if (isSignedOut(error)) return r.form.signedOut;
    if (isLost(error)) return r.form.lost;
    return detailOf(error) ?? r.form.failed;
  };
}
