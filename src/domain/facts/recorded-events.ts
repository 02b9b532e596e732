// What may happen to a customer and be told. On its own, so that a page can name it without the facts' schemas.

export const recordedEvents = [
  'budget_cut',
  'reorganisation',
  'merger',
  'competitor',
  'competitor_opening',
  'goal_changed',
  'capability_asked',
  'predictable_need',
  'growth',
  'manual_work',
  'unclear_more',
  'wants_predictability',
  'key_person',
  'no_routine',
  'new_release',
  'new_use_case',
  'escalation',
] as const;
export type RecordedEvent = (typeof recordedEvents)[number];
