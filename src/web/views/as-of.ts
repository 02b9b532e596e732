// The date being looked at: reading what a person typed, and stepping. Refuses the future and impossible days.
import { dayOf, formatDay, parseDay } from '#base/day.ts';

/**
 * Reads `15/04/2026`, `15/4/26`, `15042026` or `2026-04-15`.
 * Null when it is no day, or later than `today` (ISO).
 */
export function readDay(text: string, today: string): string | null {
  const trimmed = text.trim();
  const found = /^(\d{1,2})[/.\- ]?(\d{1,2})[/.\- ]?(\d{4}|\d{2})$/.exec(trimmed);
  const day = found
    ? dayOf(fullYear(Number(found[3])), Number(found[2]), Number(found[1]))
    : parseDay(trimmed);
  const limit = parseDay(today);
  if (day === null || limit === null || day > limit) return null;
  return formatDay(day);
}

/** The ISO day `step` days away, never past `today`. */
export function stepDay(iso: string, step: number, today: string): string {
  const day = parseDay(iso);
  const limit = parseDay(today);
  if (day === null || limit === null) return today;
  return formatDay(Math.min(day + step, limit));
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year);
