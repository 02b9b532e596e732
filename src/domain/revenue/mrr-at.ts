// The one place that says what an account pays a month: recurring lines of its active contracts, else the value a
// sheet reported. A line without a price makes the sum unknown and is named; it never counts as zero.
import { contractsAt, type Contract } from '#domain/contract/state.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';
import { convertAt } from './rates.ts';

export type Mrr = {
  /** Integer cents a month in the workspace's currency at the as-of rate; null when not known. */
  readonly cents: number | null;
  readonly arrCents: number | null;
  readonly basis: 'contracts' | 'observation' | 'none';
  /** Active contracts with a recurring line whose value is not known. */
  readonly unpriced: readonly string[];
  /** Value of paused contracts: counted as zero above. Null when one of them is not known. */
  readonly pausedCents: number | null;
  readonly evidence: readonly RowRef[];
};

/** Monthly recurring revenue of the account on the day of the view. Paused contracts are worth zero. */
export function mrrAt(view: View): Mrr {
  const contracts = contractsAt(view);
  const active = contracts.filter((contract) => contract.active);
  const carrying = active.some((contract) => contract.lines.some((line) => line.cents !== null));
  if (!carrying && (active.length > 0 || contracts.length === 0)) {
    const observed = observedMrr(view);
    if (observed) return observed;
  }
  if (contracts.length === 0) return { ...nothing, basis: 'none', evidence: [] };
  return sumOf(active);
}

/** Writes `contract.mrr` and `contract.arr`. */
export function mrrCalculator(view: View, out: LeafWriter): void {
  const mrr = mrrAt(view);
  if (mrr.cents !== null) out.set('contract.mrr', mrr.cents, view.day, mrr.evidence);
  if (mrr.arrCents !== null) out.set('contract.arr', mrr.arrCents, view.day, mrr.evidence);
}

const nothing = { cents: null, arrCents: null, unpriced: [], pausedCents: 0 } as const;

function sumOf(active: readonly Contract[]): Mrr {
  let cents = 0;
  let arrCents = 0;
  let pausedCents: number | null = 0;
  const unpriced: string[] = [];
  const evidence: RowRef[] = [];
  for (const contract of active) {
    evidence.push(...contract.evidence);
    const money = contract.lines.length === 0 ? null : contract.money;
    if (contract.paused) {
      pausedCents = pausedCents === null || !money ? null : pausedCents + money.mrrCents;
    } else if (money) {
      cents += money.mrrCents;
      arrCents += money.arrCents;
    } else unpriced.push(contract.key);
  }
  const known = unpriced.length === 0;
  return {
    cents: known ? cents : null,
    arrCents: known ? arrCents : null,
    basis: 'contracts',
    unpriced,
    pausedCents,
    evidence,
  };
}

function observedMrr(view: View): Mrr | null {
  const row = newestObservation(view, 'mrr_cents');
  if (!row) return null;
  const { frame } = view;
  const cents = convertAt(frame.rates, Math.round(row.value), row.currency, frame.currency, view);
  const evidence: readonly RowRef[] = [{ type: 'state-observed', row }];
  const arrCents = cents === null ? null : cents * 12;
  return { cents, arrCents, basis: 'observation', unpriced: [], pausedCents: 0, evidence };
}
