// Numbers that a method states by segment. It refuses to know what they limit.
import type { BySegment, Method } from './schema.ts';

/** The number for a segment; the one for `unknown` serves an account without a segment, or one not listed. */
export function forSegment(numbers: BySegment, segment: string | null): number {
  const own =
    segment === null ? undefined : (numbers as Readonly<Record<string, number | undefined>>)[segment];
  return own ?? numbers.unknown ?? 0;
}

/** `limits.*` of the scope for an account of this segment. */
export function limitsOf(method: Method, segment: string | null): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(method.limits).map(([name, numbers]) => [name, forSegment(numbers, segment)]),
  );
}
