// What notes suggest of a customer, on its page: a person says whether it happened, and can take that back where it is told.
import '#web/styles/suggested.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CustomerPage } from '#contract/customer.ts';
import { detailOf } from '#web/pages/api.ts';
import { dataApi } from '#web/pages/data-api.ts';
import { SuggestedList, type Answer } from '#web/parts/suggested-list.tsx';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Told = { readonly text: string; readonly answer: string | null; readonly failed: boolean };

/** Everything that a customer's facts show in: its page, its story, the lists. */
const rests = ['account', 'facts', 'accounts'];

function useAnswers(workspace: string, account: string) {
  const { c } = useCustomerSpeech();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told | null>(null);
  const fresh = () =>
    Promise.all(rests.map((key) => queries.invalidateQueries({ queryKey: [key, workspace] })));
  const onError = (error: Error) =>
    setTold({ text: detailOf(error) ?? c.suggested.failed, answer: null, failed: true });
  const answer = useMutation({
    mutationFn: ({ event, happened, contact }: Answer) =>
      dataApi.answerSuggestion(workspace, account, {
        event,
        happened,
        ...(contact === null ? {} : { contact }),
      }),
    onSuccess: (done, { label, happened }) => {
      const text = happened ? c.suggested.recorded(label) : c.suggested.refused(label);
      setTold({ text, answer: done.answer, failed: false });
      void fresh();
    },
    onError,
  });
  const back = useMutation({
    mutationFn: (id: string) => dataApi.takeBackAnswer(workspace, account, id),
    onSuccess: async () => {
      setTold(null);
      await fresh();
    },
    onError,
  });
  return { told, answer, back };
}

export function SuggestedEvents({ page, workspace }: { page: CustomerPage; workspace: string }) {
  const { c } = useCustomerSpeech();
  const { told, answer, back } = useAnswers(workspace, page.head.id);
  if (page.suggested.length === 0 && told === null) return null;
  const taken = told?.answer ?? null;
  return (
    <section className="sec suggested">
      {page.suggested.length > 0 && (
        <header>
          <h2>{c.suggested.title(page.suggested.length)}</h2>
          <span className="note">{c.suggested.note}</span>
        </header>
      )}
      <div className={told?.failed === true ? 'told bad' : 'told'} role="status">
        {told?.text}
        {taken !== null && (
          <button type="button" className="btn" aria-busy={back.isPending} onClick={() => back.mutate(taken)}>
            {c.suggested.undo}
          </button>
        )}
      </div>
      <SuggestedList
        suggested={page.suggested}
        canAnswer={page.isToday}
        busy={answer.isPending ? answer.variables.event : null}
        // Two questions may be answered at once; one is not answered twice.
        onAnswer={(one) => !(answer.isPending && answer.variables.event === one.event) && answer.mutate(one)}
      />
      <p className="small">
        <Link to="/$workspace/dados/palavras" params={{ workspace }} className="link">
          {c.suggested.list}
        </Link>
      </p>
    </section>
  );
}
