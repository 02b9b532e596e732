// Words of the page of the method in the language in force; apart, so that they load with it only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { methodEn } from '#web/words/method-en.ts';
import { methodPt, type MethodWords } from '#web/words/method-pt.ts';

export function useMethodSpeech(): Speech & { readonly m: MethodWords } {
  const speech = useSpeech();
  return { ...speech, m: speech.w.language === 'en' ? methodEn : methodPt };
}
