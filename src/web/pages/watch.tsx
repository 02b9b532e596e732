// What others do, seen here within seconds: a mark is asked for while the page is in sight, and what is shown is fetched anew
// once the mark is another one. Without an answer the reader is told that there is no connection, and what becomes of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Refused } from '#contract/client.ts';
import { api } from '#web/pages/api.ts';
import { BandShape } from '#web/parts/state-mark.tsx';
import { useSpeech } from '#web/words/context.tsx';

const askedMs = 5000;
/** What a mark says nothing about: who is here, drafts of imports, and the marks themselves. */
const apart: ReadonlySet<unknown> = new Set(['changes', 'access', 'draft', 'link']);

/** The mark of a workspace, asked for again and again. */
function useMark(workspace: string) {
  return useQuery({
    queryKey: ['changes', workspace],
    queryFn: ({ signal }) => api.changes(workspace, signal),
    refetchInterval: askedMs,
    staleTime: 0,
    retry: false,
  });
}

export function Watch({ workspace }: { workspace: string }) {
  const { w } = useSpeech();
  const queries = useQueryClient();
  const { data, error } = useMark(workspace);
  const lost = error !== null && !(error instanceof Refused && error.problem !== null);
  const mark = data?.mark;
  const seen = useRef(mark);
  useEffect(() => {
    const before = seen.current;
    seen.current = mark;
    if (before === undefined || mark === undefined || mark === before) return;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => !apart.has(queryKey[0]) });
  }, [mark, queries]);
  if (!lost) return null;
  return (
    <p className="lost" role="status">
      <BandShape band="yellow" />
      {w.states.lost}
    </p>
  );
}
