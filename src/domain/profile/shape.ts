// Shapes that calculators read and the profile they write. No rule lives here.
import type { Day } from '#base/day.ts';
import type { Calendar } from '#base/calendar.ts';
import type { FactType, SlimRow } from '#domain/facts/catalogue.ts';
import type { Grain } from '#domain/facts/workspace-facts.ts';
import type { LeafKey, LeafValueOf } from './registry.ts';

/** The account file, parsed: every fact of the account that is not withdrawn, by type, in winner order. */
export type AccountFile = {
  readonly rows: { readonly [T in FactType]?: readonly SlimRow<T>[] };
  /** Number of contacts named in the file; contacts are 0 … contacts − 1. */
  readonly contacts: number;
  /** Kinds whose old entries became counters: first day from which every entry stands by itself. */
  readonly since?: Readonly<Record<string, Day>>;
  /** The counters of those entries, by type and month. */
  readonly monthly?: readonly MonthlyCount[];
};
/** How many records of a type fell into a month (`month` is its first day) and stand no more by themselves. */
export type MonthlyCount = { readonly type: FactType; readonly month: Day; readonly count: number };

/** One usage day of an account, as rolled up at ingest. `users` are keyed 64-bit hashes as 16 hex digits, sorted. */
export type UsageDay = {
  readonly day: Day;
  /** Day on which this row could be known (Day). Rows of one day with different known days add up. */
  readonly known: Day;
  readonly events: number;
  readonly value: number;
  readonly sessions: number;
  readonly minutes: number;
  readonly users: readonly string[];
  /** Feature (event name) → number of events. */
  readonly features: Readonly<Record<string, number>>;
  readonly departments: readonly string[];
  /** Events per user hash, same order as `users`. */
  readonly userEvents: readonly number[];
};

/** What a source covers, for one account or the whole workspace. */
export type Coverage = {
  readonly covers: string;
  readonly metric: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly grain: Grain;
  readonly scope: 'account' | 'workspace';
  /** When the coverage itself was known (ms). */
  readonly known: number;
};

/** A quoted exchange rate: one unit of `base` costs `rate` of `quote` from `day` on. */
export type Rate = { base: string; quote: string; rate: number; day: Day; known: number };

/** What is not the account's but a profile needs: the workspace's clockwork and money. */
export type Frame = {
  readonly zone: string;
  readonly currency: string;
  readonly calendar: Calendar;
  readonly rates: readonly Rate[];
  /** Workspace-scope coverage only; the account's own lies in its file. */
  readonly coverage: readonly Coverage[];
  /** Events (features) the firm calls critical. Null: never told. */
  readonly criticalFeatures: readonly string[] | null;
  /** Events that count as advanced use. Null: never told. */
  readonly advancedFeatures: readonly string[] | null;
};

/** The account's facts as known at an instant. Rows are in winner order; superseded revisions are gone. */
export type View = {
  readonly asOf: number;
  /** The day of `asOf` in the workspace's zone. */
  readonly day: Day;
  readonly frame: Frame;
  readonly contacts: number;
  rows<T extends FactType>(type: T): readonly SlimRow<T>[];
  /** Usage days with day ≤ today and known by then, ascending by day, one entry a day. */
  readonly usage: readonly UsageDay[];
  /** Coverage of a fact kind (and observed metric) known by now: account's and workspace's, merged. */
  covered(kind: string, metric?: string): Span | null;
  /** What was computed of it once (`once.ts`), by the function that did. */
  readonly kept: Map<unknown, object>;
};
/** The covered time of a kind: first covered day, last covered day (never past today), finest grain. */
export type Span = { readonly from: Day; readonly to: Day; readonly grain: Grain };

/** Where calculators put leaves. A leaf that is never set stays missing. */
export type LeafWriter = {
  set<K extends LeafKey>(
    key: K,
    value: LeafValueOf<K>,
    through?: Day | null,
    evidence?: readonly RowRef[],
  ): void;
};
/** The row a leaf came from; the tracer turns it into a fact id. */
export type RowRef = {
  readonly type: FactType;
  readonly row: { readonly record: number; readonly revision: number; readonly day: Day };
};

export type Calculator = (view: View, out: LeafWriter) => void;

