// Before a draft is committed: what it would change, and what only a person can answer about the customers in it.
import { z } from 'zod';
import {
  conflict,
  isoDay,
  json,
  language,
  money,
  pageQuery,
  refusals,
  workspaceParams,
  jsonBody,
} from './common.ts';
import { paths } from './paths.ts';

export const draftParams = workspaceParams.extend({ draft: z.string().min(1).max(120) });
const questionParams = draftParams.extend({ question: z.string().min(1).max(120) });
const speech = z.object({ lang: language.default('pt-BR') });

/** A choice as a person reads it. `needs`: what must be given with it. */
export const option = z.object({
  key: z.string(),
  label: z.string(),
  note: z.string().nullable(),
  needs: z.enum(['day', 'account']).nullable(),
});

const change = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

export const differencePage = z.object({
  /** Customers. */
  counts: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), gone: z.int() }),
  items: z.array(
    z.object({
      kind: z.enum(['added', 'changed', 'gone']),
      account: z.object({ id: z.string().nullable(), name: z.string() }),
      mrrCents: money,
      changes: z.array(change),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const draftQuestion = z.object({
  id: z.string(),
  kind: z.enum(['gone', 'look_alike']),
  account: z.object({ id: z.string(), name: z.string() }),
  mrrCents: money,
  /** The name in the sheet that looks like the account's. */
  other: z.string().nullable(),
  text: z.string(),
  /** Why it is asked: the reasons of the match, the last sheet it stood in. */
  why: z.string(),
  options: z.array(option),
  answer: z.object({ key: z.string(), day: isoDay.nullable(), account: z.string().nullable() }).nullable(),
});
export const questionsPage = z.object({ items: z.array(draftQuestion), open: z.int() });
export const questionAnswer = z.strictObject({
  key: z.string().max(60),
  day: isoDay.optional(),
  account: z.string().max(120).optional(),
});

export const getDraftDifference = {
  method: 'get',
  path: paths.draftDifference,
  summary: 'What the commit would change: customers new, changed (old → new), unchanged, gone',
  request: { params: draftParams, query: pageQuery.extend({ lang: language.default('pt-BR') }) },
  responses: { 200: json(differencePage, 'A page of the difference'), ...refusals, ...conflict },
} as const;
export const listDraftQuestions = {
  method: 'get',
  path: paths.draftQuestions,
  summary: 'Customers that are gone from the sheet, and names that look alike',
  request: { params: draftParams, query: speech },
  responses: {
    200: json(questionsPage, 'The questions, at most 200; those open first'),
    ...refusals,
    ...conflict,
  },
} as const;
export const putDraftQuestion = {
  method: 'put',
  path: paths.draftQuestion,
  summary: 'Answer one question of a draft',
  request: { params: questionParams, query: speech, body: jsonBody(questionAnswer) },
  responses: { 200: json(questionsPage, 'The questions'), ...refusals, ...conflict },
} as const;

export type DifferencePage = z.output<typeof differencePage>;
export type DraftQuestion = z.output<typeof draftQuestion>;
export type QuestionsPage = z.output<typeof questionsPage>;
export type QuestionAnswer = z.output<typeof questionAnswer>;
