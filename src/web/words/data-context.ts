// Words of the Dados pages in the language in force; apart, so that they load with those pages only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { dataEn } from '#web/words/data-en.ts';
import { dataPt, type DataWords } from '#web/words/data-pt.ts';

export function useDataSpeech(): Speech & { readonly d: DataWords } {
  const speech = useSpeech();
  return { ...speech, d: speech.w.language === 'en' ? dataEn : dataPt };
}
