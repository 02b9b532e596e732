// Words of the weekly ritual in the language in force; apart, so that they load with it only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { ritualEn } from '#web/words/ritual-en.ts';
import { ritualPt, type RitualWords } from '#web/words/ritual-pt.ts';

export function useRitualSpeech(): Speech & { readonly r: RitualWords } {
  const speech = useSpeech();
  return { ...speech, r: speech.w.language === 'en' ? ritualEn : ritualPt };
}
