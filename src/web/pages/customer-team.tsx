// Who of ours looks after a customer, and the passing on: sent under a key of its own.
import '#web/styles/team.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import type { HandOver } from '#contract/team.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/customer-said.tsx';
import { useKeys, useShell } from '#web/pages/shell-state.tsx';
import { TeamBlock } from '#web/parts/team-block.tsx';
import { useTeamSpeech } from '#web/words/team-context.ts';

type Props = { page: CustomerPage; workspace: string; say: Say };

export function CustomerTeam({ page, workspace, say }: Props) {
  const { t, w } = useTeamSpeech();
  const { mint } = useShell();
  const { id, name: customer } = page.head;
  const asked = useQuery({
    queryKey: ['team', workspace, id, w.language],
    queryFn: ({ signal }) => api.accountTeam(workspace, id, w.language, signal),
  });
  /** Place in the team that is passed on; -1: nobody has it yet. */
  const [passing, setPassing] = useState<number | null>(null);
  const read = asked.data;
  const nameOf = (key: string | undefined): string =>
    read?.choices.find((one) => one.key === key)?.label ?? t.other;
  const pass = useMutation({
    mutationFn: (over: Omit<HandOver, 'accounts'>) =>
      api.handOver(workspace, { ...over, accounts: [id] }, mint()),
    onSuccess: async ({ handed, kept, facts }, { to }) => {
      const [first] = kept;
      const stays = first?.why === 'same' ? t.same(nameOf(first.now[0])) : t.meanwhile(nameOf(first?.now[0]));
      setPassing(null);
      const undo = async () => {
        await api.takeBackHandOver(workspace, facts);
        return t.undone;
      };
      const done = handed.length > 0;
      await say(done ? t.done(customer, nameOf(to ?? undefined)) : stays, done ? undo : null);
    },
  });
  const begin = (place: number) => {
    pass.reset();
    setPassing(place);
  };
  const csm = read?.team.findIndex(({ role }) => role === 'csm') ?? -1;
  useKeys(read?.mayPass === true && passing === null ? { q: () => begin(csm) } : {});
  return (
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
  );
}
