// Turns staged rows into facts in one transaction: all of the sheet or nothing of it. Customers met for the first
// time are placed in a stage, estimated until a person confirms.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { dayAt, startOfDay } from '#base/zone.ts';
import { diffRow } from '#connectors/sheet/diff-row.ts';
import { underKey, type FactDraft as SheetDraft, type RowFacts } from '#connectors/sheet/draft.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import { specOf, type FactKind } from '#domain/facts/catalogue.ts';
import { insertAudit } from '#store/audit.ts';
import { countShortTables, readByKey } from '#store/bulk.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import {
  clearStagedRows,
  importById,
  setImportState,
  stagedAccounts,
  stagedRows,
  toldAfter,
} from '#store/imports.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { enqueue } from '#store/jobs.ts';
import { lockAccounts, lockImports } from '#store/locks.ts';
import { restatePlacements } from '#store/withdrawals.ts';
import type { FactDraft } from './fact-draft.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { forgetFirm, historyFrom } from './history.ts';
import { ingestUsage } from './ingest-usage.ts';
import { placementDrafts } from './place-accounts.ts';
import { refold } from './refold.ts';
import { Refusal } from './refusal.ts';
import { resolveAccounts } from './resolve-accounts.ts';
import { must, type Session } from './session.ts';
import { saidAgain } from './said-again.ts';
import { keepPeople } from './sheet-people.ts';
import { previousOf, recordKey, sheetHistory } from './sheet-previous.ts';
import { readSetting, type WorkspaceSetting } from './workspace-setting.ts';
import { writeFacts, type Writer, type Written } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

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
type AccountDraft = FactDraft & { readonly accountId: string };
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

/** What a row must tell to make a customer of an account that nobody knows. */
const customerTypes: ReadonlySet<string> = new Set(['account-described', 'contract-signed']);

/** Rows of a batch, on their accounts, compared with what is stored. */
async function draftsOf(tx: Tx, writer: Writer, rows: readonly RowFacts[], at: Day0) {
  const wanted = rows.map((row) => ({
    keys: row.keys.map(({ source, key }) => ({ source, key, by: key.slice(0, key.indexOf(':')) })),
    name: row.name ?? row.keys[0]?.key ?? '',
    waits: !row.facts.some((fact) => customerTypes.has(fact.type)),
  }));
  const { ids, opened } = await resolveAccounts(tx, writer, wanted);
  const roots = await lockAccounts(tx, writer.workspaceId, [...new Set(ids)]);
  const history = await sheetHistory(tx, writer.workspaceId, [...new Set(ids)]);
  const newer = await toldAfter(tx, writer.workspaceId, [...new Set(ids)], formatDay(at.file));
  const drafts = rows.flatMap((row, i): AccountDraft[] => {
    const accountId = ids[i] ?? '';
    const facts = history.get(accountId) ?? [];
    const key = recordKey(row, facts);
    const source = row.keys[0]?.source ?? '';
    const named = key === null ? row : underKey(row, { source, key });
    const told = parseDay(newer.get(accountId) ?? '');
    const left = diffRow(previousOf(facts, { file: at.file, told, zone: at.zone }), named, at.file);
    return left.facts.map((draft) => ({ ...dated(draft, accountId, at), accountId }));
  });
  await keepPeople(tx, writer, rows, ids);
  return { drafts, roots, opened, ids, late: newer.size > 0 };
}

type Tally = { written: Written[]; roots: Map<string, string>; opened: string[]; accounts: Set<string> };
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

/** Rows of a batch. */
const rowsAtOnce = 500;

async function writeRows(tx: Tx, writer: Writer, importId: string, at: Day0, progress: CommitProgress) {
  const tally: Tally = { written: [], roots: new Map(), opened: [], accounts: new Set() };
  let done = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const staged = await stagedRows(
      tx,
      writer.workspaceId,
      importId,
      Math.max(after, -2_147_483_648),
      rowsAtOnce,
    );
    if (staged.length === 0) return tally;
    const rows = staged.map((row) => row.drafts as RowFacts);
    const { drafts, roots, opened, ids, late } = await draftsOf(tx, writer, rows, at);
    const tracked = drafts.filter((draft) => draft.type === 'usage-tracked');
    const rest = tracked.length === 0 ? drafts : drafts.filter((draft) => draft.type !== 'usage-tracked');
    const written = await writeFacts(tx, writer, rest);
    const again = late ? await saidAgain(tx, writer.workspaceId, written, at) : [];
    for (const row of [...written, ...(await writeFacts(tx, writer, again))]) tally.written.push(row);
    for (const row of await ingestUsage(tx, writer, tracked, at.zone)) tally.written.push(row);
    for (const [id, root] of roots) tally.roots.set(id, root);
    for (const id of ids) tally.accounts.add(tally.roots.get(id) ?? id);
    tally.opened.push(...opened);
    done += staged.length;
    if (done === rowsAtOnce && staged.length === rowsAtOnce) await countShortTables(tx);
    after = staged.at(-1)?.row ?? after;
    progress(tally.written.length, done);
  }
}

