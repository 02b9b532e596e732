// The weekly ritual as it stands: the week's lists with what was decided of each line, what is carried over from the weeks
// before, how phases moved since, and the minutes.
import { mondayOf, type Day } from '#base/day.ts';
import { dayAt, endOfDay, startOfDay } from '#base/zone.ts';
import { advanceDays, advanceRate, type AdvanceRate, type ConfirmedStage } from '#domain/journey/advance.ts';
import { contractAtRisk, contractSignals } from '#domain/lists/contract-risk.ts';
import type { Decision } from '#domain/decision.ts';
import type { Method } from '#domain/method/schema.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { lastFirmFact } from '#store/workspace-facts.ts';
import { openTasks, type TaskRow } from '#store/tasks.ts';
import { movesOf, type MoveRow } from '#store/work.ts';
import { ritualSource } from './decide-line.ts';
import { goalsIn, type SharedGoals } from './goals.ts';
import type { ListedAccount } from './list-accounts.ts';
import { must, type Session } from './session.ts';
import { readWeek, type WeekList } from './week.ts';

/** Lines of each list that the ritual goes through. */
export const ritualLines = 10;
const mostCarried = 50;

export type Moved = { readonly entered: number; readonly back: number };
export type Ritual = {
  readonly week: WeekList;
  /** Key of the member whose customers alone are in it; null: everybody's. */
  readonly sees: string | null;
  /** Monday of the week it is about, and its first instant (ms). */
  readonly monday: Day;
  readonly begun: number;
  readonly atRisk: readonly ListedAccount[];
  readonly ready: readonly ListedAccount[];
  /** Accounts at contract risk that are in none of the two lists. */
  readonly contractRisk: readonly ListedAccount[];
  readonly counts: { readonly atRisk: number; readonly ready: number; readonly contractRisk: number };
  /** What was decided this week, by account. */
  readonly decided: ReadonlyMap<string, TaskRow>;
  /** Open decisions of weeks before, oldest first. */
  readonly carried: readonly TaskRow[];
  readonly metric: AdvanceRate;
  readonly goals: SharedGoals;
  /** Steps into each stage since the Monday before, forward and back. */
  readonly moved: ReadonlyMap<string, Moved>;
  /** Tracks that are past their time, by stage. */
  readonly late: ReadonlyMap<string, number>;
  readonly minutes: { readonly text: string; readonly on: Day } | null;
};

/** Confirmed stages of moves, with their place in the method. */
function confirmedOf(moves: readonly MoveRow[], method: Method, zone: string): ConfirmedStage[] {
  const place = new Map(method.stages.map((stage, at) => [stage.key, { at, canonical: stage.canonical }]));
  return moves.flatMap((move) => {
    const found = place.get(String(move.body['stage']));
    if (move.type !== 'stage-confirmed' || !found) return [];
    return {
      account: move.accountId,
      track: String(move.body['track']),
      stage: String(move.body['stage']),
      canonical: found.canonical,
      place: found.at,
      on: dayAt(move.occurredAt, zone),
      byCustomer: move.body['byCustomer'] === true,
    };
  });
}

const accountsOf = (moves: readonly MoveRow[], fits: (move: MoveRow) => boolean): ReadonlySet<string> =>
  new Set(moves.filter(fits).map(({ accountId }) => accountId));

function metricOf(moves: readonly MoveRow[], method: Method, week: WeekList): AdvanceRate {
  const window = { from: week.day - advanceDays, to: week.day };
  const listed = new Set(week.accounts.map(({ id }) => id));
  const proven = accountsOf(
    moves,
    ({ type, body }) => type === 'milestone-delivered' && typeof body['proof'] === 'string',
  );
  // Who is still listed has another contract.
  const churned = accountsOf(
    moves,
    ({ type, accountId }) => type === 'contract-ended' && !listed.has(accountId),
  );
  return advanceRate(confirmedOf(moves, method, week.workspace.zone), window, proven, churned);
}

/** Steps into each stage after a day. A first confirmation of a track is no step. */
function movedSince(moves: readonly MoveRow[], method: Method, since: Day, zone: string): Map<string, Moved> {
  const moved = new Map<string, Moved>();
  const last = new Map<string, ConfirmedStage>();
  for (const stage of confirmedOf(moves, method, zone)) {
    const key = `${stage.account} ${stage.track}`;
    const before = last.get(key);
    last.set(key, stage);
    if (stage.on <= since || before === undefined || before.place === stage.place) continue;
    const name = method.stages[stage.place]?.key ?? '';
    const now = moved.get(name) ?? { entered: 0, back: 0 };
    moved.set(
      name,
      stage.place > before.place ? { ...now, entered: now.entered + 1 } : { ...now, back: now.back + 1 },
    );
  }
  return moved;
}

function lateByStage(accounts: readonly ListedAccount[]): Map<string, number> {
  const late = new Map<string, number>();
  for (const { decision } of accounts)
    for (const line of decision.stages) if (line.late) late.set(line.stage, (late.get(line.stage) ?? 0) + 1);
  return late;
}

function listsOf({ accounts, ready, method }: WeekList, carried: ReadonlySet<string>) {
  const alone = contractSignals(method.compiled.method);
  const byId = new Map(accounts.map((one) => [one.id, one]));
  const risky = accounts.filter(({ decision }) => decision.atRisk);
  const atRisk = risky.slice(0, ritualLines);
  const shown = new Set(atRisk.map(({ id }) => id));
  const growing = ready.filter((id) => !shown.has(id)).slice(0, ritualLines);
  for (const id of growing) shown.add(id);
  const contract = accounts.filter(({ decision }) => contractAtRisk(decision as unknown as Decision, alone));
  return {
    atRisk,
    ready: growing.flatMap((id) => byId.get(id) ?? []),
    contractRisk: contract.filter(({ id }) => !shown.has(id) && !carried.has(id)).slice(0, ritualLines),
    counts: { atRisk: risky.length, ready: ready.length, contractRisk: contract.length },
  };
}

/** The ritual of this week, as known now. */
export async function readRitual(session: Session): Promise<Ritual> {
  must(session, 'ritual.hold');
  const { store, workspaceId, now, sees } = session;
  const week = await readWeek(session, undefined);
  const { zone } = week.workspace;
  const monday = mondayOf(week.day);
  const { method } = week.method.compiled;
  return await inWorkspace(store, workspaceId, async (tx) => {
    const ours = await openTasks(tx, workspaceId, now, { source: ritualSource, sees });
    const begun = startOfDay(monday, zone);
    const decided = new Map(ours.filter((one) => one.openedAt >= begun).map((one) => [one.accountId, one]));
    const carried = ours.filter((one) => one.openedAt < begun).slice(0, mostCarried);
    const since = endOfDay(week.day - advanceDays, zone);
    const moves = await movesOf(tx, workspaceId, since, now, sees);
    // Minutes speak of everybody's customers.
    const written = sees === null ? await lastFirmFact(tx, workspaceId, 'minutes-written', now) : null;
    return {
      week,
      sees,
      monday,
      begun,
      ...listsOf(week, new Set(carried.map(({ accountId }) => accountId))),
      decided,
      carried,
      metric: metricOf(moves, method, week),
      goals: await goalsIn(tx, session, week.day, method),
      moved: movedSince(moves, method, monday - 7, zone),
      late: lateByStage(week.accounts),
      minutes: written ? { text: written.texts['text'] ?? '', on: dayAt(written.occurredAt, zone) } : null,
    };
  });
}
