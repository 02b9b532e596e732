// Who is there on the customer's side, when anyone last talked, and who takes part.
// A window counts only when its source covers it wholly.
import { startOf } from '#domain/account/start.ts';
import { daysSince, reachOf } from '#domain/profile/reach.ts';
import { newestObservation } from '#domain/profile/observation.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';
import { conversationReach, lastConversation } from './conversations.ts';
import { writeMeetings } from './meetings.ts';
import { writeOurTeam } from './our-team.ts';
import { presenceOf, roleHistory, type RoleHistory } from './roles.ts';
import { takingPart } from './taking-part.ts';
import { writeExchange } from './exchange.ts';

const changeDays = 90;

/** Writes `relationship.*`. */
export function relationshipCalculator(view: View, out: LeafWriter): void {
  writeRoles(view, out);
  writeConversation(view, out);
  writeEngaged(view, out);
  writeMeetings(view, out);
  writeExchange(view, out);
  writeOurTeam(view, out);
}

function writeRoles(view: View, out: LeafWriter): void {
  if (!namesContacts(view) && !reachOf(view, 'contact')) return;
  const sponsors = roleHistory(view, 'executive_sponsor');
  const champions = roleHistory(view, 'champion');
  out.set('relationship.sponsor', presenceOf(sponsors), view.day, refsOf(sponsors));
  out.set('relationship.champion', presenceOf(champions), view.day, refsOf(champions));
  writeSponsorChange(sponsors, view, out);
  writeSponsorContact(sponsors, view, out);
}

/** Whether any contact fact is known; numbers of contacts alone would tell of people who are not known yet. */
function namesContacts(view: View): boolean {
  return view.rows('contact-joined').length + view.rows('contact-changed').length > 0;
}

/** Changed: somebody stopped being sponsor, or somebody took over from one who stopped earlier. */
function writeSponsorChange(sponsors: RoleHistory, view: View, out: LeafWriter): void {
  const from = view.day - changeDays + 1;
  const stopped = sponsors.ends.filter((end) => end.day >= from);
  const took = sponsors.begins.filter(
    (start) => start.day >= from && sponsors.ends.some((end) => end.day <= start.day),
  );
  const evidence = [...stopped, ...took].map((change) => change.ref);
  out.set('relationship.sponsorChanged90d', evidence.length > 0, view.day, evidence);
}

/** With a source and no contact yet, counted from the later of the source's first day and the day they became sponsor. */
function writeSponsorContact(sponsors: RoleHistory, view: View, out: LeafWriter): void {
  const reach = conversationReach(view);
  if (sponsors.holders.size === 0 || !reach) return;
  const met = lastConversation(view, (contacts) => contacts.some((contact) => sponsors.holders.has(contact)));
  // Conversations without names cannot tell whether the sponsor was there.
  if (!met && lastConversation(view) && !lastConversation(view, (contacts) => contacts.length > 0)) return;
  const first = Math.max(reach.from, Math.min(...sponsors.holders.values()));
  const days = daysSince(Math.max(first, met?.day ?? first), reach);
  if (days !== null) out.set('relationship.daysSinceSponsorContact', days, reach.to, met ? [met.ref] : []);
}

/** The newest day that a sheet tells of: of a meeting, or of any contact. Days yet to come tell nothing. */
function lastTold(view: View) {
  const told = [
    newestObservation(view, 'last_meeting_day'),
    newestObservation(view, 'last_conversation_day'),
  ];
  return told
    .filter((row) => row !== null && row.value <= view.day)
    .sort((a, b) => (b?.value ?? 0) - (a?.value ?? 0))[0];
}

/** True when no source tells of anything but meetings: silence is then said of meetings alone. */
function onlyMeetings(view: View): boolean {
  if (newestObservation(view, 'last_conversation_day')) return false;
  return (
    ['message', 'call'].every((kind) => view.covered(kind) === null) &&
    view.rows('message-exchanged').length === 0 &&
    view.rows('call-held').length === 0
  );
}

function writeConversation(view: View, out: LeafWriter): void {
  const reach = conversationReach(view);
  const last = lastConversation(view);
  const told = lastTold(view);
  const source = onlyMeetings(view) ? 'meeting' : 'conversation';
  if (told && (!last || told.value >= last.day)) {
    const evidence = [{ type: 'state-observed', row: told }] as const;
    // A day that was told holds until a newer one is: the count runs on to today.
    out.set('relationship.daysSinceConversation', view.day - told.value, view.day, evidence);
    out.set('relationship.conversationSource', source);
    return;
  }
  // An observed state makes the source known even where no feed is covered.
  const days = reach
    ? daysSince(last?.day ?? null, reach, startOf(view))
    : told && last
      ? view.day - last.day
      : null;
  if (days === null) return;
  out.set('relationship.daysSinceConversation', days, reach?.to ?? view.day, last ? [last.ref] : []);
  out.set('relationship.conversationSource', source);
}

function writeEngaged(view: View, out: LeafWriter): void {
  const part = takingPart(view);
  if (part) out.set('relationship.engagedContacts90d', part.acts.size, part.through, part.evidence);
}

function refsOf(history: RoleHistory): readonly RowRef[] {
  return [...history.begins, ...history.ends].map((change) => change.ref);
}
