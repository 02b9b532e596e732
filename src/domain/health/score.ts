// The health score of one moment: pillars renormalised within what is available, coverage, depth, caps.
// No memory, no trend, no hysteresis: those are folds over what this returns.
import type { Assessment, Band, MeasurePoints, PillarPoints } from '#domain/decision.ts';
import { forSegment } from '#domain/method/limits.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { Method } from '#domain/method/schema.ts';
import type { CompiledMeasure, Reading } from './measure.ts';
import { bandOf } from './memory.ts';
import { shareOut, tenthsHalfEven } from './share-out.ts';

export type Score = Pick<
  Assessment,
  'score' | 'band' | 'coverage' | 'depth' | 'cap' | 'pillars' | 'measures'
>;
export type Cap = { readonly key: string; readonly below: number };

type Read = { readonly measure: CompiledMeasure; readonly reading: Reading; readonly aged: number };
type Pillar = {
  readonly key: string;
  readonly weight: number;
  readonly reads: readonly Read[];
  /** Weight of its measures: all, those with data, those with data after ageing. */
  readonly all: number;
  readonly available: number;
  readonly aged: number;
  readonly points: number | null;
};

/**
 * Scores a scope (H = Σ w·s / Σ w over available pillars, w after ageing; coverage before it).
 * @param caps those that hold, in the order of the method
 */
export function scoreOf(
  scope: Scope,
  method: Method,
  measures: ReadonlyMap<string, readonly CompiledMeasure[]>,
  segment: string | null,
  caps: readonly Cap[],
): Score {
  const pillars = method.health.pillars.map(({ key, weights }) =>
    pillarOf(key, forSegment(weights, segment), measures.get(key) ?? [], scope),
  );
  const total = sum(pillars, (pillar) => pillar.weight);
  const speaking = pillars.filter((pillar) => pillar.points !== null && pillar.weight > 0);
  const coverage = coverageOf(pillars, ({ points }) => points !== null);
  const depth =
    sum(pillars, (pillar) => pillar.weight * share(sum(pillar.reads, dataWeight), pillar.all)) / total;
  const inScore = sum(speaking, effective);
  const raw =
    inScore > 0 ? sum(speaking, (pillar) => effective(pillar) * (pillar.points ?? 0)) / inScore : null;
  const rounded = raw === null ? null : tenthsHalfEven(raw);
  const parts = contributions(pillars, inScore, rounded);
  const cap = rounded === null ? null : capOn(rounded, caps);
  const score =
    rounded === null
      ? null
      : cap === null
        ? rounded
        : (Math.round(rounded * 10) + Math.round(cap.points * 10)) / 10;
  return {
    score,
    band: bandAt(score, coverage, method),
    coverage,
    depth,
    cap,
    pillars: pillars.map((pillar) => pillarPoints(pillar, parts)),
    measures: pillars.flatMap((pillar) => pillar.reads.map((read) => measurePoints(read, parts))),
  };
}

/** Coverage: the share of pillar weight that speaks, 0 to 1; 0 where no pillar weighs anything. */
export function coverageOf<P extends { readonly weight: number }>(
  pillars: readonly P[],
  speaks: (pillar: P) => boolean,
): number {
  const speaking = pillars.filter(speaks);
  return share(
    sum(speaking, (pillar) => pillar.weight),
    sum(pillars, (pillar) => pillar.weight),
  );
}

function pillarOf(key: string, weight: number, measures: readonly CompiledMeasure[], scope: Scope): Pillar {
  const reads = measures.map((measure): Read => {
    const reading = measure.read(scope);
    return { measure, reading, aged: reading.points === null ? 0 : measure.weight * reading.fresh };
  });
  const aged = sum(reads, (read) => read.aged);
  return {
    key,
    weight,
    reads,
    all: sum(reads, (read) => read.measure.weight),
    available: sum(reads, (read) => (read.reading.points === null ? 0 : read.measure.weight)),
    aged,
    points: aged > 0 ? sum(reads, (read) => read.aged * (read.reading.points ?? 0)) / aged : null,
  };
}

/** The pillar's weight in the score: age lowers it by the share it takes from the available measures. */
function effective(pillar: Pillar): number {
  return pillar.weight * share(pillar.aged, pillar.available);
}

function dataWeight(read: Read): number {
  return read.aged > 0 ? read.measure.weight : 0;
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function sum<T>(list: readonly T[], of: (entry: T) => number): number {
  let total = 0;
  for (const entry of list) total += of(entry);
  return total;
}

/** Points of the score by measure, in hundredths that add up to the rounded score exactly. */
function contributions(
  pillars: readonly Pillar[],
  inScore: number,
  score: number | null,
): ReadonlyMap<string, number> {
  if (score === null) return new Map();
  const keys: string[] = [];
  const exact: number[] = [];
  for (const pillar of pillars) {
    for (const read of pillar.reads) {
      if (read.aged === 0 || pillar.weight === 0) continue;
      keys.push(read.measure.key);
      exact.push(((effective(pillar) / inScore) * (read.aged * (read.reading.points ?? 0))) / pillar.aged);
    }
  }
  const hundredths = shareOut(exact, Math.round(score * 100));
  return new Map(keys.map((key, i) => [key, hundredths[i] ?? 0]));
}

function pillarPoints(pillar: Pillar, parts: ReadonlyMap<string, number>): PillarPoints {
  const hundredths = sum(pillar.reads, (read) => parts.get(read.measure.key) ?? 0);
  return {
    key: pillar.key,
    weight: effective(pillar),
    points: pillar.points,
    contribution: hundredths / 100,
  };
}

function measurePoints({ measure, reading, aged }: Read, parts: ReadonlyMap<string, number>): MeasurePoints {
  return {
    key: measure.key,
    pillar: measure.pillar,
    raw: reading.raw,
    leaf: reading.leaf,
    points: reading.points,
    weight: measure.weight,
    aged,
    contribution: (parts.get(measure.key) ?? 0) / 100,
  };
}

/** The lowest cap that the score reaches, and what it takes: below 75 means at most 74.9. */
function capOn(score: number, caps: readonly Cap[]): Assessment['cap'] {
  let lowest: Cap | null = null;
  for (const cap of caps) if (lowest === null || cap.below < lowest.below) lowest = cap;
  if (lowest === null || score < lowest.below) return null;
  const most = Math.ceil(lowest.below * 10) - 1;
  return { ...lowest, points: (most - Math.round(score * 10)) / 10 };
}

function bandAt(score: number | null, coverage: number, method: Method): Band {
  if (score === null || coverage < method.health.coverageLimit) return 'unknown';
  return bandOf(score, method.health.bands);
}
