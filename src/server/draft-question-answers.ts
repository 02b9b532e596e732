// What a draft would change and what it asks, as the contract shows it.
import type { Difference } from '#actions/draft-difference.ts';
import { answerTo, type Answers, type Question } from '#actions/draft-questions.ts';
import type { DifferencePage, QuestionsPage } from '#contract/draft-questions.ts';
import { questionTexts } from '#words/draft-questions.ts';
import { shownText } from '#words/draft.ts';
import type { Locale } from '#words/format.ts';

/** A page of a difference; `from` counts the entries before it. */
export function differenceAnswer(
  difference: Difference,
  from: number,
  limit: number,
  locale: Locale,
): DifferencePage {
  const items = difference.items.slice(from, from + limit).map((item) => ({
    ...item,
    changes: item.changes.map(({ field, before, after }) => ({
      field,
      before: shownText(before, locale),
      after: shownText(after, locale),
    })),
  }));
  const next = from + limit;
  return {
    counts: difference.counts,
    items,
    nextCursor: next < difference.items.length ? String(next) : null,
  };
}

/** How many questions nobody answered yet. */
export const openOf = (questions: readonly Question[], answers: Answers): number =>
  questions.filter((question) => answerTo(answers, question) === null).length;

const shownQuestions = 200;

/** The questions of a draft, open ones first. */
export function questionsAnswer(
  questions: readonly Question[],
  answers: Answers,
  locale: Locale,
): QuestionsPage {
  const open = questions.filter((question) => answerTo(answers, question) === null);
  const rest = questions.filter((question) => answerTo(answers, question) !== null);
  const items = [...open, ...rest].slice(0, shownQuestions).map((question) => {
    const { accountId, name, mrrCents } = question.customer;
    const about =
      question.kind === 'gone'
        ? { kind: question.kind, name, last: question.last }
        : {
            kind: question.kind,
            name,
            other: question.row.name ?? '',
            similarity: question.similarity,
            taxId: question.taxId,
          };
    return {
      id: question.id,
      kind: question.kind,
      account: { id: accountId, name },
      mrrCents,
      other: question.kind === 'gone' ? null : (question.row.name ?? ''),
      ...questionTexts(about, locale),
      answer: answerTo(answers, question),
    };
  });
  return { items, open: open.length };
}
