// Since when something holds, in words. Memory reaches back some weeks: what held already where it begins is told by
// its least age, which does not run on with the calendar as a first remembered day would.
import type { Day } from '#base/day.ts';
import { dayText, type Locale, numberText } from './format.ts';

/** Whole weeks that every decision remembers: from this age on, a beginning nobody saw lies before what is remembered. */
const remembered = 12;
const edge = 7 * remembered;

/** `há 12 semanas ou mais`: the age of what held already where memory begins; null while it is younger (days). */
export function leastAge(days: number, locale: Locale): string | null {
  if (days < edge) return null;
  const weeks = numberText(remembered, locale, 0);
  return locale === 'en' ? `for ${weeks} weeks or more` : `há ${weeks} semanas ou mais`;
}

/**
 * `desde 15/04/2026`; where the beginning is not known `desde 15/04/2026 ou antes`, or its least age.
 * @param begun whether it is known to have begun on `since`
 */
export function sinceText(since: Day, begun: boolean, day: Day, locale: Locale): string {
  const from = locale === 'en' ? `since ${dayText(since, locale)}` : `desde ${dayText(since, locale)}`;
  if (begun) return from;
  return leastAge(day - since, locale) ?? (locale === 'en' ? `${from} or before` : `${from} ou antes`);
}
