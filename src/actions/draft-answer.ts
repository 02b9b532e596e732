// Questions about customers that a draft raises, and what a person answers. An answer takes effect with the commit.
import { isUuid } from '#base/id.ts';
import { parseDay } from '#base/day.ts';
import { accountById } from '#store/accounts.ts';
import { changeDraft, lockDraft } from '#store/drafts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { readTrial, type Answer, type Question } from './draft-trial.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

export type Asked = {
  readonly questions: readonly Question[];
  readonly answers: Readonly<Record<string, unknown>>;
};

/** The questions of a draft with the answers so far. */
export async function readQuestions(session: Session, draftId: string): Promise<Asked> {
  const { trial, whole } = await readTrial(session, draftId);
  return { questions: trial.questions, answers: whole.draft.answers };
}

const keys: Readonly<Record<Question['kind'], readonly string[]>> = {
  gone: ['ended', 'kept', 'merged'],
  look_alike: ['same', 'another'],
};

/** Keeps an answer; refuses what is no option, a day that is none, a customer that is not there. */
export async function answerQuestion(
  session: Session,
  draftId: string,
  questionId: string,
  told: { readonly key: string; readonly day?: string | undefined; readonly account?: string | undefined },
): Promise<Asked> {
  const { questions } = await readQuestions(session, draftId);
  const question = questions.find((one) => one.id === questionId);
  if (!question) throw new Refusal('draft-not-found', { draft: questionId });
  if (!keys[question.kind].includes(told.key))
    throw new Refusal('draft-choice-unknown', { choice: told.key });
  if (told.key === 'ended' && parseDay(told.day ?? '') === null)
    throw new Refusal('draft-choice-unknown', { choice: told.day ?? '' });
  await inWorkspace(session.store, session.workspaceId, async (tx) => {
    if (told.key === 'merged') {
      const into = told.account ?? '';
      const there = isUuid(into) && (await accountById(tx, session.workspaceId, into));
      if (!there || into === question.customer.accountId)
        throw new Refusal('account-not-found', { account: into });
    }
    const draft = await lockDraft(tx, session.workspaceId, draftId);
    if (draft?.state !== 'open') throw new Refusal('draft-not-open', { draft: draftId });
    const answer: Answer = { key: told.key, day: told.day ?? null, account: told.account ?? null };
    const answers = { ...draft.answers, [questionId]: answer };
    await changeDraft(tx, session.workspaceId, draftId, { answers }, session.now);
  });
  return await readQuestions(session, draftId);
}
