// Suggested events in words: the list of words that suggest them, and what a customer's notes ask.
import { formatDay, type Day } from '#base/day.ts';
import type { ListedWord } from '#domain/events/own-keywords.ts';
import type { Sentence } from '#domain/events/keywords.ts';
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import { sourceLabel } from './fact-labels.ts';
import type { Locale } from './format.ts';

type Named = { readonly key: string; readonly label: Method['events'][number]['label'] };

/** The name of a key among some that are named; null for null. */
export const labelIn = (all: readonly Named[], key: string | null, locale: Locale): string | null => {
  if (key === null) return null;
  const found = all.find((one) => one.key === key);
  return found ? said(found.label, locale) : key.replaceAll('_', ' ');
};

/** Name of an event as the method has it. */
export function suggestedLabel(event: string, method: Method, locale: Locale): string {
  return labelIn(method.events, event, locale) ?? event;
}

/** Words of a list with the names of what they suggest. */
export function listedWordsIn(words: readonly ListedWord[], method: Method, locale: Locale) {
  return words.map((one) => ({
    ...one,
    eventLabel: labelIn(method.events, one.event, locale),
    familyLabel: labelIn(method.families, one.family, locale),
  }));
}

/** Events and offer families to choose from, by name. */
export function choicesIn(all: readonly Named[], locale: Locale): { key: string; label: string }[] {
  return all
    .map(({ key, label }) => ({ key, label: said(label, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

export type SuggestedSource = {
  readonly event: string;
  readonly family: string | null;
  readonly keyword: string;
  readonly on: Day;
  readonly source: string;
  readonly sentence: Sentence | null;
  readonly who: readonly { readonly id: string; readonly name: string }[];
};

/** What the notes of a customer suggest, as its page asks. */
export function suggestedPage(suggested: readonly SuggestedSource[], method: Method, locale: Locale) {
  return suggested.map(({ event, family, keyword, on, source, sentence, who }) => ({
    event,
    label: suggestedLabel(event, method, locale),
    familyLabel: labelIn(method.families, family, locale),
    keyword,
    on: formatDay(on),
    source: sourceLabel(source, locale),
    sentence,
    who: who.map(({ id, name }) => ({ id, name })),
  }));
}
