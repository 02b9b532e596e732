// LINE: one account in a list, the same for `week --json`, the Base and the API.
// Keys may be added, never renamed; codes stand beside their labels in the language asked for.
import { z } from 'zod';
import { bands, statuses } from './codes.ts';
import { isoDay, money } from './common.ts';

export const band = z.enum(bands);
export const status = z.enum(statuses);
export const offerState = z.enum(['offer', 'prepare', 'confirm', 'blocked']);
export const signalTone = z.enum(['risk', 'good', 'date']);
export const offerReason = z.enum(['best', 'fix_first', 'none_applicable', 'blocked']);

/** What began at so many accounts on one day that it says more of the base: it stands for their single alarms. */
export const baseNotice = z.object({
  signal: z.string(),
  label: z.string(),
  since: isoDay,
  accounts: z.int(),
  /** Accounts known before that day that could tell. */
  measurable: z.int(),
  text: z.string(),
});

/** One track in its stage. `estimated`: placed at import, not confirmed; `daysInStage` is then missing. */
export const stageChip = z.object({
  track: z.string(),
  stage: z.string(),
  canonical: z.string(),
  label: z.string(),
  late: z.boolean(),
  estimated: z.boolean(),
  daysInStage: z.int().nullable(),
});

export const lineHealth = z.object({
  /** 0 to 100, one decimal; null while the band is unknown. */
  score: z.number().nullable(),
  band,
  /** Share of pillar weight with data, 0 to 1. */
  coverage: z.number(),
  /** Share of measure weight with data, 0 to 1; below the method's limit: "evidência rasa". */
  depth: z.number(),
  /** Points against 30 days before; null when either end has no band. */
  trend: z.number().nullable(),
});

/** Probability of churn in 90 days with its interval, each 0 to 1; `tier` 0 is the method's estimate. */
export const churn90 = z.object({
  p: z.number(),
  low: z.number(),
  high: z.number(),
  tier: z.int().min(0).max(3),
});

export const lineSignal = z.object({
  key: z.string(),
  since: isoDay,
  /** False: `since` is the first day that is remembered; the signal is older. */
  begun: z.boolean(),
  /** Since when, in words; a signal older than what is remembered by its least age. */
  sinceText: z.string(),
  evidence: z.string(),
  label: z.string(),
  severity: z.enum(['low', 'medium', 'high']),
});

export const lineAction = z.object({
  key: z.string(),
  text: z.string(),
  /** The same without the customer's name. */
  short: z.string(),
  owner: z.string().nullable(),
  /** Who is told beside the owner. */
  also: z.string().nullable().optional(),
  due: isoDay,
  channel: z.string(),
  evidence: z.string(),
  /** The sentence to open with. */
  say: z.string(),
  /** Role when no person is named: "CSM", "financeiro". */
  ownerLabel: z.string(),
  channelLabel: z.string(),
  /** In the week only: its owner's week is full with what comes before it. */
  outsideWeek: z.literal(true).optional(),
});

export const lineOffer = z.object({
  key: z.string(),
  text: z.string(),
  state: offerState,
  /** Questions to confirm before it may be offered. */
  ask: z.array(z.string()),
  p: z.number(),
  c: z.number(),
  v: money,
  l: z.number(),
  priority: money,
  /** Short name for a column: "Escala · nova área". */
  label: z.string(),
});

export const line = z.object({
  account: z.string(),
  id: z.string(),
  segment: z.string().nullable(),
  /** Stage keys of the method, one per track, in the journey's order. */
  stages: z.array(z.string()),
  health: lineHealth,
  churn90: churn90.nullable(),
  signals: z.array(lineSignal),
  action: lineAction,
  offer: lineOffer.nullable(),
  offerReason,
  why: z.array(z.string()),
  mrrCents: money,
  currency: z.string().length(3),
  status,
  /** Place in the list "em risco" (1 is first); null outside it. */
  rank: z.int().nullable(),
  atStakeCents: money,
  renewsOn: isoDay.nullable(),
  stageChips: z.array(stageChip),
  segmentLabel: z.string().nullable(),
  statusLabel: z.string(),
  /** Reason in words when `offer` is null. */
  offerReasonText: z.string(),
  /** Score of the last Mondays, oldest first, at most 13, ending with the score shown; null where unknown. */
  spark: z.array(z.number().nullable()).max(13),
});

export type Line = z.output<typeof line>;
export type Band = z.output<typeof band>;
export type StageChip = z.output<typeof stageChip>;
