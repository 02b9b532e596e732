// The people of a customer: who is there, how warm the talk is, who is missing; and what a person tells of them.
import { z } from 'zod';
import { contactRoles } from '#domain/facts/account-facts.ts';
import { influenceLevels, neededPlaces, warmths } from '#domain/contacts/stakeholders.ts';
import {
  accountParams,
  asOfQuery,
  conflict,
  isoDay,
  json,
  jsonBody,
  onceHeader,
  refusals,
} from './common.ts';
import { paths } from './paths.ts';

const role = z.enum(contactRoles);
const level = z.enum(influenceLevels);

const contact = z.object({
  /** Names the contact in addresses of the API; says nothing of who it is. */
  id: z.string(),
  /** Null: nobody told it. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** The first of the roles they hold, or held when they left; `roleText` names them all. */
  role: role.nullable(),
  roleText: z.string().nullable(),
  department: z.string().nullable(),
  /** 0 to 1; null: unknown. Without `influenceTold` it is what the role usually weighs. */
  influence: z.number().nullable(),
  level: level.nullable(),
  influenceTold: z.boolean(),
  left: z.boolean(),
  leftOn: isoDay.nullable(),
  /** Newest day on which somebody told of their place here. */
  toldOn: isoDay.nullable(),
  talkedOn: isoDay.nullable(),
  /** Days since the last conversation; null: none is known. */
  days: z.int().nullable(),
  warmth: z.enum(warmths),
  nps: z.object({ score: z.number(), on: isoDay }).nullable(),
});

export const accountContacts = z.object({
  asOf: isoDay,
  isToday: z.boolean(),
  headline: z.string(),
  /** Present before left, the weightiest first. */
  people: z.array(contact),
  /** Places that nobody holds, and the role under which somebody takes it. */
  missing: z.array(z.object({ place: z.enum(neededPlaces), role, text: z.string() })),
  /** The relation hangs on one person, and on whom. */
  thread: z.object({ id: z.string(), text: z.string() }).nullable(),
});

export const getAccountContacts = {
  method: 'get',
  path: paths.accountContacts,
  summary: 'The people of an account as of a day: roles, influence, warmth, who is missing',
  request: { params: accountParams, query: asOfQuery },
  responses: { 200: json(accountContacts, 'The people'), ...refusals },
} as const;

const contactParams = accountParams.extend({ contact: z.string().min(1).max(120) });
const weighed = {
  role: role.optional(),
  influence: level.optional(),
  department: z.string().trim().min(1).max(120).optional(),
};
const newContact = z.strictObject({
  name: z.string().trim().min(2).max(200),
  ...weighed,
  email: z.string().trim().min(1).max(200).optional(),
  phone: z.string().trim().min(1).max(40).optional(),
});
const contactChange = z
  .strictObject(weighed)
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'nothing to change');

/** `fact` can be taken back, as any entry by hand (`deleteEntry`). */
export const toldContact = z.object({ contact: z.string(), fact: z.string() });
const told = { 200: json(toldContact, 'What was recorded'), ...refusals, ...conflict };

export const postAccountContact = {
  method: 'post',
  path: paths.accountContacts,
  summary: 'Add a person to an account',
  request: { params: accountParams, headers: onceHeader, body: jsonBody(newContact) },
  responses: told,
} as const;

export const postContactChange = {
  method: 'post',
  path: paths.accountContactChange,
  summary: 'A person of an account has another role, influence or department',
  request: { params: contactParams, headers: onceHeader, body: jsonBody(contactChange) },
  responses: told,
} as const;

export const postContactConfirm = {
  method: 'post',
  path: paths.accountContactConfirm,
  summary: 'A person of an account is still there, as known',
  request: { params: contactParams, headers: onceHeader },
  responses: told,
} as const;

export const postContactLeft = {
  method: 'post',
  path: paths.accountContactLeft,
  summary: 'A person of an account left',
  request: {
    params: contactParams,
    headers: onceHeader,
    /** `on`: their last day there; today when left out. */
    body: jsonBody(z.strictObject({ on: isoDay.optional() })),
  },
  responses: told,
} as const;

export const postContactReturn = {
  method: 'post',
  path: paths.accountContactReturn,
  summary: 'A person who left an account is back',
  request: { params: contactParams, headers: onceHeader },
  responses: told,
} as const;

export type AccountContacts = z.output<typeof accountContacts>;
export type Contact = AccountContacts['people'][number];
export type NewContact = z.output<typeof newContact>;
export type ContactChange = z.output<typeof contactChange>;
export type ToldContact = z.output<typeof toldContact>;
