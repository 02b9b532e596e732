// The score taken apart: pillars that sum to it on screen, what each lacks, measures under each. Pure.
import type { ExplainedHealth } from '#contract/customer.ts';
import type { CustomerWords } from '#web/words/customer-pt.ts';
import type { Formatter } from './format.ts';

/**
 * Rounds parts to tenths so that they sum to their own sum rounded to tenths: the tenths left over go to the
 * parts with the largest remainder (first part on a tie).
 */
export function tenthsThatSum(values: readonly number[]): readonly number[] {
  const scaled = values.map((value) => value * 10);
  const floors = scaled.map((value) => Math.floor(value + 1e-9));
  const wanted = Math.round(scaled.reduce((sum, value) => sum + value, 0));
  let left = wanted - floors.reduce((sum, value) => sum + value, 0);
  const order = scaled
    .map((value, index) => ({ index, rest: value - (floors[index] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    left -= 1;
  }
  return floors.map((value) => value / 10);
}

export type PillarRow = {
  readonly key: string;
  readonly label: string;
  readonly weight: string;
  readonly points: string;
  readonly contribution: string;
  readonly change: string;
  readonly fell: boolean;
  readonly why: string;
  readonly known: boolean;
  /** Share of the bar this pillar takes, and the share of that which is filled; 0 to 1. */
  readonly width: number;
  readonly filled: number;
};

/** The table and the bar: one row a pillar, in the method's order. */
export function pillarRows(health: ExplainedHealth, f: Formatter): readonly PillarRow[] {
  const given = tenthsThatSum(health.pillars.map((pillar) => pillar.contribution));
  return health.pillars.map((pillar, index) => ({
    key: pillar.key,
    label: pillar.label,
    weight: f.share(pillar.weight),
    points: pillar.points === null ? '—' : f.number(Math.round(pillar.points)),
    contribution: pillar.points === null ? '—' : f.number(given[index] ?? 0, 1),
    change: pillar.change30d === null ? '—' : f.signed(pillar.change30d, 1),
    fell: pillar.change30d !== null && pillar.change30d <= -3,
    why: pillar.why,
    known: pillar.points !== null,
    width: pillar.weight,
    filled: (pillar.points ?? 0) / 100,
  }));
}

/** Sum of the pillars before the cap, with one decimal. */
export function pillarSum(health: ExplainedHealth): number {
  return tenthsThatSum(health.pillars.map((pillar) => pillar.contribution)).reduce(
    (sum, value) => sum + value,
    0,
  );
}

/** What was found: which pillar lacks most points, unless none does or nothing can be told. */
export function healthTitle(health: ExplainedHealth, f: Formatter, w: CustomerWords): string {
  if (health.band === 'unknown') return w.health.titleUnknown(f.share(health.coverage));
  const lacks = health.pillars
    .filter((pillar) => pillar.points !== null)
    .map((pillar) => ({ label: pillar.label, points: pillar.weight * 100 - pillar.contribution }))
    .toSorted((a, b) => b.points - a.points)[0];
  if (lacks === undefined || lacks.points < 1) return w.health.titleFull;
  return w.health.title(lacks.label, f.number(lacks.points, 1));
}

export type MeasureRow = {
  readonly key: string;
  readonly label: string;
  readonly raw: string;
  readonly points: string;
  readonly weight: string;
  readonly contribution: string;
  readonly facts: readonly { readonly id: string; readonly text: string; readonly on: string }[];
};

/** Measures with data of one pillar. */
export function measureRows(health: ExplainedHealth, pillar: string, f: Formatter): readonly MeasureRow[] {
  return health.measures
    .filter((measure) => measure.pillar === pillar && measure.points !== null)
    .map((measure) => ({
      key: measure.key,
      label: measure.label,
      raw: measure.rawText,
      points: f.number(Math.round(measure.points ?? 0)),
      weight: f.share(measure.weight),
      contribution: f.number(measure.contribution, 1),
      facts: measure.facts.map((fact) => ({ id: fact.id, text: fact.text, on: f.day(fact.occurredAt) })),
    }));
}
