// Which leaves have a source at all in this workspace. "No source" is asked per leaf, not per kind: a sheet with
// open tickets says nothing of critical ones. Only coverage of workspace scope counts.
import type { LeafKey } from './registry.ts';
import { leafRegistry } from './registry.ts';
import type { Coverage } from './shape.ts';

/** Observed metric → the leaves it can feed. */
const observedLeaves: Readonly<Record<string, readonly LeafKey[]>> = {
  active_users: ['usage.activeSeats', 'usage.seatUse'],
  seats: ['contract.seats', 'usage.seatUse'],
  open_tickets: ['support.open'],
  open_critical_tickets: ['support.openCritical'],
  mrr_cents: ['contract.mrr', 'contract.arr'],
  last_conversation_day: ['relationship.daysSinceConversation'],
  last_meeting_day: ['relationship.daysSinceConversation'],
  overdue_days: ['finance.overdueDays'],
  overdue_cents: ['finance.overdueAmount'],
};

/** Leaf keys with a workspace source known at an instant (ms), sorted. */
export function coveredLeaves(coverage: readonly Coverage[], asOf: number): LeafKey[] {
  return leavesFedBy(coverage.filter((span) => span.scope === 'workspace' && span.known <= asOf));
}

/** Leaf keys that any of these covers feeds, whatever its scope and however long it has been silent; sorted. */
export function leavesFedBy(coverage: readonly Coverage[]): LeafKey[] {
  const found = new Set<LeafKey>();
  for (const span of coverage) {
    if (span.covers === 'observation') {
      for (const leaf of observedLeaves[span.metric ?? ''] ?? []) found.add(leaf);
      continue;
    }
    for (const leaf of leafRegistry.values()) {
      if ((leaf.reads as readonly string[]).includes(span.covers)) found.add(leaf.key);
    }
  }
  return [...found].sort();
}
