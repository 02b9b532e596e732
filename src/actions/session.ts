// Who acts, where, through which door, and when: handed to every verb, never looked up inside.
import type { Door } from '#domain/facts/envelope.ts';
import type { Store } from '#store/open.ts';

export type Session = {
  readonly store: Store;
  readonly workspaceId: string;
  readonly actor: string;
  readonly door: Door;
  /** Milliseconds since 1970 (UTC). */
  readonly now: number;
  /** Uniform in [0, 1); only for ids. */
  readonly random: () => number;
};
