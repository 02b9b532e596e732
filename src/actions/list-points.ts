// A filtered base as it is drawn, health over revenue: what can be shown of it, however large it is.
import { formatDay, type Day } from '#base/day.ts';
import type { Tx } from '#store/in-workspace.ts';
import { pointsOf, type PointGrid } from '#store/list-points.ts';
import { endOfDay } from '#base/zone.ts';
import { filterOf, type AccountFilter } from './list-query.ts';
import { namesThen } from './names-then.ts';
import { countedOnce, onList, type ListAt } from './on-list.ts';
import { runningMethod } from './running-method.ts';
import { Refusal } from './refusal.ts';
import { must, type Session } from './session.ts';
import { ownKey } from './seen.ts';

export type ListPoints = PointGrid & {
  readonly day: Day;
  readonly today: Day;
  readonly currency: string;
  /** Scores at which yellow and green begin. */
  readonly bands: { readonly yellow: number; readonly green: number };
};

/** So many accounts are drawn one by one; of more, most are counted in cells. */
const mostPoints = 400;

/** Customers under the names they had on a past day. */
async function under<T extends { id: string; name: string }>(
  tx: Tx,
  session: Session,
  { day, today, workspace }: ListAt,
  rows: readonly T[],
): Promise<T[]> {
  if (day === today) return [...rows];
  const ids = rows.map(({ id }) => id);
  const names = await namesThen(tx, session.workspaceId, ids, endOfDay(day, workspace.zone));
  return rows.map((row) => ({ ...row, name: names.get(row.id)?.name ?? row.name }));
}

/** The points of a filtered list as of a day; refuses with `money-hidden` who is not told amounts. */
export async function listPoints(
  session: Session,
  query: AccountFilter & { readonly asOf?: string | undefined },
): Promise<ListPoints> {
  must(session, 'accounts.read');
  // Where a point stands tells its amount.
  if (!session.seesMoney) throw new Refusal('money-hidden');
  const { workspaceId, now } = session;
  return onList(session, query.asOf, async (tx, at) => {
    const filter = filterOf(session, query, at.day, await ownKey(tx, session));
    const grid = await countedOnce(session, at, ['points', formatDay(at.day), filter], () =>
      pointsOf(tx, workspaceId, filter, mostPoints),
    );
    const { bands } = (await runningMethod(tx, workspaceId, now)).compiled.method.health;
    return {
      ...grid,
      points: await under(tx, session, at, grid.points),
      out: await under(tx, session, at, grid.out),
      day: at.day,
      today: at.today,
      currency: at.workspace.currency,
      bands: { yellow: bands.yellow, green: bands.green },
    };
  });
}
