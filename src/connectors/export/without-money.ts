// What goes out to somebody who is not told amounts of money: the same rows, with the cells of amounts empty, and texts
// without what looks like one.
import type { HeldFact } from './account.ts';
import type { OutCell, OutRow } from './cells.ts';

/** Takes amounts out of a text. */
export type HideText = (text: string) => string;

/** In the header of a column whose amounts were left out; with it no import takes the column for an empty one. */
export const hiddenNote = 'oculto para quem baixou';

const isAmount = (field: string): boolean => /cents$/i.test(field);

function parts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parts);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(([field]) => !isAmount(field));
  return Object.fromEntries(told.map(([field, part]) => [field, parts(part)]));
}

/** A fact without its amounts: every one of the catalogue stands in a field that ends in "cents", or under such a metric. */
export function factWithoutMoney(fact: HeldFact): HeldFact {
  const { value: _, ...rest } = fact.body;
  const body = isAmount(String(fact.body['metric'])) ? rest : fact.body;
  return { ...fact, body: parts(body) as HeldFact['body'] };
}

/** The row with amounts hidden. */
export function rowWithoutMoney(row: OutRow, hide: HideText): OutRow {
  const hidden = (cell: OutCell): OutCell => {
    if (cell.kind === 'money') return { kind: 'hidden' };
    return cell.kind === 'text' ? { kind: 'text', text: hide(cell.text) } : cell;
  };
  return new Map([...row].map(([key, cell]) => [key, hidden(cell)]));
}
