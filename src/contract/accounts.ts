// GET accounts: the Base. One page of lines with the totals of the whole filtered list, as of a day; ids of what a filter holds.
import { z } from 'zod';
import { sorts, views } from './codes.ts';
import { asOfQuery, isoDay, json, methodRef, money, pageQuery, refusals, workspaceParams } from './common.ts';
import { band, baseNotice, line, status } from './line.ts';
import { paths } from './paths.ts';

export { sorts, views } from './codes.ts';

/** What a list is narrowed by. Keys that nothing has give an empty list, never an error. */
export const accountsFilter = z.object({
  view: z.enum(views).default('all'),
  /** Words of a name it has or had, or its tax id; accents and case do not count. */
  q: z.string().max(200).optional(),
  band: band.optional(),
  segment: z.string().max(60).optional(),
  /** Stage key of the method. */
  stage: z.string().max(60).optional(),
  status: status.optional(),
  /** Renewal date within this many days of `asOf`, overdue ones included. */
  renewsWithin: z.coerce.number().int().min(1).max(730).optional(),
  /** Key of who owns the account on the day; `_me`: the reader, `_none`: nobody. */
  owner: z.string().max(200).optional(),
  /** Key of a signal that is active. */
  signal: z.string().max(120).optional(),
  /** Least money at stake (cents); unknown stake is out. */
  stakeFrom: z.coerce.number().int().min(0).max(1e14).optional(),
  /** At least so many days without conversation; accounts of which nobody can tell are out. */
  quiet: z.coerce.number().int().min(1).max(3650).optional(),
});
export const accountsQuery = asOfQuery
  .extend(pageQuery.shape)
  .extend(accountsFilter.shape)
  .extend({
    /** Missing values come last in both directions; ties by name, then id. */
    sort: z.enum(sorts).default('score'),
    dir: z.enum(['asc', 'desc']).default('asc'),
  });

const facet = z.object({ key: z.string(), label: z.string(), accounts: z.int() });

/** Figures of the list after the filters; `views` and `facets` count the whole base. */
export const accountsSummary = z.object({
  bands: z.object({ red: z.int(), yellow: z.int(), green: z.int(), unknown: z.int() }),
  mrrCents: money,
  currency: z.string().length(3),
  /** Accounts inside their segment's renewal window, and those past its late day. */
  inWindow: z.int(),
  lateWindow: z.int(),
  redMrrCents: money,
  atStakeCents: money,
  views: z.object({
    all: z.int(),
    risk: z.int(),
    ready: z.int(),
    renewal: z.int(),
    stalled: z.int(),
    unknown: z.int(),
  }),
  withoutMrr: z.int(),
  /** Share of the list with shallow evidence, 0 to 1. */
  shallow: z.number(),
  segments: z.array(facet),
  stages: z.array(facet),
  signals: z.array(facet),
  /** Who owns accounts, most first; `unowned` have nobody. */
  owners: z.array(facet),
  unowned: z.int(),
  /** The reader among the owners; null: they are nobody in the facts. */
  me: facet.nullable(),
  /** The first of the list by rank (at most 3): what cannot wait. */
  first: z.array(
    z.object({
      id: z.string(),
      account: z.string(),
      evidence: z.string(),
      renewsOn: isoDay.nullable(),
      mrrCents: money,
    }),
  ),
});

/** A line with what the Base alone shows. */
export const baseLine = line.extend({
  owner: z.string().nullable(),
  ownerLabel: z.string().nullable(),
  /** Days without conversation; null: nobody can tell. */
  quietDays: z.int().nullable(),
});

export const accountsPage = z.object({
  asOf: isoDay,
  isToday: z.boolean(),
  method: methodRef,
  /** Accounts in the filtered list. */
  total: z.int(),
  items: z.array(baseLine),
  nextCursor: z.string().nullable(),
  summary: accountsSummary,
  notices: z.array(baseNotice),
  /** Monday of the week of `asOf`. */
  week: isoDay,
});

export const listAccounts = {
  method: 'get',
  path: paths.accounts,
  summary: 'Accounts of the base as of a day, filtered, sorted, in pages',
  request: { params: workspaceParams, query: accountsQuery },
  responses: { 200: json(accountsPage, 'One page of lines'), ...refusals },
} as const;

export const accountIds = z.object({
  ids: z.array(z.string()),
  nextCursor: z.string().nullable(),
  asOf: isoDay,
});

export const listAccountIds = {
  method: 'get',
  path: paths.accountIds,
  summary: 'Ids of the accounts that a filter holds, by name, in pages',
  request: {
    params: workspaceParams,
    query: asOfQuery.extend(accountsFilter.shape).extend({
      cursor: pageQuery.shape.cursor,
      limit: z.coerce.number().int().min(1).max(5000).default(5000),
    }),
  },
  responses: { 200: json(accountIds, 'One page of ids'), ...refusals },
} as const;

export type AccountsFilter = z.input<typeof accountsFilter>;
export type BaseLine = z.output<typeof baseLine>;
export type AccountsQuery = z.input<typeof accountsQuery>;
export type AccountsPage = z.output<typeof accountsPage>;
export type AccountsSummary = z.output<typeof accountsSummary>;
export type View = (typeof views)[number];
export type Sort = (typeof sorts)[number];
