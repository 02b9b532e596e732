// What a firm can begin to collect, each as one thing a person brings: a column of the customer sheet, a table, or a
// record kept in Perene. It names leaves of the profile; which measures read them is the method's business.
import type { LeafKey } from '#domain/profile/registry.ts';

export const collectableKeys = [
  'last_conversation',
  'nps',
  'open_tickets',
  'overdue_days',
  'active_users',
  'consumption',
  'contacts',
  'usage',
  'tickets',
  'invoices',
  'meetings',
  'milestones',
  'goals',
  'value_shown',
] as const;
export type CollectableKey = (typeof collectableKeys)[number];
export type Collectable = {
  readonly key: CollectableKey;
  /** How it comes: one more column of the sheet of customers, a table of its own, or written down here. */
  readonly way: 'column' | 'table' | 'record';
  readonly leaves: readonly LeafKey[];
};

/** Easiest first: of two that lift as many accounts the earlier one is proposed. */
export const collectables: readonly Collectable[] = [
  { key: 'last_conversation', way: 'column', leaves: ['relationship.daysSinceConversation'] },
  { key: 'nps', way: 'column', leaves: ['voice.nps.last'] },
  { key: 'open_tickets', way: 'column', leaves: ['support.open'] },
  { key: 'overdue_days', way: 'column', leaves: ['finance.overdueDays'] },
  { key: 'active_users', way: 'column', leaves: ['usage.seatUse'] },
  { key: 'consumption', way: 'column', leaves: ['consumption.useRate'] },
  { key: 'contacts', way: 'table', leaves: ['relationship.champion', 'relationship.sponsor'] },
  {
    key: 'usage',
    way: 'table',
    leaves: ['usage.change30d', 'usage.daysSinceActivity', 'usage.activeWeeks4', 'usage.dauMau'],
  },
  {
    key: 'tickets',
    way: 'table',
    leaves: ['support.open', 'support.volumeRatio', 'support.oldestCriticalDays', 'support.reopenRate'],
  },
  {
    key: 'invoices',
    way: 'table',
    leaves: ['finance.overdueDays', 'finance.punctuality12m', 'finance.failedCharges30d'],
  },
  {
    key: 'meetings',
    way: 'table',
    leaves: ['relationship.daysSinceConversation', 'relationship.attendance60d', 'relationship.qbrs12m'],
  },
  { key: 'milestones', way: 'record', leaves: ['value.late', 'value.ttfvRatio'] },
  { key: 'goals', way: 'record', leaves: ['value.goalProgress'] },
  { key: 'value_shown', way: 'record', leaves: ['value.daysSinceValueShown'] },
];
