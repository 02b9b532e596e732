// What counts as a real conversation: a meeting that somebody came to, a call that was answered, a reply.
// Automated messages and unanswered attempts are none.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { enteredReach, widestReach } from '#domain/profile/reach.ts';
import type { RowRef, Span, View } from '#domain/profile/shape.ts';

export type Conversation = { readonly day: Day; readonly ref: RowRef };

/** Outcomes of a call in which nobody talked. */
const unanswered: ReadonlySet<string> = new Set([
  'no_answer',
  'missed',
  'busy',
  'voicemail',
  'failed',
  'abandoned',
]);
const nobody: readonly number[] = [];

type Visit = (contacts: readonly number[], type: RowRef['type'], row: RowRef['row']) => void;

/** Visits conversations on or after a day: meetings, then calls, then messages, each from the newest back. */
export function visitConversations(view: View, from: Day, visit: Visit): void {
  backwards(view.rows('meeting-held'), from, (row) => {
    if (isMet(row)) visit(row.contacts ?? nobody, 'meeting-held', row);
  });
  backwards(view.rows('call-held'), from, (row) => {
    if (isTalk(row)) visit(one(row.contact), 'call-held', row);
  });
  backwards(view.rows('message-exchanged'), from, (row) => {
    if (isReply(row)) visit(one(row.contact), 'message-exchanged', row);
  });
}

/** The newest conversation, of those with contacts that `keep` accepts; null when none is known. */
export function lastConversation(
  view: View,
  keep: (contacts: readonly number[]) => boolean = () => true,
): Conversation | null {
  const meeting = view.rows('meeting-held').findLast((row) => isMet(row) && keep(row.contacts ?? nobody));
  const call = view.rows('call-held').findLast((row) => isTalk(row) && keep(one(row.contact)));
  const message = view.rows('message-exchanged').findLast((row) => isReply(row) && keep(one(row.contact)));
  let last: Conversation | null = meeting
    ? { day: meeting.day, ref: { type: 'meeting-held', row: meeting } }
    : null;
  if (call && call.day > (last?.day ?? -Infinity)) {
    last = { day: call.day, ref: { type: 'call-held', row: call } };
  }
  if (message && message.day > (last?.day ?? -Infinity)) {
    last = { day: message.day, ref: { type: 'message-exchanged', row: message } };
  }
  return last;
}

/** How far meetings, calls or messages are known, taken together; null when none of them has a source. */
export function conversationReach(view: View): Span | null {
  const calls = view.rows('call-held').filter(isTalk);
  const replies = view.rows('message-exchanged').filter(isReply);
  return widestReach([
    meetingReach(view),
    enteredReach(view, 'call', calls),
    enteredReach(view, 'message', replies),
  ]);
}

/**
 * How far meetings are known. A meeting after the covered time was entered by a person, and covers its own account
 * from that day on.
 */
export function meetingReach(view: View): Span | null {
  return enteredReach(view, 'meeting', view.rows('meeting-held'));
}

/** The customer wrote, or answered what we wrote. */
export function isReply(row: SlimRow<'message-exchanged'>): boolean {
  return row.replied === true || (row.direction === 'in' && row.automated !== true);
}

/** Somebody came, or nobody told who did. */
export function isMet(row: SlimRow<'meeting-held'>): boolean {
  return row.attended !== 0;
}

/** Somebody answered the call. */
export function isTalk(row: SlimRow<'call-held'>): boolean {
  return row.outcome === null || !unanswered.has(row.outcome);
}

/** Visits rows from the newest back to a day; rows are in order of occurrence. */
export function backwards<R extends { readonly day: Day }>(
  rows: readonly R[],
  from: Day,
  visit: (row: R) => void,
): void {
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row || row.day < from) return;
    visit(row);
  }
}

function one(contact: number | null): readonly number[] {
  return contact === null ? nobody : [contact];
}
