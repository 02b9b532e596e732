// Who is whom: suggestions to confirm, joins that stand, economic groups, and shells that wait to be assigned.
import { z } from 'zod';
import {
  accountParams,
  conflict,
  isoInstant,
  json,
  language,
  money,
  onceHeader,
  refusals,
  workspaceParams,
} from './common.ts';
import { paths } from './paths.ts';

const account = z.object({
  id: z.string(),
  name: z.string(),
  taxId: z.string().nullable(),
  /** False: it waits in the inbox. */
  assigned: z.boolean(),
});

export const identity = z.object({
  suggestions: z.object({
    items: z.array(
      z.object({
        left: account,
        right: account,
        code: z.enum(['name', 'domain']),
        /** Why they may be one customer, in words. */
        reason: z.string(),
      }),
    ),
    /** Suggestions there are, up to 500; the strongest 50 are given. */
    total: z.int(),
    /** The base has changed since it was compared; a new comparison is under way. */
    comparing: z.boolean(),
  }),
  groups: z.array(
    z.object({
      /** First eight characters of the CNPJ. */
      root: z.string(),
      /** Accounts that share it; at most 12 are named. */
      total: z.int(),
      accounts: z.array(account),
      /** A name to begin with. */
      name: z.string(),
    }),
  ),
  joined: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        into: z.object({ id: z.string(), name: z.string() }),
        reason: z.string(),
        actor: z.string(),
        at: isoInstant,
      }),
    ),
    total: z.int(),
  }),
  /** How outside keys found their accounts by themselves. */
  matches: z.array(
    z.object({
      source: z.string(),
      by: z.string(),
      label: z.string(),
      keys: z.int(),
      accounts: z.int(),
    }),
  ),
  inbox: z.object({
    shells: z.int(),
    facts: z.int(),
    mrrCents: money,
    /** Shells of which no value is known. */
    withoutMrr: z.int(),
    items: z.array(
      account.omit({ assigned: true }).extend({
        facts: z.int(),
        mrrCents: money,
        source: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  currency: z.string().length(3),
});

const reason = z.string().trim().min(1).max(500);
const speech = z.object({ lang: language.default('pt-BR') });
const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});

export const getIdentity = {
  method: 'get',
  path: paths.identity,
  summary: 'Identities: suggestions, groups, joins, reasons of matches, the inbox',
  request: { params: workspaceParams, query: speech.extend({ cursor: z.string().max(4000).optional() }) },
  responses: { 200: json(identity, 'As it stands'), ...refusals },
} as const;

export const answerPair = {
  method: 'post',
  path: paths.identityPairs,
  summary: 'Say that two accounts are not one customer, or take that back',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: body(
      z.strictObject({
        left: z.string().min(1).max(120),
        right: z.string().min(1).max(120),
        rejected: z.boolean(),
        reason: reason.default('person'),
      }),
    ),
  },
  responses: { 200: json(z.object({ rejected: z.boolean() }), 'Remembered'), ...refusals, ...conflict },
} as const;

export const answerGroup = {
  method: 'post',
  path: paths.identityGroups,
  summary: 'Confirm that a root of CNPJ is an economic group, say that it is none, or take that back',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: body(
      z.strictObject({
        root: z.string().regex(/^[0-9A-Z]{8}$/),
        answer: z.enum(['confirmed', 'rejected', 'taken_back']),
        /** Name of the group; needed to confirm. */
        name: z.string().trim().min(1).max(120).optional(),
      }),
    ),
  },
  responses: {
    200: json(z.object({ group: z.string().nullable(), accounts: z.int() }), 'Remembered'),
    ...refusals,
    ...conflict,
  },
} as const;

export const assignShell = {
  method: 'post',
  path: paths.accountAssign,
  summary: 'Make a waiting shell a customer of its own, or put it back into the inbox',
  request: {
    params: accountParams,
    headers: onceHeader,
    body: body(z.strictObject({ assigned: z.boolean() })),
  },
  responses: {
    200: json(z.object({ id: z.string(), assigned: z.boolean() }), 'Done'),
    ...refusals,
    ...conflict,
  },
} as const;

export type Identity = z.output<typeof identity>;
export type IdentityAccount = z.output<typeof account>;
export type GroupAnswer = 'confirmed' | 'rejected' | 'taken_back';
