// Words of a text as they are compared: lower case, no accents, no punctuation. Apart, so that a screen compares alike.
import { normalise } from '#base/text.ts';

export type Word = {
  readonly text: string;
  /** Where it stands in the text: the first character and the one after the last. */
  readonly from: number;
  readonly to: number;
};

const plain = /^[0-9A-Za-z]+$/;

export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    // Most words of most texts are plain: folding them is all that is left to do.
    const word = plain.test(match[0]) ? match[0].toLowerCase() : normalise(match[0]);
    if (word !== '') found.push({ text: word, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** Words of a list as they are compared and kept, with single spaces. */
export function phraseOf(words: string): string {
  return wordsOf(words)
    .map(({ text }) => text)
    .join(' ');
}

/** Longest phrase of a list (characters), as facts keep it. */
export const longestPhrase = 120;
