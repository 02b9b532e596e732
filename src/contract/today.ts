// GET today: the day of one person, or of everybody: their tasks, what is new at their customers, who waits for an answer.
import { z } from 'zod';
import { isoDay, json, language, money, refusals, workspaceParams } from './common.ts';
import { band } from './line.ts';
import { paths } from './paths.ts';
import { dayTask } from './tasks.ts';

const choice = z.object({ key: z.string(), label: z.string() });
const sideRow = z.object({
  id: z.string(),
  account: z.string(),
  /** The fact it rests on. */
  why: z.string(),
  /** The sentence to open with. */
  say: z.string(),
  health: z.object({ score: z.number().nullable(), band }),
  /** What the offer may bring in 12 months; of the others the monthly revenue. */
  cents: money.nullable(),
  renewsOn: isoDay.nullable(),
  /** Days until then. */
  days: z.int().nullable(),
});
/** The first rows; `total` counts all of them. */
const side = z.object({ total: z.int(), mrrCents: money.nullable(), rows: z.array(sideRow) });

export const today = z.object({
  day: isoDay,
  /** `9:42` in the workspace's zone. */
  time: z.string(),
  workingDay: z.boolean(),
  next: isoDay,
  since: isoDay,
  currency: z.string(),
  /** Whose day it is; null: everybody's. */
  who: choice.nullable(),
  /** True: they see no other person's day. */
  limited: z.boolean(),
  members: z.array(choice),
  counts: z.object({
    total: z.int(),
    late: z.int(),
    morning: z.int(),
    afternoon: z.int(),
    none: z.int(),
    tomorrow: z.int(),
    done: z.int(),
  }),
  /** Monthly revenue of the customers whose tasks are shown. */
  mrrCents: money.nullable(),
  /** The first ones, soonest first; `counts.total` counts all. */
  tasks: z.array(dayTask),
  risks: side,
  ready: side,
  renewals: side,
  /** Customers to whom we are late with what we promised or planned. */
  promises: side,
  replies: z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        id: z.string(),
        account: z.string(),
        contact: z.string().nullable(),
        channelLabel: z.string(),
        score: z.number().nullable(),
        text: z.string(),
        on: isoDay,
        time: z.string(),
      }),
    ),
  }),
  notices: z.array(z.string()),
  /** What the base does not tell at all, and the day cannot go by. */
  missing: z.array(z.enum(['customers', 'owners', 'money', 'dates'])),
});

export const getToday = {
  method: 'get',
  path: paths.today,
  summary: 'The day as it stands now: tasks, new risks, readiness, renewals, replies',
  request: {
    params: workspaceParams,
    query: z.object({
      /** Key of a member, or `all`; left out: the day of who is signed in. */
      person: z.string().min(1).max(120).optional(),
      lang: language.default('pt-BR'),
    }),
  },
  responses: { 200: json(today, 'The day'), ...refusals },
} as const;

export type Today = z.output<typeof today>;
export type TodaySide = Today['risks'];
export type TodaySideRow = TodaySide['rows'][number];
