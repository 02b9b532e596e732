// The method as data: stages, limits, health, signals, offers, actions of a workspace. Versioned and validated;
// conditions are CEL over the profile (`conditions.ts`). Nothing in `src` outside templates names its keys.
import { z } from 'zod';
import { segments, teamRoles } from '#domain/facts/account-facts.ts';
import { factTypes } from '#domain/facts/catalogue.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/);
const text = z.strictObject({ pt: z.string().min(1), en: z.string().min(1) });
/** CEL over profile leaves, `health.*`, `signals.*` and `limits.*`. */
const condition = z.string().min(1).max(2000);
/** A number by segment; `unknown` serves accounts whose segment is not known or not listed. */
const bySegment = z
  .partialRecord(z.enum([...segments, 'unknown']), z.number())
  .refine((numbers) => numbers.unknown !== undefined, "the value for 'unknown' is missing");

export const canonicalStages = [
  'onboarding',
  'adoption',
  'value_realisation',
  'retention',
  'expansion',
  'renewal',
  'advocacy',
] as const;

const milestone = z.strictObject({
  key,
  /** Days since the start of the track. */
  dueDays: z.int().positive().nullable(),
  result: text,
  proof: text,
  barriers: z.array(key),
});

const stage = z.strictObject({
  key,
  canonical: z.enum(canonicalStages),
  label: text,
  /** Which tracks may be in it: tracks of work, one per contract, one per account. */
  of: z.enum(['work', 'contract', 'account']),
  /** Days since the start for first placement: (from, to], `to` null = no upper bound. */
  placement: z.tuple([z.number(), z.number().nullable()]).nullable(),
  /** Past this many days in the stage a confirmed track is late; null: by `lateLimit`, or never. */
  lateAfterDays: z.number().positive().nullable(),
  /** Name of the limit that says it by segment. For a contract's track it counts days left to the end. */
  lateLimit: z.string().nullable().default(null),
  exit: z.array(
    z.strictObject({
      key,
      label: text,
      when: condition.nullable(),
      confirmation: z.boolean().default(false),
    }),
  ),
  milestones: z.array(milestone),
  goal: text,
  work: z.array(text),
  barriers: z.array(key),
  questions: z.array(text),
  faster: z.array(text),
});

const measure = z.strictObject({
  key,
  pillar: key,
  label: text,
  leaf: z.string(),
  /** Read when `leaf` is missing. */
  fallbackLeaf: z.string().nullable().default(null),
  /** Turns the leaf into what the curve reads: `raw`, or `1 - a / b` of two leaves (missing while b is 0). */
  complementOf: z.string().nullable().default(null),
  weight: z.number().nonnegative(),
  /** Piecewise linear, flat beyond its ends; x ascending. */
  curve: z
    .array(z.tuple([z.number(), z.number().min(0).max(100)]))
    .nullable()
    .default(null),
  /** A measure of words. */
  map: z.record(z.string(), z.number().min(0).max(100)).nullable().default(null),
  /** Leaf with the age in days of an answer, when the measure ages. */
  ageLeaf: z.string().nullable().default(null),
  /** The same for `fallbackLeaf`. */
  fallbackAgeLeaf: z.string().nullable().default(null),
  unit: z.enum(['number', 'share', 'days', 'score', 'word', 'flag']).default('number'),
  question: text,
  /** The measure inside a sentence ("a nota[ {figure}] de NPS"), what is in brackets only with its figure; else its label. */
  topic: text.optional(),
  /** What to ask the customer about it, naming the {account}. */
  talk: text.optional(),
});

const signal = z.strictObject({
  key,
  label: text,
  kinds: z
    .array(
      z.enum(['risk', 'regression', 'expansion', 'adoption', 'foundation', 'renewal', 'advocacy', 'stall']),
    )
    .min(1),
  side: z.enum(['ours', 'customer']).default('customer'),
  marks: z
    .array(
      z.enum([
        'fix_first',
        'at_risk',
        'contract_risk',
        'involuntary',
        'pent_up',
        'outcome',
        'weak_contact',
        'stalled',
      ]),
    )
    .default([]),
  severity: z.enum(['low', 'medium', 'high']).default('medium'),
  when: condition,
  /** Must be true before an active signal clears; null: it clears when `when` is false. */
  clear: condition.nullable().default(null),
});

const offer = z.strictObject({
  key,
  family: key,
  intent: z.enum(['growth', 'repair']),
  label: text,
  content: text,
  when: condition,
  /** Applicable too, but only free of charge, when this holds and `when` does not. */
  freeWhen: condition.nullable().default(null),
  /** Recorded events that make it applicable: a suggested one lists the offer as "pronto, confirme". */
  events: z.array(key).default([]),
  /** Share of 12 × MRR when there is no price. */
  valueShare: z.number().nonnegative(),
  /** With seats known: MRR / seats × 12 × this share of seats. */
  seatShare: z.number().nonnegative().nullable().default(null),
  nextPain: text,
  nextStep: text,
});

const guardrail = z.strictObject({
  key,
  intent: z.enum(['growth', 'repair', 'any']),
  label: text,
  /** The offer is blocked while this is true; unknown blocks too (unless `ask` and no source at all). */
  blockWhen: condition,
  /** Guards against a problem: with no source at all a person may answer instead. */
  ask: z.boolean().default(false),
  question: text.nullable().default(null),
});

