// Words of the page of words for suggested events in the language in force; apart, so that they load with it only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { keywordEn } from '#web/words/keyword-en.ts';
import { keywordPt, type KeywordWords } from '#web/words/keyword-pt.ts';

export function useKeywordSpeech(): Speech & { readonly k: KeywordWords } {
  const speech = useSpeech();
  return { ...speech, k: speech.w.language === 'en' ? keywordEn : keywordPt };
}
