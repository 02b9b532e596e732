// The tables of a file of a draft as they are understood with what a person said of them so far. Read again whenever they
// are asked for; the tables of the last few files are kept at hand.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { askId, type Choice, headersOf, mapOf, mended } from '#connectors/sheet/choices.ts';
import { type SheetImport, importTable, type SheetOptions } from '#connectors/sheet/import-sheet.ts';
import type { Ask } from '#connectors/sheet/infer.ts';
import { fileMessage, type SheetLocale } from '#connectors/sheet/messages.ts';
import { heldBytes } from '#connectors/sheet/long-sample.ts';
import { type FileMap, headerKey } from '#connectors/sheet/mapping-file.ts';
import { readTables, type FileTables, type ReadTable } from '#connectors/sheet/read-file.ts';
import type { SheetTable } from '#connectors/sheet/sheet-table.ts';
import { splitTerms } from '#connectors/sheet/split-terms.ts';
import type { FileFault } from '#connectors/sheet/table.ts';
import type { Method } from '#domain/method/schema.ts';
import {
  mappingsFor,
  readChunk,
  type DraftFileRow,
  type DraftRow,
  type SavedMapping,
} from '#store/drafts.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import type { Store } from '#store/open.ts';
import { customTypesOf } from './custom-fields.ts';
import { countedLong, heldAsSample, mustBeHeld, type LongTable } from './draft-long.ts';
import { contentHash } from './fact-content.ts';
import { knownSenders } from './known-senders.ts';
import { runningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type Understood =
  | {
      readonly file: DraftFileRow;
      /** The sheet that was left out; null: nothing of the file could be read. */
      readonly sheet: string | null;
      readonly fault: FileFault;
      readonly message: string;
    }
  | {
      readonly file: DraftFileRow;
      /** Of the table: the file's, and of a workbook the place of the sheet in it. */
      readonly id: string;
      /** Name of the sheet; null: the file is one table. */
      readonly sheetName: string | null;
      readonly fault: null;
      readonly choice: Choice;
      readonly table: SheetTable;
      readonly sheet: SheetImport;
      /** Set where the table is too long to be held: `table` and the rows of `sheet` are then a sample of it. */
      readonly long: LongTable | null;
      /** Everything that only a person can settle, answered or not. */
      readonly asks: readonly Ask[];
      readonly headers: string;
      /** Of amounts that name none: the workspace's. */
      readonly currency: string;
      /** The mapping of an earlier sheet that was taken over. */
      readonly saved: SavedMapping | null;
    };
export type UnderstoodTable = Extract<Understood, { fault: null }>;

/** What reading the tables of a draft needs besides the files. */
export type Reading = {
  readonly options: SheetOptions;
  readonly day: Day;
  /** Events of the method, to name what notes suggest. */
  readonly events: Method['events'];
  /** Equal stamps read equal tables the same. */
  readonly stamp: string;
};

const atHand = new WeakMap<Store, Map<string, FileTables>>();
const filesAtHand = 6;

async function* bytesOf(session: Session, file: DraftFileRow): AsyncGenerator<Uint8Array> {
  const { store, workspaceId } = session;
  for (let seq = 0; ; seq += 1) {
    const piece = await inWorkspace(store, workspaceId, (tx) => readChunk(tx, workspaceId, file, seq));
    if (piece === null) return;
    yield piece;
  }
}

/** The tables of a file. Files never change, so what was read once holds. */
async function tablesOfFile(session: Session, file: DraftFileRow, { options }: Reading): Promise<FileTables> {
  const known = atHand.get(session.store) ?? new Map<string, FileTables>();
  atHand.set(session.store, known);
  const key = `${session.workspaceId} ${file.fileId}`;
  const found =
    known.get(key) ?? (await sampledTable(session, file, options)) ?? (await wholeTables(session, file));
  return keptOf(known, filesAtHand, key, () => found);
}

/** A table of usage that is too long to be held, by its sample; null for every other file. */
async function sampledTable(
  session: Session,
  file: DraftFileRow,
  options: SheetOptions,
): Promise<FileTables | null> {
  const table = await heldAsSample(() => bytesOf(session, file), file, options);
  return table && { fault: null, tables: [{ sheet: null, place: 1, table }], passed: [] };
}

async function wholeTables(session: Session, file: DraftFileRow): Promise<FileTables> {
  if (Number(file.bytes ?? 0) > heldBytes) return { fault: 'too_large', sheet: null };
  return await readTables(bytesOf(session, file), file.name);
}

/** The id of a table, and of the file it stands in. */
const idOf = ({ fileId }: DraftFileRow, { sheet, place }: ReadTable): string =>
  sheet === null ? fileId : `${fileId}.${place}`;
export const fileIdOf = (tableId: string): string => tableId.replace(/\.\d+$/, '');

/** A table by its file and sheet, for people. */
export const tableName = ({ file, sheetName }: UnderstoodTable): string =>
  sheetName === null ? file.name : `${file.name} · ${sheetName}`;

/** The options under which the tables of a draft are read. */
export async function readingOf(session: Session, draft: DraftRow, locale: SheetLocale): Promise<Reading> {
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { frame } = await readSetting(tx, session.workspaceId);
    const { compiled, stamp } = await runningMethod(tx, session.workspaceId, session.now);
    const customTypes = await customTypesOf(tx, session.workspaceId, session.now);
    const day = parseDay(draft.today) ?? 0;
    return {
      day,
      events: compiled.method.events,
      stamp: contentHash([day, locale, stamp, frame.currency, [...customTypes]]),
      options: {
        path: '',
        today: day,
        currency: frame.currency,
        keywords: compiled.method.keywords,
        stages: compiled.method.stages,
        customTypes,
        map: null,
        locale,
      },
    };
  });
}

