// Numbers, money, days and shares as people write them in Brazil and in English. No sentence is built here.
import { type Day, yearMonthDay } from '#base/day.ts';

export type Locale = 'pt-BR' | 'en';

const pad = (n: number): string => String(n).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `15/04/2026`, or `15 Apr 2026`, which no English reader mistakes. */
export function dayText(day: Day, locale: Locale): string {
  const at = yearMonthDay(day);
  if (locale === 'en') return `${at.day} ${months[at.month - 1] ?? ''} ${at.year}`;
  return `${pad(at.day)}/${pad(at.month)}/${at.year}`;
}

/** `1.234,5` or `1,234.5`; at most `digits` decimals, none when whole. */
export function numberText(value: number, locale: Locale, digits = 1): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', rest = ''] = fixed.split('.');
  const decimals = rest.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : '.');
  const sign = value < 0 && Number(fixed) !== 0 ? '-' : '';
  return `${sign}${grouped}${decimals === '' ? '' : (locale === 'en' ? '.' : ',') + decimals}`;
}

/** A share as a percentage: `42%`; `small` decimals (one) below 10%, none above. */
export function percentText(share: number, locale: Locale, small = 1): string {
  const percent = share * 100;
  return `${numberText(percent, locale, Math.abs(percent) < 10 ? small : 0)}%`;
}

const symbols: Readonly<Record<string, string>> = { BRL: 'R$', USD: 'US$', EUR: '€', GBP: '£' };

/** `R$ 1.234`; cents are shown below 1,000 when there are any. */
export function moneyText(cents: number, currency: string, locale: Locale): string {
  const units = cents / 100;
  const whole = Math.abs(units) >= 1000 || cents % 100 === 0;
  const amount = whole ? numberText(Math.round(units), locale, 0) : twoDecimals(units, locale);
  return `${symbols[currency] ?? currency} ${amount}`;
}

/** `R$ 1.234,56`: an amount to the cent, where a person compares it with the sheet. */
export function exactMoneyText(cents: number, currency: string, locale: Locale): string {
  return `${symbols[currency] ?? currency} ${twoDecimals(cents / 100, locale)}`;
}

function twoDecimals(units: number, locale: Locale): string {
  const text = numberText(units, locale, 2);
  const mark = locale === 'en' ? '.' : ',';
  const [whole = '0', rest = ''] = text.split(mark);
  return `${whole}${mark}${rest.padEnd(2, '0')}`;
}

/** `1 dia`, `3 dias`; `1 day`, `3 days`. */
export function daysText(days: number, locale: Locale): string {
  const n = numberText(Math.round(days), locale, 0);
  const one = Math.round(days) === 1;
  if (locale === 'en') return `${n} ${one ? 'day' : 'days'}`;
  return `${n} ${one ? 'dia' : 'dias'}`;
}

/** A CNPJ with its punctuation (`12.ABC.345/01DE-35`); anything else as it is. */
export function taxIdText(id: string): string {
  const match = /^([0-9A-Z]{2})([0-9A-Z]{3})([0-9A-Z]{3})([0-9A-Z]{4})(\d{2})$/i.exec(id);
  return match ? `${match[1]}.${match[2]}.${match[3]}/${match[4]}-${match[5]}`.toUpperCase() : id;
}
