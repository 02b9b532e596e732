// One measure of health: leaf → points and the weight its age leaves it. Knows no other measure.
import { readLeaf, type Scope } from '#domain/method/condition-atoms.ts';
import type { Method, MethodMeasure } from '#domain/method/schema.ts';
import { compileCurve } from './curve.ts';

export type Reading = {
  readonly raw: number | string | boolean | null;
  /** The leaf that spoke. */
  readonly leaf: string;
  /** 0 to 100; null when the measure has no data. */
  readonly points: number | null;
  /** Share of its weight that age leaves: 1 when fresh, 0 when too old to count. */
  readonly fresh: number;
};
export type CompiledMeasure = {
  readonly key: string;
  readonly pillar: string;
  readonly weight: number;
  read(scope: Scope): Reading;
};
type Ageing = Method['health']['ageing'];

/** Full until `fullDays`, then linearly less, none from `noneDays` on. */
export function freshness(ageDays: number, ageing: Ageing): number {
  if (ageDays <= ageing.fullDays) return 1;
  return Math.max(0, (ageing.noneDays - ageDays) / (ageing.noneDays - ageing.fullDays));
}

/** A measure as functions of the scope. An answer of unknown age counts in full. */
export function compileMeasure(measure: MethodMeasure, ageing: Ageing): CompiledMeasure {
  const { key, pillar, weight, leaf, fallbackLeaf } = measure;
  const points = compileCurve(measure);
  const value = valueOf(leaf, measure.complementOf);
  const fallback = fallbackLeaf === null ? null : valueOf(fallbackLeaf, null);
  const age = ageOf(measure.ageLeaf, ageing);
  const fallbackAge = ageOf(measure.fallbackAgeLeaf, ageing);
  const missing: Reading = { raw: null, leaf, points: null, fresh: 1 };
  const read = (scope: Scope): Reading => {
    const raw = value(scope);
    const own = points(raw);
    if (own !== null) return { raw, leaf, points: own, fresh: age(scope) };
    if (fallback === null || fallbackLeaf === null) return raw === null ? missing : { ...missing, raw };
    const other = fallback(scope);
    const spare = points(other);
    return spare === null
      ? missing
      : { raw: other, leaf: fallbackLeaf, points: spare, fresh: fallbackAge(scope) };
  };
  return { key, pillar, weight, read };
}

function valueOf(leaf: string, complementOf: string | null): (scope: Scope) => Reading['raw'] {
  const read = readLeaf(leaf);
  if (complementOf === null) return (scope) => plain(read(scope));
  const whole = readLeaf(complementOf);
  return (scope) => {
    const part = read(scope);
    const total = whole(scope);
    return typeof part === 'number' && typeof total === 'number' && total > 0 ? 1 - part / total : null;
  };
}

function plain(value: unknown): Reading['raw'] {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function ageOf(leaf: string | null, ageing: Ageing): (scope: Scope) => number {
  if (leaf === null) return () => 1;
  const read = readLeaf(leaf);
  return (scope) => {
    const age = read(scope);
    return typeof age === 'number' ? freshness(age, ageing) : 1;
  };
}
