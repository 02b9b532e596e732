// Which kinds of fact each filter of an account's story shows.
import { factTypes, specOf } from '#domain/facts/catalogue.ts';

/** Kinds of fact behind each filter of the timeline; `all` shows every kind but what sources say they cover. */
export const timelineGroups = {
  people: ['contact', 'team', 'message', 'meeting', 'call'],
  money: ['contract', 'invoice', 'offer', 'objection'],
  use: ['usage-period', 'consumption', 'observation', 'ticket', 'content'],
  work: ['delivery', 'milestone', 'goal', 'promise', 'transition', 'run', 'task', 'note', 'event'],
} as const;
/** `signals` holds the facts that are evidence of a signal that is active now. */
export type TimelineGroup = keyof typeof timelineGroups | 'all' | 'signals';

/** Types of a filter, or of one kind. */
export function typesOf(group: TimelineGroup, kind: string | undefined): string[] {
  const kinds: readonly string[] | null =
    group === 'all' || group === 'signals' ? null : timelineGroups[group];
  return factTypes.filter((type) => {
    const spec = specOf(type);
    if (kind !== undefined) return spec.kind === kind;
    return kinds === null ? spec.kind !== 'source-covered' : kinds.includes(spec.kind);
  });
}

/** Facts that tell the role of a contact. */
export const contactTypes: readonly string[] = ['contact-joined', 'contact-changed'];
/** Facts that turn the story of an account: what a year's drawing names. */
export const turningTypes: readonly string[] = [
  'contact-left',
  'contract-ended',
  'contract-renewed',
  'event-recorded',
  'milestone-delivered',
  'notice-given',
  'offer-accepted',
  'stage-confirmed',
];
