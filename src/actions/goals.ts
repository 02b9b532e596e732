// The goals that sales, product and CS share, as they stand on a day whose list is complete: revenue kept, time to value.
import { formatDay, type Day } from '#base/day.ts';
import type { Method } from '#domain/method/schema.ts';
import { baseNrr, type BaseNrr } from '#domain/revenue/base-nrr.ts';
import { timeToValue, type TimeToValue } from '#domain/value/ttfv.ts';
import { waitedRows, yearSums } from '#store/goals.ts';
import type { Tx } from '#store/in-workspace.ts';
import { must, type Session } from './session.ts';

export type SharedGoals = {
  readonly nrr: BaseNrr;
  readonly ttfv: TimeToValue & {
    /** Days within which the method wants it, shortest and longest over the segments; null: no target is set. */
    readonly target: readonly [number, number] | null;
  };
};

function ttfvTarget({ limits }: Method): readonly [number, number] | null {
  const days = Object.values(limits['ttfvDays'] ?? limits['onboardingDays'] ?? {});
  return days.length === 0 ? null : [Math.min(...days), Math.max(...days)];
}

/** Over the customers that who asks may see. */
export async function goalsIn(tx: Tx, session: Session, day: Day, method: Method): Promise<SharedGoals> {
  must(session, 'accounts.read');
  const { workspaceId, sees } = session;
  const sums = await yearSums(tx, workspaceId, formatDay(day), sees);
  const nrr = baseNrr({
    movements: {
      opening: sums.openingCents,
      new: 0,
      reactivation: 0,
      expansion: sums.expansionCents,
      contraction: sums.contractionCents,
      churn: sums.churnCents,
      adjustment: sums.adjustmentCents,
      closing:
        sums.openingCents +
        sums.expansionCents +
        sums.adjustmentCents -
        sums.contractionCents -
        sums.churnCents,
      openingLogos: sums.opened - sums.gaps,
      lostLogos: sums.lost,
    },
    priced: sums.priced,
    gaps: sums.gaps,
    gapCents: sums.gapCents,
  });
  const waited = await waitedRows(tx, workspaceId, formatDay(day), sees);
  return { nrr, ttfv: { ...timeToValue(waited), target: ttfvTarget(method) } };
}
