// Whose side the senders of messages are on: ours, the customer's, or neither. Told by a person, else by who is known
// already; what nobody told is asked, once for each sender.
import type { AccountKey } from '#domain/facts/envelope.ts';
import { senderKey } from '#connectors/whatsapp/sender.ts';
import { textOf } from './cell.ts';
import type { ReadColumn } from './columns.ts';
import type { TableName } from './fields.ts';
import { headerScore } from './header.ts';
import type { Ask, Column } from './infer.ts';
import type { SheetTable } from './sheet-table.ts';
import type { Cell } from './table.ts';

export const sides = ['ours', 'theirs', 'other'] as const;
export type Side = (typeof sides)[number];

/** A contact that the base knows, and the one account it is of. */
export type KnownContact = {
  /** Keys of the account; the first names it. */
  readonly keys: readonly AccountKey[];
  readonly accountName: string;
  /** Its key at that account. */
  readonly contact: string;
};
/** Who is known, by the key of a sender. */
export type KnownSenders = {
  readonly ours: ReadonlySet<string>;
  /** Null: a contact of several accounts. */
  readonly contacts: ReadonlyMap<string, KnownContact | null>;
};
export const nobodyKnown: KnownSenders = { ours: new Set(), contacts: new Map() };

/** What is said and known of senders. */
export type SenderBook = {
  /** Key of a sender → its side, as a person said. */
  readonly told: ReadonlyMap<string, Side>;
  readonly known: KnownSenders;
};

/** The side of a sender; null: nobody knows, or two lists say different things. */
export function sideOf(sender: string, { told, known }: SenderBook): Side | null {
  const key = senderKey(sender);
  const said = told.get(key);
  if (said !== undefined) return said;
  const [ours, theirs] = [known.ours.has(key), known.contacts.has(key)];
  return ours === theirs ? null : ours ? 'ours' : 'theirs';
}

/** Senders in cells, each once, in their order. */
function sendersIn(cells: Iterable<Cell>): readonly string[] {
  const seen = new Map<string, string>();
  for (const cell of cells) {
    const sender = textOf(cell);
    if (sender !== '' && !seen.has(senderKey(sender))) seen.set(senderKey(sender), sender);
  }
  return [...seen.values()];
}

/** Senders looked up at once; a conversation has fewer. */
const mostSenders = 5000;
const exactly = 0.97;

/** Who writes and is written to in a table, by the titles of its columns; nobody in a table of anything else. */
export function sendersOf(table: SheetTable): readonly string[] {
  const has = (header: string, field: string): boolean => headerScore(header, field) >= exactly;
  if (!table.headers.some((header) => has(header, 'sender') || has(header, 'direction'))) return [];
  const cells = table.headers.flatMap((header, index) =>
    has(header, 'sender') || has(header, 'contactName')
      ? table.rows.map((row) => row.cells[index] ?? '')
      : [],
  );
  return sendersIn(cells).slice(0, mostSenders);
}

/** Asks for every sender whose side nobody knows, where no column says who wrote to whom. */
export function sideAsks(
  columns: readonly Column[],
  read: readonly ReadColumn[],
  table: TableName,
  book: SenderBook,
): readonly Ask[] {
  if (table !== 'messages' || read.some((column) => column.field === 'direction')) return [];
  const column = columns[read.findIndex((one) => one.field === 'sender')];
  if (!column) return [];
  return sendersIn(column.cells)
    .filter((sender) => sideOf(sender, book) === null)
    .map((sender) => ({ code: 'which_side', column: sender, options: sides }));
}
