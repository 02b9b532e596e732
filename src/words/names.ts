// Names that codes stand for, from the method and the team, for sentences about facts.
import type { Method } from '#domain/method/schema.ts';
import { said } from './fill.ts';
import type { Locale } from './format.ts';
import type { StoryNames } from './timeline.ts';

/** Looks codes up in a method and the members of the team (key → name). */
export function methodNames(
  method: Method,
  members: Readonly<Record<string, string>>,
  locale: Locale,
): StoryNames {
  const lists = {
    event: method.events,
    stage: method.stages,
    offer: method.offers,
    reason: method.reasons,
  };
  return (kind, code) => {
    if (kind === 'member') return members[code] ?? null;
    const found = lists[kind].find((entry) => entry.key === code);
    return found ? said(found.label, locale) : null;
  };
}
