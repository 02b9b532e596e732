// Who of the customer took part in the last 90 days, and how often: conversations, answers to surveys, events attended.
// A window that no source covers wholly is unknown, and so is talking of which no fact says who talked.
import { coversLast } from '#domain/profile/reach.ts';
import type { RowRef, View } from '#domain/profile/shape.ts';
import type { Day } from '#base/day.ts';
import { backwards, conversationReach, visitConversations } from './conversations.ts';

/** Days that count as taking part now. */
export const takingPartDays = 90;
/** From this share of what was done on, a relation hangs on the one who did it. */
export const hangingShare = 0.6;
/** With fewer acts than these a share says nothing. */
export const fewestActs = 5;

export type TakingPart = {
  /** Contact → acts in the window; a contact without any is absent. */
  readonly acts: ReadonlyMap<number, number>;
  /** Conversations of which no fact says who took part. */
  readonly unnamed: number;
  /** Last covered day. */
  readonly through: Day;
  /** Conversations that name somebody. */
  readonly evidence: readonly RowRef[];
};

/** Null where the window is not wholly covered, or they talked and no fact says who. */
export function takingPart(view: View): TakingPart | null {
  const reach = conversationReach(view);
  if (!coversLast(reach, takingPartDays)) return null;
  const from = reach.to - takingPartDays + 1;
  const acts = new Map<number, number>();
  const act = (contact: number) => acts.set(contact, (acts.get(contact) ?? 0) + 1);
  const evidence: RowRef[] = [];
  let unnamed = 0;
  visitConversations(view, from, (contacts, type, row) => {
    if (contacts.length === 0) {
      unnamed += 1;
      return;
    }
    for (const contact of contacts) act(contact);
    evidence.push({ type, row });
  });
  backwards(view.rows('survey-answered'), from, (row) => {
    if (row.contact !== null) act(row.contact);
  });
  backwards(view.rows('content-engaged'), from, (row) => {
    if (row.contact !== null && row.act === 'attended') act(row.contact);
  });
  if (acts.size === 0 && unnamed > 0) return null;
  return { acts, unnamed, through: reach.to, evidence };
}

/** A relation that hangs on one person: nobody else took part, or they did most of it. */
export type OneThread = {
  readonly contact: number;
  readonly why: 'alone' | 'most';
  /** Of all acts of 90 days; 0 to 1. */
  readonly share: number;
};

/** Null where it hangs on nobody, or too much of the talking names nobody to tell. */
export function oneThread(view: View): OneThread | null {
  const part = takingPart(view);
  if (!part) return null;
  const [first, ...others] = [...part.acts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!first) return null;
  const named = [first, ...others].reduce((sum, [, acts]) => sum + acts, 0);
  // Whoever is not named may be somebody else.
  if (part.unnamed > named) return null;
  const [contact, acts] = first;
  const share = acts / named;
  if (others.length === 0) return { contact, why: 'alone', share };
  if (named < fewestActs || share < hangingShare) return null;
  return { contact, why: 'most', share };
}
