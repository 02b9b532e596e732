// Curves of measures: raw value → 0 to 100 points. Knows shapes of curves and maps, not which measure uses them.
import type { MethodMeasure } from '#domain/method/schema.ts';

/** Points of a raw value; null when the value is missing, not of the measure's type, or a word without points. */
export type Points = (raw: unknown) => number | null;

/** Piecewise linear between the corners (x ascending), flat beyond the ends. */
export function onCurve(curve: readonly (readonly [number, number])[], x: number): number {
  const first = curve[0];
  if (first === undefined) return 0;
  if (x <= first[0]) return first[1];
  let [fromX, fromY] = first;
  for (const [toX, toY] of curve) {
    if (x <= toX) return toX === fromX ? toY : fromY + ((toY - fromY) * (x - fromX)) / (toX - fromX);
    fromX = toX;
    fromY = toY;
  }
  return fromY;
}

/** The curve or the map of a measure as a function. */
export function compileCurve(measure: Pick<MethodMeasure, 'curve' | 'map'>): Points {
  const { curve, map } = measure;
  if (curve) return (raw) => (typeof raw === 'number' && Number.isFinite(raw) ? onCurve(curve, raw) : null);
  const words = map ?? {};
  return (raw) => (typeof raw === 'string' || typeof raw === 'boolean' ? (words[String(raw)] ?? null) : null);
}
