// What a person writes on a customer's page: a conversation, a note, a verdict, a promise, a result. Each becomes a fact.
import { z } from 'zod';
import {
  accountParams,
  conflict,
  isoDay,
  json,
  language,
  onceHeader,
  refusals,
  workspaceParams,
  jsonBody,
} from './common.ts';
import { band } from './line.ts';
import { paths } from './paths.ts';

const key = z.string().min(1).max(120);
const said = z.string().trim().max(2000);

/** Ways in which one talks to a customer. */
export const talkChannels = ['phone', 'whatsapp', 'email', 'meeting'] as const;
export const proofKinds = ['number', 'file', 'link'] as const;

export const entry = z.discriminatedUnion('kind', [
  /** Both sides spoke. */
  z.strictObject({ kind: z.literal('talk'), channel: z.enum(talkChannels) }),
  z.strictObject({ kind: z.literal('note'), text: z.string().trim().min(1).max(20_000) }),
  z.strictObject({
    kind: z.literal('meeting'),
    meeting: z.enum(['check_in', 'kick_off', 'qbr', 'training', 'renewal', 'other']),
    invited: z.int().min(0).max(1000).optional(),
    attended: z.int().min(0).max(1000).optional(),
    outcome: z.enum(['positive', 'neutral', 'negative']).optional(),
    notes: said.optional(),
  }),
  z.strictObject({
    kind: z.literal('pulse'),
    verdict: z.enum(['green', 'yellow', 'red']),
    reason: said.optional(),
  }),
  z.strictObject({ kind: z.literal('event'), event: key, family: key.optional(), note: said.optional() }),
  z.strictObject({
    kind: z.literal('promise'),
    what: z.string().trim().min(3).max(500),
    dueOn: isoDay.optional(),
  }),
  z.strictObject({
    kind: z.literal('task'),
    what: z.string().trim().min(3).max(500),
    owner: key.optional(),
    dueOn: isoDay.optional(),
    dueTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('milestone'),
    track: key,
    milestone: key,
    /** Without proof it is delivered and not proven. */
    proof: z.strictObject({ kind: z.enum(proofKinds), text: z.string().trim().min(1).max(2000) }).optional(),
  }),
  z.strictObject({ kind: z.literal('stage'), track: key, stage: key }),
  z.strictObject({
    kind: z.literal('offer'),
    offer: key,
    outcome: z.enum(['proposed', 'accepted', 'refused']),
    reason: key.optional(),
    /** Of the whole offer; integer cents in the workspace's currency. */
    cents: z.int().min(0).optional(),
  }),
]);

export const writtenEntry = z.object({
  /** The facts that were recorded; each can be taken back. */
  facts: z.array(z.string()),
  decided: z
    .object({ score: z.number().nullable(), band, action: z.string(), offer: z.string().nullable() })
    .nullable(),
});

export const postEntry = {
  method: 'post',
  path: paths.accountEntries,
  summary: 'Write on an account what a person saw, heard, promised or delivered',
  request: {
    params: accountParams,
    headers: onceHeader,
    /** `on`: the day it happened; today when left out. */
    body: jsonBody(z.strictObject({ on: isoDay.optional(), entry })),
  },
  responses: { 200: json(writtenEntry, 'What was recorded and decided'), ...refusals, ...conflict },
} as const;

export const deleteEntry = {
  method: 'delete',
  path: paths.accountEntry,
  summary: 'Take back what a person wrote: as if it had never been told',
  request: { params: accountParams.extend({ fact: z.string().min(1).max(120) }) },
  responses: { 200: json(z.object({ id: z.string() }), 'Taken back'), ...refusals, ...conflict },
} as const;

const choice = z.object({ key: z.string(), label: z.string() });
export const entryChoices = z.object({
  events: z.array(choice),
  families: z.array(choice),
  offers: z.array(choice),
  /** Why an offer may be refused. */
  refusals: z.array(choice),
  /** Who may be given a task. */
  members: z.array(choice),
});
export const getEntryChoices = {
  method: 'get',
  path: paths.entryChoices,
  summary: 'What the method in force lets a person choose when writing on an account',
  request: { params: workspaceParams, query: z.object({ lang: language.default('pt-BR') }) },
  responses: { 200: json(entryChoices, 'The choices'), ...refusals },
} as const;

export type Entry = z.output<typeof entry>;
export type EntryKind = Entry['kind'];
export type WrittenEntry = z.output<typeof writtenEntry>;
export type EntryChoices = z.output<typeof entryChoices>;