/** What a person said of a table, over what was said of the last one with these headers, if that was the same kind. */
function choiceOf(own: Choice | undefined, saved: SavedMapping | null): Choice {
  const last = (saved?.choice ?? {}) as Choice;
  const before = own?.kind !== undefined && own.kind !== last.kind ? {} : last;
  return {
    ...before,
    ...own,
    columns: { ...before.columns, ...own?.columns },
    asks: { ...before.asks, ...own?.asks },
    fixes: own?.fixes ?? [],
  };
}

const understood = new WeakMap<Store, Map<string, UnderstoodTable>>();
const tablesAtHand = 8;

/** The tables of a file as they are understood now, or only one of them, by its id. */
export async function understand(
  session: Session,
  draft: DraftRow,
  file: DraftFileRow,
  reading: Reading,
  only?: string,
): Promise<readonly Understood[]> {
  const read = await tablesOfFile(session, file, reading);
  const locale = reading.options.locale ?? 'pt-BR';
  if (read.fault !== null) {
    const { fault, sheet } = read;
    return [{ file, sheet: null, fault, message: fileMessage(fault, locale, sheet) }];
  }
  const found: Understood[] = [];
  for (const one of read.tables)
    if (only === undefined || idOf(file, one) === only)
      found.push(await understandTable(session, draft, file, { one, reading }));
  const passed = read.passed.map(({ sheet, fault }): Understood => {
    return { file, sheet, fault, message: fileMessage(fault, locale, sheet) };
  });
  return [...found, ...passed];
}

type ToRead = { readonly one: ReadTable; readonly reading: Reading };

async function understandTable(
  session: Session,
  draft: DraftRow,
  file: DraftFileRow,
  { one, reading }: ToRead,
): Promise<Understood> {
  const { sheet: sheetName, table } = one;
  const id = idOf(file, one);
  const headers = headersOf(table);
  const [saved = null] = await inWorkspace(session.store, session.workspaceId, (tx) =>
    mappingsFor(tx, session.workspaceId, [headers]),
  );
  const choice = choiceOf(draft.choices[id] as Choice | undefined, saved);
  const senders = await knownSenders(session, table);
  const known = understood.get(session.store) ?? new Map<string, UnderstoodTable>();
  understood.set(session.store, known);
  // What was understood once holds until something else is said of it.
  const people = [[...senders.ours], [...senders.contacts]];
  const key = contentHash([session.workspaceId, id, choice, saved?.mappingId ?? null, reading.stamp, people]);
  const options = { ...reading.options, path: file.name, sheet: sheetName, senders };
  const told = { file, id, sheetName, choice, headers, currency: reading.options.currency, saved };
  const found = known.get(key) ?? (await understoodAs(session, table, options, told));
  return found.fault === null ? keptOf(known, tablesAtHand, key, () => found) : found;
}

type Told = Pick<UnderstoodTable, 'file' | 'id' | 'sheetName' | 'choice' | 'headers' | 'currency' | 'saved'>;

/** A table under what was said of it; a sample that turns out to be of another kind is read whole. */
async function understoodAs(
  session: Session,
  table: SheetTable,
  options: SheetOptions,
  told: Told,
): Promise<Understood> {
  const { file, choice } = told;
  let [held, read] = [table, readAs(table, choice, options)];
  if (mustBeHeld(table, read.sheet)) {
    const whole = await wholeTables(session, file);
    const [first] = whole.fault === null ? whole.tables : [];
    if (first === undefined) {
      const fault = whole.fault ?? 'no_table';
      return { file, sheet: null, fault, message: fileMessage(fault, options.locale ?? 'pt-BR') };
    }
    [held, read] = [first.table, readAs(first.table, choice, options)];
  }
  const counted = await countedLong(session, held, { ...read, choice }, options, () =>
    bytesOf(session, file),
  );
  return { ...told, fault: null, ...read, ...counted };
}

/** The value under a key, made where it is not kept; the least lately asked for make room. */
function keptOf<V>(kept: Map<string, V>, most: number, key: string, make: () => V): V {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}

/** `map`: what the table was read by. */
type ReadAs = Pick<UnderstoodTable, 'table' | 'sheet' | 'asks'> & { readonly map: FileMap | null };

/** The table with its mended cells, read first without the answers: all asks are there, so that one can be changed. */
function readAs(read: SheetTable, choice: Choice, options: SheetOptions): ReadAs {
  const silent = mapOf({ ...choice, asks: {} }, () => null);
  const split = splitTerms(read, (header) => silent?.columns.has(headerKey(header)) ?? false);
  const table = mended(split, choice.fixes ?? []);
  const bare = importTable(table, { ...options, map: silent });
  if (Object.keys(choice.asks ?? {}).length === 0)
    return { table, sheet: bare, asks: bare.asks, map: silent };
  const fieldOf = (header: string): string | null =>
    bare.plan?.proposals.find((one) => one.header === header)?.field ?? null;
  const map = mapOf(choice, fieldOf);
  const sheet = importTable(table, { ...options, map });
  // An answer may raise what nobody asked before: another kind of table has questions of its own.
  const before = new Set(bare.asks.map(askId));
  return { table, sheet, asks: [...bare.asks, ...sheet.asks.filter((ask) => !before.has(askId(ask)))], map };
}

/** The day of a draft's files as ISO. */
export const dayOfDraft = (draft: DraftRow): string => formatDay(parseDay(draft.today) ?? 0);
