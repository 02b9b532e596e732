// Records a table of usage of any length: all of it in one transaction, or nothing. What becomes of each row is what becomes
// of it on the way of a short sheet; only the way is another.
import { formatDay, mondayOf, parseDay } from '#base/day.ts';
import { uuidv7 } from '#base/id.ts';
import { dayAt } from '#base/zone.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import { specOf, type FactKind, type FactType } from '#domain/facts/catalogue.ts';
import { dropCheckpoints } from '#store/checkpoints.ts';
import { insertImport } from '#store/imports.ts';
import type { Tx } from '#store/in-workspace.ts';
import { dropFromPastLists } from '#store/lists.ts';
import { lockAccounts, lockImports } from '#store/locks.ts';
import { settleEvents, stagedParts, type Settled } from '#store/usage-bulk.ts';
import { bindStage, stagedSince } from '#store/usage-stage.ts';
import { rootParts } from '#store/period-bulk.ts';
import { markDirty } from '#store/usage.ts';
import { countShortTables } from '#store/bulk.ts';
import { restatePlacements } from '#store/withdrawals.ts';
import {
  closeImport,
  dated,
  placeRoots,
  tallied,
  type Brought,
  type CommitProgress,
  type Day0,
} from './brought.ts';
import { contentHash } from './fact-content.ts';
import { forgetFirm, historyFrom } from './history.ts';
import { settlePeriods } from './import-periods.ts';
import { stageLong, type LongSource, type StagedLong } from './long-stage.ts';
import { rebuildDays } from './rebuild-days.ts';
import { resolveAccounts } from './resolve-accounts.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';
import { writeFacts, type Writer, type Written } from './write-facts.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

/** Events whose days are made again at once, facts whose accounts are folded at once: both bound memory. */
const eventsAtOnce = 25_000;
export const factsAtOnce = 60_000;
const wantedAtOnce = 5_000;

type Accounts = {
  readonly ids: ReadonlyMap<number, string>;
  readonly opened: readonly string[];
  /** Account → the account it is read as. */
  readonly roots: ReadonlyMap<string, string>;
};

/** Accounts of the customers that a table names, by key of the stage. Who is only spoken of waits to be assigned. */
export async function accountsNamed(tx: Tx, writer: Writer, named: StagedLong['named']): Promise<Accounts> {
  const ids = new Map<number, string>();
  const opened: string[] = [];
  for (let from = 0; from < named.length; from += wantedAtOnce) {
    const part = named.slice(from, from + wantedAtOnce);
    const wanted = part.map(({ keys, name }) => ({
      keys: keys.map(({ source, key }) => ({ source, key, by: key.slice(0, key.indexOf(':')) })),
      name,
      waits: true,
    }));
    const found = await resolveAccounts(tx, writer, wanted);
    for (const [at, { key }] of part.entries()) ids.set(key, found.ids[at] ?? '');
    opened.push(...found.opened);
  }
  const roots = await lockAccounts(tx, writer.workspaceId, [...new Set(ids.values())].sort());
  return { ids, opened, roots };
}

const mondayBefore = (day: string): string => formatDay(mondayOf(parseDay(day) ?? 0));

/** Has accounts decided again whose usage changed, on every day from theirs on (ISO) on which it was known. */
export async function usageChanged(
  tx: Tx,
  { workspaceId, now }: Pick<Writer, 'workspaceId' | 'now'>,
  changed: readonly { accountId: string; rootId: string; from: string }[],
  zone: string,
): Promise<void> {
  await markDirty(
    tx,
    workspaceId,
    changed.map(({ accountId }) => accountId),
    now,
  );
  await dropCheckpoints(
    tx,
    workspaceId,
    changed.map(({ rootId, from }) => ({ accountId: rootId, from: mondayBefore(from) })),
  );
  await dropFromPastLists(tx, workspaceId, changed, formatDay(dayAt(now, zone)));
}

