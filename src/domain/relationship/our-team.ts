// Whether the person of ours that the customer talks to changed. A first assignment is not a change.
import type { Day } from '#base/day.ts';
import { reachOf } from '#domain/profile/reach.ts';
import type { LeafWriter, RowRef, View } from '#domain/profile/shape.ts';

/** Roles that the customer notices. */
const faces: ReadonlySet<string> = new Set(['csm', 'consultant']);
const changeDays = 90;

/** Writes `relationship.ourTeamChanged90d`. */
export function writeOurTeam(view: View, out: LeafWriter): void {
  const assigned = view.rows('team-assigned').filter((row) => row.role !== null && faces.has(row.role));
  if (assigned.length === 0 && !reachOf(view, 'team')) return;
  const from = view.day - changeDays + 1;
  const evidence: RowRef[] = [];
  const first = new Map<string, { member: string; day: Day }>();
  for (const row of assigned) {
    if (row.role === null || row.member === null) continue;
    const before = first.get(row.role);
    // A revised record is another person in the same place.
    const replaces = row.revision > 1 || (before && before.member !== row.member && before.day < row.day);
    if (replaces && row.day >= from) evidence.push({ type: 'team-assigned', row });
    if (!before || before.member !== row.member) first.set(row.role, { member: row.member, day: row.day });
  }
  for (const row of view.rows('team-released')) {
    if (row.role !== null && faces.has(row.role) && row.day >= from)
      evidence.push({ type: 'team-released', row });
  }
  out.set('relationship.ourTeamChanged90d', evidence.length > 0, view.day, evidence);
}
