// The measure to talk about: the one that costs the score most, or that took it down. It knows no measure by name.
import type { Assessment, MeasurePoints } from '#domain/decision.ts';

/** Share of each pillar in the score, for one point of a measure's weight: over what has data. */
function sharesOf(assessment: Assessment): ReadonlyMap<string, number> {
  const aged = new Map<string, number>();
  for (const one of assessment.measures) aged.set(one.pillar, (aged.get(one.pillar) ?? 0) + one.aged);
  let total = 0;
  for (const pillar of assessment.pillars) if (pillar.points !== null) total += pillar.weight;
  const shares = new Map<string, number>();
  for (const { key, points, weight } of assessment.pillars) {
    const inPillar = aged.get(key) ?? 0;
    if (points !== null && total > 0 && inPillar > 0) shares.set(key, weight / total / inPillar);
  }
  return shares;
}

/**
 * The measure with data that takes most points from a full score: its share in the score × what it lacks to 100.
 * Null without data.
 * @param pillar looked at alone; null: all of them
 */
export function weakestMeasure(assessment: Assessment, pillar: string | null = null): MeasurePoints | null {
  const shares = sharesOf(assessment);
  let worst: MeasurePoints | null = null;
  let lost = -1;
  for (const one of assessment.measures) {
    if (one.points === null || one.aged === 0 || (pillar !== null && one.pillar !== pillar)) continue;
    const loss = (shares.get(one.pillar) ?? 0) * one.aged * (100 - one.points);
    if (loss > lost) [worst, lost] = [one, loss];
  }
  return worst;
}

/**
 * The measure behind a fall since an earlier assessment: the weakest of the pillar that lost most points of the score,
 * among the pillars that both have. Null when none lost any. An earlier assessment keeps no measures.
 */
export function fallenMeasure(then: Assessment | null, now: Assessment): MeasurePoints | null {
  let fallen: string | null = null;
  let most = 0;
  for (const { key, points, weight } of now.pillars) {
    const before = then?.pillars.find((pillar) => pillar.key === key)?.points ?? null;
    if (points === null || before === null) continue;
    const lost = (before - points) * weight;
    if (lost > most) [fallen, most] = [key, lost];
  }
  return fallen === null ? null : weakestMeasure(now, fallen);
}
