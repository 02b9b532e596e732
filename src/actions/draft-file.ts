// A file of a draft as it is understood with what a person said of it so far. Read again whenever it is asked for; the
// table of the last few files is kept at hand.
import { formatDay, parseDay, type Day } from '#base/day.ts';
import { type Choice, headersOf, mapOf, mended } from '#connectors/sheet/choices.ts';
import { type SheetImport, importTable, type SheetOptions } from '#connectors/sheet/import-sheet.ts';
import type { Ask } from '#connectors/sheet/infer.ts';
import { fileMessage, type SheetLocale } from '#connectors/sheet/messages.ts';
import { readCsv } from '#connectors/sheet/read-csv.ts';
import { collectTable, type SheetTable } from '#connectors/sheet/sheet-table.ts';
import type { FileFault } from '#connectors/sheet/table.ts';
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
      /** Everything that only a person can settle, answered or not. */
      readonly asks: readonly Ask[];
      readonly headers: string;
      /** The mapping of an earlier sheet that was taken over. */
      readonly saved: SavedMapping | null;
    };
export type UnderstoodTable = Extract<Understood, { fault: null }>;

/** What reading the tables of a draft needs besides the files. */
export type Reading = { readonly options: SheetOptions; readonly day: Day };

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
async function tableOfFile(session: Session, file: DraftFileRow): Promise<Read> {
  const known = atHand.get(session.store) ?? new Map<string, Read>();
  atHand.set(session.store, known);
  const key = `${session.workspaceId} ${file.fileId}`;
  const found = known.get(key) ?? (await collectTable(readCsv(bytesOf(session, file))));
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= filesAtHand) break;
    known.delete(oldest);
  }
  return found;
}

/** The options under which the tables of a draft are read. */
export async function readingOf(session: Session, draft: DraftRow, locale: SheetLocale): Promise<Reading> {
  return await inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { frame } = await readSetting(tx, session.workspaceId);
    const { compiled } = await runningMethod(tx, session.workspaceId, session.now);
    const day = parseDay(draft.today) ?? 0;
    return {
      day,
      options: {
        path: '',
        today: day,
        currency: frame.currency,
        keywords: compiled.method.keywords,
        stages: compiled.method.stages,
        customTypes: await customTypesOf(tx, session.workspaceId, session.now),
        map: null,
        locale,
      },
    };
  });
}

/** What a person said of a table, over what was said of the last one with these headers. */
function choiceOf(own: Choice | undefined, saved: SavedMapping | null): Choice {
  const before = (saved?.choice ?? {}) as Choice;
  return {
    ...before,
    ...own,
    columns: { ...before.columns, ...own?.columns },
    asks: { ...before.asks, ...own?.asks },
    fixes: own?.fixes ?? [],
  };
}

/** A file as it is understood now. */
export async function understand(
  session: Session,
  draft: DraftRow,
  file: DraftFileRow,
  reading: Reading,
): Promise<Understood> {
  const table = await tableOfFile(session, file);
  const locale = reading.options.locale ?? 'pt-BR';
  if ('fault' in table) return { file, fault: table.fault, message: fileMessage(table.fault, locale) };
  const headers = headersOf(table);
  const [saved = null] = await inWorkspace(session.store, session.workspaceId, (tx) =>
    mappingsFor(tx, session.workspaceId, [headers]),
  );
  const choice = choiceOf(draft.choices[file.fileId] as Choice | undefined, saved);
  const options = { ...reading.options, path: file.name };
  const read = (map: Choice, fixes: Choice['fixes']): SheetImport =>
    importTable(mended(table, fixes ?? []), { ...options, map: mapOf(map) });
  const sheet = read(choice, choice.fixes);
  const answered = Object.keys(choice.asks ?? {}).length > 0;
  // Without the answers the asks are all there again, so that an answer can be changed.
  const asks = answered ? read({ ...choice, asks: {} }, choice.fixes).asks : sheet.asks;
  return { file, fault: null, choice, table, sheet, asks, headers, saved };
}

/** The day of a draft's files as ISO. */
export const dayOfDraft = (draft: DraftRow): string => formatDay(parseDay(draft.today) ?? 0);
