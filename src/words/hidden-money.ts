// A sentence without its amounts of money, for a reader who is not told them. What an amount looks like is decided here
// once: as we write it (`format.ts`) and as people type it into notes and names of plans.
import type { Locale } from './format.ts';

/** Currencies by their code, as amounts in one without a symbol of ours are written; words of the trade are none. */
const codes = Intl.supportedValuesOf('currency').join('|');
const mark = `(?:(?:R|US|CA|A)?\\$|[€£¥]|(?<![\\p{L}\\p{N}])(?:${codes}))`;
const space = '[ \\u00a0\\u202f]?';
const figure = '\\d+(?:[.,\\u00a0\\u202f]\\d+)*';
const size = `(?:${space}(?:mil(?:h(?:ão|ões))?|bi(?:lh(?:ão|ões))?|mi|million|thousand|bn|[kKmM])(?![\\p{L}\\p{N}]))?`;
const before = `${mark}${space}[-−]?${space}${figure}${size}`;
const after = `(?<![\\d.,])[-−]?${figure}${size}${space}(?:de )?(?:reais|dólar(?:es)?|dollars?|euros?|€|(?:${codes})(?![\\p{L}\\p{N}]))`;
/** `987.654,32`: thousands and cents are an amount even where nothing says so. */
const bare = '(?<![\\d.,])[-−]?\\d{1,3}(?:(?:\\.\\d{3})+,\\d{2}|(?:,\\d{3})+\\.\\d{2})(?![\\d.,]*\\d)';
const amount = new RegExp(`${before}|${after}|${bare}`, 'gu');

/** What stands in place of an amount. */
export const hiddenAmount = (locale: Locale): string => (locale === 'en' ? 'hidden amount' : 'valor oculto');

/** The text with every amount of money replaced. */
export function hideAmounts(text: string, locale: Locale): string {
  return text.replace(amount, hiddenAmount(locale));
}
