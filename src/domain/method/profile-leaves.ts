// The leaf registry as the types that conditions and measures are checked against.
import { dynamicGroups, leafRegistry } from '#domain/profile/registry.ts';
import type { LeafTypes } from './condition-schema.ts';

/** Every leaf of the profile with its type; groups with keys of the workspace's own end in `.*`. */
export const profileLeafTypes: LeafTypes = {
  ...Object.fromEntries([...leafRegistry.values()].map((leaf) => [leaf.key, leaf.type])),
  ...Object.fromEntries(
    Object.entries(dynamicGroups).map(([group, { value }]) => [
      `${group}.*`,
      value === 'double' ? 'number' : 'dyn',
    ]),
  ),
};
