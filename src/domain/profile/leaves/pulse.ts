// Leaves of pulse: the CSM's own verdict beside the score. Recorded in Perene first, so never missing.
import { leaves } from '#domain/profile/leaf.ts';

export const pulseLeaves = leaves([
  {
    key: 'pulse.verdict',
    type: 'code',
    reads: ['pulse'],
    own: true,
    missingWhen: 'never: "none" before the first verdict (green, yellow, red, none)',
    pt: 'Pulso do CSM',
    en: 'CSM pulse',
  },
  {
    key: 'pulse.ageDays',
    type: 'days',
    reads: ['pulse'],
    own: true,
    missingWhen: 'no verdict was ever given',
    pt: 'Dias desde o último pulso',
    en: 'Days since last pulse',
  },
]);
