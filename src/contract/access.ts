// Who is asking and what they may do; the first owner's account; the link of an invitation; the own password.
// Signing in and out is the sign-in library's: POST /api/auth/sign-in/email and /api/auth/sign-out.
import { z } from 'zod';
import { everyCapability, longestPassword, roles, shortestPassword } from '#domain/access/roles.ts';
import { conflict, json, refusals, jsonBody } from './common.ts';
import { paths } from './paths.ts';

export const role = z.enum(roles);
export const password = z.string().min(shortestPassword).max(longestPassword);
export const personName = z.string().trim().min(1).max(120);
export const email = z.email().max(200);

export const access = z.object({
  /** `open`: no owner yet, this machine only. `needed`: nobody is signed in. */
  state: z.enum(['open', 'needed', 'signed-in']),
  /** Null: nobody is signed in, or the operator of the machine asks. */
  user: z.object({ name: z.string(), email: z.string() }).nullable(),
  /** What the reader may do in each workspace they may enter. */
  workspaces: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      role,
      can: z.array(z.enum(everyCapability as [string, ...string[]])),
      /** False: amounts of money are null in every answer about it, and left out of sentences. */
      seesMoney: z.boolean(),
      /** They see their own customers alone. */
      limited: z.boolean(),
    }),
  ),
});
export type Access = z.output<typeof access>;

export const getAccess = {
  method: 'get',
  path: paths.access,
  summary: 'Who is asking, and what they may do where',
  request: {},
  responses: { 200: json(access, 'The reader') },
} as const;

const done = z.object({ done: z.literal(true) });
export const newOwner = z.strictObject({ name: personName, email, password });
/** The first one only; whoever made it is signed in. */
export const postOwner = {
  method: 'post',
  path: paths.owner,
  summary: 'Creates the account of the owner; from then on every request needs a session',
  request: { body: jsonBody(newOwner) },
  responses: { 200: json(done, 'Signed in as the owner'), ...refusals, ...conflict },
} as const;

/** What signing in takes; nothing else of the library's is passed on. */
export const credentials = z.strictObject({ email: z.string().max(200), password: z.string().max(200) });

const token = z.string().min(1).max(200);
export const linkRead = z.object({
  workspace: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role,
  /** The person is here already and chooses another password. */
  reset: z.boolean(),
});
export type LinkRead = z.output<typeof linkRead>;

/** A POST although it only reads: the token is a secret, and addresses are kept in logs and histories. */
export const readLink = {
  method: 'post',
  path: paths.link,
  summary: 'What a link opens',
  request: { body: jsonBody(z.strictObject({ token })) },
  responses: { 200: json(linkRead, 'Whom the link is for'), ...refusals },
} as const;

export const acceptLink = {
  method: 'post',
  path: paths.linkAccept,
  summary: 'Uses a link: a name and a password from now on',
  request: { body: jsonBody(z.strictObject({ token, name: personName, password })) },
  responses: { 200: json(done, 'Signed in'), ...refusals, ...conflict },
} as const;

export const postPassword = {
  method: 'post',
  path: paths.password,
  summary: 'Another password for the reader; every other session of theirs ends',
  request: { body: jsonBody(z.strictObject({ current: z.string().max(longestPassword), password })) },
  responses: { 200: json(done, 'Changed'), ...refusals },
} as const;