export type MilestoneState = {
  readonly key: string;
  readonly stage: string | null;
  readonly due: Day | null;
  readonly deliveredOn: Day | null;
  readonly proven: boolean;
  readonly confirmedByCustomer: boolean;
};
export type TrackState = {
  readonly key: string;
  readonly scope: 'product' | 'use_case' | 'department' | 'contract' | 'account';
  readonly stage: string;
  readonly since: Day | null;
  /** Placed by time at the first import and not confirmed since: never late, days in stage missing. */
  readonly estimated: boolean;
  readonly daysInStage: number | null;
  /** Stages it has been in, oldest first, the present one last. */
  readonly steps: readonly TrackStep[];
  readonly milestones: readonly MilestoneState[];
};
/** A stage that a track came into, on a day; null when nobody told the day. */
export type TrackStep = { readonly stage: string; readonly on: Day | null };
export type ContractState = {
  readonly key: string;
  readonly product: string | null;
  readonly start: Day | null;
  readonly plannedEnd: Day | null;
  readonly endedOn: Day | null;
  readonly noticeEnd: Day | null;
  readonly paused: boolean;
  readonly active: boolean;
  readonly openEnded: boolean;
  readonly autoRenew: boolean;
  readonly daysToEnd: number | null;
  readonly mrrCents: number | null;
  readonly seats: number | null;
  readonly timesRenewed: number;
  readonly termMonths: number | null;
  /** Code of the price index it is adjusted by (`IPCA`). */
  readonly index?: string | null;
  /**
   * A project (paid once, no end): day of its start or of the last delivery, whichever is later, once nothing is left
   * to deliver. Absent for every other contract.
   */
  readonly projectDoneOn?: Day;
};
export type RenewalState = {
  readonly contract: string;
  readonly daysToEnd: number | null;
  readonly stepsDone: readonly string[];
  readonly category: string | null;
  readonly objectionsOpen: number;
  /** Reason code of the oldest open objection that gave one. */
  readonly objectionReason?: string | null;
};
export type ContactState = {
  readonly contact: number;
  readonly role: string | null;
  readonly left: boolean;
  readonly keyUser: boolean;
  readonly optOut: boolean;
  readonly daysSinceConversation: number | null;
  readonly commercial14d: number;
  readonly automated14d: number;
  readonly daysSinceSurvey: number | null;
};
export type RunState = {
  readonly run: string;
  readonly playbook: string;
  readonly startedOn: Day;
  readonly step: string | null;
  readonly rootCauseRecorded: boolean;
};
export type OfferState = {
  readonly offer: string;
  readonly state: 'open' | 'accepted' | 'refused';
  readonly on: Day;
  readonly reason: string | null;
};
export type SuggestionState = {
  readonly event: string;
  readonly family: string | null;
  readonly keyword: string;
  readonly on: Day;
};
export type OverrideState = {
  readonly offer: string;
  readonly what: 'lever' | 'offer';
  readonly lever: number | null;
  readonly reason: string | null;
};
export type TaskState = {
  readonly task: string;
  readonly action: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
};
export type TeamState = { readonly member: string; readonly role: string };

/** Lists of the profile: what decisions read beyond scalar leaves (conditions never do). */
export type ProfileLists = {
  contracts: readonly ContractState[];
  renewals: readonly RenewalState[];
  tracks: readonly TrackState[];
  contacts: readonly ContactState[];
  runs: readonly RunState[];
  /** Every offer act in the account's life, oldest first. */
  offers: readonly OfferState[];
  /** Products and offers contracted and used for less than 30% in their newest period; absent when there is none. */
  littleUsed?: readonly string[];
  /** Suggested events that nobody confirmed or closed. */
  suggestions: readonly SuggestionState[];
  overrides: readonly OverrideState[];
  tasks: readonly TaskState[];
  team: readonly TeamState[];
  /** Muted signals that have not expired. */
  muted: readonly string[];
  /** Commercial contacts of 14 days that name nobody. */
  unnamedCommercial14d?: number;
  /** Leaves that a source of the account alone feeds, also where it fell silent. */
  ownSources?: readonly string[];
  /** Answers to questions (`question-answered`) still valid: question → answer. */
  answers: Readonly<Record<string, boolean>>;
  /** Dates that texts need, by name (`lastNps`, `notice`, `lastMeeting`, `firstValue`…). */
  dates: Readonly<Record<string, Day>>;
};

/**
 * The profile of one account at one instant: plain, serialisable, without personal data.
 * `leaves` is nested by group (`leaves.voice.nps.last`); a missing leaf is null.
 */
export type Profile = {
  readonly asOf: number;
  readonly day: Day;
  readonly leaves: Readonly<Record<string, unknown>>;
  /** How far the source of a leaf reaches (Day), for leaves that say so. */
  readonly through: Readonly<Record<string, Day>>;
} & Readonly<ProfileLists>;
