// What accounts share: delivery capacity of an offer this month, and one notice instead of a hundred equal alarms.
// Pure over decisions; it decides no account by itself.
import type { Day } from '#base/day.ts';
import type { Context, Decision, Gate, RankedOffer } from '#domain/decision.ts';
import type { Listed } from '#domain/lists/at-risk.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { byPriority } from '#domain/offers/rank.ts';

const noCapacity = { code: 'no_capacity', params: {} } as const;
const best = { code: 'best', params: {} } as const;

const isOpen = (offer: RankedOffer): boolean => offer.state !== 'blocked';

function withoutSlot(offer: RankedOffer): RankedOffer {
  const gates = offer.gates
    .filter((gate) => gate.gate !== 'arbitration')
    .map((gate) =>
      gate.gate === 'eligibility' ? { ...gate, passed: false, reasons: [...gate.reasons, noCapacity] } : gate,
    );
  return { ...offer, state: 'blocked', ask: [], gates };
}

/** The same offer where another one is chosen now, or itself. */
function arbitrated(offer: RankedOffer, chosen: string): RankedOffer {
  const gates = offer.gates.map((gate): Gate => {
    if (gate.gate !== 'arbitration') return gate;
    if (offer.key === chosen) return gate.passed ? gate : { ...gate, passed: true, reasons: [best] };
    return { ...gate, passed: false, reasons: [{ code: 'outranked', params: { by: chosen } }] };
  });
  return { ...offer, gates };
}

/** The decision when some offers have no slot left: the next one stands, or none with the reason `blocked`. */
function without(decision: Decision, gone: ReadonlySet<string>): Decision {
  if (!decision.offers.some((offer) => isOpen(offer) && gone.has(offer.key))) return decision;
  const judged = decision.offers.map((offer) =>
    isOpen(offer) && gone.has(offer.key) ? withoutSlot(offer) : offer,
  );
  const open = judged.filter(isOpen);
  const blocked = judged.filter((offer) => !isOpen(offer)).toSorted(byPriority);
  const chosen = (open.find((offer) => offer.key === decision.offer) ?? open[0])?.key ?? null;
  const growth = open.find((offer) => offer.intent === 'growth');
  const offers = chosen === null ? blocked : [...open.map((offer) => arbitrated(offer, chosen)), ...blocked];
  const spoken = decision.action.params['offer'];
  const action =
    typeof spoken === 'string' && gone.has(spoken)
      ? { ...decision.action, params: { ...decision.action.params, offer: chosen ?? growth?.key ?? null } }
      : decision.action;
  return {
    ...decision,
    offers,
    action,
    offer: chosen,
    offerReason: chosen === null ? 'blocked' : decision.offerReason,
    ready: decision.ready && growth !== undefined,
  };
}

/** Priority of the chosen offer first, then id. */
function byChosen(a: Listed, b: Listed): number {
  const priority = ({ decision }: Listed) =>
    decision.offers.find((offer) => offer.key === decision.offer)?.priority ?? -1;
  return priority(b) - priority(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Shares limited capacity: accounts in the order of their chosen offer's priority, then id, take one slot each of the
 * offer they are to be made; at whoever comes after the last slot the offer no longer stands, chosen or not. Order of
 * the answer is that of the question.
 */
export function allocate(all: readonly Listed[], context: Pick<Context, 'capacity'>): readonly Listed[] {
  const left = new Map(Object.entries(context.capacity));
  if (left.size === 0) return all;
  const decided = new Map<string, Decision>();
  for (const { id, decision } of all.toSorted(byChosen)) {
    const gone = new Set([...left].filter(([, slots]) => slots <= 0).map(([offer]) => offer));
    const shared = gone.size === 0 ? decision : without(decision, gone);
    const slots = shared.offer === null ? undefined : left.get(shared.offer);
    if (shared.offer !== null && slots !== undefined) left.set(shared.offer, slots - 1);
    decided.set(id, shared);
  }
  return all.map(({ id, decision }) => ({ id, decision: decided.get(id) ?? decision }));
}

/** Share of measurable accounts from which one day's equal signal says more of the base than of the accounts. */
const noticeShare = 0.4;

export type BaseNotice = {
  readonly signal: string;
  /** The day on which it starts at so many accounts. */
  readonly since: Day;
  readonly accounts: number;
  readonly measurable: number;
};
/** One account as the notice sees it. */
export type Watched = {
  readonly decision: Decision;
  /** Day from which the account is known here: the first import is exempt. */
  readonly knownSince: Day;
};

/**
 * Usage signals that start on one day at more than 40% of the accounts that could tell, counted among accounts known
 * before that day. Hand the answer to `decide` as `context.suppressed`: the notice takes the signals' place.
 */
export function baseNotices(all: readonly Watched[], method: CompiledMethod): readonly BaseNotice[] {
  const notices: BaseNotice[] = [];
  for (const { key } of method.method.signals) {
    const reads = method.byPath.get(`signals.${key}.when`)?.condition.leaves ?? [];
    if (!reads.some((leaf) => leaf.startsWith('usage.'))) continue;
    const starts = new Map<Day, number>();
    for (const { decision } of all) {
      const since = decision.signals.find((signal) => signal.key === key)?.since;
      if (since !== undefined) starts.set(since, (starts.get(since) ?? 0) + 1);
    }
    for (const since of [...starts.keys()].sort((a, b) => a - b)) {
      const notice = noticeOf(key, since, all);
      if (notice) notices.push(notice);
    }
  }
  return notices;
}

function noticeOf(signal: string, since: Day, all: readonly Watched[]): BaseNotice | null {
  let accounts = 0;
  let measurable = 0;
  for (const { decision, knownSince } of all) {
    if (knownSince >= since || decision.unknownSignals.includes(signal)) continue;
    measurable += 1;
    if (decision.signals.some((one) => one.key === signal && one.since === since)) accounts += 1;
  }
  return accounts > 1 && accounts > noticeShare * measurable ? { signal, since, accounts, measurable } : null;
}
