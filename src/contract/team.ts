// Who of ours looks after customers: handed over for one or many, and taken back.
import { z } from 'zod';
import { teamRoles } from '#domain/facts/account-facts.ts';
import {
  accountParams,
  conflict,
  isoDay,
  json,
  jsonBody,
  language,
  onceHeader,
  refusals,
  workspaceParams,
} from './common.ts';
import { paths } from './paths.ts';

const key = z.string().min(1).max(120);

/** No hand-over is of more customers than this. */
export const mostHanded = 500;

export const handedOver = z.object({
  handed: z.array(z.object({ id: z.string(), name: z.string(), tasks: z.int() })),
  /** Left as they were: `same`, it was so already; `meanwhile`, they are no longer with whom they were on the screen. */
  kept: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      why: z.enum(['same', 'meanwhile']),
      /** Keys of who has them now in that role. */
      now: z.array(z.string()),
    }),
  ),
  /** What was recorded; sent back to take it all back. */
  facts: z.array(z.string()),
});

export const accountTeam = z.object({
  team: z.array(
    z.object({
      member: z.string(),
      name: z.string(),
      role: z.enum(teamRoles),
      roleLabel: z.string(),
      since: isoDay,
    }),
  ),
  /** Who may take over. */
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Whether the reader may pass this customer on. */
  mayPass: z.boolean(),
  /** Open tasks, which go along when asked. */
  tasks: z.int(),
  /** What whoever comes next must know, ready to be changed. */
  note: z.string(),
});

export const getAccountTeam = {
  method: 'get',
  path: paths.accountTeam,
  summary: 'Who of ours looks after a customer, and what whoever comes next must know',
  request: { params: accountParams, query: z.object({ lang: language.default('pt-BR') }) },
  responses: { 200: json(accountTeam, 'The team as it stands'), ...refusals },
} as const;

export const postHandOver = {
  method: 'post',
  path: paths.handOver,
  summary: 'Change who looks after customers: one or many, in one step',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        accounts: z.array(key).min(1).max(mostHanded),
        role: z.enum(teamRoles).default('csm'),
        /** Key of who takes over; null: nobody, they are released. */
        to: key.nullable(),
        /** Who has them on the screen; null: nobody. Those who are with somebody else now stay as they are. */
        from: key.nullable().optional(),
        /** What who comes next must know; kept as a note on each customer. */
        note: z.string().trim().max(20_000).optional(),
        /** Open tasks of who had them go along. */
        tasks: z.boolean().default(true),
      }),
    ),
  },
  responses: { 200: json(handedOver, 'Who changed hands and who did not'), ...refusals, ...conflict },
} as const;

export const postHandOverBack = {
  method: 'post',
  path: paths.handOverBack,
  summary: 'Take a hand-over back, whole',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(z.strictObject({ facts: z.array(z.string().min(1).max(120)).min(1).max(20_000) })),
  },
  responses: {
    200: json(z.object({ accounts: z.int() }), 'Customers that came back'),
    ...refusals,
    ...conflict,
  },
} as const;

export type HandOver = z.input<
  (typeof postHandOver)['request']['body']['content']['application/json']['schema']
>;
export type AccountTeam = z.output<typeof accountTeam>;
export type HandedOver = z.output<typeof handedOver>;
