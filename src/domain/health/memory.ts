// What health remembers: band with hysteresis, days in band, trend. A pure fold over the weekly checkpoints
// and the present; it stores nothing and knows nothing of conditions.
import { mondayOf } from '#base/day.ts';
import type { Assessment, Band, Health } from '#domain/decision.ts';

/** Limits of the bands, in points; `margin` is how far past a limit a band must be to get better. */
export type BandLimits = { readonly yellow: number; readonly green: number; readonly margin: number };

const rank: Readonly<Record<Band, number>> = { unknown: -1, red: 0, yellow: 1, green: 2 };

/** Half-open bands: red [0, yellow), yellow [yellow, green), green [green, 100]. */
export function bandOf(score: number, limits: BandLimits): Exclude<Band, 'unknown'> {
  if (score < limits.yellow) return 'red';
  return score < limits.green ? 'yellow' : 'green';
}

/** Half-even to one decimal, as the score is rounded before it is compared. */
export function oneDecimal(x: number): number {
  const scaled = x * 10;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  if (Math.abs(rest - 0.5) > 1e-9) return Math.round(scaled) / 10;
  return (floor % 2 === 0 ? floor : floor + 1) / 10;
}

/** The score before caps; a cap must not leave its mark on the drift that hysteresis follows. */
function uncapped(a: Assessment): number {
  if (a.cap === null || a.score === null) return a.score ?? 0;
  let sum = 0;
  for (const pillar of a.pillars) sum += pillar.contribution;
  return Math.max(a.score, oneDecimal(sum));
}

/** One step of hysteresis on the uncapped score: worse at the limit, better only `margin` points past it. */
function drift(before: Band, score: number, limits: BandLimits): Band {
  const now = bandOf(score, limits);
  if (before === 'unknown' || rank[now] <= rank[before]) return now;
  const surely = bandOf(score - limits.margin, limits);
  return rank[surely] > rank[before] ? surely : before;
}

/** The bands of a run of assessments, oldest first. An unknown band forgets: the next one has no memory. */
export function bandsOf(run: readonly Assessment[], limits: BandLimits): readonly Band[] {
  const bands: Band[] = [];
  let drifting: Band = 'unknown';
  for (const a of run) {
    if (a.band === 'unknown' || a.score === null) {
      drifting = 'unknown';
      bands.push('unknown');
      continue;
    }
    drifting = drift(drifting, uncapped(a), limits);
    const capped = a.cap === null ? drifting : bandOf(a.score, limits);
    bands.push(rank[capped] < rank[drifting] ? capped : drifting);
  }
  return bands;
}

/** Score over the pillars that both ends have, each end with its own weights and its own cap. */
function comparable(a: Assessment, other: Assessment): number | null {
  let weight = 0;
  let points = 0;
  for (const pillar of a.pillars) {
    if (pillar.points === null || !hasPillar(other, pillar.key)) continue;
    weight += pillar.weight;
    points += pillar.weight * pillar.points;
  }
  if (weight === 0) return null;
  const mean = oneDecimal(points / weight);
  return a.cap !== null && a.score !== null ? Math.min(mean, a.score) : mean;
}

function hasPillar(a: Assessment, key: string): boolean {
  return a.pillars.some((pillar) => pillar.key === key && pillar.points !== null);
}

function samePillars(a: Assessment, b: Assessment): boolean {
  return a.pillars.every((pillar) => (pillar.points !== null) === hasPillar(b, pillar.key));
}

/** Index of the latest assessment before `index` that is at least 30 days older, or −1. */
function monthBefore(run: readonly Assessment[], index: number): number {
  const day = (run[index] as Assessment).day - 30;
  for (let i = index - 1; i >= 0; i--) if ((run[i] as Assessment).day <= day) return i;
  return -1;
}

type Change = { readonly points: number | null; readonly fell: boolean | null };
const noChange: Change = { points: null, fell: null };

function changeSince(
  then: Assessment,
  thenBand: Band,
  now: Assessment,
  nowBand: Band,
  limits: BandLimits,
): Change {
  if (thenBand === 'unknown' || nowBand === 'unknown') return noChange;
  if (samePillars(now, then) && now.score !== null && then.score !== null)
    return { points: oneDecimal(now.score - then.score), fell: rank[nowBand] < rank[thenBand] };
  const a = comparable(then, now);
  const b = comparable(now, then);
  if (a === null || b === null) return noChange;
  return { points: oneDecimal(b - a), fell: rank[bandOf(b, limits)] < rank[bandOf(a, limits)] };
}

/** Days since the first checkpoint of the present run of this band; held only now: since the last Monday. */
function daysInBand(bands: readonly Band[], run: readonly Assessment[], index: number): number {
  const { day } = run[index] as Assessment;
  let first = mondayOf(day);
  for (let i = index - 1; i >= 0 && bands[i] === bands[index]; i--) first = (run[i] as Assessment).day;
  return day - first;
}

/** The run of assessments, oldest first, the last one being the present, with the band at each. */
export type Memory = {
  readonly run: readonly Assessment[];
  readonly bands: readonly Band[];
  readonly limits: BandLimits;
};

/** Folds the checkpoints (oldest first, all under one method version) and the present. */
export function remember(past: readonly Assessment[], now: Assessment, limits: BandLimits): Memory {
  const run = [...past, now];
  return { run, bands: bandsOf(run, limits), limits };
}

/** The assessment that changes of 30 days are told against: the latest at least 30 days old; null without one. */
export function monthAgo({ run }: Memory): Assessment | null {
  return run[monthBefore(run, run.length - 1)] ?? null;
}

/** Health as it stood at one of the run, with the memory it had then. */
export function healthAt({ run, bands, limits }: Memory, index: number): Health {
  const now = run[index] as Assessment;
  const band = bands[index] ?? 'unknown';
  const known = band !== 'unknown';
  const at = monthBefore(run, index);
  const then = run[at];
  const change = then ? changeSince(then, bands[at] ?? 'unknown', now, band, limits) : noChange;
  return {
    score: known ? now.score : null,
    band,
    coverage: now.coverage,
    depth: now.depth,
    trend: change.points,
    change30d: change.points,
    daysInBand: known ? daysInBand(bands, run, index) : null,
    bandFell: change.fell,
  };
}

/** Health now. Change is points against the latest checkpoint at least 30 days old. */
export function healthWithMemory(past: readonly Assessment[], now: Assessment, limits: BandLimits): Health {
  return healthAt(remember(past, now, limits), past.length);
}
