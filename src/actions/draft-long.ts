// A file of a draft that is too long to be held: known by its sample, and its rows counted by staging them and taking that
// back. One is read at a time: reading a file and storing it need a connection each.
import { mapOf, type Choice } from '#connectors/sheet/choices.ts';
import { type SheetImport, type SheetOptions } from '#connectors/sheet/import-sheet.ts';
import { longBytes } from '#connectors/sheet/long-sample.ts';
import { isLong, longReading } from '#connectors/sheet/long-rows.ts';
import type { FileMap } from '#connectors/sheet/mapping-file.ts';
import { headerKey } from '#connectors/sheet/mapping-file.ts';
import type { SheetTable } from '#connectors/sheet/sheet-table.ts';
import { termColumns } from '#connectors/sheet/split-terms.ts';
import type { DraftFileRow } from '#store/drafts.ts';
import type { Tx } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';
import type { Brought, CommitProgress } from './brought.ts';
import { lookAtLong } from './import-long.ts';
import { bringLong, namedBy } from './import-usage.ts';
import { longSample, rowsOf, type Bytes } from './long-file.ts';
import type { LongSource, StagedLong } from './long-stage.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

/** A long table as it is understood: how it is read again, and what its rows came to. */
export type LongTable = {
  readonly source: LongSource;
  readonly rows: number;
  readonly staged: StagedLong;
};

/** Rows of a sample that are kept as they were read, to be shown. */
const shownRows = 100;

const samples = new WeakMap<SheetTable, number>();

/** The sample of a file that is too long to be held; null for every other one. */
export async function heldAsSample(
  open: () => Bytes,
  file: DraftFileRow,
  options: SheetOptions,
): Promise<SheetTable | null> {
  if (Number(file.bytes ?? 0) < longBytes) return null;
  const sample = await longSample(open, options);
  if (sample === null) return null;
  samples.set(sample.table, sample.rows);
  return sample.table;
}

/** True for a sample that stands for a table of another kind, as a person now says: that one must be held whole. */
export const mustBeHeld = (table: SheetTable, { plan }: SheetImport): boolean =>
  samples.has(table) && plan !== null && !isLong(plan);

const turns = new WeakMap<Store, Promise<unknown>>();

/** Runs what reads a long file of a draft while it stores it, after those that asked before. */
export async function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const before = turns.get(store) ?? Promise.resolve();
  const turn = before.then(work, work);
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return await turn;
}

/** A sample understood, with what the whole table comes to; other tables as they are. `map`: what it was read by. */
export async function countedLong(
  session: Session,
  read: SheetTable,
  understood: { readonly sheet: SheetImport; readonly map: FileMap | null; readonly choice: Choice },
  options: SheetOptions,
  open: () => Bytes,
): Promise<{ readonly sheet: SheetImport; readonly long: LongTable | null }> {
  const { sheet, map, choice } = understood;
  const rows = samples.get(read);
  if (rows === undefined) return { sheet, long: null };
  const silent = mapOf({ ...choice, asks: {} }, () => null);
  const terms = termColumns(read, (header) => silent?.columns.has(headerKey(header)) ?? false);
  const source: LongSource = {
    path: options.path,
    day: options.today,
    reading: longReading(read, { ...options, map }, choice.fixes ?? [], terms),
    open: () => rowsOf(open()),
    locale: options.locale ?? 'pt-BR',
  };
  const staged = await inTurn(session.store, () => lookAtLong(session, source));
  const shown = sheet.rows.slice(0, shownRows);
  return { sheet: { ...sheet, report: staged.report, rows: shown }, long: { source, rows, staged } };
}

/** Records a long table inside the transaction of its draft. */
export async function recordLongTable(
  tx: Tx,
  session: Session,
  { source, rows }: LongTable,
  progress: CommitProgress,
): Promise<Brought> {
  const { report, brought } = await bringLong(tx, session, source, rows, progress);
  if (brought === null) throw new Refusal('draft-not-ready', { reason: report.path });
  return brought;
}

/** What a look needs of a long table: the customers it names. Its rows are counted already. */
export const tryLongTable = (tx: Tx, session: Session, { staged }: LongTable): Promise<Brought> =>
  namedBy(tx, session, staged);
