// The shape of a failure's words: both languages and the HTTP status that goes with it.
export type FailureText = { readonly title: string; readonly detail: string };
export type FailureLocale = 'pt-BR' | 'en';
export type BothTexts = { readonly status: number; readonly pt: FailureText; readonly en: FailureText };

export const say = (status: number, pt: [string, string], en: [string, string]): BothTexts => ({
  status,
  pt: { title: pt[0], detail: pt[1] },
  en: { title: en[0], detail: en[1] },
});
