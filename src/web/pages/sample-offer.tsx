// The second way in: the sample base, put together while one looks, or opened where it is there already.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useOwns } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { sampleApi, sampleQuery } from '#web/pages/sample-api.ts';
import { Progress } from '#web/parts/progress.tsx';
import { useShell } from '#web/pages/shell-state.tsx';
import { useSpeech } from '#web/words/context.tsx';

export function SampleOffer() {
  const { w } = useSpeech();
  const t = w.samples;
  const load = useLoad();
  const state = useQuery(sampleQuery).data;
  const owns = useOwns();
  const loading = load.isPending || state?.state === 'loading';
  if (!owns) return null;
  return (
    <div className="smp">
      <header>
        <h2>{t.title}</h2>
      </header>
      <p className="soft">{t.text}</p>
      {load.isError && (
        <div className="err" role="alert">
          <h3>{t.failed}</h3>
          <p>{detailOf(load.error) ?? w.states.failedText}</p>
        </div>
      )}
      {loading ? (
        <Loading done={state?.done ?? 0} of={state?.of ?? 0} />
      ) : state?.state === 'ready' && state.workspace !== null ? (
        <Link className="btn pri" to="/$workspace/base" params={{ workspace: state.workspace }}>
          {t.open}
        </Link>
      ) : (
        <button type="button" className="btn" onClick={() => load.mutate()}>
          {t.load}
        </button>
      )}
    </div>
  );
}

function Loading({ done, of }: { done: number; of: number }) {
  const { w, f } = useSpeech();
  return (
    <div role="status">
      <p className="mute">
        {done > 0 ? w.samples.progress(f.number(done), f.number(of)) : w.samples.loading}
      </p>
      <Progress label={w.samples.loading} share={done > 0 ? done / of : null} />
    </div>
  );
}

/** Loads under one key a visit, so that a press that is sent twice has one effect; then goes to the list. */
function useLoad() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mint } = useShell();
  const [key] = useState(mint);
  return useMutation({
    mutationFn: async () => {
      const loading = sampleApi.load(key);
      // The server knows of the load at once: from now on the page asks how far it is.
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: sampleQuery.queryKey }), 150);
      return loading;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sampleQuery.queryKey }),
    onSuccess: async ({ workspace }) => {
      await queries.invalidateQueries({ queryKey: ['workspaces'] });
      await navigate({ to: '/$workspace/base', params: { workspace } });
    },
  });
}
