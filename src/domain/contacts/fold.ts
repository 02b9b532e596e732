// Every contact known by now, folded from joins, changes, leavings and every act that names one. No names here.
// Contacts are numbered among those known now, so that a contact first heard of later changes nothing today.
import type { Day } from '#base/day.ts';
import { oncePerView } from '#domain/profile/once.ts';
import type { View } from '#domain/profile/shape.ts';
import { isMet, isReply, isTalk } from '#domain/relationship/conversations.ts';

export type ContactFold = {
  /** Number in the account file. */
  readonly rank: number;
  role: string | null;
  department: string | null;
  influence: number | null;
  left: boolean;
  /** The day they left, or last left. */
  leftOn: Day | null;
  /** The day they joined, or last joined again. */
  joinedOn: Day | null;
  /** The newest day on which somebody told of their place here. */
  toldOn: Day | null;
  keyUser: boolean;
  optOut: boolean;
  /** Last reply, call or meeting. */
  conversationOn: Day | null;
  commercial14d: number;
  /** Last commercial contact in the window. */
  commercialOn: Day | null;
  automated14d: number;
  surveyOn: Day | null;
  /** The last NPS score, 0 to 10, and its day. */
  nps: { readonly score: number; readonly on: Day } | null;
};

/** Days that the caps on contacts look back. */
const capDays = 14;

/** Contacts known by now, in the order of the account file. Computed once a view. */
export const contactFolds = oncePerView(fold);

function fold(view: View): readonly ContactFold[] {
  if (view.contacts === 0) return [];
  const known: (ContactFold | undefined)[] = [];
  const of = (rank: number | null): ContactFold | null => {
    if (rank === null) return null;
    return (known[rank] ??= emptyFold(rank));
  };
  foldRoles(view, of);
  foldTalks(view, of);
  foldNamed(view, of);
  return known.filter((contact) => contact !== undefined);
}

type Of = (rank: number | null) => ContactFold | null;

function emptyFold(rank: number): ContactFold {
  return {
    rank,
    role: null,
    department: null,
    influence: null,
    left: false,
    leftOn: null,
    joinedOn: null,
    toldOn: null,
    keyUser: false,
    optOut: false,
    conversationOn: null,
    commercial14d: 0,
    commercialOn: null,
    automated14d: 0,
    surveyOn: null,
    nps: null,
  };
}

function foldRoles(view: View, of: Of): void {
  const leftAt = new Map<number, number>();
  for (const row of view.rows('contact-left')) {
    const contact = of(row.contact);
    of(row.replacedBy);
    if (!contact) continue;
    leftAt.set(contact.rank, row.occurred);
    contact.leftOn = row.day;
  }
  for (const type of ['contact-joined', 'contact-changed'] as const) {
    for (const row of view.rows(type)) {
      const contact = of(row.contact);
      if (!contact) continue;
      contact.role = row.role ?? contact.role;
      contact.department = row.department ?? contact.department;
      contact.influence = row.influence ?? contact.influence;
      contact.keyUser = row.keyUser ?? contact.keyUser;
      contact.optOut = row.optOut ?? contact.optOut;
      contact.toldOn = Math.max(contact.toldOn ?? row.day, row.day);
      if (type === 'contact-joined') contact.joinedOn = row.day;
      // Whoever joins again after leaving is back.
      if (type === 'contact-joined' && row.occurred > (leftAt.get(contact.rank) ?? Infinity))
        leftAt.delete(contact.rank);
    }
  }
  for (const rank of leftAt.keys()) {
    const contact = of(rank);
    if (contact) contact.left = true;
  }
}

function foldTalks(view: View, of: Of): void {
  for (const row of view.rows('meeting-held')) {
    for (const rank of row.contacts ?? []) {
      const contact = of(rank);
      if (isMet(row)) talked(contact, row.day);
    }
  }
  for (const row of view.rows('call-held')) {
    const contact = of(row.contact);
    if (isTalk(row)) talked(contact, row.day);
  }
  const from = view.day - capDays;
  for (const row of view.rows('message-exchanged')) {
    const contact = of(row.contact);
    if (!contact) continue;
    if (isReply(row)) talked(contact, row.day);
    if (row.direction !== 'out' || row.day <= from) continue;
    if (row.commercial === true) commercial(contact, row.day);
    if (row.automated === true) contact.automated14d += 1;
  }
  for (const row of view.rows('survey-answered')) {
    const contact = of(row.contact);
    if (!contact) continue;
    contact.surveyOn = Math.max(contact.surveyOn ?? row.day, row.day);
    if (row.instrument === 'nps' && row.score !== null) contact.nps = { score: row.score, on: row.day };
  }
}

function talked(contact: ContactFold | null, day: Day): void {
  if (contact) contact.conversationOn = Math.max(contact.conversationOn ?? day, day);
}

/** Acts that name a contact and say nothing more about it. */
function foldNamed(view: View, of: Of): void {
  for (const row of view.rows('content-engaged')) of(row.contact);
  for (const row of view.rows('ticket-opened')) of(row.contact);
  for (const row of view.rows('milestone-confirmed')) of(row.contact);
  for (const row of view.rows('value-shown')) of(row.contact);
  for (const row of view.rows('advocacy-acted')) of(row.contact);
  const from = view.day - capDays;
  for (const row of view.rows('offer-proposed')) {
    const contact = of(row.contact);
    // A proposal sent with a message that day is one contact, not two.
    if (contact && row.day > from && contact.commercialOn !== row.day) commercial(contact, row.day);
  }
}

/** Commercial contacts in the window of which no fact says who was contacted; one a day. */
export function unnamedCommercial(view: View): number {
  const from = view.day - capDays;
  const days = new Set<Day>();
  for (const row of view.rows('message-exchanged'))
    if (row.contact === null && row.direction === 'out' && row.commercial === true && row.day > from)
      days.add(row.day);
  for (const row of view.rows('offer-proposed'))
    if (row.contact === null && row.day > from) days.add(row.day);
  return days.size;
}

function commercial(contact: ContactFold, day: Day): void {
  contact.commercial14d += 1;
  contact.commercialOn = day;
}
