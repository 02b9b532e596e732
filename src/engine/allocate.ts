// What accounts share: delivery capacity of an offer this month, and people's week. Pure over decisions; it decides no
// account by itself.
import type { Context, Decision, Gate, RankedOffer } from '#domain/decision.ts';
import { byRisk, type Listed } from '#domain/lists/at-risk.ts';
import { byPriority } from '#domain/offers/rank.ts';
import { markedOutside, outsideOf, peopleWeek, type WeekCapacity } from './people-week.ts';

const noCapacity = { code: 'no_capacity', params: {} } as const;
const best = { code: 'best', params: {} } as const;

const isOpen = (offer: RankedOffer): boolean => offer.state !== 'blocked';

/** What an account asks of capacity: the offer it is to be made, and all that stand, in their order. */
export type Claim = {
  readonly id: string;
  readonly offer: string | null;
  readonly priority: number;
  readonly open: readonly string[];
};

/** The claim of a decision that was taken as if every slot were its own. */
export function claimOf(id: string, decision: Pick<Decision, 'offer' | 'offers'>): Claim {
  const chosen = decision.offers.find((offer) => offer.key === decision.offer);
  return {
    id,
    offer: decision.offer,
    priority: chosen?.priority ?? -1,
    open: decision.offers.filter(isOpen).map((offer) => offer.key),
  };
}

/**
 * Who goes without: by account the offers that stand there and have no slot left. Accounts in the order of their
 * chosen offer's priority, then id, take one slot each; who comes too late takes one of the next offer that has any.
 */
export function withoutSlot(
  claims: readonly Claim[],
  capacity: Context['capacity'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const left = new Map(Object.entries(capacity));
  const without = new Map<string, ReadonlySet<string>>();
  const order = claims.toSorted(
    (a, b) => b.priority - a.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  for (const { id, offer, open } of order) {
    const gone = new Set(open.filter((key) => (left.get(key) ?? 1) <= 0));
    if (gone.size > 0) without.set(id, gone);
    const taken = offer !== null && !gone.has(offer) ? offer : open.find((key) => !gone.has(key));
    const slots = taken === undefined ? undefined : left.get(taken);
    if (taken !== undefined && slots !== undefined) left.set(taken, slots - 1);
  }
  return without;
}

function barred(offer: RankedOffer): RankedOffer {
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

/** The action where the offer it spoke of does not stand any more. */
function spokenOf(action: Decision['action'], gone: ReadonlySet<string>, other: string | null) {
  const spoken = action.params['offer'];
  if (typeof spoken !== 'string' || !gone.has(spoken)) return action;
  return { ...action, params: { ...action.params, offer: other } };
}

/** The decision where some offers have no slot left: the next one stands, or none with the reason `blocked`. */
export function shared(decision: Decision, gone: ReadonlySet<string> | undefined): Decision {
  if (!gone || !decision.offers.some((offer) => isOpen(offer) && gone.has(offer.key))) return decision;
  const judged = decision.offers.map((offer) =>
    isOpen(offer) && gone.has(offer.key) ? barred(offer) : offer,
  );
  const open = judged.filter(isOpen);
  const blocked = judged.filter((offer) => !isOpen(offer)).toSorted(byPriority);
  const chosen = (open.find((offer) => offer.key === decision.offer) ?? open[0])?.key ?? null;
  const growth = open.find((offer) => offer.intent === 'growth');
  return {
    ...decision,
    offers: chosen === null ? blocked : [...open.map((offer) => arbitrated(offer, chosen)), ...blocked],
    action: spokenOf(decision.action, gone, chosen ?? growth?.key ?? null),
    offer: chosen,
    offerReason: chosen === null ? 'blocked' : decision.offerReason,
    ready: decision.ready && growth !== undefined,
  };
}

/** The order of the list: at risk first; in both parts money at stake, then days to the end, then id. */
function byAttention(a: Listed, b: Listed): number {
  return Number(b.decision.atRisk) - Number(a.decision.atRisk) || byRisk(a, b);
}

/**
 * Shares limited capacity, and the week of the people named, over decisions that were taken each by itself. Order of the
 * answer is that of the question.
 */
export function allocate(
  all: readonly Listed[],
  context: Pick<Context, 'capacity'> & { readonly week?: WeekCapacity },
): readonly Listed[] {
  const gone = withoutSlot(
    all.map(({ id, decision }) => claimOf(id, decision)),
    context.capacity,
  );
  const given = all.map(({ id, decision }) => ({ id, decision: shared(decision, gone.get(id)) }));
  const [first] = given;
  if (!first || !context.week) return given;
  const people = peopleWeek(given.toSorted(byAttention), context.week, first.decision.day);
  const outside = outsideOf(people);
  return given.map((one) => (outside.has(one.id) ? { ...one, decision: markedOutside(one.decision) } : one));
}
