// Words in notes and comments that suggest an event: the method's visible list, read literally.
import { normalise } from '#base/text.ts';
import { suggestedEvents, type SuggestedEvent } from '#domain/facts/voice-facts.ts';
import type { Keyword } from './draft.ts';

export type Suggestion = {
  readonly event: SuggestedEvent;
  readonly family: string | null;
  readonly keyword: string;
};

/** One suggestion per event and family, by the first keyword that stands at the start of a word. */
export function suggestionsIn(text: string, keywords: readonly Keyword[]): readonly Suggestion[] {
  const searched = ` ${normalise(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  const found = new Map<string, Suggestion>();
  for (const { match, event, family } of keywords) {
    const key = `${event}:${family ?? ''}`;
    const known = suggestedEvents.find((each) => each === event);
    if (!known || found.has(key)) continue;
    const hit = match.find((word) =>
      searched.includes(
        ` ${normalise(word)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()}`,
      ),
    );
    if (hit !== undefined && normalise(hit) !== '')
      found.set(key, { event: known, family, keyword: normalise(hit).slice(0, 120) });
  }
  return [...found.values()];
}
