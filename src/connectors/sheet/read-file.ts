// Bytes of a file of any kind → the tables in it, each as items of a reader. The kind is told by content: a workbook
// named .csv is read, a page named .xlsx is refused by what it is.
import { chatInZip } from '#connectors/whatsapp/chat-in-zip.ts';
import { chatOf, isConversation } from '#connectors/whatsapp/conversation-file.ts';
import { readConversation } from '#connectors/whatsapp/read-conversation.ts';
import { isOle, isZip, oleFault } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { type SheetTable, collectTable } from './sheet-table.ts';
import { spool } from './spool.ts';
import { defaultLimits, type FileFault, type TableItem, type TableLimits } from './table.ts';
import { withWorkbook } from '#connectors/workbook/workbook-thread.ts';

export type FileTable = {
  /** Name of the sheet; null for a file that is one table, and for a fault of the whole file. */
  readonly sheet: string | null;
  readonly items: AsyncIterable<TableItem>;
};

/** Bytes of an archive that are set down to read it; texts are streamed. */
const mostArchive = 256 * 1024 * 1024;
/** Bytes looked at to tell what a file is. */
const headBytes = 8192;

/**
 * Tables of a file in its order, each to be read before the next is asked for. Content never throws: what cannot be read
 * is a table whose only item is its fault; so is a hidden sheet. Errors of the source of bytes pass through.
 */
export async function* tablesIn(
  bytes: AsyncIterable<Uint8Array>,
  limits: TableLimits = defaultLimits,
  name = '',
): AsyncGenerator<FileTable> {
  const { head, all } = await headOf(bytes);
  if (isZip(head)) yield* sheetsIn(all, name, limits);
  else if (isOle(head)) yield refused(await oleFault(all));
  else if (await isConversation(head))
    yield { sheet: null, items: readConversation(all, limits, chatOf(name) ?? '') };
  else yield { sheet: null, items: readCsv(all, limits) };
}

function refused(code: FileFault, sheet: string | null = null): FileTable {
  return { sheet, items: once<TableItem>({ kind: 'fault', code }) };
}

async function* sheetsIn(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  limits: TableLimits,
): AsyncGenerator<FileTable> {
  const kept = await spool(bytes, mostArchive);
  if (!kept) return yield refused('too_large');
  try {
    const chat = await chatInZip(kept.path);
    if (chat) {
      const items = readConversation(chat.read(), limits, chatOf(chat.name) ?? chatOf(name) ?? '');
      return yield { sheet: null, items };
    }
    yield* withWorkbook({ path: kept.path, limits }, async function* (book) {
      if ('fault' in book) return yield refused(book.fault);
      // The thread holds it open: a process that dies from here on leaves nothing behind, where the system allows it.
      await kept.remove().catch(() => undefined);
      if (book.sheets.length === 0) return yield refused('no_table');
      for (const [at, { name, hidden }] of book.sheets.entries())
        yield hidden ? refused('hidden_sheet', name) : { sheet: name, items: book.items(at) };
    });
  } finally {
    await kept.remove();
  }
}

type Headed = { readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> };

/** The first bytes of a source, and the source with them. */
async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Headed> {
  const iterator = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let size = 0; size < headBytes;) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(seen);
  return { head: head.subarray(0, headBytes), all: rest(head, iterator) };
}

async function* rest(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function* once<T>(item: T): AsyncGenerator<T> {
  yield item;
}

export type ReadTable = {
  /** Name of the sheet; null for a file that is one table. */
  readonly sheet: string | null;
  /** Its place in the workbook; 1 is the first. */
  readonly place: number;
  readonly table: SheetTable;
};
/** A sheet that was left out, and why. */
export type PassedOver = { readonly sheet: string; readonly fault: FileFault };
export type FileTables =
  | { readonly fault: FileFault; readonly sheet: string | null }
  | { readonly fault: null; readonly tables: readonly ReadTable[]; readonly passed: readonly PassedOver[] };

/** What a sheet may be without the workbook being refused for it. */
const beside: ReadonlyMap<FileFault, FileFault> = new Map<FileFault, FileFault>([
  ['hidden_sheet', 'hidden_sheet'],
  ['empty_file', 'empty_sheet'],
  ['no_table', 'no_table_sheet'],
]);

/** The tables of a file, collected; its name tells whom a conversation is with. A file without any gives its fault. Errors of the source of bytes pass through. */
export async function readTables(bytes: AsyncIterable<Uint8Array>, name = ''): Promise<FileTables> {
  const tables: ReadTable[] = [];
  const passed: PassedOver[] = [];
  let first: FileFault | null = null;
  let place = 0;
  for await (const { sheet, items } of tablesIn(bytes, defaultLimits, name)) {
    const table = await collectTable(items);
    place += 1;
    if (!('fault' in table)) {
      tables.push({ sheet, place, table });
      continue;
    }
    const said = beside.get(table.fault);
    if (sheet === null || said === undefined) return { fault: table.fault, sheet };
    first = first === null || first === 'hidden_sheet' ? table.fault : first;
    passed.push({ sheet, fault: said });
  }
  if (tables.length === 0) return { fault: first ?? 'no_table', sheet: null };
  return { fault: null, ...withoutLists(tables, passed) };
}

/** A list of lines (a legend, a note) beside tables is none of them; alone in its file it is a list of customers. */
function withoutLists(tables: readonly ReadTable[], passed: readonly PassedOver[]) {
  const isList = ({ table }: ReadTable): boolean => table.headers.length < 2;
  const lists = tables.every(isList) ? [] : tables.filter(isList);
  return {
    tables: tables.filter((one) => !lists.includes(one)),
    passed: [
      ...passed,
      ...lists.map(({ sheet }): PassedOver => ({ sheet: sheet ?? '', fault: 'no_table_sheet' })),
    ],
  };
}
