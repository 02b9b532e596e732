// A file of a draft as it is understood with what a person said of it so far. Read again whenever it is asked for; the
// table of the last few files is kept at hand.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { askId, type Choice, headersOf, mapOf, mended } from '#connectors/sheet/choices.ts';
import { type SheetImport, importTable, type SheetOptions } from '#connectors/sheet/import-sheet.ts';
import type { Ask } from '#connectors/sheet/infer.ts';
import { fileMessage, type SheetLocale } from '#connectors/sheet/messages.ts';
import { type FileMap, headerKey } from '#connectors/sheet/mapping-file.ts';
import { heldBytes } from '#connectors/sheet/long-sample.ts';
import { readCsv } from '#connectors/sheet/read-csv.ts';
import { collectTable, type SheetTable } from '#connectors/sheet/sheet-table.ts';
import { splitTerms } from '#connectors/sheet/split-terms.ts';
import type { FileFault, TableReader } from '#connectors/sheet/table.ts';
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
import { runningMethod } from './running-method.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

export type Understood =
  | { readonly file: DraftFileRow; readonly fault: FileFault; readonly message: string }
  | {
      readonly file: DraftFileRow;
      readonly fault: null;
      readonly choice: Choice;
      readonly table: SheetTable;
      readonly sheet: SheetImport;
      /** Set where the table is too long to be held: `table` and the rows of `sheet` are then a sample of it. */
      readonly long: LongTable | null;
      /** Everything that only a person can settle, answered or not. */
      readonly asks: readonly Ask[];
      readonly headers: string;
      /** The mapping of an earlier sheet that was taken over. */
      readonly saved: SavedMapping | null;
    };
export type UnderstoodTable = Extract<Understood, { fault: null }>;

/** What reading the tables of a draft needs besides the files. */
export type Reading = {
  readonly options: SheetOptions;
  readonly day: Day;
  /** Equal stamps read equal tables the same. */
  readonly stamp: string;
};

type Read = SheetTable | { readonly fault: FileFault };
const atHand = new WeakMap<Store, Map<string, Read>>();
const filesAtHand = 6;

async function* bytesOf(session: Session, file: DraftFileRow): AsyncGenerator<Uint8Array> {
  const { store, workspaceId } = session;
  for (let seq = 0; ; seq += 1) {
    const piece = await inWorkspace(store, workspaceId, (tx) => readChunk(tx, workspaceId, file, seq));
    if (piece === null) return;
    yield piece;
  }
}

/** The table of a file. Files never change, so what was read once holds. */
async function tableOfFile(session: Session, file: DraftFileRow, { options }: Reading): Promise<Read> {
  const known = atHand.get(session.store) ?? new Map<string, Read>();
  atHand.set(session.store, known);
  const key = `${session.workspaceId} ${file.fileId}`;
  const found =
    known.get(key) ??
    (await heldAsSample(() => bytesOf(session, file), file, options)) ??
    (await wholeTable(session, file));
  return keptOf(known, filesAtHand, key, () => found);
}

async function wholeTable(session: Session, file: DraftFileRow): Promise<Read> {
  if (Number(file.bytes ?? 0) > heldBytes) return { fault: 'too_large' };
  return await collectTable(readerFor(file.name)(bytesOf(session, file)));
}

/** The reader of a file: the one place that chooses it. */
function readerFor(_name: string): TableReader {
  return readCsv;
}

/** The options under which the tables of a draft are read. */
export async function readingOf(session: Session, draft: DraftRow, locale: SheetLocale): Promise<Reading> {
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { frame } = await readSetting(tx, session.workspaceId);
    const { compiled, version } = await runningMethod(tx, session.workspaceId, session.now);
    const customTypes = await customTypesOf(tx, session.workspaceId, session.now);
    const day = parseDay(draft.today) ?? 0;
    return {
      day,
      stamp: contentHash([day, locale, version, frame.currency, [...customTypes]]),
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
const tablesAtHand = 4;

/** A file as it is understood now. */
export async function understand(
  session: Session,
  draft: DraftRow,
  file: DraftFileRow,
  reading: Reading,
): Promise<Understood> {
  const table = await tableOfFile(session, file, reading);
  const locale = reading.options.locale ?? 'pt-BR';
  if ('fault' in table) return { file, fault: table.fault, message: fileMessage(table.fault, locale) };
  const headers = headersOf(table);
  const [saved = null] = await inWorkspace(session.store, session.workspaceId, (tx) =>
    mappingsFor(tx, session.workspaceId, [headers]),
  );
  const choice = choiceOf(draft.choices[file.fileId] as Choice | undefined, saved);
  const known = understood.get(session.store) ?? new Map<string, UnderstoodTable>();
  understood.set(session.store, known);
  // What was understood once holds until something else is said of it.
  const key = contentHash([
    session.workspaceId,
    file.fileId,
    choice,
    saved?.mappingId ?? null,
    reading.stamp,
  ]);
  const options = { ...reading.options, path: file.name };
  const make = async (): Promise<UnderstoodTable | Understood> => {
    let [held, read] = [table, readAs(table, choice, options)];
    if (mustBeHeld(table, read.sheet)) {
      const whole = await wholeTable(session, file);
      if ('fault' in whole) return { file, fault: whole.fault, message: fileMessage(whole.fault, locale) };
      [held, read] = [whole, readAs(whole, choice, options)];
    }
    const counted = await countedLong(session, held, { ...read, choice }, options, () =>
      bytesOf(session, file),
    );
    return { file, fault: null, choice, headers, saved, ...read, ...counted };
  };
  const found = known.get(key) ?? (await make());
  return found.fault === null ? keptOf(known, tablesAtHand, key, () => found) : found;
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
type ReadTable = Pick<UnderstoodTable, 'table' | 'sheet' | 'asks'> & { readonly map: FileMap | null };

/** The table with its mended cells, read first without the answers: all asks are there, so that one can be changed. */
function readAs(read: SheetTable, choice: Choice, options: SheetOptions): ReadTable {
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
