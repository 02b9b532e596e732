// Who acts, where, through which door, and when: handed to every verb, never looked up inside.
import { allows, allowsLimited, type Capability, type Role } from '#domain/access/roles.ts';
import type { Door } from '#domain/facts/envelope.ts';
import type { Store } from '#store/open.ts';
import { Refusal } from './refusal.ts';

/** What who acts may do and see in the workspace. */
export type Rights = {
  readonly role: Role;
  readonly can: (capability: Capability) => boolean;
  /** The key of the member whose customers alone are seen and changed; null: every customer. */
  readonly sees: string | null;
  /** False: amounts of money are not told; every door hides them from its answers. */
  readonly seesMoney: boolean;
};

export type Session = Rights & {
  readonly store: Store;
  readonly workspaceId: string;
  readonly actor: string;
  readonly door: Door;
  /** Milliseconds since 1970 (UTC). */
  readonly now: number;
  /** Uniform in [0, 1); only for ids. */
  readonly random: () => number;
};

export const rightsOf = (role: Role, sees: string | null = null, seesMoney = true): Rights => ({
  role,
  sees,
  seesMoney,
  can: (capability) => (sees === null ? allows : allowsLimited)(role, capability),
});

/** The operator of the machine, whom the system lets at the base itself, and the system's own work. */
export const operatorRights: Rights = rightsOf('owner');

/** Refuses with `not-allowed` what who acts may not do. Every verb that a door calls begins with it. */
export function must({ can }: Rights, capability: Capability): void {
  if (!can(capability)) throw new Refusal('not-allowed', { capability });
}
