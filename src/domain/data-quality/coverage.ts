// How much of the base each pillar and measure of health can speak of, and what to collect next. Counts groups of
// accounts whose measures speak alike; it knows no account and no sentence.
import { coverageOf } from '#domain/health/score.ts';
import { forSegment } from '#domain/method/limits.ts';
import type { Method, MethodMeasure } from '#domain/method/schema.ts';
import { collectables, type Collectable, type CollectableKey } from './collectable.ts';

/** Accounts alike in segment and in which measures have data that counts (`1`, in the method's order by pillar). */
export type KnownGroup = {
  readonly segment: string | null;
  readonly known: string;
  readonly accounts: number;
};
export type MeasureCoverage = {
  readonly key: string;
  readonly leaf: string;
  readonly weight: number;
  readonly accounts: number;
};
export type PillarCoverage = {
  readonly key: string;
  /** Accounts with any measure of weight that speaks. */
  readonly accounts: number;
  readonly measures: readonly MeasureCoverage[];
};
export type Collect = {
  readonly key: CollectableKey;
  readonly way: Collectable['way'];
  /** Accounts that would come out of "not enough data". */
  readonly lifted: number;
  /** Accounts that would get something they lack. */
  readonly gaining: number;
  readonly pillars: readonly string[];
};
export type DataCoverage = {
  readonly accounts: number;
  /** Accounts below the method's limit of coverage. */
  readonly unknown: number;
  readonly pillars: readonly PillarCoverage[];
  /** What lifts most first, of equals the easiest; only what would change something. */
  readonly collect: readonly Collect[];
};

type Pillar = Method['health']['pillars'][number];
type Placed = { readonly pillar: Pillar; readonly measures: readonly (MethodMeasure & { at: number })[] };

/** Measures by pillar with their place in the letters: the order in which an assessment holds them. */
function placed(method: Method): readonly Placed[] {
  let at = 0;
  return method.health.pillars.map((pillar) => ({
    pillar,
    measures: method.health.measures
      .filter((measure) => measure.pillar === pillar.key)
      .map((measure) => ({ ...measure, at: at++ })),
  }));
}

/** Share of pillar weight that speaks, 0 to 1; `more` says which measures would have data besides. */
function coverageWith(
  group: KnownGroup,
  pillars: readonly Placed[],
  more: (measure: MethodMeasure) => boolean,
): number {
  const weighed = pillars.map(({ pillar, measures }) => ({
    weight: forSegment(pillar.weights, group.segment),
    measures,
  }));
  return coverageOf(weighed, ({ measures }) =>
    measures.some((measure) => measure.weight > 0 && (group.known[measure.at] === '1' || more(measure))),
  );
}

const feeds = (thing: Collectable, measure: MethodMeasure): boolean =>
  (thing.leaves as readonly string[]).includes(measure.leaf) ||
  (measure.fallbackLeaf !== null && (thing.leaves as readonly string[]).includes(measure.fallbackLeaf));

const count = (groups: readonly KnownGroup[], counts: (group: KnownGroup) => boolean): number =>
  groups.reduce((sum, group) => sum + (counts(group) ? group.accounts : 0), 0);

function collectOf(
  thing: Collectable,
  groups: readonly KnownGroup[],
  pillars: readonly Placed[],
  limit: number,
): Collect {
  const fed = (measure: MethodMeasure): boolean => feeds(thing, measure);
  const without = (): boolean => false;
  const below = groups.filter((group) => coverageWith(group, pillars, without) < limit);
  const touched = pillars.filter(({ measures }) => measures.some((each) => each.weight > 0 && fed(each)));
  return {
    key: thing.key,
    way: thing.way,
    lifted: count(below, (group) => coverageWith(group, pillars, fed) >= limit),
    gaining: count(groups, (group) =>
      touched.some(({ measures }) =>
        measures.some((each) => each.weight > 0 && fed(each) && group.known[each.at] !== '1'),
      ),
    ),
    pillars: touched.map(({ pillar }) => pillar.key),
  };
}

/** What the groups of a list's accounts say of the base's data. */
export function dataCoverage(groups: readonly KnownGroup[], method: Method): DataCoverage {
  const pillars = placed(method);
  const limit = method.health.coverageLimit;
  const all = count(groups, () => true);
  const without = (): boolean => false;
  const collect = collectables
    .map((thing) => collectOf(thing, groups, pillars, limit))
    .filter(({ lifted, gaining }) => lifted > 0 || gaining > 0)
    .toSorted((a, b) => b.lifted - a.lifted || (a.lifted > 0 ? 0 : b.gaining - a.gaining));
  return {
    accounts: all,
    unknown: count(groups, (group) => coverageWith(group, pillars, without) < limit),
    pillars: pillars.map(({ pillar, measures }) => ({
      key: pillar.key,
      accounts: count(groups, (group) =>
        measures.some((each) => each.weight > 0 && group.known[each.at] === '1'),
      ),
      measures: measures.map(({ key, leaf, weight, at }) => ({
        key,
        leaf,
        weight,
        accounts: count(groups, (group) => group.known[at] === '1'),
      })),
    })),
    collect,
  };
}
