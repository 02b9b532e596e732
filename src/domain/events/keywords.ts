// Words in notes that suggest an event: the one matcher, read by imports, by the look before a change and by reading
// again. By whole words, without accents or case; it does not understand a sentence, so what it finds is a question.
import { suggestedEvents, type SuggestedEvent } from '#domain/facts/voice-facts.ts';
import { longestPhrase, wordsOf } from './phrase.ts';

export type Keyword = {
  readonly match: readonly string[];
  readonly event: string;
  /** The offer family that the words ask for; null: none. */
  readonly family: string | null;
};

export type Hit = {
  readonly event: SuggestedEvent;
  readonly family: string | null;
  /** The words of the list, normalised. */
  readonly keyword: string;
  /** Where they stand in the text: the first character and the one after the last. */
  readonly from: number;
  readonly to: number;
};

type Phrase = { readonly words: readonly string[]; readonly place: number; readonly entry: number };
type Compiled = {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly entries: readonly (Omit<Hit, 'keyword' | 'from' | 'to'> | null)[];
};

function compile(keywords: readonly Keyword[]): Compiled {
  const byFirst = new Map<string, Phrase[]>();
  let place = 0;
  const entries = keywords.map(({ match, event, family }, entry) => {
    const known = suggestedEvents.find((each) => each === event);
    if (known === undefined) return null;
    for (const words of match) {
      const phrase = wordsOf(words).map(({ text }) => text);
      const [first] = phrase;
      if (first === undefined) continue;
      const others = byFirst.get(first);
      if (others) others.push({ words: phrase, place, entry });
      else byFirst.set(first, [{ words: phrase, place, entry }]);
      place += 1;
    }
    return { event: known, family };
  });
  return { byFirst, entries };
}

const compiledLists = new WeakMap<readonly Keyword[], Compiled>();

function compiledOf(keywords: readonly Keyword[]): Compiled {
  const known = compiledLists.get(keywords) ?? compile(keywords);
  compiledLists.set(keywords, known);
  return known;
}

/** One hit of each event and family, by the first words of the list that the text holds; in the order of the list. */
export function hitsIn(text: string, keywords: readonly Keyword[]): readonly Hit[] {
  const { byFirst, entries } = compiledOf(keywords);
  const words = wordsOf(text);
  const best = new Map<string, { readonly place: number; readonly hit: Hit }>();
  words.forEach(({ text: first, from }, at) => {
    for (const { words: phrase, place, entry } of byFirst.get(first) ?? []) {
      const last = words[at + phrase.length - 1];
      const suggests = entries[entry];
      if (!last || !suggests || !phrase.every((word, i) => words[at + i]?.text === word)) continue;
      const key = `${suggests.event}:${suggests.family ?? ''}`;
      if ((best.get(key)?.place ?? Infinity) <= place) continue;
      const keyword = phrase.join(' ').slice(0, longestPhrase);
      best.set(key, { place, hit: { ...suggests, keyword, from, to: last.to } });
    }
  });
  return [...best.values()].toSorted((a, b) => a.place - b.place).map(({ hit }) => hit);
}

/** The sentence around found words, in three parts; a long one is cut at words, with an ellipsis. */
export type Sentence = { readonly before: string; readonly found: string; readonly after: string };

/** Characters kept on each side of the found words. */
const sideLength = 120;

export function sentenceAround(text: string, { from, to }: Pick<Hit, 'from' | 'to'>): Sentence {
  const before = text.slice(0, from).replace(/^[\s\S]*[.!?;\n](?=\s)\s*/u, '');
  const after = /^[\s\S]*?(?:[.!?;](?=\s|$)|(?=\n)|$)/u.exec(text.slice(to))?.[0] ?? '';
  return {
    before: before.length <= sideLength ? before : before.slice(-sideLength).replace(/^\S*\s/u, '… '),
    found: text.slice(from, to),
    after: after.length <= sideLength ? after : after.slice(0, sideLength).replace(/\s\S*$/u, ' …'),
  };
}
