// The strip over every page of the sample base: what one sees is invented; away from it, and away with it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Workspace } from '#contract/workspaces.ts';
import { sampleApi } from '#web/pages/sample-api.ts';
import { useSpeech } from '#web/words/context.tsx';

/** `own`: the firm's own workspace, where there is one. */
export function SampleMark({ own }: { own: Workspace | undefined }) {
  const { w } = useSpeech();
  const t = w.samples;
  const [asking, setAsking] = useState(false);
  const remove = useRemove();
  return (
    <aside className="invented" aria-label={t.mark}>
      <b>{t.mark}</b>
      <span className="soft wide">{asking ? t.question : t.markText}</span>
      {remove.isError && <span role="alert">{t.removeFailed}</span>}
      {asking ? (
        <span className="end">
          <button type="button" className="btn" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t.yes}
          </button>{' '}
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            {t.no}
          </button>
        </span>
      ) : (
        <span className="end">
          {own && (
            <Link className="btn" to="/$workspace/base" params={{ workspace: own.slug }}>
              {t.own}
            </Link>
          )}{' '}
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {t.remove}
          </button>
        </span>
      )}
    </aside>
  );
}

function useRemove() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => sampleApi.remove(),
    onSuccess: async () => {
      // Away first: a page of a base that is gone would ask for it again.
      await navigate({ to: '/' });
      await queries.invalidateQueries();
    },
  });
}
