// Departments that use the product or have a contact, and those that are new. New needs an old one to differ from:
// where none was named before, the first names are not news.
import type { Day } from '#base/day.ts';
import type { LeafWriter, Span, View } from '#domain/profile/shape.ts';

const activeDays = 90;
const newDays = 30;

/** Writes `usage.departments` and `usage.newDepartments30d`. */
export function writeDepartments(view: View, reach: Span | null, out: LeafWriter): void {
  const seen = firstAndLast(view, reach);
  if (seen.size === 0) return;
  const through = reach?.to ?? view.day;
  let current = 0;
  let fresh = 0;
  let old = 0;
  for (const { first, last } of seen.values()) {
    if (last > view.day - activeDays) current += 1;
    if (first > view.day - newDays) fresh += 1;
    else old += 1;
  }
  out.set('usage.departments', current, through);
  if (old > 0) out.set('usage.newDepartments30d', fresh, through);
}

type Seen = { first: Day; last: Day };

function firstAndLast(view: View, reach: Span | null): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  const note = (department: string, first: Day, last: Day) => {
    const known = seen.get(department);
    if (!known) seen.set(department, { first, last });
    else {
      if (first < known.first) known.first = first;
      if (last > known.last) known.last = last;
    }
  };
  if (reach) {
    for (const day of view.usage)
      for (const department of day.departments) note(department, day.day, day.day);
  }
  const left = new Set(view.rows('contact-left').map((row) => row.contact));
  for (const type of ['contact-joined', 'contact-changed'] as const) {
    for (const row of view.rows(type)) {
      // A contact is there until it leaves, so its department is active today.
      if (row.department !== null && !left.has(row.contact)) note(row.department, row.day, view.day);
    }
  }
  return seen;
}
