// Words of the day in the language in force.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { dayEn } from '#web/words/day-en.ts';
import { dayPt, type DayWords } from '#web/words/day-pt.ts';

export function useDaySpeech(): Speech & { readonly d: DayWords } {
  const speech = useSpeech();
  return { ...speech, d: speech.w.language === 'en' ? dayEn : dayPt };
}
