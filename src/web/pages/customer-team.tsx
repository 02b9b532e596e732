// Who of ours looks after a customer, and the passing on: sent under a key of its own, with the way back for eight seconds.
import '#web/styles/team.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import type { HandOver } from '#contract/team.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { useKeys, useShell } from '#web/pages/shell-state.tsx';
import { TeamBlock } from '#web/parts/team-block.tsx';
import { Toast } from '#web/parts/toast.tsx';
import { useTeamSpeech } from '#web/words/team-context.ts';

type Props = { page: CustomerPage; workspace: string };
type Said = { readonly text: string; readonly facts: readonly string[] };

export function CustomerTeam({ page, workspace }: Props) {
  const { t, w } = useTeamSpeech();
  const { mint } = useShell();
  const queries = useQueryClient();
  const { id, name: customer } = page.head;
  const asked = useQuery({
    queryKey: ['team', workspace, id, w.language],
    queryFn: ({ signal }) => api.accountTeam(workspace, id, w.language, signal),
  });
  /** Place in the team that is passed on; -1: nobody has it yet. */
  const [passing, setPassing] = useState<number | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const read = asked.data;
  const nameOf = (key: string | undefined): string =>
    read?.choices.find((one) => one.key === key)?.label ?? t.other;
  const fresh = () => queries.invalidateQueries();
  const pass = useMutation({
    mutationFn: (over: Omit<HandOver, 'accounts'>) =>
      api.handOver(workspace, { ...over, accounts: [id] }, mint()),
    onSuccess: async ({ handed, kept, facts }, { to }) => {
      const [first] = kept;
      const stays = first?.why === 'same' ? t.same(nameOf(first.now[0])) : t.meanwhile(nameOf(first?.now[0]));
      setSaid({ text: handed.length > 0 ? t.done(customer, nameOf(to ?? undefined)) : stays, facts });
      setPassing(null);
      await fresh();
    },
  });
  const back = useMutation({
    mutationFn: (facts: readonly string[]) => api.takeBackHandOver(workspace, facts),
    onSuccess: () => setSaid({ text: t.undone, facts: [] }),
    onError: (error) => setSaid({ text: detailOf(error) ?? t.noAnswer, facts: [] }),
    onSettled: fresh,
  });
  const undo = said && said.facts.length > 0 ? { text: t.undo, does: () => back.mutate(said.facts) } : null;
  const endSaid = useCallback(() => setSaid(null), []);
  const begin = (place: number) => {
    pass.reset();
    setPassing(place);
  };
  const csm = read?.team.findIndex(({ role }) => role === 'csm') ?? -1;
  useKeys({
    ...(read?.mayPass === true && passing === null ? { p: () => begin(csm) } : {}),
    ...(undo ? { z: undo.does } : {}),
  });
  return (
    <>
      <TeamBlock
        read={read ?? null}
        failed={asked.isError}
        passing={passing}
        busy={pass.isPending}
        refused={pass.isError ? (detailOf(pass.error) ?? t.noAnswer) : null}
        onBegin={begin}
        onLeave={() => setPassing(null)}
        onPass={(over) => pass.mutate(over)}
      />
      {said && <Toast text={said.text} undo={undo} onEnd={endSaid} />}
    </>
  );
}
