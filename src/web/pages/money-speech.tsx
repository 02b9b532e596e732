// Under which speech the screens of a workspace talk: to a reader who is not told amounts of money, one that knows it.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { accessQuery } from '#web/pages/access-api.ts';
import { useShell } from '#web/pages/shell-state.tsx';
import { SpeechContext, speechOf } from '#web/words/context.tsx';

export function MoneySpeech({ children }: { children: ReactNode }) {
  const { chosen } = useShell();
  const { workspace } = useParams({ strict: false });
  const { data } = useQuery(accessQuery);
  const here = data?.workspaces.find(({ slug, id }) => slug === workspace || id === workspace);
  return <SpeechContext value={speechOf(chosen.language, here?.seesMoney ?? true)}>{children}</SpeechContext>;
}
