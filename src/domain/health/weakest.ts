// The measure to talk about: the one that costs the score most. It knows no measure by name.
import type { Assessment, MeasurePoints } from '#domain/decision.ts';

/** The measure with data that takes most points from a full score; null without data. */
export function weakestMeasure(assessment: Assessment): MeasurePoints | null {
  let worst: MeasurePoints | null = null;
  let lost = -1;
  for (const one of assessment.measures) {
    if (one.points === null || one.aged === 0) continue;
    // A contribution is weight × points, so what it lacks to a full 100 is what it loses.
    const loss = one.points > 0 ? (one.contribution * (100 - one.points)) / one.points : one.aged;
    if (loss > lost) [worst, lost] = [one, loss];
  }
  return worst;
}
