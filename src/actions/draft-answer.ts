// Questions about customers that a draft raises, and what a person answers. An answer takes effect with the commit.
import { isUuid } from '#base/id.ts';
import { parseDay } from '#base/day.ts';
import { accountById } from '#store/accounts.ts';
import { changeDraft, lockDraft } from '#store/drafts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import type { Answer, Answers, Question } from './draft-questions.ts';
import { notCommitting } from './draft-runs.ts';
import { lookAt } from './draft-trial.ts';
import { wholeDraft } from './draft-whole.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';

export type Asked = { readonly questions: readonly Question[]; readonly answers: Answers };

/** The questions of a draft with the answers so far; refuses as `lookAt` does. */
export async function readQuestions(session: Session, draftId: string): Promise<Asked> {
  must(session, 'data.import');
  const whole = await wholeDraft(session, draftId, 'pt-BR');
  const { questions } = await lookAt(session, whole);
  return { questions, answers: whole.draft.answers };
}

const keys: Readonly<Record<Question['kind'], readonly string[]>> = {
  gone: ['ended', 'kept', 'merged'],
  look_alike: ['same', 'another'],
};

/** Refuses with `account-not-found` a customer that is not there, or that is the one asked about. */
async function checkInto(session: Session, question: Question, into: string): Promise<void> {
  const { store, workspaceId } = session;
  const there = isUuid(into)
    ? await inWorkspace(store, workspaceId, (tx) => accountById(tx, workspaceId, into))
    : null;
  if (!there || there.rootId === question.customer.accountId)
    throw new Refusal('account-not-found', { account: into });
}

/**
 * Keeps an answer. Refuses with `draft-choice-unknown` what is no option or no day, with `account-not-found` a customer
 * that is not there.
 */
export async function answerQuestion(
  session: Session,
  draftId: string,
  questionId: string,
  told: { readonly key: string; readonly day?: string | undefined; readonly account?: string | undefined },
): Promise<Asked> {
  must(session, 'data.import');
  notCommitting(session.store, draftId);
  const { questions } = await readQuestions(session, draftId);
  const question = questions.find((one) => one.id === questionId);
  if (!question) throw new Refusal('draft-not-found', { draft: questionId });
  if (!keys[question.kind].includes(told.key))
    throw new Refusal('draft-choice-unknown', { choice: told.key });
  if (told.key === 'ended' && parseDay(told.day ?? '') === null)
    throw new Refusal('draft-choice-unknown', { choice: told.day ?? '' });
  if (told.key === 'merged') await checkInto(session, question, told.account ?? '');
  const answer: Answer = {
    key: told.key,
    day: told.key === 'ended' ? (told.day ?? null) : null,
    account: told.key === 'merged' ? (told.account ?? null) : null,
  };
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const draft = await lockDraft(tx, session.workspaceId, draftId);
    if (draft?.state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
    const answers = { ...draft.answers, [questionId]: answer };
    await changeDraft(tx, session.workspaceId, draftId, { answers }, session.now);
  });
  return await readQuestions(session, draftId);
}
