// Tasks on customers: opened on one or many, done, put off, given to another, taken back.
import { z } from 'zod';
import {
  accountParams,
  conflict,
  isoDay,
  json,
  jsonBody,
  language,
  money,
  onceHeader,
  refusals,
  workspaceParams,
} from './common.ts';
import { band } from './line.ts';
import { paths } from './paths.ts';

const key = z.string().min(1).max(120);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
/** A day, with an hour of it or without; or hours by the clock from now. */
const due = {
  dueOn: isoDay.nullable().default(null),
  dueTime: time.nullable().default(null),
  withinHours: z.int().min(1).max(720).nullable().default(null),
};

/** How a task ended. */
export const taskOutcomes = ['talked', 'no_answer', 'done', 'not_needed'] as const;

/** Where a task stands in the day; `none`: it has no day. */
export const dayParts = ['late', 'morning', 'afternoon', 'later', 'none'] as const;

/** An open task, or the decided next action of a customer, which nobody has taken yet (`task` null). */
export const dayTask = z.object({
  key: z.string(),
  account: z.object({ id: z.string(), name: z.string() }),
  task: z.string().nullable(),
  action: z.string(),
  /** Sent back with a change, so that nobody writes over what they have not seen. */
  version: z.string().nullable(),
  what: z.string(),
  /** The fact it rests on. */
  why: z.string(),
  /** The sentence to open with; empty where there is none. */
  say: z.string(),
  channel: z.string(),
  owner: z.string().nullable(),
  ownerLabel: z.string().nullable(),
  dueOn: isoDay.nullable(),
  dueTime: time.nullable(),
  /** Working minutes until it is due; negative once it is past, null without a day. */
  minutes: z.int().nullable(),
  part: z.enum(dayParts),
  /** Where promised hours end by the clock, when that is not where they fall in working time. */
  clock: z.object({ on: isoDay, time }).nullable(),
  health: z.object({ score: z.number().nullable(), band }).nullable(),
  mrrCents: money.nullable(),
});

export const postTasks = {
  method: 'post',
  path: paths.tasks,
  summary: 'Open a task on one customer or on many: all or none',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        accounts: z.array(key).min(1).max(500),
        what: z.string().trim().min(3).max(500),
        owner: key.nullable().default(null),
        ...due,
      }),
    ),
  },
  responses: {
    200: json(
      z.object({
        opened: z.array(
          z.object({
            account: z.string(),
            name: z.string(),
            task: z.string(),
            fact: z.string(),
            /** The customer asked for had been joined to this one. */
            joined: z.boolean(),
          }),
        ),
      }),
      'The tasks that were opened',
    ),
    ...refusals,
    ...conflict,
  },
} as const;

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('finish'),
    outcome: z.enum(taskOutcomes),
    note: z.string().trim().max(2000).optional(),
    talk: z.enum(['phone', 'whatsapp', 'email', 'meeting']).optional(),
  }),
  z.strictObject({ kind: z.literal('snooze'), ...due }),
  z.strictObject({ kind: z.literal('delegate'), owner: key }),
]);

export const postTaskChange = {
  method: 'post',
  path: paths.accountTaskChange,
  summary: 'Finish a task, put it off or give it to another; the first word on a decided action takes it',
  request: {
    params: accountParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        task: key.nullable(),
        action: key,
        what: z.string().trim().min(1).max(500),
        /** `version` that was on the screen; null: nobody had taken it. */
        over: key.nullable(),
        change,
      }),
    ),
  },
  responses: {
    200: json(
      z.object({
        account: z.string(),
        task: z.string(),
        facts: z.array(z.string()),
        joined: z.boolean(),
      }),
      'What was recorded',
    ),
    ...refusals,
    ...conflict,
  },
} as const;

export const postTasksUndo = {
  method: 'post',
  path: paths.tasksUndo,
  summary: 'Take words on tasks back, all or none',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        undo: z
          .array(z.strictObject({ account: key, facts: z.array(key).min(1).max(5) }))
          .min(1)
          .max(500),
      }),
    ),
  },
  responses: {
    200: json(z.object({ accounts: z.int() }), 'Taken back'),
    ...refusals,
    ...conflict,
  },
} as const;

export const getAccountTasks = {
  method: 'get',
  path: paths.accountTasks,
  summary: 'Open tasks of a customer',
  request: { params: accountParams, query: z.object({ lang: language.default('pt-BR') }) },
  responses: {
    200: json(
      z.object({
        tasks: z.array(dayTask),
        members: z.array(z.object({ key: z.string(), label: z.string() })),
      }),
      'Its open tasks, soonest first',
    ),
    ...refusals,
  },
} as const;

export type DayTask = z.output<typeof dayTask>;
export type DayPart = (typeof dayParts)[number];
export type TaskOutcome = (typeof taskOutcomes)[number];
export type NewTasks = z.input<
  (typeof postTasks)['request']['body']['content']['application/json']['schema']
>;
export type TaskChangeAsk = z.input<
  (typeof postTaskChange)['request']['body']['content']['application/json']['schema']
>;
export type TaskChange = TaskChangeAsk['change'];
