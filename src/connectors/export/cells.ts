// Cells on their way out: values with their type, written as Brazilian or ISO text, and texts that no spreadsheet takes
// for a formula. Numbers stay numbers; what reads the file back finds the text as it was.
import { formatDay, type Day } from '#base/day.ts';
import { neutral } from '#base/formula.ts';

/** What one cell holds. Text is a person's own; the other kinds are written by us. */
export type OutCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'money'; readonly cents: number; readonly currency: string | null }
  /** An amount that is not told to who takes the sheet. */
  | { readonly kind: 'hidden' };
/** Cells of a row by column key; an absent one is empty. */
export type OutRow = ReadonlyMap<string, OutCell>;

/** `br`: dd/mm/yyyy, decimal comma, `;`. `iso`: yyyy-mm-dd, decimal point, `,`. */
export type Style = 'br' | 'iso';

export const text = (value: string): OutCell => ({ kind: 'text', text: value });
export const number = (value: number): OutCell => ({ kind: 'number', value });
export const day = (value: Day): OutCell => ({ kind: 'day', day: value });
/** `currency`: null where it is the workspace's own. */
export const money = (cents: number, currency: string | null): OutCell => ({
  kind: 'money',
  cents,
  currency,
});

/**
 * A plain number without thousands. Three decimals get a fourth: `1,234` alone could be a thousand. Powers of ten are
 * written out.
 */
export function numberText(value: number, style: Style): string {
  const plain = /e/i.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
  const [whole = '0', fraction = ''] = plain.split('.');
  if (fraction === '') return whole;
  const told = fraction.length === 3 ? `${fraction}0` : fraction;
  return `${whole}${style === 'br' ? ',' : '.'}${told}`;
}

function centsText(cents: number, style: Style): string {
  const size = Math.abs(cents);
  const part = String(size % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${Math.floor(size / 100)}${style === 'br' ? ',' : '.'}${part}`;
}

/** A cell as text of a CSV. */
export function cellText(cell: OutCell | undefined, style: Style): string {
  if (cell === undefined || cell.kind === 'hidden') return '';
  if (cell.kind === 'text') return neutral(cell.text);
  if (cell.kind === 'number') return numberText(cell.value, style);
  if (cell.kind === 'money') {
    const amount = centsText(cell.cents, style);
    return cell.currency === null ? amount : `${cell.currency} ${amount}`;
  }
  const iso = formatDay(cell.day);
  return style === 'iso' ? iso : iso.split('-').toReversed().join('/');
}
