// Values for the braces of an action's text, read from the account's own figures by the leaves of its evidence.
// Codes, numbers and days only: words and formats belong to the sentences. Names of people are unknown here.
import type { Day } from '#base/day.ts';
import type { ActiveSignal, Evidence, NextAction, StageLine } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { ContractState, Profile } from '#domain/profile/shape.ts';
import { reader } from '#domain/signals/start.ts';

export type Params = NextAction['params'];
type Draft = Record<string, string | number | null>;

export type SpokenMeasure = {
  readonly key: string;
  readonly raw: string | number | boolean | null;
};
/** What the texts of one account may speak of. */
export type Account = {
  readonly profile: Profile;
  readonly scope: Scope;
  readonly lines: readonly StageLine[];
  /** Score 30 days before and now; null where unknown. */
  readonly scores: { readonly before: number | null; readonly after: number | null };
  /** The weakest measure: key and raw figure. */
  readonly weakest: SpokenMeasure | null;
  /** The measure behind what the score lost in 30 days; null when nothing tells. */
  readonly fallen: SpokenMeasure | null;
  /** Best offer now, chosen or not. */
  readonly offer: string | null;
};

/** A code leaf; null when missing. */
export const codeOf = (scope: Scope, leaf: string): string | null => {
  const value = reader(leaf)(scope);
  return typeof value === 'string' ? value : null;
};
const numberOf = (scope: Scope, leaf: string): number | null => {
  const value = reader(leaf)(scope);
  return typeof value === 'number' ? value : null;
};

/** The contract that `contract.*` speaks of: the active one that ends next. */
export function nextContract(profile: Profile): ContractState | null {
  let next: ContractState | null = null;
  for (const contract of profile.contracts) {
    if (!contract.active || contract.daysToEnd === null) continue;
    if (next === null || contract.daysToEnd < (next.daysToEnd ?? 0)) next = contract;
  }
  return next;
}

/** Day on which the contract that ends next ends; null without one. */
export function endOfNext(profile: Profile): Day | null {
  const next = nextContract(profile);
  return next?.daysToEnd == null ? null : profile.day + next.daysToEnd;
}

const share =
  /change30d|useRate|attendance60d|seatUse|limitUse|topUserShare|keyUsersActive|goalProgress|artefactShare/;

/** Params that any text may use, whatever the signal. */
function common(account: Account): Draft {
  const { scope, profile, scores, weakest } = account;
  const contracted = numberOf(scope, 'consumption.contracted');
  const used = numberOf(scope, 'consumption.used');
  return {
    active: numberOf(scope, 'usage.activeSeats'),
    score: numberOf(scope, 'voice.nps.last'),
    amount: numberOf(scope, 'finance.overdueAmount'),
    score_date: profile.dates['lastNps'] ?? null,
    end: endOfNext(profile),
    end_days: nextContract(profile)?.daysToEnd ?? null,
    index: profile.contracts.find((contract) => contract.active)?.index ?? null,
    before: scores.before,
    after: scores.after,
    contracted: contracted ?? numberOf(scope, 'contract.seats'),
    used: used ?? numberOf(scope, 'usage.activeSeats'),
    left: contracted !== null && used !== null ? Math.max(0, contracted - used) : null,
    measure: weakest?.key ?? null,
    measureRaw: plain(weakest?.raw ?? null),
    offer: account.offer,
  };
}

function plain(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? String(value) : value;
}

/** Params of one active signal. */
export function signalParams(signal: ActiveSignal, account: Account): Params {
  const draft = common(account);
  draft['date'] = signal.evidence.find((one) => one.on !== null)?.on ?? signal.since;
  draft['days'] = null;
  for (const one of signal.evidence) fromLeaf(draft, one, account);
  draft['pct'] ??= null;
  return draft;
}

/** What one leaf of the evidence says. The first leaf that can fill a brace fills it. */
function fromLeaf(draft: Draft, one: Evidence, account: Account): void {
  const { leaf, value } = one;
  const [group = '', name = ''] = leaf.split('.');
  if (typeof value === 'number') {
    if (/days/i.test(leaf) && group !== 'events') draft['days'] ??= value;
    if (share.test(leaf)) draft['pct'] ??= leaf === 'usage.change30d' ? Math.abs(value) : value;
    if (/count|weeks|Contacts|criticalUnused|objections/i.test(name)) draft['count'] ??= value;
  }
  if (group === 'events') {
    draft['event'] ??= name;
    draft['what'] ??= name;
    draft['subject'] ??= name;
  }
  byGroup[group]?.(draft, name, account);
}