/** Roles of our team, and work that needs no person. */
const owners = [...teamRoles, 'automatic'] as const;

const action = z.strictObject({
  signals: z.array(key).min(1),
  owner: z.enum(owners),
  /** Who is told beside the owner. */
  also: z.enum(owners).nullable().default(null),
  channel: z.enum(['phone', 'meeting', 'email', 'message']),
  dueWorkingDays: z.int().nonnegative(),
  text: text,
  say: text,
});

const matrixRow = z.strictObject({
  key,
  signals: z.array(key).min(1),
  /** Offer keys and playbook keys it names. */
  offers: z.array(key),
  playbooks: z.array(key),
  recommendation: text,
  why: text,
});

const playbook = z.strictObject({
  key,
  label: text,
  /** Starts while this holds; null: only by a fact or by hand. */
  trigger: condition.nullable().default(null),
  /** Fact types that start it. */
  on: z.array(z.enum(factTypes)).default([]),
  /** Starts again after so many days while `trigger` holds. */
  everyDays: z.int().positive().nullable().default(null),
  /** Stops at once when this is true; unknown does not stop it. */
  stop: condition.nullable().default(null),
  /** Of those with a rank an account runs at most one at a time: the lowest. */
  exclusiveRank: z.int().nullable().default(null),
  steps: z.array(
    z.strictObject({
      key,
      label: text,
      /** Days after the step before. For a countdown: days before the contract's end. */
      days: z.int().nullable().default(null),
      by: z.enum(['person', 'automatic']).default('person'),
    }),
  ),
  /** `countdown`: the days of the steps are counted back from the contract's end. */
  clock: z.enum(['after', 'countdown']).default('after'),
});

export const methodSchema = z.strictObject({
  schema: z.literal(1),
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: text,
  /** Source documents behind the defaults. */
  sources: z.array(z.string()),
  stages: z.array(stage).min(1),
  /** Limits by segment, read in conditions as `limits.<name>`; `unknown` serves accounts without a segment. */
  limits: z.record(z.string(), bySegment),
  health: z.strictObject({
    bands: z.strictObject({ yellow: z.number(), green: z.number(), margin: z.number() }),
    coverageLimit: z.number(),
    shallowBelow: z.number(),
    dropPoints: z.number(),
    ageing: z.strictObject({ fullDays: z.number(), noneDays: z.number() }),
    pillars: z.array(z.strictObject({ key, label: text, weights: bySegment })).min(1),
    measures: z.array(measure).min(1),
    caps: z.array(z.strictObject({ key, label: text, when: condition, below: z.number() })),
  }),
  signals: z.array(signal).min(1),
  families: z.array(z.strictObject({ key, label: text, prior: z.number().min(0).max(1) })),
  offers: z.array(offer),
  matrix: z.array(matrixRow),
  guardrails: z.array(guardrail),
  contactPolicy: z.strictObject({
    commercialPerContact14d: z.int(),
    automatedPerContact14d: z.int(),
    surveyEveryDays: z.int(),
    restAfterNoDays: z.int(),
    restAfterSilenceDays: z.int(),
    openOffersPerAccount: z.int(),
    quietFrom: z.string(),
    quietTo: z.string(),
  }),
  arbitration: z.strictObject({
    cellWeight: z.number(),
    offerWeight: z.number(),
    outcomesForOwnRate: z.int(),
    contextMin: z.number(),
    contextMax: z.number(),
    /** Additive context points, each with the condition that grants them. */
    context: z.array(
      z.strictObject({
        key,
        label: text,
        points: z.number(),
        intent: z.enum(['growth', 'repair', 'any']),
        /** `matrix` and `refused_family` and `further_risk` are built in; the others are conditions. */
        rule: z.enum(['condition', 'matrix', 'refused_family', 'further_risk']),
        when: condition.nullable(),
        max: z.number().nullable().default(null),
      }),
    ),
    repairStakeShare: z.number(),
  }),
  actions: z.array(action),
  /** Shown when no signal speaks: band unknown, and everything calm. */
  quietActions: z.strictObject({
    unknown: action.omit({ signals: true }),
    calm: action.omit({ signals: true }),
    rhythmDays: z.int(),
  }),
  playbooks: z.array(playbook),
  reasons: z.array(z.strictObject({ key, stage: key, involuntary: z.boolean().default(false), label: text })),
  events: z.array(z.strictObject({ key, label: text })),
  /** Words in notes that suggest an event (normalised: lower case, no accents). Visible and editable. */
  keywords: z.array(
    z.strictObject({
      match: z.array(z.string()).min(1),
      event: key,
      family: key.nullable().default(null),
    }),
  ),
});
export type Method = z.output<typeof methodSchema>;
export type MethodStage = Method['stages'][number];
export type MethodSignal = Method['signals'][number];
export type MethodOffer = Method['offers'][number];
export type MethodMeasure = Method['health']['measures'][number];
export type MethodAction = Method['actions'][number];
export type MethodPlaybook = Method['playbooks'][number];
export type BySegment = Method['limits'][string];
