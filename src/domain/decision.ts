// Decisions as data: what `assess`, `decide` and `allocate` answer. Codes and numbers, never sentences.
import type { Calendar } from '#base/calendar.ts';
import type { Day } from '#base/day.ts';
import type { Profile } from '#domain/profile/shape.ts';

/** Kleene's third value is null: not known. */
export type Truth = true | false | null;
export type Band = 'red' | 'yellow' | 'green' | 'unknown';

export type MeasurePoints = {
  readonly key: string;
  readonly pillar: string;
  /** Raw value of the leaf (or word); null when missing. */
  readonly raw: number | string | boolean | null;
  readonly leaf: string;
  /** 0 to 100; null when missing. */
  readonly points: number | null;
  /** Weight inside the pillar, before and after ageing. */
  readonly weight: number;
  readonly aged: number;
  /** Points of the final score that this measure contributes (they sum to the uncapped score). */
  readonly contribution: number;
};
export type PillarPoints = {
  readonly key: string;
  readonly weight: number;
  readonly points: number | null;
  readonly contribution: number;
};
/** `assess(profile, method)`: memoryless. `truths` holds every condition of the method by its path (`signals.detractor.when`). */
export type Assessment = {
  readonly day: Day;
  /** One decimal, half-even, after caps; null while no pillar is available. */
  readonly score: number | null;
  /** Band without memory: unknown below the coverage limit. */
  readonly band: Band;
  readonly coverage: number;
  readonly depth: number;
  readonly cap: { readonly key: string; readonly below: number; readonly points: number } | null;
  readonly pillars: readonly PillarPoints[];
  readonly measures: readonly MeasurePoints[];
  readonly truths: Readonly<Record<string, Truth>>;
  /** The same as one letter each (`t`, `f`, `-`), in the order of the compiled method's conditions: checkpoints only. */
  readonly letters?: string;
};

/** Evidence of a signal: which leaf said so, with its value; sentences are rendered from it. */
export type Evidence = {
  readonly leaf: string;
  readonly value: number | string | boolean | null;
  readonly on: Day | null;
};
export type ActiveSignal = {
  readonly key: string;
  readonly since: Day;
  /** It is known to have begun then; false where it held already when memory, or what tells it, begins. */
  readonly begun: boolean;
  readonly severity: 'low' | 'medium' | 'high';
  readonly evidence: readonly Evidence[];
  readonly muted: boolean;
};

export type Health = {
  /** Null while the band is unknown. */
  readonly score: number | null;
  readonly band: Band;
  readonly coverage: number;
  readonly depth: number;
  /** Points against 30 days before; null when either end has no band. */
  readonly trend: number | null;
  /** Points gained or lost in 30 days, over the pillars both ends have: what `health.change30d` reads. */
  readonly change30d: number | null;
  readonly daysInBand: number | null;
  /** Null (missing) unless both ends have a band. */
  readonly bandFell: boolean | null;
};

/** A code with parameters; `words` turns it into a sentence in pt-BR or English. */
export type Reason = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
};

export type NextAction = {
  /** Signal or situation it answers (`detractor`, `no_signal_unknown`, `keep_rhythm`). */
  readonly key: string;
  readonly owner: string | null;
  readonly ownerRole: string;
  /** Role that is told beside the owner, and who has it; absent where nobody is. */
  readonly also?: { readonly role: string; readonly member: string | null };
  readonly channel: string;
  readonly due: Day;
  readonly evidence: readonly Evidence[];
  /** Values for the braces of the method's text. */
  readonly params: Readonly<Record<string, string | number | null>>;
  /** Its owner's week is full with what comes before it (`engine/people-week.ts`); absent where it has room. */
  readonly outsideWeek?: true;
};

