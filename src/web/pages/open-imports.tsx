// Imports left halfway, wherever sheets are brought in: go on with one, or throw it away.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#web/pages/api.ts';
import { draftsQuery } from '#web/pages/import-api.ts';
import { useToday } from '#web/pages/today.ts';
import { OpenDrafts } from '#web/parts/open-drafts.tsx';
import { useSpeech } from '#web/words/context.tsx';

/** Nothing where there is none, and while they are on their way. */
export function OpenImports({ workspace }: { workspace: string }) {
  const { w } = useSpeech();
  const queries = useQueryClient();
  const today = useToday(workspace, undefined);
  const drafts = useQuery(draftsQuery(workspace, w.language));
  const discard = useMutation({
    mutationFn: (id: string) => api.discardDraft(workspace, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts', workspace] }),
  });
  const open = (drafts.data?.items ?? []).filter((draft) => draft.state !== 'committed');
  if (drafts.isError || discard.isError) {
    return (
      <p className="soft" role="alert" style={{ marginTop: 16 }}>
        {drafts.isError ? w.start.draftsFailed : w.start.discardFailed}
      </p>
    );
  }
  if (open.length === 0) return null;
  return (
    <OpenDrafts
      drafts={open}
      today={today}
      onDiscard={(draft) => discard.mutate(draft.id)}
      link={(draft, children) => (
        <Link className="link" to="/$workspace/importar/$draft" params={{ workspace, draft: draft.id }}>
          {children}
        </Link>
      )}
    />
  );
}
