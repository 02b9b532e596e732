// The questions of an import, one in hand at a time: numbers choose, j and k move, the next open one follows an answer.
import { useMutation, useQuery, useQueryClient, keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DraftQuestion, QuestionAnswer, QuestionsPage } from '#contract/draft-questions.ts';
import type { Draft } from '#contract/drafts.ts';
import { api, draftKey } from '#web/pages/api.ts';
import { questionsKey } from '#web/pages/import-api.ts';
import { useKeys } from '#web/pages/shell-state.tsx';
import { AccountFinder } from '#web/parts/account-finder.tsx';
import { ImportQuestion, type Option } from '#web/parts/import-question.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { nextOpen } from '#web/views/import-questions.ts';
import { stepRow } from '#web/views/list-walk.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

type Props = { workspace: string; draft: Draft; page: QuestionsPage };
type Asking = { readonly question: string; readonly option: Option | null };

export function ImportQuestions({ workspace, draft, page }: Props) {
  const { t } = useImportSpeech();
  const answer = useAnswer(workspace, draft.id);
  const walk = useWalk(page.items, (question, value) => answer.mutate({ question, value }));
  const { items, here } = walk;
  useQuestionKeys(here, (option) => here && walk.pick(here, option), walk.step);
  return (
    <section className="sec">
      <header>
        <h2>{t.questions.title(page.open)}</h2>
        <span className="note">{t.questions.note}</span>
      </header>
      {answer.isError && (
        <p className="held" role="alert">
          {t.questions.saveFailed}
        </p>
      )}
      <ol className="qs">
        {items.map((question) => (
          <ImportQuestion
            key={question.id}
            question={question}
            here={question.id === here?.id}
            asking={walk.asking?.question === question.id ? walk.asking.option : null}
            onPick={(option) => walk.pick(question, option)}
            onAnswer={(value) => walk.settle(question, value)}
            onChange={() => walk.reopen(question)}
            finder={(onFound) => <Finder workspace={workspace} not={question.account.id} onFound={onFound} />}
            focusRef={(element) => walk.place(question, element)}
          />
        ))}
      </ol>
      <KeysLine
        keys={[
          [['1', '2', '3'], t.questions.keys.pick],
          [['j', 'k'], t.questions.keys.move],
        ]}
      />
    </section>
  );
}

/** Which question is in hand, what of it is being asked for, and where one goes after an answer. */
function useWalk(all: readonly DraftQuestion[], onAnswer: (question: string, value: QuestionAnswer) => void) {
  const items = useStableOrder(all);
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<Asking | null>(null);
  const places = useRef(new Map<string, HTMLDivElement>());
  const moveTo = (index: number) => {
    setAt(index);
    const place = places.current.get(items[index]?.id ?? '');
    place?.scrollIntoView({ block: 'nearest' });
    place?.focus({ preventScroll: true });
  };
  const settle = (question: DraftQuestion, value: QuestionAnswer) => {
    setAsking(null);
    onAnswer(question.id, value);
    moveTo(nextOpen(items, items.indexOf(question)) ?? items.indexOf(question));
  };
  return {
    items,
    asking,
    here: items[Math.min(at, items.length - 1)],
    settle,
    pick: (question: DraftQuestion, option: Option) => {
      setAt(items.indexOf(question));
      if (option.needs === null) settle(question, { key: option.key });
      else setAsking({ question: question.id, option });
    },
    reopen: (question: DraftQuestion) => {
      setAt(items.indexOf(question));
      setAsking({ question: question.id, option: reopened });
    },
    step: (step: 1 | -1) => moveTo(stepRow(at, step, items.length)),
    place: (question: DraftQuestion, element: HTMLDivElement | null) => {
      if (element) places.current.set(question.id, element);
      else places.current.delete(question.id);
    },
  };
}

/** Stands for "all options again" on a question that had been answered. */
const reopened: Option = { key: '', label: '', note: null, needs: null };

function useQuestionKeys(
  here: DraftQuestion | undefined,
  onPick: (option: Option) => void,
  onMove: (step: 1 | -1) => void,
): void {
  const numbers = (here?.options ?? []).slice(0, 9).map((option, index) => {
    const press = () => onPick(option);
    return [String(index + 1), press] as const;
  });
  useKeys({ ...Object.fromEntries(numbers), j: () => onMove(1), k: () => onMove(-1) });
}

/** Answered ones sink in the server's order; on screen each stays where it was first seen. */
function useStableOrder(items: readonly DraftQuestion[]): readonly DraftQuestion[] {
  const [order] = useState(() => items.map((item) => item.id));
  const added = items.filter((item) => !order.includes(item.id));
  return [...order.flatMap((id) => items.find((item) => item.id === id) ?? []), ...added];
}

function useAnswer(workspace: string, draft: string) {
  const { w } = useImportSpeech();
  const queries = useQueryClient();
  const key = questionsKey(workspace, draft, w.language);
  const mutationKey = ['question-answer', workspace, draft];
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ question, value }: { question: string; value: QuestionAnswer }) =>
      api.answer(workspace, draft, question, value, w.language),
    onMutate: ({ question, value }) =>
      queries.setQueryData<QuestionsPage>(key, (before) => before && answered(before, question, value)),
    onSuccess: (page) => {
      if (queries.isMutating({ mutationKey }) <= 1) queries.setQueryData(key, page);
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
    onSettled: () => queries.invalidateQueries({ queryKey: draftKey(workspace, draft, w.language) }),
  });
}

function answered(page: QuestionsPage, id: string, value: QuestionAnswer): QuestionsPage {
  const items = page.items.map((item) =>
    item.id === id
      ? { ...item, answer: { key: value.key, day: value.day ?? null, account: value.account ?? null } }
      : item,
  );
  return { items, open: items.filter((item) => item.answer === null).length };
}

type FinderProps = { workspace: string; not: string; onFound: (account: string) => void };

function Finder({ workspace, not, onFound }: FinderProps) {
  const { w, t, f } = useImportSpeech();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useQuery({
    queryKey: ['search', workspace, q, w.language],
    queryFn: ({ signal }) => api.accounts(workspace, { q, limit: 6, sort: 'name', lang: w.language }, signal),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
  const lines = q.length < 2 ? [] : (found.data?.items ?? []).filter((line) => line.id !== not);
  const nobody = q.length >= 2 && found.data !== undefined && !found.isFetching && lines.length === 0;
  return (
    <AccountFinder
      label={t.questions.account}
      hint={t.questions.accountHint}
      typed={typed}
      onType={setTyped}
      note={found.isError ? w.search.failed : nobody ? t.questions.accountNone : null}
      found={lines.map((line) => ({
        id: line.id,
        name: line.account,
        note: line.mrrCents === null ? '' : t.questions.perMonth(f.money(line.mrrCents, line.currency)),
      }))}
      onPick={(account) => onFound(account.id)}
    />
  );
}
