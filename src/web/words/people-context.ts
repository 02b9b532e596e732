// Words of access and people in the language in force; apart, so that they load with those pages only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { peopleEn } from '#web/words/people-en.ts';
import { peoplePt, type PeopleWords } from '#web/words/people-pt.ts';

export function usePeopleSpeech(): Speech & { readonly p: PeopleWords } {
  const speech = useSpeech();
  return { ...speech, p: speech.w.language === 'en' ? peopleEn : peoplePt };
}
