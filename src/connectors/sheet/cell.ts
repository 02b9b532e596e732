// What reading one cell can give: a value, nothing, or a named reason why it cannot be read.
import type { Cell } from './table.ts';

/** Codes are stable: programs and translations hang on them. */
export type CellFault =
  | 'date_unreadable'
  | 'date_impossible'
  | 'date_ambiguous'
  | 'date_future'
  | 'money_unreadable'
  | 'money_ambiguous'
  | 'number_unreadable'
  | 'number_ambiguous'
  | 'count_unreadable'
  | 'score_out_of_range'
  | 'percent_unreadable'
  | 'tax_id_check_digits'
  | 'tax_id_unreadable'
  | 'tax_id_personal'
  | 'email_unreadable'
  | 'option_unknown'
  | 'text_too_long'
  | 'formula_error'
  | 'custom_type';

export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad'; readonly code: CellFault };

export const empty = { kind: 'empty' } as const;
export function value<T>(read: T): Read<T> {
  return { kind: 'value', value: read };
}
export function bad(code: CellFault): Read<never> {
  return { kind: 'bad', code };
}

/** What people write for "nothing". */
const nothing =
  /^(?:-+|–|—|\.+|n\/?[ad]\.?|null|none|nil|nan|#n\/?[ad]|s\/[id]|nao (?:ha|tem|se aplica)|não (?:há|tem|se aplica))$/i;
/** What a spreadsheet leaves where a formula failed. */
const formulaError = /^#(?:ref|valor|value|div\/0|nome|name|num|núm|nulo|spill|calc)[!?]?$/i;

/** An apostrophe that an export put before what a spreadsheet would take for a formula. */
const neutralised = /^'(?='*(?:\s|[=+\-@＝＋－＠]))/;
/** Letters, digits and marks of ASCII, one space between words, no leading apostrophe: nothing to put right. */
const clean = /^(?:[!-&(-~][!-~]*(?: [!-~]+)*)?$/;

/** Text of a cell: normal form, invisible characters gone, one space between words (line breaks stay), trimmed. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string' && clean.test(cell)) return cell;
  return String(cell)
    .normalize('NFC')
    .replace(/(?![\t\n\r])[\p{Cc}\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\t \u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .replace(/ ?(?:\r\n?|\n) ?/g, '\n')
    .trim()
    .replace(neutralised, '')
    .trimStart();
}

/** Text, or why there is none to read: empty, a word for nothing, a failed formula. */
export function plain(cell: Cell): Read<string> {
  const text = textOf(cell);
  if (text === '' || nothing.test(text)) return empty;
  return formulaError.test(text) ? bad('formula_error') : value(text);
}

/** No date, amount, number or word of a list is longer: what is longer is never searched. */
export const longestShort = 120;

/** Reads a short text when there is one; a longer one is `tooLong`. */
export function readShort<T>(cell: Cell, tooLong: CellFault, read: (text: string) => Read<T>): Read<T> {
  if (typeof cell === 'string' && cell.length > 4 * longestShort) return bad(tooLong);
  return readWith(cell, (text) => (text.length > longestShort ? bad(tooLong) : read(text)));
}

/** Reads text when there is some. */
export function readWith<T>(cell: Cell, read: (text: string) => Read<T>): Read<T> {
  const text = plain(cell);
  return text.kind === 'value' ? read(text.value) : text;
}
