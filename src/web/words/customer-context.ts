// Words of the customer's page in the language in force; apart, so that they load with that page only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { customerEn } from '#web/words/customer-en.ts';
import { customerPt, type CustomerWords } from '#web/words/customer-pt.ts';

export function useCustomerSpeech(): Speech & { readonly c: CustomerWords } {
  const speech = useSpeech();
  return { ...speech, c: speech.w.language === 'en' ? customerEn : customerPt };
}
