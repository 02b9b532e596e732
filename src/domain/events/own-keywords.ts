// The firm's own words over those of its method: added, made to say something else, switched off. Words not named here
// stay as the method has them.
import { suggestedEvents } from '#domain/facts/voice-facts.ts';
import type { Keyword } from './keywords.ts';
import { longestPhrase, phraseOf } from './phrase.ts';

export type OwnWord = {
  readonly word: string;
  /** Null: these words suggest nothing here, whatever the method says. */
  readonly event: string | null;
  readonly family: string | null;
};

/** One phrase of the list in force, with where it comes from. */
export type ListedWord = OwnWord & {
  /** `changed`: the method has it too, with another event, another family, or switched on. */
  readonly origin: 'template' | 'own' | 'changed';
};

/** Phrases in a list, those switched off included. */
export const mostWords = 500;

type Told = Omit<OwnWord, 'word'>;

function ofTemplate(template: readonly Keyword[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const { match, event, family } of template)
    for (const word of match) {
      const phrase = phraseOf(word);
      if (phrase !== '' && !told.has(phrase)) told.set(phrase, { event, family });
    }
  return told;
}

const same = (a: Told, b: Told): boolean => a.event === b.event && a.family === b.family;

/** The firm's own words without what the method says already, phrases as they are compared. */
export function ownOver(template: readonly Keyword[], own: readonly OwnWord[]): readonly OwnWord[] {
  const told = ofTemplate(template);
  return own.flatMap(({ word, event, family }): OwnWord[] => {
    const phrase = phraseOf(word);
    const said = { event, family: event === null ? null : family };
    const before = told.get(phrase) ?? { event: null, family: null };
    return same(said, before) ? [] : [{ word: phrase, ...said }];
  });
}

/** Every phrase in force or switched off: the firm's own first, then the method's. */
export function listedWords(template: readonly Keyword[], own: readonly OwnWord[]): readonly ListedWord[] {
  const told = ofTemplate(template);
  const ours = ownOver(template, own);
  const named = new Set(ours.map(({ word }) => word));
  const rest = [...told].filter(([word]) => !named.has(word));
  return [
    ...ours.map((one): ListedWord => ({ ...one, origin: told.has(one.word) ? 'changed' : 'own' })),
    ...rest.map(([word, said]): ListedWord => ({ word, ...said, origin: 'template' })),
  ];
}

/** The list as notes are read with it. */
export function keywordsOver(template: readonly Keyword[], own: readonly OwnWord[]): readonly Keyword[] {
  if (own.length === 0) return template;
  const named = new Set(own.map(({ word }) => phraseOf(word)));
  const ours = own.flatMap(({ word, event, family }): Keyword[] =>
    event === null ? [] : [{ match: [word], event, family }],
  );
  const rest = template.flatMap((entry): Keyword[] => {
    const match = entry.match.filter((word) => !named.has(phraseOf(word)));
    return match.length === 0 ? [] : [{ ...entry, match }];
  });
  return [...ours, ...rest];
}

export type WordFault = {
  /** Place in the list that was handed in. */
  readonly at: number;
  readonly word: string;
  readonly fault: 'empty' | 'short' | 'long' | 'twice' | 'event' | 'family';
};

function faultOf({ word, event, family }: OwnWord, families: readonly string[]): WordFault['fault'] | null {
  const phrase = phraseOf(word);
  if (phrase === '') return 'empty';
  if (phrase.length === 1) return 'short';
  if (phrase.length > longestPhrase) return 'long';
  if (event !== null && !suggestedEvents.some((known) => known === event)) return 'event';
  return family !== null && !families.includes(family) ? 'family' : null;
}

/** What of the firm's own words cannot be taken, in their order; one fault a word. */
export function faultsOf(own: readonly OwnWord[], families: readonly string[]): readonly WordFault[] {
  const seen = new Set<string>();
  return own.flatMap((one, at): WordFault[] => {
    const phrase = phraseOf(one.word);
    const fault = faultOf(one, families) ?? (seen.has(phrase) ? 'twice' : null);
    seen.add(phrase);
    return fault === null ? [] : [{ at, word: one.word.trim(), fault }];
  });
}
