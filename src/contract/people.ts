// People of a workspace: who there is, invitations by link, roles, leaving.
import { z } from 'zod';
import { email, personName, role } from './access.ts';
import { conflict, isoInstant, json, refusals, workspaceParams, jsonBody } from './common.ts';
import { paths } from './paths.ts';

export const person = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role,
  /** Who they are in the facts: a key of `inFacts`; null: nobody there. */
  memberKey: z.string().nullable(),
  /** `own`: the customers alone whose owner is `memberKey`. */
  sees: z.enum(['all', 'own']),
  /** False: amounts of money are not told to them. */
  seesMoney: z.boolean(),
  state: z.enum(['active', 'invited', 'expired']),
  /** The open link ends then; null: none is open. */
  linkUntil: isoInstant.nullable(),
  /** It is the reader. */
  self: z.boolean(),
});
export const people = z.object({
  people: z.array(person),
  /** People the facts speak of. */
  inFacts: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type People = z.output<typeof people>;
export type Person = People['people'][number];

/** Said once: it cannot be read again. */
export const openLink = z.object({ id: z.string(), token: z.string(), until: isoInstant });
export type OpenLink = z.output<typeof openLink>;

const personParams = workspaceParams.extend({ person: z.string().min(1).max(120) });
const sees = z.enum(['all', 'own']);
const memberKey = z.string().min(1).max(200).nullable();
export const listPeople = {
  method: 'get',
  path: paths.people,
  summary: 'Who may enter the workspace',
  request: { params: workspaceParams },
  responses: { 200: json(people, 'People, in order of invitation'), ...refusals },
} as const;

export const postPerson = {
  method: 'post',
  path: paths.people,
  summary: 'Invites a person by a link to copy',
  request: {
    params: workspaceParams,
    body: jsonBody(
      z.strictObject({
        email,
        name: personName.optional(),
        role,
        memberKey: memberKey.optional(),
        sees: sees.optional(),
        seesMoney: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: json(openLink, 'The link'), ...refusals, ...conflict },
} as const;

export const patchPerson = {
  method: 'patch',
  path: paths.person,
  summary: 'Changes the role of a person, or who they are in the facts',
  request: {
    params: personParams,
    body: jsonBody(
      z.strictObject({
        role: role.optional(),
        memberKey: memberKey.optional(),
        sees: sees.optional(),
        seesMoney: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: json(person, 'As changed'), ...refusals, ...conflict },
} as const;

export const deletePerson = {
  method: 'delete',
  path: paths.person,
  summary: 'Takes a person out; their sessions end',
  request: {
    params: personParams,
    /** Key of who takes over their customers and open tasks; left out: nobody. */
    query: z.object({ to: z.string().min(1).max(120).optional() }),
  },
  responses: {
    200: json(z.object({ id: z.string(), customers: z.int(), tasks: z.int() }), 'Out'),
    ...refusals,
    ...conflict,
  },
} as const;

/** What a person has in hand, and who may take it over. */
export const leaving = z.object({
  customers: z.int(),
  tasks: z.int(),
  next: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type Leaving = z.output<typeof leaving>;
export const getPersonLeaving = {
  method: 'get',
  path: paths.personLeaving,
  summary: 'What a person would leave behind, and who may take it over',
  request: { params: personParams },
  responses: {
    200: json(leaving, 'Customers and open tasks in hand'),
    ...refusals,
  },
} as const;

export const postPersonLink = {
  method: 'post',
  path: paths.personLink,
  summary: 'A new link for a person, in place of the one before',
  request: { params: personParams },
  responses: { 200: json(openLink, 'The link'), ...refusals, ...conflict },
} as const;
