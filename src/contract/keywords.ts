// The firm's words for suggested events: the list, its change, where words are found today; a person's answer to what
// a note suggests.
import { z } from 'zod';
import {
  accountParams,
  conflict,
  isoDay,
  isoInstant,
  json,
  language,
  onceHeader,
  refusals,
  workspaceParams,
  jsonBody,
} from './common.ts';
import { paths } from './paths.ts';

const speech = z.object({ lang: language.default('pt-BR') });
const named = z.object({ key: z.string(), label: z.string() });

/** Text around found words, in three parts. */
export const sentence = z.object({ before: z.string(), found: z.string(), after: z.string() });

const listedWord = z.object({
  /** Lower case, no accents, single spaces: as words are compared. */
  word: z.string(),
  /** Null: switched off here. */
  event: z.string().nullable(),
  eventLabel: z.string().nullable(),
  family: z.string().nullable(),
  familyLabel: z.string().nullable(),
  /** `template`: as the method has it; `changed`: the method says otherwise; `own`: the method has it not. */
  origin: z.enum(['template', 'own', 'changed']),
});

export const keywordList = z.object({
  words: z.array(listedWord),
  events: z.array(named),
  families: z.array(named),
  /** Words a list may hold. */
  most: z.int(),
  /** Names this state of the list; a change says over which it was made. */
  stamp: z.string(),
  /** Known notes are still being read with this list. */
  reading: z.boolean(),
  /** What the last reading did; null: the list never changed. */
  last: z.object({ at: isoInstant, notes: z.int(), suggested: z.int(), withdrawn: z.int() }).nullable(),
});

export const getKeywords = {
  method: 'get',
  path: paths.keywords,
  summary: 'Words in notes that suggest an event',
  request: { params: workspaceParams, query: speech },
  responses: { 200: json(keywordList, 'The list in force'), ...refusals },
} as const;

export const putKeywords = {
  method: 'put',
  path: paths.keywords,
  summary: 'Change the firm’s own words over those of the method; none is the method’s own list again',
  request: {
    params: workspaceParams,
    query: speech,
    body: jsonBody(
      z.strictObject({
        over: z.string().min(1).max(200),
        words: z
          .array(
            z.strictObject({
              word: z.string().max(500),
              event: z.string().max(120).nullable(),
              family: z.string().max(120).nullable(),
            }),
          )
          .max(1000),
      }),
    ),
  },
  responses: { 200: json(keywordList, 'As told now; known notes are read again'), ...refusals, ...conflict },
} as const;

export const foundWords = z.object({
  phrase: z.string(),
  notes: z.int(),
  customers: z.int(),
  /** Notes looked through, newest first; `whole`: these are all. */
  read: z.int(),
  whole: z.boolean(),
  examples: z.array(z.object({ accountId: z.string(), account: z.string(), on: isoDay, sentence })).max(5),
});

export const findKeyword = {
  method: 'get',
  path: paths.keywordFound,
  summary: 'Where words are found in the notes known today',
  request: { params: workspaceParams, query: speech.extend({ word: z.string().max(500) }) },
  responses: { 200: json(foundWords, 'Counted, with the newest examples'), ...refusals },
} as const;

export const answered = z.object({ answer: z.string() });

export const postSuggestion = {
  method: 'post',
  path: paths.accountSuggestions,
  summary: 'Answer what a note suggests: it happened and is recorded as the event, or it did not',
  request: {
    params: accountParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        event: z.string().min(1).max(120),
        happened: z.boolean(),
        contact: z.string().min(1).max(400).optional(),
      }),
    ),
  },
  responses: { 200: json(answered, 'Recorded; `answer` takes it back'), ...refusals, ...conflict },
} as const;

export const deleteSuggestion = {
  method: 'delete',
  path: paths.accountSuggestion,
  summary: 'Take an answer back: the suggestion asks again',
  request: { params: accountParams.extend({ answer: z.string().min(1).max(400) }) },
  responses: { 200: json(answered, 'Withdrawn'), ...refusals, ...conflict },
} as const;

export type KeywordList = z.output<typeof keywordList>;
export type FoundWords = z.output<typeof foundWords>;
export type OwnWords = z.input<
  (typeof putKeywords)['request']['body']['content']['application/json']['schema']
>;
export type SuggestionAnswer = z.input<
  (typeof postSuggestion)['request']['body']['content']['application/json']['schema']
>;