function changedRoots({ written, roots }: Tally): string[] {
  // Usage alone changes no file: its accounts are marked for the sweeper where it is stored.
  const changed = written.filter(
    ({ outcome, draft }) =>
      (outcome === 'recorded' || outcome === 'revised') && draft.type !== 'usage-tracked',
  );
  return [
    ...new Set(changed.map(({ draft }) => roots.get(draft.accountId ?? '') ?? draft.accountId ?? '')),
  ].sort();
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

async function place(
  tx: Tx,
  writer: Writer,
  setting: WorkspaceSetting,
  tally: Tally,
  at: Day0,
): Promise<Written[]> {
  const placed = await placeRoots(tx, writer, setting, changedRoots(tally), at);
  const named = [...new Set([...tally.accounts, ...tally.roots.keys()])];
  if (writer.importId) await restatePlacements(tx, writer.workspaceId, writer.importId, named);
  return placed;
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

/** Commits a staged import. Two commits of one import: the second is refused and changes nothing. */
export async function commitImport(
  session: Session,
  importId: string,
  progress: CommitProgress = () => undefined,
): Promise<Committed> {
  must(session, 'data.import');
  return inWorkspace(
    session.store,
    session.workspaceId,
    async (tx) => (await commitIn(tx, session, importId, progress)).committed,
  );
}

/** The tables of one file with their reports, as they were read: what the store gives back has its columns in another order. */
export type StagedFile = readonly { readonly importId: string; readonly file: FileReport }[];

/** Commits the staged tables of one file, all of them or none; under a key they are recorded once. */
export async function commitFile(
  session: Session,
  staged: StagedFile,
  progress: (facts: number) => void,
  once: Once,
): Promise<readonly Committed[]> {
  must(session, 'data.import');
  const { workspaceId, now } = session;
  return inWorkspace(session.store, workspaceId, async (tx) => {
    const { answer, kept } = await answeredOnce(tx, session, once, async () => {
      const done: Committed[] = [];
      let facts = 0;
      for (const { importId, file } of staged) {
        const brought = await commitIn(tx, session, importId, (written) => progress(facts + written));
        facts += brought.written.length;
        done.push({ ...brought.committed, file });
      }
      return done;
    });
    if (!kept) return answer;
    // Told before: what was staged this time is not wanted.
    for (const { importId } of staged) {
      const told = await importById(tx, workspaceId, importId);
      await setImportState(tx, workspaceId, importId, { state: 'undone', report: told?.report ?? {}, now });
      await clearStagedRows(tx, workspaceId, importId);
    }
    return answer;
  });
}

/** Commits a staged import inside a transaction, which is then the caller's to end. */
export async function commitIn(
  tx: Tx,
  session: Session,
  importId: string,
  progress: CommitProgress,
): Promise<Brought> {
  const { workspaceId, now } = session;
  await readByKey(tx);
  await lockImports(tx, workspaceId);
  const staged = await importById(tx, workspaceId, importId);
  if (!staged) throw new Refusal('import-not-found', { import: importId });
  if (staged.state !== 'staged')
    throw new Refusal('import-not-committed', { import: importId, state: staged.state });
  const report = staged.report as { file: FileReport; workspace: SheetDraft[] };
  const setting = await readSetting(tx, workspaceId);
  const { zone } = setting.frame;
  const at: Day0 = { file: parseDay(staged.today) ?? 0, today: dayAt(now, zone), zone };
  const writer: Writer = { ...session, importId };
  const firm = report.workspace.map((draft) => dated(draft, null, at));
  // All in one order before anything is written: batches that lock one after the other meet other writers crosswise.
  await lockAccounts(tx, workspaceId, await stagedAccounts(tx, workspaceId, importId));
  const covered = await writeWorkspaceFacts(tx, writer, firm);
  const tally = await writeRows(tx, writer, importId, at, progress);
  const placed = await place(tx, writer, { ...setting, ...(await readSetting(tx, workspaceId)) }, tally, at);
  const written = [...covered, ...tally.written, ...placed];
  await dropCheckpoints(tx, workspaceId, historyFrom(written, tally.roots, zone));
  await forgetFirm(tx, workspaceId, covered, at);
  const opened = tally.opened.length;
  const brought = { ...tallied(written), accounts: tally.accounts.size, opened };
  if (tally.accounts.size > rowsAtOnce) await countShortTables(tx);
  await closeImport(tx, session, {
    importId,
    fileName: staged.fileName,
    day: at.file,
    report: { ...report.file, brought },
    facts: written.length,
  });
  const { file } = report;
  const committed = { id: importId, file, ...brought };
  return { committed, written: tally.written, roots: tally.roots, openedIds: tally.opened };
}
