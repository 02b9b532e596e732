// Figures of a list, counted from its groups: totals of what a filter holds, numbers of the views, facets. Pure.
import { listViews, type ListFilter, type ListView } from '#store/list-filter.ts';
import type { ListGroup } from '#store/list-pages.ts';

export type ListSummary = {
  readonly total: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly unknown: number;
  readonly mrrCents: number;
  readonly redMrrCents: number;
  readonly atStakeCents: number;
  readonly withoutMrr: number;
  readonly inWindow: number;
  readonly lateWindow: number;
  readonly shallow: number;
};
export type Facet = { readonly key: string; readonly accounts: number };

const every = (): boolean => true;

function total(
  groups: readonly ListGroup[],
  counts: (group: ListGroup) => boolean = every,
  of: (group: ListGroup) => number = ({ accounts }) => accounts,
): number {
  let sum = 0;
  for (const group of groups) if (counts(group)) sum += of(group);
  return sum;
}

const inView: Readonly<Record<ListView, (group: ListGroup) => boolean>> = {
  all: every,
  risk: ({ alike }) => alike.atRisk,
  ready: ({ alike }) => alike.ready,
  renewal: ({ alike }) => alike.inWindow,
  stalled: ({ alike }) => alike.stalled,
  unknown: ({ alike }) => alike.band === 'unknown',
};

function holds(group: ListGroup, filter: ListFilter): boolean {
  const { alike } = group;
  return (
    inView[filter.view](group) &&
    (filter.band === null || alike.band === filter.band) &&
    (filter.segment === null || alike.segment === filter.segment) &&
    (filter.status === null || alike.status === filter.status) &&
    (filter.stage === null || alike.stages.includes(filter.stage))
  );
}

/** Counts and sums (cents) of what a filter holds; the groups are already narrowed by its search. */
export function summaryOf(groups: readonly ListGroup[], filter: ListFilter): ListSummary {
  const held = groups.filter((group) => holds(group, filter));
  const inBand = (band: string) => total(held, ({ alike }) => alike.band === band);
  return {
    total: total(held),
    red: inBand('red'),
    yellow: inBand('yellow'),
    green: inBand('green'),
    unknown: inBand('unknown'),
    mrrCents: total(held, every, (group) => group.mrrCents),
    redMrrCents: total(
      held,
      ({ alike }) => alike.band === 'red',
      (group) => group.mrrCents,
    ),
    atStakeCents: total(held, inView.risk, (group) => group.atStakeCents),
    withoutMrr: total(held, ({ alike }) => !alike.withMrr),
    inWindow: total(held, inView.renewal),
    lateWindow: total(held, ({ alike }) => alike.lateWindow),
    shallow: total(held, ({ alike }) => alike.shallow),
  };
}

/** How many accounts each view holds. */
export function viewsOf(groups: readonly ListGroup[]): Record<ListView, number> {
  const counts = listViews.map((view) => [view, total(groups, inView[view])] as const);
  return Object.fromEntries(counts) as Record<ListView, number>;
}

/** How many accounts each segment and each stage holds, by key. */
export function facetsOf(groups: readonly ListGroup[]): { segments: Facet[]; stages: Facet[] } {
  const segments = new Map<string, number>();
  const stages = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, accounts: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + accounts);
  for (const group of groups) {
    const { segment, stages: held } = group.alike;
    if (segment !== null) add(segments, segment, group.accounts);
    for (const stage of held) add(stages, stage, group.accounts);
  }
  const byKey = (counts: Map<string, number>): Facet[] =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, accounts]) => ({ key, accounts }));
  return { segments: byKey(segments), stages: byKey(stages) };
}