type Bringing = {
  readonly tx: Tx;
  readonly writer: Writer & { readonly importId: string };
  readonly source: string;
  readonly at: Day0;
  /** Hears which share (0 to 1) of what follows the reading is done. */
  readonly done: (share: number) => void;
};

/** What was settled, and the accounts (as they are read) whose files must be folded for it. */
type SettledRoots = Settled & { readonly roots: readonly string[] };

/** Events into the raw usage, their days made again, their accounts marked: no file holds them. */
async function bringEvents({ tx, writer, source, at, done }: Bringing): Promise<SettledRoots> {
  const settled = await settleEvents(tx, writer.workspaceId, source, writer.importId);
  if (settled.recorded === 0) return { ...settled, roots: [] };
  const parts = await stagedParts(tx, eventsAtOnce);
  for (const [n, part] of parts.entries()) {
    done(n / parts.length);
    await rebuildDays(tx, writer.workspaceId, part);
  }
  await usageChanged(tx, writer, await stagedSince(tx, writer.workspaceId), at.zone);
  return { ...settled, roots: [] };
}

/** Periods into the facts. */
async function bringPeriods({ tx, writer, source, at }: Bringing): Promise<SettledRoots> {
  const { workspaceId } = writer;
  const settled = await settlePeriods(tx, writer, source, at);
  const changed = await stagedSince(tx, workspaceId);
  const past = changed.filter(({ hindsight }) => hindsight);
  await dropCheckpoints(
    tx,
    workspaceId,
    past.map(({ rootId, from }) => ({ accountId: rootId, from: mondayBefore(from) })),
  );
  return { ...settled, roots: changed.map(({ rootId }) => rootId) };
}

/** Folds the files of roots and places them, a part of them at a time. */
async function foldParts({ tx, writer, at, done }: Bringing, roots: readonly string[]): Promise<Written[]> {
  if (roots.length === 0) return [];
  const setting = await readSetting(tx, writer.workspaceId);
  await countShortTables(tx);
  const placed: Written[] = [];
  const parts = await rootParts(tx, writer.workspaceId, [...new Set(roots)], factsAtOnce);
  for (const [n, part] of parts.entries()) {
    done(n / parts.length);
    for (const one of await placeRoots(tx, writer, setting, part, at)) placed.push(one);
  }
  return placed;
}

/** What the file covers, told of the firm or of the one account it is about; and that account, where it was new. */
async function writeCovers({ tx, writer, at }: Bringing, staged: StagedLong, accounts: Accounts) {
  const [own, firm] = [true, false].map((told) =>
    staged.covers.filter((cover) => (cover.account !== null) === told).map((cover) => dated(cover, null, at)),
  );
  const covered = await writeWorkspaceFacts(tx, writer, firm ?? []);
  const accountId = accounts.ids.get(staged.named[0]?.key ?? -1) ?? '';
  const written = await writeFacts(
    tx,
    writer,
    (own ?? []).map((draft) => ({ ...draft, accountId })),
  );
  const root = accounts.roots.get(accountId) ?? accountId;
  return { covered, written, roots: written.some(({ outcome }) => outcome !== 'duplicate') ? [root] : [] };
}

/** One fact for each account that was opened: that it is new is told by what was written to it. */
function newcomers(opened: readonly string[], type: FactType, source: string): Written[] {
  return opened.map((accountId) => ({
    outcome: 'recorded',
    factId: null,
    draft: {
      accountId,
      type,
      body: {},
      occurredAt: 0,
      knownAt: null,
      correctedAt: null,
      hindsight: false,
      dated: true,
      source,
      externalId: '',
    },
  }));
}

/** What a look at a draft needs of such a table without recording it: the customers it names. */
export async function namedBy(tx: Tx, session: Session, staged: StagedLong): Promise<Brought> {
  const writer: Writer = { ...session, importId: null };
  const accounts = await accountsNamed(tx, writer, staged.named);
  const written = newcomers(accounts.opened, 'usage-tracked', '');
  const { report } = staged;
  const committed = {
    id: uuidv7(session.now, session.random),
    file: report,
    ...tallied([]),
    accounts: accounts.ids.size,
    opened: accounts.opened.length,
  };
  return { committed, written, roots: accounts.roots, openedIds: accounts.opened };
}

