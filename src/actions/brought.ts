// What every way of bringing a table shares, held whole or read as it comes: drafts with their instants, what became of facts,
// customers placed, the import set down as committed.
import { formatDay, type Day } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { startOfDay } from '#base/zone.ts';
import type { FactDraft as SheetDraft } from '#connectors/sheet/draft.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import { specOf, type FactKind } from '#domain/facts/catalogue.ts';
import { insertAudit } from '#store/audit.ts';
import { clearStagedRows, setImportState } from '#store/imports.ts';
import type { Tx } from '#store/in-workspace.ts';
import { enqueue } from '#store/jobs.ts';
import type { FactDraft } from './fact-draft.ts';
import { placementDrafts } from './place-accounts.ts';
import { refold } from './refold.ts';
import type { Session } from './session.ts';
import type { WorkspaceSetting } from './workspace-setting.ts';
import { writeFacts, type Writer, type Written } from './write-facts.ts';

export type Committed = {
  readonly id: string;
  readonly file: FileReport;
  readonly recorded: number;
  readonly duplicate: number;
  readonly conflicts: number;
  readonly byKind: Readonly<Partial<Record<FactKind, number>>>;
  /** Accounts the sheet names. */
  readonly accounts: number;
  readonly opened: number;
};
/** Told of a commit under way: facts written and rows done so far. What it throws stops the commit. */
export type CommitProgress = (facts: number, rows: number) => void;
/** A commit with what it wrote: what a trial is read from. */
export type Brought = {
  readonly committed: Committed;
  readonly written: readonly Written[];
  /** Account → the account it is read as, of all that the sheet names. */
  readonly roots: ReadonlyMap<string, string>;
  /** Accounts that were opened for it. */
  readonly openedIds: readonly string[];
};

/** The day of a file, and today. */
export type Day0 = { readonly file: Day; readonly today: Day; readonly zone: string };

/** A sheet's draft with its instants. A state of the file's day is known that day; history, when it happened. */
export function dated(draft: SheetDraft, accountId: string | null, at: Day0): FactDraft {
  const occurredAt = startOfDay(draft.occurredOn, at.zone);
  const live = !draft.history && at.file === at.today;
  const knownOn = draft.history ? draft.occurredOn + draft.delayDays : at.file;
  return {
    accountId,
    type: draft.type,
    body: specOf(draft.type).body.parse(draft.body),
    occurredAt,
    knownAt: live ? null : startOfDay(knownOn, at.zone),
    correctedAt: at.file === at.today ? null : startOfDay(at.file, at.zone),
    hindsight: !live,
    dated: draft.dated,
    source: draft.source,
    externalId: draft.externalId,
  };
}

/** What became of facts, counted. */
export function tallied(
  written: readonly Written[],
): Pick<Committed, 'recorded' | 'duplicate' | 'conflicts' | 'byKind'> {
  const byKind: Partial<Record<FactKind, number>> = {};
  const count = (...outcomes: Written['outcome'][]) =>
    written.filter((row) => outcomes.includes(row.outcome)).length;
  for (const { outcome, draft } of written) {
    if (outcome !== 'recorded' && outcome !== 'revised') continue;
    const kind = specOf(draft.type).kind as FactKind;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return {
    recorded: count('recorded', 'revised'),
    duplicate: count('duplicate'),
    conflicts: count('conflict'),
    byKind,
  };
}

/** Folds roots whose facts changed, and places those that no track has yet. */
export async function placeRoots(
  tx: Tx,
  writer: Writer,
  setting: WorkspaceSetting,
  roots: readonly string[],
  at: Day0,
): Promise<Written[]> {
  await refold(tx, writer.workspaceId, at.zone, roots);
  const drafts = await placementDrafts(tx, writer, setting, roots, at);
  const placed = await writeFacts(tx, writer, drafts);
  const changed = placed.filter((row) => row.outcome !== 'duplicate').map((row) => row.draft.accountId ?? '');
  await refold(tx, writer.workspaceId, at.zone, [...new Set(changed)].sort());
  return placed;
}

/** An import as it is closed: what its report says, and how many facts it wrote. */
type Closed = {
  readonly importId: string;
  readonly fileName: string;
  readonly day: Day;
  readonly report: unknown;
  readonly facts: number;
};

/** Sets an import down as committed, with its audit row. */
export async function closeImport(tx: Tx, session: Session, closed: Closed): Promise<void> {
  const { workspaceId, now, actor, door } = session;
  const { importId, report, fileName: file, facts } = closed;
  await setImportState(tx, workspaceId, importId, { state: 'committed', report, now });
  await clearStagedRows(tx, workspaceId, importId);
  await enqueue(tx, 'complete-list', workspaceId);
  const detail = { import: importId, file, today: formatDay(closed.day), facts };
  const auditId = uuidv7(now, session.random);
  await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'import', detail });
}
