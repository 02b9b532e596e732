// Who holds which role at the customer, and since when, put together from contact facts.
// Knows contacts by number only.
import type { Day } from '#base/day.ts';
import { oncePerView } from '#domain/profile/once.ts';
import type { RowRef, View } from '#domain/profile/shape.ts';

export type RolePresence = 'present' | 'left' | 'unknown';
export type RoleHistory = {
  /** Contacts that hold the role now, with the day they took it. */
  readonly holders: ReadonlyMap<number, Day>;
  /** Days on which somebody stopped holding it, with the fact that says so. */
  readonly ends: readonly { readonly day: Day; readonly ref: RowRef }[];
  /** Days on which somebody took it. */
  readonly begins: readonly { readonly day: Day; readonly ref: RowRef }[];
};

type Step = {
  readonly occurred: number;
  readonly day: Day;
  readonly contact: number;
  /** Null: the fact says nothing about the role. */
  readonly role: string | null;
  readonly left: boolean;
  readonly replacedBy: number | null;
  readonly ref: RowRef;
};

/** The history of one role. A contact who left, or whose role became another, no longer holds it. */
export function roleHistory(view: View, role: string): RoleHistory {
  const holders = new Map<number, Day>();
  const ends: { day: Day; ref: RowRef }[] = [];
  const begins: { day: Day; ref: RowRef }[] = [];
  const begin = (contact: number, step: Step) => {
    if (holders.has(contact)) return;
    holders.set(contact, step.day);
    begins.push({ day: step.day, ref: step.ref });
  };
  for (const step of stepsOf(view)) {
    if (!step.left && step.role === role) begin(step.contact, step);
    const stops = step.left || (step.role !== null && step.role !== role);
    if (!stops || !holders.delete(step.contact)) continue;
    ends.push({ day: step.day, ref: step.ref });
    if (step.replacedBy !== null) begin(step.replacedBy, step);
  }
  return { holders, ends, begins };
}

/** Present while anyone holds it; left when somebody did and nobody does; unknown when nobody ever did. */
export function presenceOf(history: RoleHistory): RolePresence {
  if (history.holders.size > 0) return 'present';
  return history.ends.length > 0 ? 'left' : 'unknown';
}

/** Contacts that hold a role now. */
export function holdersOf(view: View, role: string): ReadonlySet<number> {
  return new Set(roleHistory(view, role).holders.keys());
}

/** Contact facts of every type in the order in which they happened; of one instant: joined, changed, left. */
const stepsOf = oncePerView(readSteps);

function readSteps(view: View): readonly Step[] {
  const steps: Step[] = [];
  for (const type of ['contact-joined', 'contact-changed'] as const) {
    for (const row of view.rows(type)) {
      if (row.contact === null) continue;
      const { occurred, day, contact, role } = row;
      steps.push({ occurred, day, contact, role, left: false, replacedBy: null, ref: { type, row } });
    }
  }
  for (const row of view.rows('contact-left')) {
    if (row.contact === null) continue;
    const { occurred, day, contact, replacedBy } = row;
    steps.push({
      occurred,
      day,
      contact,
      role: null,
      left: true,
      replacedBy,
      ref: { type: 'contact-left', row },
    });
  }
  return steps.sort((a, b) => a.occurred - b.occurred);
}
