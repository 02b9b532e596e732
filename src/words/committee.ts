// The list of the risk committee in words: each line with what, who, when, and the whole as text to paste.
import { formatDay, type Day } from '#base/day.ts';
import type { Locale } from './format.ts';
import { choicesOf, lineWords, markOf, type RitualSource } from './ritual.ts';
import { committeeText } from './ritual-minutes.ts';

type Source = Pick<RitualSource, 'week' | 'sees' | 'begun' | 'decided'> & {
  readonly monday: Day;
  readonly lines: RitualSource['contractRisk'];
  readonly total: number;
  readonly mrrCents: number | null;
};

/** The committee in one language. */
export function committeeOf(source: Source, locale: Locale) {
  const lines = source.lines.map((one) => lineWords(one, source, locale, false));
  const { day } = source.week;
  const told = lines.map((line) => ({
    account: line.account,
    mark: markOf(line, locale),
    why: line.signals[0]?.evidence || line.why[0] || '',
    task: line.decided,
  }));
  return {
    day: formatDay(day),
    monday: formatDay(source.monday),
    list: { total: source.total, mrrCents: source.mrrCents, lines },
    decided: lines.filter((line) => line.decided !== null).length,
    ...choicesOf(source, locale),
    text: committeeText(day, told, source.total, locale),
  };
}
