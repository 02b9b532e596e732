// What counts as a real conversation: a meeting that somebody came to, a call that was answered, a reply.
// Automated messages and unanswered attempts are none.
import type { Day } from '#base/day.ts';
import type { SlimRow } from '#domain/facts/catalogue.ts';
import { reachOf, widestReach } from '#domain/profile/reach.ts';
import type { RowRef, Span, View } from '#domain/profile/shape.ts';

export type Conversation = { readonly day: Day; readonly contacts: readonly number[]; readonly ref: RowRef };

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

/** Conversations on or after a day, by kind and in no further order. */
export function conversationsSince(view: View, from: Day): readonly Conversation[] {
  const found: Conversation[] = [];
  backwards(view.rows('meeting-held'), from, (row) => {
    if (row.attended !== 0)
      found.push({ day: row.day, contacts: row.contacts ?? nobody, ref: { type: 'meeting-held', row } });
  });
  backwards(view.rows('call-held'), from, (row) => {
    if (isTalk(row))
      found.push({ day: row.day, contacts: one(row.contact), ref: { type: 'call-held', row } });
  });
  backwards(view.rows('message-exchanged'), from, (row) => {
    if (isReply(row))
      found.push({ day: row.day, contacts: one(row.contact), ref: { type: 'message-exchanged', row } });
  });
  return found;
}

/** The newest conversation; null when none is known. */
export function lastConversation(view: View): Conversation | null {
  let last: Conversation | null = null;
  const offer = (day: Day, contacts: readonly number[], ref: RowRef) => {
    if (!last || day > last.day) last = { day, contacts, ref };
  };
  const meeting = view.rows('meeting-held').findLast((row) => row.attended !== 0);
  if (meeting) offer(meeting.day, meeting.contacts ?? nobody, { type: 'meeting-held', row: meeting });
  const call = view.rows('call-held').findLast(isTalk);
  if (call) offer(call.day, one(call.contact), { type: 'call-held', row: call });
  const message = view.rows('message-exchanged').findLast(isReply);
  if (message) offer(message.day, one(message.contact), { type: 'message-exchanged', row: message });
  return last;
}

/** How far meetings, calls or messages are known, taken together; null when none of them has a source. */
export function conversationReach(view: View): Span | null {
  return widestReach([meetingReach(view), reachOf(view, 'call'), reachOf(view, 'message')]);
}

/**
 * How far meetings are known. A meeting after the covered time was entered by a person, and covers its own account
 * from that day on.
 */
export function meetingReach(view: View): Span | null {
  const told = view.covered('meeting');
  const entered = view.rows('meeting-held').find((row) => row.day > (told?.to ?? -Infinity));
  if (!entered) return reachOf(view, 'meeting');
  const from = told && entered.day === told.to + 1 ? told.from : entered.day;
  return { from, to: view.day, grain: 'day' };
}

/** The customer wrote, or answered what we wrote. */
export function isReply(row: SlimRow<'message-exchanged'>): boolean {
  return row.replied === true || (row.direction === 'in' && row.automated !== true);
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
