// The winner order: which of two facts about the same thing comes last and so holds. It compares when things were
// true and known, how far a source is trusted, and the source's own id; never arrival, never a minted id.
import type { Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import { specOf, type FactType } from '#domain/facts/catalogue.ts';
import type { FactSpec } from '#domain/facts/spec.ts';
import { fieldsOf } from './fields.ts';
import { slimValue, type SlimDatum } from './codecs.ts';

/** What the fold needs of a fact. Withdrawn facts are not handed in. */
export type FoldFact = {
  /** Minted id; goes to `refs` only. */
  readonly id: string;
  readonly type: FactType;
  /** The validated body. */
  readonly body: object;
  /** Instants in ms. */
  readonly occurredAt: number;
  readonly knownAt: number;
  readonly source: string;
  /** Trust in the source: at equal times the higher one holds. */
  readonly sourcePriority: number;
  readonly externalId: string;
  /** Revisions of one record (type, source, external id) count 1, 2, …; events are 1. */
  readonly revision: number;
};

/** A fact on its way into the file: its day, its record and its slim values in the order of the spec's columns. */
export type Entry = {
  readonly fact: FoldFact;
  readonly spec: FactSpec;
  readonly day: Day;
  readonly record: string;
  readonly values: readonly SlimDatum[];
};

/** True for types that live in the account file: not raw usage, not facts of the workspace. */
export function entersFile(type: FactType): boolean {
  return type !== 'usage-tracked' && specOf(type).workspace !== true;
}

/** The entries of a set of facts by type, types by name, entries in winner order, every fact once. */
export function inWinnerOrder(
  facts: readonly FoldFact[],
  zone: string,
): ReadonlyMap<FactType, readonly Entry[]> {
  const byType = new Map<FactType, Entry[]>();
  for (const fact of facts) {
    if (!entersFile(fact.type)) continue;
    const entries = byType.get(fact.type);
    if (entries) entries.push(entryOf(fact, zone));
    else byType.set(fact.type, [entryOf(fact, zone)]);
  }
  const types = [...byType.keys()].sort();
  return new Map(types.map((type) => [type, onceEach((byType.get(type) ?? []).sort(compareEntries))]));
}

/** Negative when `a` stands before `b`: (occurred, known, source priority, external id), then what tells them apart. */
export function compareFacts(a: FoldFact, b: FoldFact): number {
  return (
    a.occurredAt - b.occurredAt ||
    a.knownAt - b.knownAt ||
    a.sourcePriority - b.sourcePriority ||
    compareText(a.externalId, b.externalId) ||
    compareText(a.source, b.source) ||
    a.revision - b.revision
  );
}

/** Order by UTF-16 units: the same on every machine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryOf(fact: FoldFact, zone: string): Entry {
  const spec = specOf(fact.type);
  const body = fact.body as Readonly<Record<string, unknown>>;
  return {
    fact,
    spec,
    day: dayAt(fact.occurredAt, zone),
    record: `${fact.source}\u0000${fact.externalId}`,
    values: fieldsOf(fact.type).map(([field, codec]) => slimValue(codec, body[field], fact.source)),
  };
}

function compareEntries(a: Entry, b: Entry): number {
  return compareContent(a, b) || compareText(a.fact.id, b.fact.id);
}

function compareContent(a: Entry, b: Entry): number {
  const byFact = compareFacts(a.fact, b.fact);
  // Two shells may hold the same outside id with other content: content then decides, as nothing else may.
  return (
    byFact || (a.values === b.values ? 0 : compareText(JSON.stringify(a.values), JSON.stringify(b.values)))
  );
}

/** Drops repeats of one fact; of equal entries under several ids the smallest id is kept as evidence. */
function onceEach(sorted: readonly Entry[]): readonly Entry[] {
  return sorted.filter((entry, i) => {
    const before = sorted[i - 1];
    return before === undefined || compareContent(before, entry) !== 0;
  });
}