/** Sets down an import of a file that is being recorded; answers its id. */
async function openImport(tx: Tx, session: Session, source: LongSource, report: FileReport): Promise<string> {
  const importId = uuidv7(session.now, session.random);
  await insertImport(tx, session.workspaceId, {
    importId,
    fileName: source.path,
    state: 'staged',
    today: formatDay(source.day),
    report,
    contentHash: contentHash(report),
    actor: session.actor,
    now: session.now,
  });
  return importId;
}

/** Counts of all that a file wrote: its usage, which was settled, and the few facts beside it. */
function countsOf(written: readonly Written[], settled: Settled, type: FactType) {
  const { recorded, duplicate, conflicts, byKind } = tallied(written);
  const kind = specOf(type).kind as FactKind;
  const own = (byKind[kind] ?? 0) + settled.recorded;
  return {
    recorded: recorded + settled.recorded,
    duplicate: duplicate + settled.duplicate,
    conflicts: conflicts + settled.conflicts,
    byKind: own > 0 ? { ...byKind, [kind]: own } : byKind,
  };
}

/**
 * Records a file inside a transaction, which is the caller's to end. `progress` hears of rows, `rows` in all: half of them
 * when the file is read, the rest as it is settled; what it throws stops the import. Answers the report alone (`brought`
 * null) of a file of which nothing can be recorded, or that waits for an answer.
 */
export async function bringLong(
  tx: Tx,
  session: Session,
  source: LongSource,
  rows: number,
  progress: CommitProgress = () => undefined,
): Promise<{ readonly report: FileReport; readonly brought: Brought | null }> {
  const { workspaceId } = session;
  const { zone } = (await readSetting(tx, workspaceId)).frame;
  const at: Day0 = { file: source.day, today: dayAt(session.now, zone), zone };
  const half = (done: number): void => progress(0, Math.floor(done / 2));
  const staged = await stageLong(tx, session, source, zone, half);
  const { report } = staged;
  if (!staged.ready) return { report, brought: null };
  await lockImports(tx, workspaceId);
  const writer = { ...session, importId: await openImport(tx, session, source, report) };
  const accounts = await accountsNamed(tx, writer, staged.named);
  await bindStage(tx, accounts.ids);
  const done = (share: number): void => half(rows * (1 + share));
  const bringing: Bringing = { tx, writer, source: source.reading.context.source, at, done };
  const covers = await writeCovers(bringing, staged, accounts);
  const type = source.reading.plan.table === 'usage' ? 'usage-period-reported' : 'usage-tracked';
  const settled = await (type === 'usage-tracked' ? bringEvents : bringPeriods)(bringing);
  const placed = await foldParts(bringing, [...settled.roots, ...covers.roots]);
  const written = [...covers.covered, ...covers.written, ...placed];
  const ids = [...accounts.ids.values()];
  await restatePlacements(tx, workspaceId, writer.importId, [...new Set([...ids, ...accounts.roots.keys()])]);
  await dropCheckpoints(tx, workspaceId, historyFrom(written, accounts.roots, zone));
  await forgetFirm(tx, workspaceId, covers.covered, at);
  const brought = {
    ...countsOf(written, settled, type),
    accounts: new Set(ids.map((id) => accounts.roots.get(id) ?? id)).size,
    opened: accounts.opened.length,
  };
  await closeImport(tx, session, {
    importId: writer.importId,
    fileName: source.path,
    day: source.day,
    report: { ...report, brought },
    facts: written.length + settled.recorded,
  });
  const committed = { id: writer.importId, file: report, ...brought };
  const { roots, opened: openedIds } = accounts;
  return {
    report,
    brought: { committed, written: newcomers(openedIds, type, bringing.source), roots, openedIds },
  };
}
