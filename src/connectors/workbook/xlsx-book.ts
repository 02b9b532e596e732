// The parts of a workbook around its sheets: their names and places, its formats, its shared texts.
import { posix } from 'node:path';
import { Faulted } from '#connectors/sheet/fault.ts';
import { asNumber, type Shown, shownBy } from './xlsx-format.ts';
import type { Epoch } from './xlsx-value.ts';
import { xmlEvents, type XmlHandler } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export type BookSheet = { readonly name: string; readonly hidden: boolean; readonly part: string };
export type Book = {
  readonly sheets: readonly BookSheet[];
  readonly epoch: Epoch;
  /** What a cell of a style shows, by the style's number. */
  readonly styles: readonly Shown[];
  /** Part of the shared texts; null: there are none. */
  readonly texts: string | null;
};

/** Sheets read of one workbook. */
const mostSheets = 200;
const budgets = { texts: 2_000_000, characters: 48_000_000, text: 200_000, styles: 65_536 };

type Relation = { readonly type: string; readonly part: string };

async function drain(events: AsyncGenerator<void>): Promise<void> {
  for await (const _ of events);
}

function handlerOf(open: XmlHandler['open']): XmlHandler {
  return { open, close: () => undefined, text: () => undefined };
}

/** Relations of a part by id; none where the part has no file of them. */
async function relationsOf(zip: ZipParts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  const found = new Map<string, Relation>();
  if (zip.sizeOf(name) === null) return found;
  const handler = handlerOf((tag, { Id, Type = '', Target, TargetMode }) => {
    if (tag !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External')
      return;
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target);
    found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
  });
  await drain(xmlEvents(zip.read(name), handler));
  return found;
}

/** The workbook's own part; null: this archive is no workbook of this kind. */
export async function bookPart(zip: ZipParts): Promise<string | null> {
  const relations = await relationsOf(zip, '');
  const told = [...relations.values()].find((relation) => relation.type === 'officeDocument')?.part;
  const part = told ?? 'xl/workbook.xml';
  return zip.sizeOf(part) !== null && /workbook\w*\.xml$/i.test(part) ? part : null;
}

/** Reads the workbook at a part. Throws `Faulted`. */
export async function readBook(zip: ZipParts, part: string): Promise<Book> {
  const relations = await relationsOf(zip, part);
  const byType = (type: string): string | null =>
    [...relations.values()].find((each) => each.type === type && zip.sizeOf(each.part) !== null)?.part ??
    null;
  const sheets: BookSheet[] = [];
  let epoch: Epoch = 1900;
  const handler = handlerOf((tag, attributes) => {
    if (tag === 'workbookPr' && /^(?:1|true|on)$/.test(attributes['date1904'] ?? '')) epoch = 1904;
    if (tag !== 'sheet') return;
    const relation = relations.get(idOf(attributes));
    // Sheets that are charts or dialogs hold no cells.
    if (relation?.type !== 'worksheet') return;
    const name = (attributes['name'] ?? '').slice(0, 200);
    sheets.push({ name, hidden: (attributes['state'] ?? 'visible') !== 'visible', part: relation.part });
    if (sheets.length > mostSheets) throw new Faulted('too_many_sheets');
  });
  await drain(xmlEvents(zip.read(part), handler));
  return { sheets, epoch, styles: await stylesOf(zip, byType('styles')), texts: byType('sharedStrings') };
}

/** `r:id`, whatever the prefix is called. */
function idOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name === 'id' || name.endsWith(':id'))?.[1] ?? '';
}

async function stylesOf(zip: ZipParts, part: string | null): Promise<readonly Shown[]> {
  if (part === null) return [];
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  const handler: XmlHandler = {
    open: (tag, attributes) => {
      if (tag === 'numFmt' && !inCells)
        codes.set(Number(attributes['numFmtId']), (attributes['formatCode'] ?? '').slice(0, 500));
      if (tag === 'cellXfs') inCells = true;
      if (tag !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(shownBy(id, codes.get(id)));
      if (styles.length > budgets.styles) throw new Faulted('zip_bomb');
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  };
  await drain(xmlEvents(zip.read(part), handler));
  return styles;
}

/** What a cell of a style shows. */
export function styleAt(book: Book, style: string | undefined): Shown {
  return book.styles[Number(style ?? 0)] ?? asNumber;
}

/** Texts that cells share, in order: rich ones without their formats, readings of ideographs left out. */
export async function sharedTexts(zip: ZipParts, part: string | null): Promise<readonly string[]> {
  if (part === null) return [];
  const texts: string[] = [];
  let characters = 0;
  let [reading, inText] = [false, false];
  let text = '';
  const handler: XmlHandler = {
    open: (tag) => {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') reading = true;
      else if (tag === 't') inText = !reading;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') reading = false;
      else if (tag === 'si') {
        texts.push(unescaped(text));
        characters += text.length;
        if (texts.length > budgets.texts || characters > budgets.characters) throw new Faulted('too_large');
      }
    },
    text: (piece) => {
      if (inText) text += piece;
      if (text.length > budgets.text) throw new Faulted('xml_refused');
    },
  };
  await drain(xmlEvents(zip.read(part), handler));
  return texts;
}

/** `_x000D_`: how a workbook writes a character that XML has no place for. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
