// One import, at the step its state and its address say. Reads the draft; each step does the rest.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import '#web/styles/dock.css';
import '#web/styles/import.css';
import type { Draft } from '#contract/drafts.ts';
import { detailOf, isMissing } from '#web/pages/api.ts';
import { draftQuery } from '#web/pages/import-api.ts';
import { CheckStep } from '#web/pages/import-check.tsx';
import { ColumnsStep } from '#web/pages/import-columns.tsx';
import { CommittingStep } from '#web/pages/import-committing.tsx';
import { FilesStep } from '#web/pages/import-files.tsx';
import { DoneStep } from '#web/pages/import-result.tsx';
import type { Go, StepProps } from '#web/pages/import-step.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { useUploads } from '#web/pages/uploads.ts';
import { ImportSteps } from '#web/parts/import-steps.tsx';
import { Failure, LoadFailure } from '#web/parts/states.tsx';
import { TableSkeleton } from '#web/parts/table-skeleton.tsx';
import { VerdictSkeleton } from '#web/parts/verdict.tsx';
import { placeOf, type ImportStep, type Place } from '#web/views/import-flow.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export function ImportPage() {
  const { w } = useImportSpeech();
  const { workspace, draft: id } = useParams({ from: '/$workspace/importar/$draft' });
  const search = useSearch({ from: '/$workspace/importar/$draft' });
  const draft = useQuery(draftQuery(workspace, id, w.language));
  const sending = useUploads().some((upload) => upload.draft === id);
  const place = draft.data ? placeOf(draft.data, search, sending) : null;
  const go = useGo(workspace, id);
  useTitle(w.nav.import);
  useFresh(workspace, draft.data?.state);
  useFocusOnStep(place);
  return (
    <main className="main" id="content" tabIndex={-1}>
      {draft.data && place ? (
        <Step place={place} workspace={workspace} draft={draft.data} search={search} go={go} />
      ) : draft.isError ? (
        <NoDraft workspace={workspace} error={draft.error} onRetry={() => void draft.refetch()} />
      ) : (
        <>
          <div className="steps" style={{ height: 20 }} />
          <VerdictSkeleton label={w.states.loading} />
          <TableSkeleton />
        </>
      )}
    </main>
  );
}

function Step({ place, ...props }: StepProps & { place: Place }) {
  const { workspace, draft } = props;
  const here = place === 'files' || place === 'columns' ? place : 'check';
  const reachable = (step: ImportStep) =>
    draft.state === 'open' &&
    step !== here &&
    (step === 'files' || (draft.tables.length > 0 && (step === 'columns' || draft.blockers.length === 0)));
  const link = (step: ImportStep, children: ReactNode) =>
    reachable(step) ? (
      <Link to="/$workspace/importar/$draft" params={{ workspace, draft: draft.id }} search={{ step }}>
        {children}
      </Link>
    ) : (
      children
    );
  return (
    <>
      <ImportSteps here={here} link={link} over={place === 'done'} />
      {place === 'files' && <FilesStep {...props} />}
      {place === 'columns' && <ColumnsStep {...props} />}
      {place === 'check' && <CheckStep {...props} />}
      {place === 'committing' && <CommittingStep {...props} />}
      {place === 'done' && <DoneStep {...props} />}
    </>
  );
}

type NoDraftProps = { workspace: string; error: Error; onRetry: () => void };

function NoDraft({ workspace, error, onRetry }: NoDraftProps) {
  const { w } = useImportSpeech();
  if (!isMissing(error)) return <LoadFailure detail={detailOf(error)} onRetry={onRetry} />;
  return (
    <Failure title={w.start.gone} text={w.start.goneText}>
      <Link className="btn" to="/$workspace/importar" params={{ workspace }}>
        {w.start.button}
      </Link>
    </Failure>
  );
}

function useGo(workspace: string, draft: string): Go {
  const navigate = useNavigate();
  return useCallback(
    (step, table) =>
      void navigate({
        to: '/$workspace/importar/$draft',
        params: { workspace, draft },
        search: { step, ...(table === undefined ? {} : { table }) },
        resetScroll: table === undefined,
      }),
    [navigate, workspace, draft],
  );
}

/** What a commit changes is read anew wherever it is shown. */
function useFresh(workspace: string, state: Draft['state'] | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (state !== 'committed') return;
    for (const key of [
      ['accounts', workspace],
      ['account', workspace],
      ['drafts', workspace],
      ['workspaces'],
    ])
      void queries.invalidateQueries({ queryKey: key });
  }, [queries, workspace, state]);
}

/** On another step the focus goes to its content, so that a screen reader begins there; not on the first one. */
function useFocusOnStep(place: Place | null): void {
  const last = useRef(place);
  useEffect(() => {
    const before = last.current;
    last.current = place;
    if (before === null || before === place) return;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [place]);
}