/** Topics that need more than the leaf itself. */
const byGroup: Readonly<Record<string, (draft: Draft, name: string, account: Account) => void>> = {
  usage: (draft, name, { scope }) => {
    draft['channels'] ??= 'usage';
    if (name === 'change30d') {
      draft['before'] = numberOf(scope, 'usage.eventsPrev30d');
      draft['after'] = numberOf(scope, 'usage.events30d');
    }
    if (name === 'seatUse' || name === 'limitUse') limit(draft, name, scope);
    if (name === 'newDepartments30d') draft['subject'] ??= 'department';
  },
  relationship: (draft, name, { scope }) => {
    if (name === 'daysSinceConversation')
      draft['channels'] = codeOf(scope, 'relationship.conversationSource') ?? 'conversation';
    if (name === 'sponsor' || name === 'sponsorChanged90d') draft['role'] ??= 'executive_sponsor';
    if (name === 'champion') draft['role'] ??= 'champion';
  },
  contract: (draft, name, { scope, profile }) => {
    const left = numberOf(scope, 'contract.daysToAnniversary');
    if (/adjustmentDue|daysToAnniversary/.test(name) && left !== null) draft['date'] = profile.day + left;
  },
  health: (draft, name, { fallen }) => {
    if (fallen === null || (name !== 'change30d' && name !== 'bandFell')) return;
    draft['measure'] = fallen.key;
    draft['measureRaw'] = plain(fallen.raw);
  },
  renewal: (draft, name, { profile }) => {
    if (name !== 'objectionsOpen') return;
    const told = profile.renewals.find((renewal) => renewal.objectionReason != null);
    draft['reason'] ??= told?.objectionReason ?? null;
  },
  support: (draft, name, { scope }) => {
    if (name === 'oldestCriticalDays') draft['what'] ??= 'critical_ticket';
    if (name !== 'volumeRatio' || draft['what'] === 'critical_ticket') return;
    draft['what'] ??= 'tickets';
    draft['times'] = numberOf(scope, 'support.volumeRatio');
  },
  journey: lateTrack,
  value: (draft, name, account) => {
    if (name === 'late' || name === 'promisesLate') sinceDue(draft, `value.${name}`, account.profile);
    if (name === 'late') lateMilestone(draft, account.profile);
    if (name === 'ttfvRatio') {
      const days = numberOf(account.scope, 'value.ttfvDays');
      if (days !== null) draft['days'] = days;
    }
    if (/provenInitial|goalProgress|artefactShare/.test(name)) provenMilestone(draft, account.profile);
  },
};

/** Which limit is nearly full: seats, or the contracted volume. */
function limit(draft: Draft, name: string, scope: Scope): void {
  const highest = numberOf(scope, 'usage.limitUse');
  const seats = name === 'seatUse' || highest === null || numberOf(scope, 'usage.seatUse') === highest;
  draft['what'] ??= seats ? 'seats' : 'volume';
  draft['contracted'] = numberOf(scope, seats ? 'contract.seats' : 'consumption.contracted');
  draft['used'] = numberOf(scope, seats ? 'usage.activeSeats' : 'consumption.used');
}

function lateTrack(draft: Draft, name: string, account: Account): void {
  const onboarding = name === 'onboardingLate';
  if (!onboarding && name !== 'otherLate') return;
  const line = account.lines.find((one) => one.late && (one.canonical === 'onboarding') === onboarding);
  if (!line) return;
  draft['track'] = line.track;
  draft['stage'] = line.stage;
  if (line.daysInStage !== null) draft['days'] = line.daysInStage;
}

/** Days past the oldest due day: the leaf is dated to the first day on which it was late. */
function sinceDue(draft: Draft, leaf: string, profile: Profile): void {
  const lateFrom = profile.dates[leaf];
  if (lateFrom === undefined) return;
  draft['days'] = profile.day - lateFrom + 1;
  draft['date'] = lateFrom - 1;
}

/** A milestone is named when nothing else is later; a delivery has a key that only its source understands. */
function lateMilestone(draft: Draft, profile: Profile): void {
  let oldest: { key: string; due: Day } | null = null;
  for (const track of profile.tracks)
    for (const { key, due, deliveredOn } of track.milestones) {
      if (due === null || deliveredOn !== null || due >= profile.day) continue;
      if (oldest === null || due < oldest.due) oldest = { key, due };
    }
  if (oldest === null || (typeof draft['date'] === 'number' && oldest.due > draft['date'])) return;
  draft['deliverable'] = oldest.key;
  draft['days'] = profile.day - oldest.due;
  draft['date'] = oldest.due;
}

/** The last milestone delivered with its proof; null when nothing is proven. */
export function lastProven(profile: Profile): { readonly key: string; readonly on: Day } | null {
  let last: { key: string; on: Day } | null = null;
  for (const track of profile.tracks)
    for (const { key, deliveredOn, proven } of track.milestones) {
      if (!proven || deliveredOn === null) continue;
      if (last === null || deliveredOn > last.on) last = { key, on: deliveredOn };
    }
  return last;
}

function provenMilestone(draft: Draft, profile: Profile): void {
  const last = lastProven(profile);
  if (last === null) return;
  draft['result'] = last.key;
  draft['date'] = last.on;
}

/** Params when no signal speaks. */
export function quietParams(account: Account, talkBy: Day | null): Params {
  return { ...common(account), date: talkBy, deadline: talkBy, days: null, pct: null };
}
