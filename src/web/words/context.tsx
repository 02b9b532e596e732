// The words and the formats of the language in force, for any part that speaks.
import { createContext, useContext } from 'react';
import { formatter, type Formatter } from '#web/views/format.ts';
import { en } from '#web/words/en.ts';
import { pt, type Words } from '#web/words/pt.ts';

export type Speech = { readonly w: Words; readonly f: Formatter };

const speeches: Readonly<Record<Words['language'], Speech>> = {
  'pt-BR': { w: pt, f: formatter('pt-BR') },
  en: { w: en, f: formatter('en') },
};

/** Words and formats of a language. */
export const speechOf = (language: Words['language']): Speech => speeches[language];

export const SpeechContext = createContext<Speech>(speeches['pt-BR']);

/** The words and formats in force. */
export const useSpeech = (): Speech => useContext(SpeechContext);
