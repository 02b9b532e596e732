// The one leaf registry: every leaf of the profile as data. Types, CEL schema, documentation and coverage follow from it.
import type { LeafSpec, LeafType, LeafValue } from './leaf.ts';
import { accountLeaves } from '#domain/profile/leaves/account.ts';
import { consumptionLeaves } from '#domain/profile/leaves/consumption.ts';
import { contractLeaves } from '#domain/profile/leaves/contract.ts';
import { eventLeaves } from '#domain/profile/leaves/events.ts';
import { financeLeaves } from '#domain/profile/leaves/finance.ts';
import { journeyLeaves } from '#domain/profile/leaves/journey.ts';
import { offersLeaves } from '#domain/profile/leaves/offers.ts';
import { pulseLeaves } from '#domain/profile/leaves/pulse.ts';
import { relationshipLeaves } from '#domain/profile/leaves/relationship.ts';
import { renewalLeaves } from '#domain/profile/leaves/renewal.ts';
import { supportLeaves } from '#domain/profile/leaves/support.ts';
import { usageLeaves } from '#domain/profile/leaves/usage.ts';
import { valueLeaves } from '#domain/profile/leaves/value.ts';
import { voiceLeaves } from '#domain/profile/leaves/voice.ts';
import { workLeaves } from '#domain/profile/leaves/work.ts';

const all = [
  ...accountLeaves,
  ...contractLeaves,
  ...renewalLeaves,
  ...usageLeaves,
  ...consumptionLeaves,
  ...supportLeaves,
  ...voiceLeaves,
  ...relationshipLeaves,
  ...financeLeaves,
  ...valueLeaves,
  ...journeyLeaves,
  ...eventLeaves,
  ...offersLeaves,
  ...pulseLeaves,
  ...workLeaves,
];
type AnyLeaf = (typeof all)[number];

/** Every leaf by its dotted key, in the order of the documentation. */
export type LeafKey = AnyLeaf['key'];
type LeafTypes = { readonly [L in AnyLeaf as L['key']]: L['type'] };
/** The value a leaf holds when it is not missing. */
export type LeafValueOf<K extends LeafKey> = LeafValue<LeafTypes[K]>;

export const leafRegistry: ReadonlyMap<LeafKey, LeafSpec<LeafKey, LeafType>> = new Map(
  all.map((leaf): [LeafKey, LeafSpec<LeafKey, LeafType>] => [leaf.key, leaf]),
);

/** The specification of a leaf, or undefined when no such leaf exists (a condition may name anything). */
export function leafSpec(key: string): LeafSpec<LeafKey, LeafType> | undefined {
  return leafRegistry.get(key as LeafKey);
}

/**
 * Groups whose keys are the workspace's own data: custom fields by their declared key (any scalar), and days since
 * the last run by playbook. A key that is absent is missing. Value: the prefix with its dot.
 */
export const dynamicGroups = {
  'account.custom': { value: 'dyn', reads: ['account'], pt: 'Campos próprios', en: 'Custom fields' },
  'work.daysSinceRun': {
    value: 'double',
    reads: ['run'],
    pt: 'Dias desde o último playbook',
    en: 'Days since a playbook last ran',
  },
} as const;
export type DynamicGroup = keyof typeof dynamicGroups;

/** The dynamic group a dotted path falls into, or null. */
export function dynamicGroupOf(path: string): DynamicGroup | null {
  for (const group of Object.keys(dynamicGroups) as DynamicGroup[])
    if (path.startsWith(`${group}.`)) return group;
  return null;
}
