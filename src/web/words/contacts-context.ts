// Words of a customer's people in the language in force; apart, so that they load with that page only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { contactsEn } from '#web/words/contacts-en.ts';
import { contactsPt, type ContactsWords } from '#web/words/contacts-pt.ts';

export function useContactsSpeech(): Speech & { readonly p: ContactsWords } {
  const speech = useSpeech();
  return { ...speech, p: speech.w.language === 'en' ? contactsEn : contactsPt };
}
