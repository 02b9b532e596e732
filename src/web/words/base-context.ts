// Words of the tools of the Base in the language in force.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { baseEn } from '#web/words/base-en.ts';
import { basePt, type BaseWords } from '#web/words/base-pt.ts';

export function useBaseSpeech(): Speech & { readonly b: BaseWords } {
  const speech = useSpeech();
  return { ...speech, b: speech.w.language === 'en' ? baseEn : basePt };
}
