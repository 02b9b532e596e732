// Runs in a thread of its own: unpacks and parses a workbook, and gives its rows away a batch at a time, each when it is
// asked for. What a hostile file costs, it costs here.
import { parentPort, workerData } from 'node:worker_threads';
import { Faulted, faultOf } from '#connectors/sheet/fault.ts';
import { archiveFault } from '#connectors/sheet/file-kind.ts';
import { xlsxSheets, type SheetItems } from './read-xlsx.ts';
import type { FileFault, TableItem, TableLimits } from '#connectors/sheet/table.ts';
import { zipParts } from './zip-parts.ts';

export type WorkbookData = { readonly path: string; readonly limits: TableLimits };
/** The next rows of a sheet, by its place in the workbook. */
export type WorkbookAsk = { readonly sheet: number };
export type WorkbookTold =
  | {
      readonly kind: 'sheets';
      readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
    }
  | { readonly kind: 'fault'; readonly code: FileFault }
  | { readonly kind: 'items'; readonly items: readonly TableItem[]; readonly ended: boolean };

/** Rows and characters of one batch: what is on its way between the threads. */
const batch = { rows: 500, characters: 1_000_000 };

async function sheetsOf({ path, limits }: WorkbookData): Promise<readonly SheetItems[]> {
  const zip = await zipParts(path);
  const sheets = await xlsxSheets(zip, limits);
  if (sheets) return sheets;
  throw new Faulted(archiveFault(zip.names));
}

function sizeOf(item: TableItem): number {
  if (item.kind === 'fault') return 0;
  return item.cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
}

async function nextBatch(rows: AsyncIterator<TableItem>): Promise<WorkbookTold> {
  const items: TableItem[] = [];
  for (let size = 0; items.length < batch.rows && size < batch.characters;) {
    const next = await rows.next();
    if (next.done === true) return { kind: 'items', items, ended: true };
    items.push(next.value);
    size += sizeOf(next.value);
  }
  return { kind: 'items', items, ended: false };
}

async function serve(): Promise<void> {
  const tell = (told: WorkbookTold): void => parentPort?.postMessage(told);
  try {
    const sheets = await sheetsOf(workerData as WorkbookData);
    const readers = sheets.map(({ items }) => items[Symbol.asyncIterator]());
    parentPort?.on('message', async ({ sheet }: WorkbookAsk) => {
      const rows = readers[sheet];
      if (rows) tell(await nextBatch(rows));
    });
    tell({ kind: 'sheets', sheets: sheets.map(({ sheet, hidden }) => ({ name: sheet, hidden })) });
  } catch (error) {
    tell({ kind: 'fault', code: faultOf(error, 'xlsx_broken') });
  }
}

await serve();
