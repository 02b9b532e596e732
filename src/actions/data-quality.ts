// How good the base's data is: what each pillar of health can speak of, what to collect next, which feeds fell silent,
// what imports brought and could not read.
import { formatDay, type Day } from '#base/day.ts';
import { isUuid } from '#base/id.ts';
import { dataCoverage, type DataCoverage } from '#domain/data-quality/coverage.ts';
import { lateFeeds, type LateFeed } from '#domain/data-quality/feeds.ts';
import {
  feedDays,
  importLines,
  knownGroups,
  refusedCells,
  sourceRows,
  type ImportLine,
  type SourceRows,
} from '#store/data-quality.ts';
import { countAccounts } from '#store/accounts.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { askedDay } from './days.ts';
import { mostInWorkbook } from './export-base.ts';
import { ensureList, stateOfList } from './ensure-list.ts';
import { Refusal } from './refusal.ts';
import { runningMethod, type RunningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { waitingTotals, type WaitingTotals } from '#store/inbox.ts';
import { readSetting } from './workspace-setting.ts';

/** Imports whose reports the quality by source counts. */
const countedImports = 50;
export const importsPerPage = 20;

export type DataQuality = {
  readonly day: Day;
  readonly method: RunningMethod;
  readonly currency: string;
  readonly coverage: DataCoverage;
  readonly late: readonly LateFeed[];
  /** Feeds there are, late or not. */
  readonly feeds: number;
  readonly imports: ImportsPage;
  readonly sources: readonly (SourceRows & {
    readonly reasons: readonly { readonly code: string; readonly cells: number }[];
  })[];
  readonly countedImports: number;
  readonly waiting: WaitingTotals;
  /** Whether all customers fit into one workbook. */
  readonly workbook: boolean;
};
export type ImportsPage = { readonly items: readonly ImportLine[]; readonly nextCursor: string | null };

async function pageOfImports(
  tx: Tx,
  workspaceId: string,
  before: string | null,
  limit: number,
): Promise<ImportsPage> {
  const rows = await importLines(tx, workspaceId, { before, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.importId ?? null) : null };
}

/** A page of the recorded imports, newest first; refuses a cursor that is none. */
export async function listImportsOf(
  session: Session,
  cursor: string | undefined,
  limit: number,
): Promise<ImportsPage> {
  must(session, 'data.read');
  if (cursor !== undefined && !isUuid(cursor))
    throw new Refusal('cursor-invalid', { cursor: cursor.slice(0, 80) });
  return inWorkspace(session.store, session.workspaceId, (tx) =>
    pageOfImports(tx, session.workspaceId, cursor ?? null, limit),
  );
}

async function readQuality(tx: Tx, session: Session, completed: boolean): Promise<DataQuality | Day> {
  const { workspaceId } = session;
  const { workspace } = await readSetting(tx, workspaceId);
  const { day } = askedDay(undefined, session.now, workspace.zone);
  if (!completed && !(await stateOfList(tx, session, day)).complete) return day;
  const method = await runningMethod(tx, workspaceId, session.now);
  const groups = await knownGroups(tx, workspaceId, formatDay(day));
  const feeds = await feedDays(tx, workspaceId);
  const reasons = await refusedCells(tx, workspaceId, countedImports);
  const sources = await sourceRows(tx, workspaceId, countedImports);
  return {
    day,
    method,
    currency: workspace.currency,
    coverage: dataCoverage(groups, method.compiled.method),
    late: lateFeeds(feeds, day),
    feeds: feeds.length,
    imports: await pageOfImports(tx, workspaceId, null, importsPerPage),
    sources: sources.map((source) => ({
      ...source,
      reasons: reasons.filter((reason) => reason.table === source.table),
    })),
    countedImports,
    waiting: await waitingTotals(tx, workspaceId, formatDay(day)),
    workbook: (await countAccounts(tx, workspaceId)) <= mostInWorkbook,
  };
}

/** The quality of the base's data today. The list of the day is completed first. */
export async function readDataQuality(session: Session): Promise<DataQuality> {
  must(session, 'data.read');
  for (let completed = false; ; completed = true) {
    const read: DataQuality | Day = await inWorkspace(session.store, session.workspaceId, (tx) =>
      readQuality(tx, session, completed),
    );
    if (typeof read !== 'number') return read;
    await ensureList(session, read, false);
  }
}
