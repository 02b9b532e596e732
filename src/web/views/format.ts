// Figures and dates as the reader writes them: R$ 18.400, −14, 15/04/2026. Pure; the language is a parameter.
import { parseDay, yearMonthDay } from '#base/day.ts';

export type LanguageTag = 'pt-BR' | 'en';
/** A real minus sign: hyphens do not align with digits. */
const minus = (text: string) => text.replace(/-/g, '−');
const pad = (n: number) => String(n).padStart(2, '0');

/** Formatting functions of one language. Money is integer cents; days are ISO text. `seesMoney`: the reader is told amounts. */
export function formatter(language: LanguageTag, seesMoney = true) {
  const locale = language === 'en' ? 'en-US' : 'pt-BR';
  const number = (n: number, digits = 0) =>
    minus(n.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const money = (cents: number, currency: string, digits = 0) =>
    minus(
      (cents / 100).toLocaleString(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    );
  return {
    /** False: amounts are null because they are hidden, not because nobody knows them. */
    seesMoney,
    number,
    money,
    /** Cents as whole units without the symbol, for a column that names it. */
    units: (cents: number) => number(Math.round(cents / 100)),
    /** The symbol of a currency: R$. */
    symbol: (currency: string) => symbolOf(locale, currency),
    /** For headlines: from a hundred thousand on in thousands, then millions, then billions. */
    moneyShort: (cents: number, currency: string) => {
      const units = Math.abs(cents) / 100;
      if (units < 100_000) return money(cents, currency);
      const [size, unit] = scaleOf(units, language);
      const value = number(cents / 100 / size, size > 1e3 ? 1 : 0).replace(/[.,]0$/, '');
      return `${symbolOf(locale, currency)}${language === 'en' ? '' : '\u00a0'}${value}${unit}`;
    },
    /** A rate 0 to 1 as whole percent. */
    share: (rate: number) => `${number(Math.round(rate * 100))}%`,
    /** With its sign; zero has none. */
    signed: (n: number, digits = 0) => {
      const text = number(n, digits);
      return n > 0 && Number(n.toFixed(digits)) !== 0 ? `+${text}` : text.replace(/^−(0(?:[.,]0*)?)$/, '$1');
    },
    day: (iso: string) => dayText(iso, 'long', locale),
    /** As people type it into a field, in every language: 15/04/2026. */
    dayTyped: (iso: string) => dayText(iso, 'long', 'pt-BR'),
    /** Without the year while it is that of `asOf`; else with its last two digits. */
    dayShort: (iso: string, asOf: string) =>
      dayText(iso, iso.slice(0, 4) === asOf.slice(0, 4) ? 'none' : 'short', locale),
    /** "abr/26". */
    month: (iso: string) => monthText(iso, locale),
  };
}
export type Formatter = ReturnType<typeof formatter>;

function scaleOf(units: number, language: LanguageTag): readonly [size: number, unit: string] {
  const english = language === 'en';
  if (units >= 999_950_000) return [1e9, english ? 'bn' : '\u00a0bi'];
  if (units >= 999_500) return [1e6, english ? 'm' : '\u00a0mi'];
  return [1e3, english ? 'k' : '\u00a0mil'];
}

function symbolOf(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** `15/04/2026`, or `15 Apr 2026`, which no English reader mistakes. */
function dayText(iso: string, year: 'long' | 'short' | 'none', locale: 'pt-BR' | 'en-US'): string {
  const day = parseDay(iso.slice(0, 10));
  if (day === null) return iso;
  const parts = yearMonthDay(day);
  const english = locale === 'en-US';
  const name = monthNames['en-US'][parts.month - 1] ?? '';
  const start = english ? `${parts.day}\u00a0${name}` : `${pad(parts.day)}/${pad(parts.month)}`;
  if (year === 'none') return start;
  return `${start}${english ? '\u00a0' : '/'}${year === 'long' ? parts.year : pad(parts.year % 100)}`;
}

const monthNames = {
  'pt-BR': ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
  'en-US': ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

function monthText(iso: string, locale: 'pt-BR' | 'en-US'): string {
  const day = parseDay(iso.slice(0, 10));
  if (day === null) return iso;
  const { year, month } = yearMonthDay(day);
  const name = monthNames[locale][month - 1] ?? '';
  return month === 1 ? `${name}/${pad(year % 100)}` : name;
}

/** Whole days from one ISO day to another; 0 when either is no day. */
export function daysFrom(from: string, to: string): number {
  const start = parseDay(from.slice(0, 10));
  const end = parseDay(to.slice(0, 10));
  return start === null || end === null ? 0 : end - start;
}
