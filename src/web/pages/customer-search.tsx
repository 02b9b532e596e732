// Wires the search dialog to the API: waits for two letters and a pause, opens what is picked.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { api } from '#web/pages/api.ts';
import { SearchDialog } from '#web/parts/search-dialog.tsx';
import { withoutEmpty } from '#web/views/base-search.ts';
import { scoreText } from '#web/views/line-row.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = { workspace: string; open: boolean; onOpen: (open: boolean) => void };

export function CustomerSearch({ workspace, open, onOpen }: Props) {
  const { w, f } = useSpeech();
  const navigate = useNavigate();
  // Who looks at a past day goes on looking at it; the search itself is over today's base.
  const { asOf } = useSearch({ strict: false });
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
      footnote={asOf === undefined ? null : w.search.ofToday(f.day(asOf))}
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
        void navigate({
          to: '/$workspace/cliente/$id',
          params: { workspace, id: item.id },
          search: withoutEmpty({ asOf }),
        });
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
