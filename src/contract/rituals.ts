// The weekly ritual: the week's lists with what was decided of each line, what is carried over, the metric, the minutes.
import { z } from 'zod';
import {
  accountParams,
  conflict,
  isoDay,
  json,
  language,
  money,
  onceHeader,
  refusals,
  workspaceParams,
  jsonBody,
} from './common.ts';
import { line } from './line.ts';
import { paths } from './paths.ts';

const key = z.string().min(1).max(120);
const choice = z.object({ key: z.string(), label: z.string() });

/** What was decided and is not done yet. */
export const lineTask = z.object({
  task: z.string(),
  /** Names the newest word; sent back with a change, so that nobody writes over what they have not seen. */
  version: z.string(),
  what: z.string(),
  owner: z.string().nullable(),
  ownerLabel: z.string().nullable(),
  dueOn: isoDay.nullable(),
  overdue: z.boolean(),
  /** True: told, or told again, this week. */
  thisWeek: z.boolean(),
  /** Who told it last, by name; null: nobody with an account. */
  by: z.string().nullable(),
});
export const ritualLine = line.extend({
  /** Decided this week; null: nobody decided yet. */
  decided: lineTask.nullable(),
  /** What is decided when one only confirms. */
  suggestion: z.object({ what: z.string(), owner: z.string().nullable(), dueOn: isoDay.nullable() }),
});
const list = z.object({ total: z.int(), mrrCents: money, lines: z.array(ritualLine) });

/** A goal that sales, product and CS share; `missing` says why there is no value. */
export const goal = z.object({
  key: z.enum(['nrr', 'advance', 'ttfv']),
  label: z.string(),
  value: z.string().nullable(),
  target: z.string().nullable(),
  met: z.boolean().nullable(),
  period: z.string(),
  sample: z.string(),
  missing: z.string().nullable(),
});

export const ritual = z.object({
  day: isoDay,
  monday: isoDay,
  /** Minutes of each step, in order; they sum to the ritual's length. */
  agenda: z.array(
    z.object({ step: z.enum(['phases', 'risk', 'ready', 'rest', 'minutes']), minutes: z.int() }),
  ),
  metric: z.object({
    days: z.int(),
    /** 0 to 1; null where nobody could advance. */
    rate: z.number().nullable(),
    started: z.int(),
    advanced: z.int(),
    proven: z.int(),
    byCustomer: z.int(),
    regressed: z.int(),
    churned: z.int(),
    text: z.string(),
  }),
  goals: z.array(goal),
  phases: z.array(
    z.object({
      stage: z.string(),
      label: z.string(),
      accounts: z.int(),
      entered: z.int(),
      back: z.int(),
      late: z.int(),
    }),
  ),
  atRisk: list,
  ready: list,
  contractRisk: list,
  carried: z.array(z.object({ id: z.string(), account: z.string(), task: lineTask })),
  members: z.array(choice),
  /** The catalogue, for another next offer. */
  offers: z.array(choice),
  counts: z.object({ lines: z.int(), decided: z.int(), carried: z.int(), carriedSettled: z.int() }),
  /** The minutes as they would be written now, and as text to paste. */
  text: z.string(),
  /** The last that were kept. */
  minutes: z.object({ on: isoDay, text: z.string() }).nullable(),
});

/** Everyone whose contract is at risk; `decided` is what is open, whatever week it is of. */
export const committee = z.object({
  day: isoDay,
  monday: isoDay,
  list,
  decided: z.int(),
  members: z.array(choice),
  offers: z.array(choice),
  /** The list as text to paste. */
  text: z.string(),
});

const speech = z.object({ lang: language.default('pt-BR') });

export const getRitual = {
  method: 'get',
  path: paths.ritual,
  summary: 'The weekly ritual as it stands',
  request: { params: workspaceParams, query: speech },
  responses: { 200: json(ritual, 'The ritual of this week'), ...refusals },
} as const;
export const getCommittee = {
  method: 'get',
  path: paths.committee,
  summary: 'The list of the risk committee as it stands',
  request: { params: workspaceParams, query: speech },
  responses: { 200: json(committee, 'Everyone whose contract is at risk'), ...refusals },
} as const;
export const postLineDecision = {
  method: 'post',
  path: paths.ritualLine,
  summary: 'Decide a line of the ritual: what, who, until when',
  request: {
    params: accountParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        what: z.string().trim().min(3).max(500),
        owner: key.nullable(),
        dueOn: isoDay.nullable(),
        /** The open task it goes on with; null: a decision of this week. */
        task: key.nullable().default(null),
        /** `version` of the decision that was on the screen; null: there was none. */
        over: key.nullable(),
        /** Key of the offer that goes next instead; left out or null: as it is. */
        offer: key.nullable().optional(),
      }),
    ),
  },
  responses: {
    200: json(z.object({ task: z.string(), version: z.string() }), 'The decision that stands'),
    ...refusals,
    ...conflict,
  },
} as const;
export const postLineClosed = {
  method: 'post',
  path: paths.ritualLineClosed,
  summary: 'Close an open decision: done, or dropped',
  request: {
    params: accountParams,
    headers: onceHeader,
    body: jsonBody(z.strictObject({ task: key, outcome: z.enum(['done', 'dropped']) })),
  },
  responses: { 200: json(z.object({ task: z.string() }), 'Closed'), ...refusals, ...conflict },
} as const;
export const postMinutes = {
  method: 'post',
  path: paths.ritualMinutes,
  summary: 'Keep the minutes of the ritual',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(z.strictObject({ text: z.string().trim().min(1).max(50_000) })),
  },
  responses: { 200: json(z.object({ id: z.string() }), 'Kept'), ...refusals, ...conflict },
} as const;

export type Ritual = z.output<typeof ritual>;
export type Goal = z.output<typeof goal>;
export type Committee = z.output<typeof committee>;
export type RitualLine = z.output<typeof ritualLine>;
export type LineTask = z.output<typeof lineTask>;
export type LineDecision = z.input<
  (typeof postLineDecision)['request']['body']['content']['application/json']['schema']
>;
