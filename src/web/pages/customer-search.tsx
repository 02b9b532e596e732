// Wires the search dialog to the API: waits for two letters and a pause, opens what is picked.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { api } from '#web/pages/api.ts';
import { SearchDialog } from '#web/parts/search-dialog.tsx';
import { scoreText } from '#web/views/line-row.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = { workspace: string; open: boolean; onOpen: (open: boolean) => void };

export function CustomerSearch({ workspace, open, onOpen }: Props) {
  const { w, f } = useSpeech();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const q = usePause(useDeferredValue(typed.trim()), 150);
  const ready = open && q.length >= 2;
  const found = useQuery({
    queryKey: ['search', workspace, q, w.language],
    queryFn: ({ signal }) => api.accounts(workspace, { q, limit: 8, sort: 'name', lang: w.language }, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  const items = ready ? (found.data?.items ?? []) : [];
  return (
    <SearchDialog
      open={open}
      onOpen={(next) => {
        onOpen(next);
        if (!next) setTyped('');
      }}
      typed={typed}
      onType={setTyped}
      total={found.data?.total ?? 0}
      state={!ready ? 'idle' : found.isError ? 'failed' : found.isFetching ? 'busy' : 'done'}
      found={items.map((line) => ({
        id: line.id,
        name: line.account,
        note: [line.segmentLabel, line.mrrCents === null ? null : f.money(line.mrrCents, line.currency)]
          .filter(Boolean)
          .join(' · '),
        band: line.health.band,
        score: scoreText(line.health.score, f),
      }))}
      onPick={(item) => {
        onOpen(false);
        setTyped('');
        void navigate({ to: '/$workspace/cliente/$id', params: { workspace, id: item.id } });
      }}
    />
  );
}

/** A value once it has rested for `ms`. */
function usePause(value: string, ms: number): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), ms);
    return () => window.clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
