// GET one account: everything its page shows as of a day, each figure with its parts. At most 52 weeks of history.
import { z } from 'zod';
import { accountParams, asOfQuery, isoDay, isoInstant, json, methodRef, money, refusals } from './common.ts';
import {
  band,
  churn90,
  line,
  lineAction,
  lineOffer,
  lineSignal,
  offerReason,
  signalTone,
  status,
} from './line.ts';
import { sentence } from './keywords.ts';
import { paths } from './paths.ts';

const factRef = z.object({ id: z.string(), text: z.string(), occurredAt: isoInstant });

const pillar = z.object({
  key: z.string(),
  label: z.string(),
  /** Share of the score it may give after renormalising, 0 to 1; 0 without data. */
  weight: z.number(),
  /** 0 to 100; null without data. */
  points: z.number().nullable(),
  /** Points of the score: weight × points. All contributions sum to the score before the cap. */
  contribution: z.number(),
  change30d: z.number().nullable(),
  why: z.string(),
});

const measure = z.object({
  key: z.string(),
  pillar: z.string(),
  label: z.string(),
  leaf: z.string(),
  /** Null without data, and of an amount of money, which `rawText` tells. */
  raw: z.union([z.number(), z.string(), z.boolean()]).nullable(),
  /** The raw value with its unit: "há 38 dias". */
  rawText: z.string(),
  points: z.number().nullable(),
  /** Share inside the pillar after ageing, 0 to 1. */
  weight: z.number(),
  contribution: z.number(),
  facts: z.array(factRef).max(20),
});

export const explainedHealth = z.object({
  score: z.number().nullable(),
  band,
  coverage: z.number(),
  depth: z.number(),
  shallow: z.boolean(),
  trend: z.number().nullable(),
  /** Limits of the bands of this method, for the drawing. */
  limits: z.object({ yellow: z.number(), green: z.number() }),
  pillars: z.array(pillar),
  measures: z.array(measure),
  /** `taken`: points that the cap took off the sum. */
  cap: z.object({ key: z.string(), label: z.string(), below: z.number(), taken: z.number() }).nullable(),
  missing: z.array(z.object({ key: z.string(), pillar: z.string(), label: z.string(), collect: z.string() })),
});

const gate = z.enum(['eligibility', 'applicability', 'suitability', 'contact', 'arbitration']);

const explainedOffer = lineOffer.extend({
  family: z.string(),
  familyLabel: z.string(),
  content: z.string(),
  nextPain: z.string(),
  nextStep: z.string(),
  free: z.boolean(),
  pLow: z.number(),
  pHigh: z.number(),
  pPrior: z.boolean(),
  /** One sentence for each factor and for the rank. */
  texts: z.object({
    p: z.string(),
    c: z.string(),
    v: z.string(),
    l: z.string(),
    priority: z.string(),
  }),
  gates: z.array(z.object({ gate, label: z.string(), passed: z.boolean(), text: z.string() })),
});

const track = z.object({
  id: z.string(),
  label: z.string(),
  scope: z.string().nullable(),
  stage: z.string(),
  stageLabel: z.string(),
  canonical: z.string(),
  startedOn: isoDay.nullable(),
  daysInStage: z.int().nullable(),
  late: z.boolean(),
  estimated: z.boolean(),
  /** Stages it was in, oldest first, the current one last. */
  steps: z.array(
    z.object({ stage: z.string(), label: z.string(), on: isoDay.nullable(), regress: z.boolean() }),
  ),
  milestones: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      due: isoDay.nullable(),
      deliveredOn: isoDay.nullable(),
      late: z.boolean(),
      proof: z.string().nullable(),
    }),
  ),
});

const contract = z.object({
  key: z.string(),
  label: z.string(),
  startsOn: isoDay.nullable(),
  endsOn: isoDay.nullable(),
  mrrCents: money,
  currency: z.string().length(3),
  seats: z.number().nullable(),
  renewal: z.string().nullable(),
  statusLabel: z.string(),
  active: z.boolean(),
});

export const customerPage = z.object({
  asOf: isoDay,
  isToday: z.boolean(),
  today: isoDay,
  method: methodRef,
  head: z.object({
    id: z.string(),
    name: z.string(),
    segment: z.string().nullable(),
    segmentLabel: z.string().nullable(),
    since: isoDay.nullable(),
    csm: z.string().nullable(),
    status,
    statusLabel: z.string(),
    taxId: z.string().nullable(),
  }),
  verdict: z.object({ text: z.string(), why: z.string() }),
  line,
  churn90: churn90.nullable(),
  health: explainedHealth,
  signals: z.array(
    lineSignal.extend({
      side: z.enum(['ours', 'customer']),
      /** What it tells of: a risk, a reason to grow, or a date that comes. */
      tone: signalTone.optional(),
      muted: z.boolean(),
      facts: z.array(factRef).max(20),
    }),
  ),
  /** Events that notes suggest and nobody answered, newest first. */
  suggested: z
    .array(
      z.object({
        event: z.string(),
        label: z.string(),
        familyLabel: z.string().nullable(),
        keyword: z.string(),
        on: isoDay,
        source: z.string(),
        /** Where the words stand in the note; null where the note is not kept here. */
        sentence: sentence.nullable(),
        /** Who may have left, where several may be meant. */
        who: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    )
    .max(20),
  action: lineAction,
  offer: explainedOffer.nullable(),
  offerReason,
  offerReasonText: z.string(),
  /** The other offers: the gate where each stopped and one sentence. */
  whyNot: z.array(
    z.object({ key: z.string(), label: z.string(), gate, gateLabel: z.string(), text: z.string() }),
  ),
  /** Stages of the method in the journey's order: the columns of the tracks. */
  stages: z.array(z.object({ key: z.string(), label: z.string() })),
  tracks: z.array(track).max(40),
  contracts: z.array(contract).max(100),
  /** How many of each the page does not name. */
  leftOut: z.object({ tracks: z.int(), contracts: z.int() }),
  counterfactual: z.string().nullable(),
  history: z.array(z.object({ week: isoDay, score: z.number().nullable(), band })).max(52),
  /** What to name on the drawing of the history, oldest first. */
  marks: z.array(z.object({ on: isoDay, text: z.string() })).max(12),
  facts: z.object({ total: z.int(), hindsightShare: z.number() }),
});

export const getAccount = {
  method: 'get',
  path: paths.account,
  summary: 'One account as of a day: health, signals, action, offers, tracks, contracts, each explained',
  request: { params: accountParams, query: asOfQuery },
  responses: { 200: json(customerPage, 'The account'), ...refusals },
} as const;

export type CustomerPage = z.output<typeof customerPage>;
export type ExplainedHealth = z.output<typeof explainedHealth>;
export type ExplainedOffer = z.output<typeof explainedOffer>;
export type CustomerTrack = z.output<typeof track>;
