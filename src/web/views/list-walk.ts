// Walking a list with the keyboard: which row is next, and when to ask for more. Pure.

/** The row after a step; the first press takes the first row, and the ends hold. */
export function stepRow(current: number, step: number, length: number): number {
  if (length === 0) return -1;
  if (current < 0) return step > 0 ? 0 : length - 1;
  return Math.min(Math.max(current + step, 0), length - 1);
}

/** True when the rows on screen come within a screenful of the last loaded one. */
export function wantsMore(lastShown: number, loaded: number, hasNext: boolean): boolean {
  return hasNext && lastShown >= loaded - 30;
}

export type Neighbours = {
  readonly at: number;
  readonly previous: string | null;
  readonly next: string | null;
};

/** Where an id stands in a list of ids; null when it is not in it. */
export function neighbours(ids: readonly string[], id: string): Neighbours | null {
  const at = ids.indexOf(id);
  if (at < 0) return null;
  return { at: at + 1, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
