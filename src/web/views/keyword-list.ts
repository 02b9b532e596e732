// The list of words as its page shows it: what the firm said of its own, words by event, what a filter leaves.
import type { KeywordList, OwnWords } from '#contract/keywords.ts';
import { phraseOf } from '#domain/events/phrase.ts';

export type ListedWord = KeywordList['words'][number];
export type OwnWord = OwnWords['words'][number];
export type Which = 'all' | 'mine' | 'off';

/** What the firm says over the method's list. */
export const ownOf = (list: Pick<KeywordList, 'words'>): readonly OwnWord[] =>
  list.words
    .filter(({ origin }) => origin !== 'template')
    .map(({ word, event, family }) => ({ word, event, family }));

/** The firm's words with one more, or with that one said anew. */
export const withWord = (own: readonly OwnWord[], one: OwnWord): readonly OwnWord[] => [
  ...withoutWord(own, one.word),
  one,
];

export const withoutWord = (own: readonly OwnWord[], word: string): readonly OwnWord[] =>
  own.filter((each) => phraseOf(each.word) !== phraseOf(word));

/** The entry of the list that a typed text would change; undefined: it is new. */
export const known = (list: Pick<KeywordList, 'words'>, typed: string): ListedWord | undefined =>
  list.words.find(({ word }) => word === phraseOf(typed));

export type WordGroup = {
  readonly key: string;
  /** Null: words that are switched off. */
  readonly label: string | null;
  readonly words: readonly ListedWord[];
  readonly own: number;
};

/** Words by the event they suggest, by name of event then of word; those switched off last. */
export function groupsOf(list: KeywordList, which: Which, filter: string): readonly WordGroup[] {
  const asked = phraseOf(filter);
  const shown = list.words.filter(
    ({ word, event, origin, eventLabel }) =>
      (which === 'all' || (which === 'off' ? event === null : origin !== 'template')) &&
      (asked === '' || word.includes(asked) || phraseOf(eventLabel ?? '').includes(asked)),
  );
  const groups = Map.groupBy(shown, ({ event }) => event ?? '');
  return [...groups]
    .map(([key, words]): WordGroup => ({
      key,
      label: words[0]?.eventLabel ?? null,
      words: words.toSorted((a, b) => a.word.localeCompare(b.word)),
      own: words.filter(({ origin }) => origin !== 'template').length,
    }))
    .toSorted((a, b) => (a.label === null ? 1 : b.label === null ? -1 : a.label.localeCompare(b.label)));
}
