// GET account-points: the filtered base as it is drawn, health over revenue. Bounded, however many accounts there are.
import { z } from 'zod';
import { accountsFilter } from './accounts.ts';
import { asOfQuery, isoDay, json, money, refusals, workspaceParams } from './common.ts';
import { band } from './line.ts';
import { paths } from './paths.ts';

export const point = z.object({
  id: z.string(),
  name: z.string(),
  band,
  score: z.number(),
  mrrCents: money,
  atStakeCents: money.nullable(),
});
export const accountPoints = z.object({
  asOf: isoDay,
  isToday: z.boolean(),
  currency: z.string().length(3),
  /** Scores at which yellow and green begin. */
  bands: z.object({ yellow: z.number(), green: z.number() }),
  /** Accounts with health and revenue. */
  drawn: z.int(),
  /** All, or those with most at stake; by revenue, most first. */
  points: z.array(point),
  /** The others, counted: column `x` of `columns` over 0 to 100 points, row `y` of `rows` over the root of the revenue. */
  cells: z.array(z.object({ x: z.int(), y: z.int(), accounts: z.int() })),
  columns: z.int(),
  rows: z.int(),
  topMrrCents: money,
  /** Accounts without a place in the drawing, and the first of them. */
  withoutHealth: z.int(),
  withoutMrr: z.int(),
  out: z.array(z.object({ id: z.string(), name: z.string(), withoutHealth: z.boolean() })),
});

export const listPoints = {
  method: 'get',
  path: paths.accountPoints,
  summary: 'The filtered base as points: health, revenue, money at stake',
  request: { params: workspaceParams, query: asOfQuery.extend(accountsFilter.shape) },
  responses: { 200: json(accountPoints, 'Points, cells and who has no place'), ...refusals },
} as const;

export type AccountPoints = z.output<typeof accountPoints>;
export type Point = z.output<typeof point>;
