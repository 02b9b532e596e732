// The door of the wizard: bring files, or go on with an import that was left halfway.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import '#web/styles/import.css';
import { api, detailOf } from '#web/pages/api.ts';
import { draftsQuery } from '#web/pages/import-api.ts';
import { useBeginImport } from '#web/pages/import-begin.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { useToday } from '#web/pages/today.ts';
import { ImportDrop } from '#web/parts/import-drop.tsx';
import { ImportSteps } from '#web/parts/import-steps.tsx';
import { OpenDrafts } from '#web/parts/open-drafts.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { useImportSpeech } from '#web/words/import-context.ts';

export function ImportStartPage() {
  const { w, t } = useImportSpeech();
  const { workspace } = useParams({ from: '/$workspace/importar' });
  const begin = useBeginImport(workspace);
  useTitle(w.nav.import);
  return (
    <main className="main" id="content" tabIndex={-1}>
      <ImportSteps here="files" link={(_, children) => children} />
      <Verdict headline={t.files.title} why={t.files.why} figure={<b>0</b>} notes={[t.files.figure]} />
      {begin.isError && (
        <div className="err" role="alert">
          <h2>{w.start.failed}</h2>
          <p>{detailOf(begin.error) ?? w.states.failedText}</p>
        </div>
      )}
      <div className="narrow-page">
        <ImportDrop onFiles={(files) => begin.mutate(files)} busy={begin.isPending} />
        <Halfway workspace={workspace} />
      </div>
    </main>
  );
}

function Halfway({ workspace }: { workspace: string }) {
  const { w, t } = useImportSpeech();
  const queries = useQueryClient();
  const today = useToday(workspace, undefined);
  const drafts = useQuery(draftsQuery(workspace, w.language));
  const discard = useMutation({
    mutationFn: (id: string) => api.discardDraft(workspace, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts', workspace] }),
  });
  const open = (drafts.data?.items ?? []).filter((draft) => draft.state !== 'committed');
  if (drafts.isError) return <p className="soft gap">{t.open.failed}</p>;
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
