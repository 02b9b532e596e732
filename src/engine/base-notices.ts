// One notice about the base instead of a hundred equal alarms: a recess, or a feed that broke, is no news of a customer.
// Pure over counts; it decides no account.
import type { Day } from '#base/day.ts';
import type { Decision } from '#domain/decision.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';

/** Share of measurable accounts from which one day's equal signal says more of the base than of the accounts. */
const noticeShare = 0.4;

export type BaseNotice = {
  readonly signal: string;
  /** The day on which it starts at so many accounts. */
  readonly since: Day;
  readonly accounts: number;
  readonly measurable: number;
};
/** How many accounts known since a day stand alike. */
type Counted = { readonly knownSince: Day; readonly accounts: number };
export type SignalCounts = {
  readonly all: readonly Counted[];
  readonly started: readonly (Counted & { readonly signal: string; readonly since: Day })[];
  readonly unknown: readonly (Counted & { readonly signal: string })[];
};

const usageKeys = new WeakMap<CompiledMethod, readonly string[]>();

/** Keys of the signals that read usage: those that a recess or a broken feed can start everywhere at once. */
export function usageSignals(method: CompiledMethod): readonly string[] {
  let keys = usageKeys.get(method);
  if (!keys) {
    keys = method.method.signals
      .map((signal) => signal.key)
      .filter((key) =>
        method.byPath.get(`signals.${key}.when`)?.condition.leaves.some((leaf) => leaf.startsWith('usage.')),
      );
    usageKeys.set(method, keys);
  }
  return keys;
}

/**
 * Signals that start on one day at more than 40% of the accounts that could tell, among accounts known before that
 * day (the first import is exempt), by signal and day. What held already when it could first be told starts nothing.
 */
export function noticesOf(counts: SignalCounts): readonly BaseNotice[] {
  const before = (list: readonly Counted[], day: Day): number =>
    list.reduce((sum, one) => sum + (one.knownSince < day ? one.accounts : 0), 0);
  const groups = Map.groupBy(counts.started, ({ signal, since }) => `${signal} ${since}`);
  const unknown = Map.groupBy(counts.unknown, ({ signal }) => signal);
  const notices: BaseNotice[] = [];
  for (const group of groups.values()) {
    const [{ signal, since } = { signal: '', since: 0 }] = group;
    const accounts = before(group, since);
    if (accounts < 2) continue;
    const measurable = before(counts.all, since) - before(unknown.get(signal) ?? [], since);
    if (accounts > noticeShare * measurable) notices.push({ signal, since, accounts, measurable });
  }
  return notices.toSorted((a, b) => a.since - b.since || (a.signal < b.signal ? -1 : 1));
}

/** One account as the notices see it. */
export type Watched = {
  readonly decision: Pick<Decision, 'signals' | 'unknownSignals'> & Partial<Pick<Decision, 'replaced'>>;
  readonly knownSince: Day;
};

/** The notices over whole decisions. Hand the answer to `decide` as `context.suppressed`. */
export function baseNotices(all: readonly Watched[], method: CompiledMethod): readonly BaseNotice[] {
  const keys = new Set(usageSignals(method));
  return noticesOf({
    all: all.map(({ knownSince }) => ({ knownSince, accounts: 1 })),
    started: all.flatMap(({ decision, knownSince }) =>
      [...decision.signals.filter((signal) => signal.begun), ...(decision.replaced ?? [])]
        .filter(({ key }) => keys.has(key))
        .map(({ key, since }) => ({ signal: key, since, knownSince, accounts: 1 })),
    ),
    unknown: all.flatMap(({ decision, knownSince }) =>
      decision.unknownSignals
        .filter((signal) => keys.has(signal))
        .map((signal) => ({ signal, knownSince, accounts: 1 })),
    ),
  });
}
