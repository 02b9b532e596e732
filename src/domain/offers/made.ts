// What was offered and what became of it: own records, so what is not recorded was not offered.
import { contractsAt } from '#domain/contract/state.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import type { LeafWriter, OfferState, RowRef, View } from '#domain/profile/shape.ts';

const refusedDays = 365;

type Act = {
  readonly type: 'offer-proposed' | 'offer-accepted' | 'offer-refused';
  readonly row: SlimRow<'offer-proposed'> | SlimRow<'offer-accepted'> | SlimRow<'offer-refused'>;
};

/** Writes `offers.held`, `.open`, `.lastAt` and `.refused`. */
export function offersCalculator(view: View, out: LeafWriter): void {
  const acts = actsOf(view);
  const states = acts.length === 0 ? [] : statesOf(acts);
  const held = new Set<string>();
  const refused = new Set<string>();
  let open = 0;
  for (const state of states) {
    if (state.state === 'open') open += 1;
    else if (state.state === 'accepted') {
      held.add(state.offer);
      refused.delete(state.offer);
    } else if (view.day - state.on < refusedDays) refused.add(state.offer);
  }
  for (const contract of contractsAt(view)) {
    if (!contract.active) continue;
    for (const line of contract.lines) if (line.product !== null) held.add(line.product);
  }
  const evidence = acts.map((act): RowRef => act);
  out.set('offers.held', [...held].sort(), view.day, evidence);
  out.set('offers.open', open, view.day, evidence);
  out.set('offers.refused', [...refused].sort(), view.day, evidence);
  const last = acts.at(-1);
  if (last) out.set('offers.lastAt', last.row.day, view.day, [last]);
}

/** Each offer made with its present state, oldest first; an answer closes the proposal before it. */
export function offerStates(view: View): readonly OfferState[] {
  return statesOf(actsOf(view));
}

function actsOf(view: View): readonly Act[] {
  const acts: Act[] = [];
  for (const row of view.rows('offer-proposed')) acts.push({ type: 'offer-proposed', row });
  for (const row of view.rows('offer-accepted')) acts.push({ type: 'offer-accepted', row });
  for (const row of view.rows('offer-refused')) acts.push({ type: 'offer-refused', row });
  return acts.sort((a, b) => a.row.occurred - b.row.occurred || rank[a.type] - rank[b.type]);
}

/** At one instant the proposal comes before the answer. */
const rank: Readonly<Record<Act['type'], number>> = {
  'offer-proposed': 0,
  'offer-accepted': 1,
  'offer-refused': 1,
};

function statesOf(acts: readonly Act[]): readonly OfferState[] {
  const states: OfferState[] = [];
  const openAt = new Map<string, number>();
  for (const { type, row } of acts) {
    const offer = row.offer ?? '';
    const at = openAt.get(offer);
    if (type === 'offer-proposed') {
      // Proposed again while open: the same question, asked anew.
      if (at === undefined) openAt.set(offer, states.length);
      states[at ?? states.length] = { offer, state: 'open', on: row.day, reason: null };
      continue;
    }
    const reason = 'reason' in row ? row.reason : null;
    const answer: OfferState = {
      offer,
      state: type === 'offer-accepted' ? 'accepted' : 'refused',
      on: row.day,
      reason,
    };
    states[at ?? states.length] = answer;
    openAt.delete(offer);
  }
  return states.sort((a, b) => a.on - b.on);
}
