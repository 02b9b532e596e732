// Reads the few leaves of the profile that several rooms ask for by name. No rule lives here.
import type { Status } from '#domain/decision.ts';
import type { Profile } from '#domain/profile/shape.ts';

function group(profile: Profile, name: string): Readonly<Record<string, unknown>> {
  const value = profile.leaves[name];
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A number leaf of two parts (`contract`, `mrr`); null when missing. */
export function numberLeaf(profile: Profile, of: string, name: string): number | null {
  const value = group(profile, of)[name];
  return typeof value === 'number' ? value : null;
}

/** The codes of a set leaf; empty when missing. */
export function codesLeaf(profile: Profile, of: string, name: string): readonly string[] {
  const value = group(profile, of)[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Segment of the account, or null. */
export function segmentOf(profile: Profile): string | null {
  const value = group(profile, 'account')['segment'];
  return typeof value === 'string' ? value : null;
}

const statuses: readonly string[] = ['active', 'notice', 'no_contract', 'ended'] satisfies readonly Status[];

/** Status of the account; anything else than a known word is `unknown`. */
export function statusOf(profile: Profile): Status {
  const value = group(profile, 'account')['status'];
  return typeof value === 'string' && statuses.includes(value) ? (value as Status) : 'unknown';
}
