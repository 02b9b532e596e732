// Compares facts that arrive with what is stored: new, told before, corrected, in conflict, or withdrawn and told again.
// Pure; it neither reads nor writes.
import type { FactNature } from '#domain/facts/spec.ts';

/** One stored revision of an identity. */
export type StoredRevision = {
  readonly factId: string;
  readonly revision: number;
  /** When it could be known (ms). */
  readonly knownAt: number;
  readonly contentHash: string;
  readonly withdrawn: boolean;
};

export type Verdict =
  | { readonly kind: 'new'; readonly revision: number; readonly revises: boolean }
  | { readonly kind: 'duplicate'; readonly factId: string }
  | { readonly kind: 'revive'; readonly factId: string }
  | { readonly kind: 'conflict' };

/** A telling on its way in: its content, and the instant (ms) from which it is known if it says something new. */
export type Telling = { readonly hash: string; readonly toldAt: number };

/** Later known holds; of two known at one instant the later revision. */
const later = (a: StoredRevision, b: StoredRevision): number =>
  b.knownAt - a.knownAt || b.revision - a.revision;

/**
 * What a telling is, given every stored revision of its identity (any order). It is compared with what was known when
 * it was told: an older sheet that comes late neither repeats nor overrides a newer one.
 * Records: other content is the next revision. Events: other content is a conflict. What was withdrawn and is told
 * again in the same words stands again with its first times, so that an import undone and repeated is the first state.
 */
export function classify(nature: FactNature, told: Telling, stored: readonly StoredRevision[]): Verdict {
  if (stored.length === 0) return { kind: 'new', revision: 1, revises: false };
  const latest = [...stored].sort(later);
  const standing = latest.filter((row) => !row.withdrawn);
  const held = nature === 'event' ? standing[0] : standing.find((row) => row.knownAt <= told.toldAt);
  if (held?.contentHash === told.hash) return { kind: 'duplicate', factId: held.factId };
  if (nature === 'event' && held) return { kind: 'conflict' };
  const again = latest.find(
    (row) => row.withdrawn && row.contentHash === told.hash && row.knownAt <= told.toldAt,
  );
  if (again && (!held || later(again, held) < 0)) return { kind: 'revive', factId: again.factId };
  const newest = Math.max(...stored.map((row) => row.revision));
  return { kind: 'new', revision: newest + 1, revises: held !== undefined };
}
