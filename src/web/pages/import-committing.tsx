// A commit under way: how far it is, and a way to stop it. The draft is asked for anew by its query.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, detailOf, draftKey } from '#web/pages/api.ts';
import type { StepProps } from '#web/pages/import-step.ts';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { Progress } from '#web/parts/progress.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { figuresOf, shareDone } from '#web/views/import-flow.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export function CommittingStep({ workspace, draft }: StepProps) {
  const { w, t, f } = useImportSpeech();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.cancel(workspace, draft.id, w.language),
    onSuccess: (answer) => queries.setQueryData(draftKey(workspace, draft.id, w.language), answer),
  });
  const share = shareDone(draft.progress);
  const { progress } = draft;
  return (
    <>
      <Verdict
        headline={t.committing.headline(progress?.total ?? figuresOf(draft).accepted)}
        why={t.committing.why}
        figure={<b>{share === null ? '—' : f.share(share)}</b>}
        notes={
          progress === null
            ? [t.committing.starting]
            : [t.committing.done(f.number(progress.done), f.number(progress.total)), t.committing.unit]
        }
      />
      <Progress label={t.committing.progress} share={share} />
      {cancel.isError && (
        <p className="held" role="alert">
          {detailOf(cancel.error) ?? w.states.noAnswer}
        </p>
      )}
      <ImportDock tone="none" text={t.committing.cancelText}>
        <button
          type="button"
          className="btn"
          aria-busy={cancel.isPending}
          onClick={() => !cancel.isPending && cancel.mutate()}
        >
          {cancel.isPending ? t.committing.cancelling : t.committing.cancel}
        </button>
      </ImportDock>
    </>
  );
}
