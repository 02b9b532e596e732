// Third step of an import: what would change, what only a person can answer, then the commit.
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import type { DifferencePage } from '#contract/draft-questions.ts';
import { api, detailOf, draftKey } from '#web/pages/api.ts';
import { differenceQuery, questionsQuery } from '#web/pages/import-api.ts';
import type { StepProps } from '#web/pages/import-step.ts';
import { ImportQuestions } from '#web/pages/import-questions.tsx';
import { DifferenceCounts, ImportDifference } from '#web/parts/import-difference.tsx';
import { ImportDock } from '#web/parts/import-dock.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { TableSkeleton } from '#web/parts/table-skeleton.tsx';
import { Verdict, VerdictSkeleton } from '#web/parts/verdict.tsx';
import { figuresOf } from '#web/views/import-flow.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export function CheckStep({ workspace, draft, go }: StepProps) {
  const { w, t, f } = useImportSpeech();
  const queries = useQueryClient();
  const difference = useInfiniteQuery(differenceQuery(workspace, draft.id, w.language));
  const questions = useQuery(questionsQuery(workspace, draft.id, w.language));
  const commit = useMutation({
    mutationFn: () => api.commit(workspace, draft.id, w.language),
    onSuccess: (answer) => queries.setQueryData(draftKey(workspace, draft.id, w.language), answer),
  });
  const figures = figuresOf(draft);
  const counts = difference.data?.pages[0]?.counts;
  const open = questions.data?.open ?? draft.questionsOpen;
  return (
    <>
      {counts ? (
        <Verdict
          headline={t.check.headline(counts.added, counts.changed, counts.gone)}
          why={`${counts.unchanged > 0 ? `${t.check.unchanged(counts.unchanged)} ` : ''}${t.nothingYet}`}
          figure={<b>{t.columns.figure(f.number(figures.accepted), f.number(figures.rows))}</b>}
          notes={[t.columns.ready(figures.accepted)]}
        />
      ) : (
        <VerdictSkeleton label={w.states.loading} />
      )}
      <CommitFailure said={commit.isError ? (detailOf(commit.error) ?? w.states.noAnswer) : draft.failure} />
      {questions.isError ? (
        <LoadError
          text={t.questions.failed}
          detail={detailOf(questions.error)}
          again={() => void questions.refetch()}
        />
      ) : (
        questions.data &&
        questions.data.items.length > 0 && (
          <ImportQuestions workspace={workspace} draft={draft} page={questions.data} />
        )
      )}
      <Changes of={difference} />
      <ImportDock
        tone={open > 0 ? 'warn' : 'ok'}
        text={open > 0 ? t.check.openQuestions(open) : t.check.allAnswered}
        note={t.check.undoLater}
      >
        <button type="button" className="btn quiet" onClick={() => go('columns')}>
          {t.back}
        </button>
        <button
          type="button"
          className="btn pri"
          aria-busy={commit.isPending}
          onClick={() => !commit.isPending && commit.mutate()}
        >
          {draft.failure === null ? t.check.commit(figures.accepted, figures.customers) : t.check.again}
        </button>
      </ImportDock>
    </>
  );
}

type DifferenceProps = { of: UseInfiniteQueryResult<InfiniteData<DifferencePage>> };

function Changes({ of }: DifferenceProps) {
  const { t } = useImportSpeech();
  const counts = of.data?.pages[0]?.counts;
  return (
    <section className="sec">
      <header>
        <h2>{t.check.changes}</h2>
      </header>
      {counts && <DifferenceCounts counts={counts} />}
      {of.isError && !of.data ? (
        <LoadError text={t.check.failed} detail={detailOf(of.error)} again={() => void of.refetch()} />
      ) : (
        <Difference of={of} />
      )}
    </section>
  );
}

function Difference({ of }: DifferenceProps) {
  const { t, f } = useImportSpeech();
  if (of.data === undefined) return <TableSkeleton rule={false} />;
  const items = of.data.pages.flatMap((page) => page.items);
  const counts = of.data.pages[0]?.counts;
  const total = counts ? counts.added + counts.changed + counts.gone : items.length;
  if (items.length === 0) {
    return (
      <div className="empty">
        <p>
          <b>{t.check.none}</b> {t.check.noneText}
        </p>
      </div>
    );
  }
  return (
    <>
      <ImportDifference items={items} />
      <p className="bar more">
        <span className="small mute">{t.check.shown(f.number(items.length), f.number(total))}</span>
        {of.hasNextPage && (
          <button
            type="button"
            className="btn"
            aria-busy={of.isFetchingNextPage}
            onClick={() => void of.fetchNextPage()}
          >
            {t.check.more}
          </button>
        )}
      </p>
    </>
  );
}

/** Why the last commit did not happen, what was kept, what to do. */
function CommitFailure({ said }: { said: string | null }) {
  const { t } = useImportSpeech();
  if (said === null) return null;
  return (
    <div className="err gap" role="alert">
      <h2>
        <BandShape band="red" />
        {t.check.failure}
      </h2>
      <p>
        <b>{said.replace(/\.?$/, '. ')}</b>
        {t.check.failureText}
      </p>
    </div>
  );
}

type LoadErrorProps = { text: string; detail: string | undefined; again: () => void };

function LoadError({ text, detail, again }: LoadErrorProps) {
  const { w } = useImportSpeech();
  return (
    <div className="err gap" role="alert">
      <h2>
        <BandShape band="red" />
        {text}
      </h2>
      <p>{detail ?? w.states.failedText}</p>
      <button type="button" className="btn" onClick={again}>
        {w.states.retry}
      </button>
    </div>
  );
}
