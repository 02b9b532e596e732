// The list of the risk committee as it stands: everyone whose contract is at risk, with what was decided and is not done.
import { mondayOf, type Day } from '#base/day.ts';
import { startOfDay } from '#base/zone.ts';
import type { Decision } from '#domain/decision.ts';
import { contractAtRisk, contractSignals } from '#domain/lists/contract-risk.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { openTasks, type TaskRow } from '#store/tasks.ts';
import { ritualSource } from './decide-line.ts';
import type { ListedAccount } from './list-accounts.ts';
import { must, type Session } from './session.ts';
import { readWeek, type WeekList } from './week.ts';

/** Rows that one committee goes through; the rest is counted. */
const mostRows = 50;

export type Committee = {
  readonly week: WeekList;
  /** Key of the member whose customers alone are in it; null: everybody's. */
  readonly sees: string | null;
  readonly monday: Day;
  /** First instant (ms) of the week. */
  readonly begun: number;
  /** In order of attention. */
  readonly lines: readonly ListedAccount[];
  readonly total: number;
  /** Of all of them, as far as it is known; null: of nobody. */
  readonly mrrCents: number | null;
  /** What is open, by account, whatever week it is of. */
  readonly decided: ReadonlyMap<string, TaskRow>;
};

/** The committee of today; what was decided weeks ago stands on its line until it is closed. */
export async function readCommittee(session: Session): Promise<Committee> {
  must(session, 'ritual.hold');
  const { store, workspaceId, now, sees } = session;
  const week = await readWeek(session, undefined);
  const alone = contractSignals(week.method.compiled.method);
  const risky = week.accounts.filter(({ decision }) =>
    contractAtRisk(decision as unknown as Decision, alone),
  );
  const known = risky.flatMap(({ decision }) => decision.mrrCents ?? []);
  const open = await inWorkspace(store, workspaceId, (tx) =>
    openTasks(tx, workspaceId, now, { source: ritualSource, sees }),
  );
  const monday = mondayOf(week.day);
  return {
    week,
    sees,
    monday,
    begun: startOfDay(monday, week.workspace.zone),
    lines: risky.slice(0, mostRows),
    total: risky.length,
    mrrCents: known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0),
    // Of two that are open the newer one stands last.
    decided: new Map(open.map((one) => [one.accountId, one])),
  };
}
