// Turns staged rows into facts in one transaction: all of the sheet or nothing of it. Customers met for the first
// time are placed in a stage, estimated until a person confirms.
import { formatDay, parseDay } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { diffRow } from '#connectors/sheet/diff-row.ts';
import { underKey, type FactDraft as SheetDraft, type RowFacts } from '#connectors/sheet/draft.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
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
import { lockAccounts, lockImports } from '#store/locks.ts';
import { restatePlacements } from '#store/withdrawals.ts';
import {
  closeImport,
  dated,
  placeRoots,
  tallied,
  type Brought,
  type CommitProgress,
  type Committed,
  type Day0,
} from './brought.ts';
import type { FactDraft } from './fact-draft.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { forgetFirm, historyFrom } from './history.ts';
import { ingestUsage } from './ingest-usage.ts';
import { Refusal } from './refusal.ts';
import { resolveAccounts } from './resolve-accounts.ts';
import { must, type Session } from './session.ts';
import { saidAgain } from './said-again.ts';
import { keepPeople } from './sheet-people.ts';
import { previousOf, recordKey, sheetHistory } from './sheet-previous.ts';
import { readSetting, type WorkspaceSetting } from './workspace-setting.ts';
import { writeFacts, type Writer, type Written } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

type AccountDraft = FactDraft & { readonly accountId: string };
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
