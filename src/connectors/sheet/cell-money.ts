// Money as written → integer cents with its currency, and the period when the cell names one. No float on the way.
import { bad, type Read, readShort, value } from './cell.ts';
import { type Digits, digitsOf, type NumberStyle } from './cell-number.ts';
import type { Cell } from './table.ts';

export type CellMoney = {
  readonly cents: number;
  /** ISO 4217; null when the cell names none. */
  readonly currency: string | null;
  /** Months one amount pays for, when the cell says so ("/ano": 12). */
  readonly months: number | null;
};

const symbols: readonly (readonly [RegExp, string])[] = [
  [/r\$/i, 'BRL'],
  [/us?\$/i, 'USD'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/\b(BRL|USD|EUR|GBP|ARS|CLP|MXN|COP|PEN|UYU|CHF|CAD|AUD)\b/i, ''],
  [/\breais\b/i, 'BRL'],
];
const periods: readonly (readonly [RegExp, number])[] = [
  [/ ?(?:\/|por|ao|per|a) ?(?:m[eê]s|month|mo)\.?$|\bmensa(?:l|is)$|\bmonthly$/i, 1],
  [/ ?(?:\/|por|ao|per|a) ?(?:ano|year|yr|aa)\.?$|\banua(?:l|is)$|\b(?:yearly|annual)$/i, 12],
];
const scales: readonly (readonly [RegExp, number])[] = [
  [/ ?(?:mil|k)$/i, 3],
  [/ ?(?:mi|milh(?:ão|ões|ao|oes)|mm)$/i, 6],
];

/**
 * Reads an amount. Halves of a cent round to even. A bare `$` is USD beside a decimal point (Brazilians who mean
 * reais write the comma), else no currency.
 */
export function readMoney(cell: Cell, style: NumberStyle): Read<CellMoney> {
  if (typeof cell === 'number') return centsRead(typedDigits(cell), 0, null, null);
  return readShort(cell, 'money_unreadable', (text) => moneyOf(text, style));
}

function moneyOf(text: string, style: NumberStyle): Read<CellMoney> {
  let rest = text.replaceAll('\n', ' ');
  const period = take(rest, periods);
  rest = period.rest;
  let currency: string | null = null;
  for (const [pattern, code] of symbols) {
    const found = pattern.exec(rest);
    if (!found) continue;
    currency = code || (found[1] ?? '').toUpperCase();
    rest = rest.replace(pattern, ' ');
    break;
  }
  const dollar = currency === null && rest.includes('$');
  rest = rest.replace('$', ' ').trim();
  const negative = /^[-−(]|[-−]$/.test(rest);
  rest = rest.replace(/^[-−+(]+ ?| ?[-−)]+$/g, '').trim();
  const scale = take(rest, scales);
  const digits = digitsOf(scale.rest.trim(), style);
  if (digits === 'ambiguous') return bad('money_ambiguous');
  if (!digits) return bad('money_unreadable');
  if (scale.found === null && threeDecimals(digits, style)) return bad('money_ambiguous');
  if (dollar && style.mark === '.') currency = 'USD';
  return centsRead({ ...digits, negative }, scale.found ?? 0, currency, period.found);
}

/** `R$ 1.234` among `1234.5`: money has no three decimals, and the column's mark speaks against thousands. */
function threeDecimals(digits: { readonly fraction: string }, style: NumberStyle): boolean {
  return style.mark !== null && !style.strict && style.long !== true && digits.fraction.length === 3;
}

function take(
  text: string,
  list: readonly (readonly [RegExp, number])[],
): { rest: string; found: number | null } {
  for (const [pattern, found] of list)
    if (pattern.test(text)) return { rest: text.replace(pattern, ''), found };
  return { rest: text, found: null };
}

function typedDigits(amount: number): Digits | null {
  const text = /^-?\d+(?:\.\d+)?$/.exec(String(amount))?.[0];
  if (text === undefined) return null;
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  return { negative: amount < 0, whole, fraction };
}

function centsRead(
  digits: Digits | null,
  scale: number,
  currency: string | null,
  months: number | null,
): Read<CellMoney> {
  if (!digits || digits.whole.length > 18) return bad('money_unreadable');
  const shift = scale + 2;
  const padded = digits.fraction.padEnd(shift, '0');
  let cents = BigInt(digits.whole + padded.slice(0, shift));
  const rest = padded.slice(shift).replace(/0+$/, '');
  if (rest > '5' || (rest === '5' && cents % 2n === 1n)) cents += 1n;
  if (cents > BigInt(Number.MAX_SAFE_INTEGER)) return bad('money_unreadable');
  const size = Number(cents);
  return value({ cents: digits.negative && size !== 0 ? -size : size, currency, months });
}

/** The code of a currency: `usd`, `BRL`, `R$`. */
export function readCurrency(cell: Cell): Read<string> {
  return readShort(cell, 'option_unknown', (text) => {
    if (/^[a-z]{3}$/i.test(text)) return value(text.toUpperCase());
    const found = symbols.find(([pattern, code]) => code !== '' && pattern.test(text));
    return found ? value(found[1]) : bad('option_unknown');
  });
}
