// The row of limits that serves an account's segment. It knows no limit by name beyond those of `method.md`.
import type { Method } from '#domain/method/schema.ts';

/** `renewalStarts`, `renewalLate`, `onboardingDays`… in days or counts; absent where the method has none. */
export type Limits = Readonly<Record<string, number>>;

const rows = new WeakMap<Method, Map<string, Limits>>();

/** Limits of a segment; `unknown` serves accounts without one, and segments that a limit does not list. */
export function limitsOf(method: Method, segment: string | null): Limits {
  let bySegment = rows.get(method);
  if (!bySegment) rows.set(method, (bySegment = new Map()));
  const key = segment ?? 'unknown';
  let row = bySegment.get(key);
  if (!row) bySegment.set(key, (row = rowOf(method, key)));
  return row;
}

function rowOf(method: Method, segment: string): Limits {
  const row: Record<string, number> = {};
  for (const [name, values] of Object.entries(method.limits)) {
    const bySegment: Readonly<Record<string, number | undefined>> = values;
    const value = bySegment[segment] ?? bySegment['unknown'];
    if (value !== undefined) row[name] = value;
  }
  return row;
}