export type GateName = 'eligibility' | 'applicability' | 'suitability' | 'contact' | 'arbitration';
export type Gate = { readonly gate: GateName; readonly passed: boolean; readonly reasons: readonly Reason[] };
export type OfferStateName = 'offer' | 'prepare' | 'confirm' | 'blocked';
export type RankedOffer = {
  readonly key: string;
  readonly family: string;
  readonly intent: 'growth' | 'repair';
  readonly state: OfferStateName;
  /** Questions to confirm (keys) before it may be offered. */
  readonly ask: readonly string[];
  readonly gates: readonly Gate[];
  readonly p: number;
  readonly pLow: number;
  readonly pHigh: number;
  /** True until ten outcomes of the offer are known. */
  readonly pPrior: boolean;
  readonly c: number;
  readonly contextParts: readonly { readonly code: string; readonly points: number }[];
  /** Cents; 1 for all when no value is known ("sem valor"). */
  readonly v: number;
  readonly vBasis: 'price' | 'share' | 'median' | 'none';
  readonly withMargin: boolean;
  readonly l: number;
  readonly priority: number;
  readonly free: boolean;
};
export type OfferReason = 'best' | 'fix_first' | 'none_applicable' | 'blocked';

export type StageLine = {
  readonly track: string;
  readonly stage: string;
  readonly canonical: string;
  readonly estimated: boolean;
  readonly late: boolean;
  readonly daysInStage: number | null;
};

/** Churn within 90 days as the model of the workspace tells it; tier 0 is the stated prior. */
export type ChurnEstimate = {
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly tier: number;
};

export type Status = 'active' | 'notice' | 'no_contract' | 'ended' | 'unknown';

export type Decision = {
  readonly day: Day;
  readonly status: Status;
  readonly segment: string | null;
  readonly stages: readonly StageLine[];
  readonly suggestions: readonly {
    readonly track: string;
    readonly from: string;
    readonly to: string;
    readonly reasons: readonly Reason[];
  }[];
  readonly health: Health;
  readonly assessment: Assessment;
  readonly signals: readonly ActiveSignal[];
  /** Signals nobody can tell: a leaf is missing. */
  readonly unknownSignals: readonly string[];
  /** Signals that one notice about the base replaces: they would be active. */
  readonly replaced: readonly { readonly key: string; readonly since: Day }[];
  readonly action: NextAction;
  readonly offers: readonly RankedOffer[];
  /** Key of the chosen offer, or null with the reason. */
  readonly offer: string | null;
  readonly offerReason: OfferReason;
  readonly churn90: ChurnEstimate | null;
  readonly playbooks: readonly {
    readonly key: string;
    readonly do: 'start' | 'stop';
    readonly because: string;
  }[];
  readonly why: readonly Reason[];
  /** The last milestone delivered with its proof: first part of every offer text. */
  readonly milestone: { readonly key: string; readonly on: Day | null } | null;
  readonly mrrCents: number | null;
  readonly atStakeCents: number | null;
  readonly atRisk: boolean;
  readonly ready: boolean;
  readonly renewsOn: Day | null;
  readonly counterfactual: {
    readonly leaf: string;
    readonly from: number | null;
    readonly to: number;
    readonly band: Band;
  } | null;
};

/** What is not the account's, frozen and hashed: the same context gives the same decision. */
export type Context = {
  /** Offers already decided by capacity: offer → slots left this month; absent means no limit. */
  readonly capacity: Readonly<Record<string, number>>;
  /** Outcomes of offers so far. Cell key: `offer|stage|segment`. */
  readonly acceptance: {
    readonly offers: Readonly<Record<string, { readonly accepted: number; readonly total: number }>>;
    readonly cells: Readonly<Record<string, { readonly accepted: number; readonly total: number }>>;
  };
  /** Price list, when filled in: offer → what it brings in 12 months and what delivering it costs. */
  readonly prices: Readonly<Record<string, { readonly cents: number; readonly costCents: number }>>;
  /** Gross margin of the firm, when known. */
  readonly margin: number | null;
  /** Median MRR of the base in cents; null when no account has one. */
  readonly medianMrrCents: number | null;
  /** Leaf keys that have a workspace source (`source-covered` of workspace scope). */
  readonly covered: readonly string[];
  readonly currency: string;
  /** Fallback owner of the workspace, null if none. */
  readonly workspaceOwner: string | null;
  readonly seed: number;
  /** Working days of the firm: due dates of actions. */
  readonly calendar: Calendar;
  /** The workspace's churn model, already fitted; absent: money at stake rests on the score. */
  readonly churn?: (profile: Profile, assessment: Assessment) => ChurnEstimate | null;
  /** Usage signals replaced by one notice about the base: those that start on that day are not shown. */
  readonly suppressed?: readonly { readonly signal: string; readonly since: Day }[];
};
