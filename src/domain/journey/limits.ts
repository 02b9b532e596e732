// The limits of an account's segment, kept per method version: conditions of every account read them.
import { limitsOf as rowOf } from '#domain/method/limits.ts';
import type { Method } from '#domain/method/schema.ts';

/** `renewalStarts`, `renewalLate`, `onboardingDays`… in days or counts; absent where the method has none. */
export type Limits = Readonly<Record<string, number>>;

const rows = new WeakMap<Method, Map<string | null, Limits>>();

/** `limits.*` for a segment; null: the segment is not known. */
export function limitsOf(method: Method, segment: string | null): Limits {
  let bySegment = rows.get(method);
  if (!bySegment) rows.set(method, (bySegment = new Map()));
  let row = bySegment.get(segment);
  if (!row) bySegment.set(segment, (row = rowOf(method, segment)));
  return row;
}
