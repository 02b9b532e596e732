// What a person answers on the page of identities: done by the API, told where it was done, taken back from there.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { detailOf } from '#web/pages/api.ts';
import { dataApi } from '#web/pages/data-api.ts';
import { rootText } from '#web/parts/identity-groups.tsx';
import type { Shell } from '#web/parts/identity-inbox.tsx';
import { useDataSpeech } from '#web/words/data-context.ts';

/** Something a person did: what is done, what is told of it, and how it is taken back. */
type Act = {
  readonly id: string;
  readonly run: () => Promise<string>;
  readonly back: (() => Promise<unknown>) | null;
};

type Named = { readonly id: string; readonly name: string };

/** Does one thing at a time; the last one stays in sight with its way back. */
function useRun() {
  const { d } = useDataSpeech();
  const words = d.identity;
  const queries = useQueryClient();
  const [last, setLast] = useState<{ text: string; back: Act['back']; failed: boolean } | null>(null);
  const act = useMutation({
    mutationFn: async (one: Act) => ({ text: await one.run(), back: one.back }),
    onSuccess: async ({ text, back }) => {
      setLast({ text, back, failed: false });
      await queries.invalidateQueries();
    },
    onError: (error) => setLast({ text: detailOf(error) ?? words.failed, back: null, failed: true }),
  });
  const back = useMutation({
    mutationFn: async (undo: () => Promise<unknown>) => undo(),
    onSuccess: async () => {
      setLast(null);
      await queries.invalidateQueries();
    },
    onError: (error) => setLast({ text: detailOf(error) ?? words.failed, back: null, failed: true }),
  });
  const run = (id: string, work: () => Promise<string>, undo: Act['back']) =>
    act.mutate({ id, run: work, back: undo });
  return {
    last,
    run,
    running: act.isPending ? act.variables.id : null,
    takeBack: () => void (last?.back && back.mutate(last.back)),
  };
}

/** Everything that can be answered on the page of identities. */
export function useActs(workspace: string) {
  const { d } = useDataSpeech();
  const words = d.identity;
  const { run, ...rest } = useRun();
  return {
    ...rest,
    join: (into: Named, from: Named, reason: string, said: (into: string, from: string) => string) =>
      run(
        from.id,
        async () => {
          await dataApi.merge(workspace, from.id, into.id, reason);
          return said(into.name, from.name);
        },
        () => dataApi.unmerge(workspace, from.id),
      ),
    differ: (left: Named, right: Named) => {
      const pair = { left: left.id, right: right.id };
      run(
        right.id,
        async () => {
          await dataApi.answerPair(workspace, pair, true);
          return words.pairs.parted(left.name, right.name);
        },
        () => dataApi.answerPair(workspace, pair, false),
      );
    },
    open: (shell: Shell) =>
      run(
        shell.id,
        async () => {
          await dataApi.assignShell(workspace, shell.id, true);
          return words.inbox.opened(shell.name);
        },
        () => dataApi.assignShell(workspace, shell.id, false),
      ),
    confirm: ({ root }: { root: string }, name: string) =>
      run(
        root,
        async () => {
          const { accounts } = await dataApi.answerGroup(workspace, root, { answer: 'confirmed', name });
          return words.groups.confirmed(accounts);
        },
        null,
      ),
    reject: ({ root }: { root: string }) =>
      run(
        root,
        async () => {
          await dataApi.answerGroup(workspace, root, { answer: 'rejected' });
          return words.groups.rejected(rootText(root));
        },
        () => dataApi.answerGroup(workspace, root, { answer: 'taken_back' }),
      ),
    part: ({ id, name, into, reason }: Named & { into: Named; reason: string }) =>
      run(
        id,
        async () => {
          await dataApi.unmerge(workspace, id);
          return words.joins.parted(name, into.name);
        },
        () => dataApi.merge(workspace, id, into.id, reason),
      ),
  };
}

export type Acts = ReturnType<typeof useActs>;
