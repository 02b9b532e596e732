// What notes suggest of a customer, one question for each event: the sentence it was read in, and for a person who may
// have left, who that can be.
import { dayAt } from '#base/zone.ts';
import type { Day } from '#base/day.ts';
import { hitsIn, sentenceAround, type Sentence } from '#domain/events/keywords.ts';
import { noteFields, writtenOf } from '#domain/events/notes.ts';
import type { SuggestionState } from '#domain/profile/shape.ts';
import type { Tx } from '#store/in-workspace.ts';
import { suggestedTexts, type SuggestedText } from '#store/notes.ts';
import { contactNames } from '#store/people.ts';
import { heldFacts } from '#store/story.ts';

export type OpenSuggestion = {
  readonly event: string;
  /** The offer family that a note named, if any did. */
  readonly family: string | null;
  readonly keyword: string;
  readonly on: Day;
  /** Instant of the newest note that suggests it (ms): the answer holds for it and for all before. */
  readonly occurredAt: number;
  readonly source: string;
  /** Null where the note is not kept here. */
  readonly sentence: Sentence | null;
  /** Contacts who may be the one that left; empty where the event is of nobody, or nobody of that role is known. */
  readonly who: readonly Who[];
};
/** A contact as its source tells it: each source has keys of its own. */
export type Who = {
  readonly id: string;
  readonly source: string;
  readonly contact: string;
  readonly name: string;
};

/** The role that "left" is about, by suggested event. */
export const roleThatLeft: Readonly<Record<string, string>> = {
  sponsor_left: 'executive_sponsor',
  champion_left: 'champion',
};

export type Members = {
  readonly workspaceId: string;
  readonly ids: readonly string[];
  readonly zone: string;
};

/** The events that a customer's open suggestions ask about, as of an instant (ms); newest first. */
export async function openSuggestions(
  tx: Tx,
  of: Members,
  states: readonly SuggestionState[],
  asOf: number,
): Promise<readonly OpenSuggestion[]> {
  if (states.length === 0) return [];
  const asked = new Set(states.map(({ event }) => event));
  const texts = await suggestedTexts(tx, of.workspaceId, of.ids, noteFields, asOf);
  const byEvent = Map.groupBy(
    texts.filter(({ event }) => asked.has(event)),
    ({ event }) => event,
  );
  const people = [...asked].some((event) => event in roleThatLeft)
    ? await standingContacts(tx, of, asOf)
    : [];
  return [...byEvent.values()].flatMap((group): OpenSuggestion[] => {
    const newest = group.find(({ text }) => text !== null) ?? group[0];
    const [latest] = group;
    if (!newest || !latest) return [];
    const { event, keyword, source } = newest;
    return [
      {
        event,
        family: states.findLast((one) => one.event === event && one.family !== null)?.family ?? null,
        keyword,
        on: dayAt(newest.occurredAt, of.zone),
        occurredAt: latest.occurredAt,
        source,
        sentence: sentenceOf(newest),
        who: people.flatMap(({ role, ...one }) => (role === roleThatLeft[event] ? [one] : [])),
      },
    ];
  });
}

/** Where the words of a suggestion stand in its note. */
function sentenceOf({ event, keyword, noteId, text }: SuggestedText): Sentence | null {
  if (text === null) return null;
  const written = writtenOf(noteId, text);
  const [hit] = hitsIn(written, [{ match: [keyword], event, family: null }]);
  return hit ? sentenceAround(written, hit) : null;
}

/** Contacts that joined and have not left, with their role and name. */
async function standingContacts(tx: Tx, of: Members, asOf: number) {
  const ask = { asOf, types: ['contact-joined', 'contact-changed', 'contact-left'], ids: null };
  const held = await heldFacts(tx, of.workspaceId, of.ids, ask);
  const names = await contactNames(tx, of.workspaceId, of.ids);
  const found = new Map<string, Who & { role: string | null }>();
  for (const { type, body, source } of held.toSorted((a, b) => a.occurredAt - b.occurredAt)) {
    const { contact, role } = body as { readonly contact: string; readonly role?: string };
    const id = `${source}|${contact}`;
    const name = names.get(contact) ?? contact;
    if (type === 'contact-left') found.delete(id);
    else found.set(id, { id, source, contact, name, role: role ?? found.get(id)?.role ?? null });
  }
  return [...found.values()];
}
