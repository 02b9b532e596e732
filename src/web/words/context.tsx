// The words and the formats of the language in force, for any part that speaks.
import { createContext, useContext } from 'react';
import { formatter, type Formatter } from '#web/views/format.ts';
import { en } from '#web/words/en.ts';
import { pt, type Words } from '#web/words/pt.ts';

export type Speech = { readonly w: Words; readonly f: Formatter };

type Both = { readonly told: Speech; readonly hidden: Speech };
const both = (w: Words): Both => ({
  told: { w, f: formatter(w.language) },
  hidden: { w, f: formatter(w.language, false) },
});
const speeches: Readonly<Record<Words['language'], Both>> = { 'pt-BR': both(pt), en: both(en) };

/** Words and formats of a language, for a reader who is told amounts of money or is not. */
export const speechOf = (language: Words['language'], seesMoney = true): Speech =>
  speeches[language][seesMoney ? 'told' : 'hidden'];

export const SpeechContext = createContext<Speech>(speechOf('pt-BR'));

/** The words and formats in force. */
export const useSpeech = (): Speech => useContext(SpeechContext);
