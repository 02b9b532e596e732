// After a commit: what came in, the way back, the one question that may be skipped, then the Base.
import { dataApi } from '#web/pages/data-api.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft } from '#contract/drafts.ts';
import { accessQuery } from '#web/pages/access-api.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { firstValueQuery } from '#web/pages/import-api.ts';
import type { StepProps } from '#web/pages/import-step.ts';
import { FirstValueForm } from '#web/parts/first-value-form.tsx';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { ImportReportTable } from '#web/parts/import-report.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { useImportSpeech } from '#web/words/import-context.ts';

export function DoneStep({ workspace, draft }: StepProps) {
  const { result } = draft;
  if (result === null) return null;
  return <Result workspace={workspace} result={result} />;
}

type Props = { workspace: string; result: NonNullable<Draft['result']> };

function Result({ workspace, result }: Props) {
  const { w, t, f } = useImportSpeech();
  const navigate = useNavigate();
  const undo = useUndo(workspace, result.imports);
  const { report } = result;
  const refused = report.files.reduce((sum, file) => sum + file.refused, 0);
  const undone = undo.data;
  const facts = undone === undefined ? report.facts.recorded : 0;
  const headline =
    undone !== undefined
      ? t.done.undone(undone)
      : report.accounts === 0
        ? t.done.same
        : t.done.headline(report.accounts);
  return (
    <>
      <Verdict
        headline={headline}
        why={undone === undefined ? t.done.why(refused) : t.done.undoneText}
        figure={<b>{f.number(facts)}</b>}
        notes={[t.done.facts(facts)]}
      />
      {undo.isError && (
        <div className="err gap" role="alert">
          <h2>{t.done.undoFailed}</h2>
          <p>{detailOf(undo.error) ?? t.done.undoFailedText}</p>
        </div>
      )}
      {undone === undefined && (
        <>
          <FirstValue workspace={workspace} />
          <ImportReportTable report={report} />
          {(report.facts.byKind['event'] ?? 0) > 0 && <ToWords workspace={workspace} />}
          <ToOwner workspace={workspace} />
        </>
      )}
      <ImportDock tone="none" text={undone === undefined ? t.done.undoHint : t.done.undoneText}>
        {undone === undefined ? (
          <button
            type="button"
            className="btn"
            aria-busy={undo.isPending}
            onClick={() => !undo.isPending && undo.mutate()}
          >
            {undo.isPending ? t.done.undoing : t.done.undo}
          </button>
        ) : (
          <button
            type="button"
            className="btn"
            onClick={() => void navigate({ to: '/$workspace/importar', params: { workspace } })}
          >
            {t.done.another}
          </button>
        )}
        <button
          type="button"
          className="btn pri"
          onClick={() => void navigate({ to: '/$workspace/base', params: { workspace } })}
        >
          {w.states.toBase}
        </button>
      </ImportDock>
    </>
  );
}

/** What notes brought along, and the way to the words that found it. */
function ToWords({ workspace }: { workspace: string }) {
  const { t } = useImportSpeech();
  return (
    <p className="soft gap">
      {t.suggested.after}{' '}
      <Link to="/$workspace/dados/palavras" params={{ workspace }} className="link">
        {t.suggested.list}
      </Link>
    </p>
  );
}

/** The first thing of one's own is kept: from here on it may have an owner. */
function ToOwner({ workspace }: { workspace: string }) {
  const { t } = useImportSpeech();
  if (useQuery(accessQuery).data?.state !== 'open') return null;
  return (
    <p className="soft gap">
      {t.owner.after}{' '}
      <Link to="/$workspace/pessoas" params={{ workspace }} className="link">
        {t.owner.create}
      </Link>
    </p>
  );
}

/** Withdraws the tables of an import, the last first; answers how many facts went. */
function useUndo(workspace: string, imports: readonly string[]) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      let withdrawn = 0;
      for (const id of imports.toReversed()) withdrawn += (await dataApi.undoImport(workspace, id)).withdrawn;
      return withdrawn;
    },
    onSettled: () =>
      Promise.all(
        [['accounts', workspace], ['account', workspace], ['workspaces']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

function FirstValue({ workspace }: { workspace: string }) {
  const { t } = useImportSpeech();
  const queries = useQueryClient();
  const known = useQuery(firstValueQuery(workspace));
  const [said, setSaid] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (text: string | null) => api.saveFirstValue(workspace, text),
    onSuccess: (answer) => {
      setSaid(answer.text === null ? t.firstValue.skipped : t.firstValue.saved(answer.text));
      queries.setQueryData(firstValueQuery(workspace).queryKey, answer);
    },
  });
  if (said !== null) {
    return (
      <p className="soft gap" role="status">
        {said}
      </p>
    );
  }
  if (known.data === undefined || known.data.text !== null || known.data.skipped) return null;
  return (
    <FirstValueForm
      busy={save.isPending}
      failed={save.isError}
      onSave={(text) => save.mutate(text)}
      onSkip={() => save.mutate(null)}
    />
  );
}
