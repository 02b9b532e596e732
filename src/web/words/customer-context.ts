// Words of the customer's page in the language in force; apart, so that they load with that page only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { customerEn } from '#web/words/customer-en.ts';
import { customerPt, type CustomerWords } from '#web/words/customer-pt.ts';
import { entryEn } from '#web/words/entry-en.ts';
import { entryPt, type EntryWords } from '#web/words/entry-pt.ts';

/** Words for writing on a customer. */
export function useEntrySpeech(): Speech & { readonly e: EntryWords } {
  const speech = useSpeech();
  return { ...speech, e: speech.w.language === 'en' ? entryEn : entryPt };
}

export function useCustomerSpeech(): Speech & { readonly c: CustomerWords } {
  const speech = useSpeech();
  return { ...speech, c: speech.w.language === 'en' ? customerEn : customerPt };
}
