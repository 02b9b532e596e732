// GET week: the ritual's lists, in the shape of `week --json`. Lists are cut to their first rows; counts are whole.
import { z } from 'zod';
import { asOfQuery, isoDay, json, methodRef, refusals, workspaceParams } from './common.ts';
import { baseNotice, line } from './line.ts';
import { paths } from './paths.ts';

const personWeek = z.object({
  member: z.string(),
  name: z.string(),
  room: z.int(),
  asked: z.int(),
  /** Ids in the order of the list; the API its first ones only. */
  outside: z.array(z.string()),
  outsideCount: z.int(),
  text: z.string(),
});

export const week = z.object({
  asOf: isoDay,
  method: methodRef,
  stages: z.array(z.object({ stage: z.string(), label: z.string(), accounts: z.int() })),
  notices: z.array(baseNotice),
  /** The week of each person whose capacity is told: what is asked by Sunday, what fits, and what does not. */
  people: z.array(personWeek),
  atRisk: z.array(line),
  ready: z.array(line),
  /** The command line gives every account of the lists; the API its first page only. */
  lines: z.array(line),
});

export const getWeek = {
  method: 'get',
  path: paths.week,
  summary: 'The weekly ritual: accounts by stage, at risk, ready',
  request: { params: workspaceParams, query: asOfQuery },
  responses: { 200: json(week, 'The week'), ...refusals },
} as const;

export type Week = z.output<typeof week>;
