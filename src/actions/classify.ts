// Compares facts that arrive with what is stored: new, told before, corrected, in conflict, or withdrawn and told again.
// Pure; it neither reads nor writes.
import type { FactNature } from '#domain/facts/spec.ts';

/** One stored revision of an identity. */
export type StoredRevision = {
  readonly factId: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly withdrawn: boolean;
};

export type Verdict =
  | { readonly kind: 'new'; readonly revision: number; readonly revises: boolean }
  | { readonly kind: 'duplicate'; readonly factId: string }
  | { readonly kind: 'revive'; readonly factId: string }
  | { readonly kind: 'conflict' };

/**
 * What a telling with this hash is, given every stored revision of its identity (any order).
 * Records: other content is the next revision. Events: other content is a conflict. What was withdrawn and is told
 * again in the same words stands again with its first times, so that an import undone and repeated is the first state.
 */
export function classify(nature: FactNature, hash: string, stored: readonly StoredRevision[]): Verdict {
  if (stored.length === 0) return { kind: 'new', revision: 1, revises: false };
  const newestFirst = [...stored].sort((a, b) => b.revision - a.revision);
  const standing = newestFirst.find((row) => !row.withdrawn);
  if (standing?.contentHash === hash) return { kind: 'duplicate', factId: standing.factId };
  const same = newestFirst.find((row) => row.withdrawn && row.contentHash === hash);
  if (same && same.revision > (standing?.revision ?? 0)) return { kind: 'revive', factId: same.factId };
  if (nature === 'event' && standing) return { kind: 'conflict' };
  return { kind: 'new', revision: (newestFirst[0]?.revision ?? 0) + 1, revises: standing !== undefined };
}
