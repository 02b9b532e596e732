// The smallest change of one measure that would move the band: found on the curve, then proven by assessing the
// changed profile. Nothing is claimed that the assessment does not confirm.
import type { Assessment, Band, Decision, MeasurePoints } from '#domain/decision.ts';
import { bandsOf, type BandLimits } from '#domain/health/memory.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import type { MethodMeasure } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';
import { assess } from './assess.ts';

type Counterfactual = NonNullable<Decision['counterfactual']>;
type Candidate = {
  readonly measure: MethodMeasure;
  readonly leaf: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
};

/** The score that the band asks for: one better, past its margin; from green, just below it. */
function target(band: Band, limits: BandLimits): number | null {
  if (band === 'red') return limits.yellow + limits.margin;
  if (band === 'yellow') return limits.green + limits.margin;
  return band === 'green' ? limits.green - 0.1 : null;
}

/** The raw value nearest to `from` where the curve reaches `points`; null when it never does. */
function onCurveAt(curve: NonNullable<MethodMeasure['curve']>, points: number, from: number): number | null {
  let best: number | null = null;
  const consider = (x: number): void => {
    if (best === null || Math.abs(x - from) < Math.abs(best - from)) best = x;
  };
  for (let i = 1; i < curve.length; i++) {
    const [x0, y0] = curve[i - 1] as [number, number];
    const [x1, y1] = curve[i] as [number, number];
    if (points < Math.min(y0, y1) || points > Math.max(y0, y1)) continue;
    consider(
      y1 === y0
        ? Math.abs(x0 - from) < Math.abs(x1 - from)
          ? x0
          : x1
        : x0 + ((points - y0) / (y1 - y0)) * (x1 - x0),
    );
  }
  return best;
}

/** Whole units move in whole steps, away from where they are; shares in whole percents. */
function stepped(to: number, from: number, unit: MethodMeasure['unit']): number {
  const step = unit === 'share' ? 0.01 : 1;
  const steps = to / step;
  const whole = to > from ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9);
  return Math.round(whole * step * 100) / 100;
}

function candidate(one: MeasurePoints, measure: MethodMeasure, gap: number): Candidate | null {
  const { curve } = measure;
  if (curve === null || measure.complementOf !== null || typeof one.raw !== 'number') return null;
  if (one.points === null || one.aged === 0) return null;
  const slope = one.points > 0 ? one.contribution / one.points : 0;
  if (slope <= 0) return null;
  const to = onCurveAt(curve, one.points + gap / slope, one.raw);
  if (to === null) return null;
  const first = curve[0]?.[0] ?? 0;
  const last = curve[curve.length - 1]?.[0] ?? 1;
  const raw = stepped(to, one.raw, measure.unit);
  return {
    measure,
    leaf: one.leaf,
    from: one.raw,
    to: raw,
    size: Math.abs(raw - one.raw) / (last - first || 1),
  };
}

/** A profile with one leaf of another value. */
function withLeaf(profile: Profile, leaf: string, value: number): Profile {
  const set = (
    group: Readonly<Record<string, unknown>>,
    path: readonly string[],
  ): Record<string, unknown> => {
    const [name = '', ...rest] = path;
    const below = group[name];
    const inner = typeof below === 'object' && below !== null ? (below as Record<string, unknown>) : {};
    return { ...group, [name]: rest.length === 0 ? value : set(inner, rest) };
  };
  return { ...profile, leaves: set(profile.leaves, leaf.split('.')) };
}

function bandWith(past: readonly Assessment[], now: Assessment, limits: BandLimits): Band {
  return bandsOf([...past, now], limits).at(-1) ?? 'unknown';
}

/**
 * The smallest change (as a share of the measure's range) of one leaf that moves the band; null when no single
 * measure can, or the band is unknown. Asked by `explain` only: it assesses the account again for each try.
 */
export function counterfactual(
  decision: Decision,
  profile: Profile,
  method: CompiledMethod,
  past: readonly Assessment[],
): Counterfactual | null {
  const limits = method.method.health.bands;
  const { band, score } = decision.health;
  const wanted = target(band, limits);
  if (wanted === null || score === null) return null;
  const measures = new Map(method.method.health.measures.map((measure) => [measure.key, measure]));
  const tries = decision.assessment.measures
    .flatMap((one) => {
      const measure = measures.get(one.key);
      const found = measure ? candidate(one, measure, wanted - score) : null;
      return found ? [found] : [];
    })
    .sort((a, b) => a.size - b.size || (a.leaf < b.leaf ? -1 : 1));
  for (const { leaf, from, to } of tries) {
    const moved = bandWith(past, assess(withLeaf(profile, leaf, to), method), limits);
    if (moved !== band && moved !== 'unknown') return { leaf, from, to, band: moved };
  }
  return null;
}
