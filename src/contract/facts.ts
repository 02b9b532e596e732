// Facts over the wire: an account's timeline, and the batch that records facts.
import { z } from 'zod';
import {
  accountParams,
  asOfQuery,
  conflict,
  isoDay,
  isoInstant,
  json,
  maxRows,
  pageQuery,
  refusals,
  workspaceParams,
  onceHeader,
  jsonBody,
} from './common.ts';
import { band, signalTone } from './line.ts';
import { paths } from './paths.ts';

/** Groups of the timeline's filter; `signals` holds the facts that are evidence of a signal. */
export const factGroups = ['all', 'signals', 'people', 'money', 'use', 'work'] as const;

export const timelineItem = z.object({
  id: z.string(),
  type: z.string(),
  kind: z.string(),
  /** What it is, in one or two words: "Reunião". */
  label: z.string(),
  text: z.string(),
  occurredAt: isoInstant,
  knownAt: isoInstant,
  source: z.string(),
  hindsight: z.boolean(),
  importId: z.string().nullable(),
  signalKeys: z.array(z.string()),
  /** Labels of `signalKeys`, in their order. */
  signalLabels: z.array(z.string()).optional(),
  /** What each signal tells of, in their order. */
  signalTones: z.array(signalTone).optional(),
});

export const timelinePage = z.object({
  asOf: isoDay,
  items: z.array(timelineItem),
  nextCursor: z.string().nullable(),
  /** Facts of the filter. */
  total: z.int(),
});

export const listAccountFacts = {
  method: 'get',
  path: paths.accountFacts,
  summary: 'Timeline of an account as of a day, newest first',
  request: {
    params: accountParams,
    query: asOfQuery.extend(pageQuery.shape).extend({
      kind: z.string().max(60).optional(),
      group: z.enum(factGroups).default('all'),
    }),
  },
  responses: { 200: json(timelinePage, 'One page of facts'), ...refusals },
} as const;

/** One fact at the door; `body` is checked by the schema of its type in the fact catalogue. */
export const factInput = z.strictObject({
  type: z.string().min(1).max(60),
  source: z.string().min(1).max(60),
  externalId: z.string().min(1).max(200),
  /** The account as the source names it; absent for facts of the workspace. */
  account: z.string().min(1).max(200).optional(),
  /** Day or instant; a day is 00:00 in the workspace's zone. */
  occurredAt: z.union([isoDay, isoInstant]),
  /** When this firm could have known it; absent: now. */
  knownAt: z.union([isoDay, isoInstant]).optional(),
  body: z.record(z.string(), z.unknown()),
});

export const factStatus = z.enum(['recorded', 'duplicate', 'revised', 'conflict']);

export const recordedFacts = z.object({
  /** In the order of the batch. */
  results: z.array(z.object({ externalId: z.string(), status: factStatus, factId: z.string().nullable() })),
  /** What the batch changed, per account it touched. */
  decided: z.array(
    z.object({
      account: z.string(),
      id: z.string(),
      score: z.number().nullable(),
      band,
      action: z.string(),
      offer: z.string().nullable(),
      signals: z.array(z.string()),
    }),
  ),
});

export const postFacts = {
  method: 'post',
  path: paths.facts,
  summary: 'Record a batch of facts, all or none; the same facts again are duplicates',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(z.strictObject({ facts: z.array(factInput).min(1).max(maxRows) })),
  },
  responses: { 200: json(recordedFacts, 'What became of each fact'), ...refusals, ...conflict },
} as const;

export type TimelineItem = z.output<typeof timelineItem>;
export type TimelinePage = z.output<typeof timelinePage>;
export type FactGroup = (typeof factGroups)[number];
export type FactInput = z.output<typeof factInput>;
export type RecordedFacts = z.output<typeof recordedFacts>;
