// Collects what calculators write and lays it out as the nested leaves of a profile. A leaf nobody set is null.
import type { Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import type { LeafKey, LeafValueOf } from './registry.ts';
import { leafRegistry } from './registry.ts';
import type { LeafWriter, RowRef } from './shape.ts';

const keys: readonly LeafKey[] = [...leafRegistry.keys()];
const indexOf: ReadonlyMap<string, number> = new Map(keys.map((key, index) => [key, index]));

/** Nothing known yet: copied for each profile. */
const blank: readonly null[] = keys.map(() => null);

/** A field of the nested object: a leaf by its index, or a group. */
type Field = { readonly name: string; readonly index: number; readonly group: Group | null };
type Group = {
  readonly fields: readonly Field[];
  /** Indexes of every leaf in it and below. */
  readonly indexes: readonly number[];
  readonly empty: Readonly<Record<string, unknown>>;
};

/**
 * Leaves that one recorded fact makes true, and what of the fact dates them: the newest row, the oldest row, or the
 * day after the oldest due day. `known`: another leaf tells the day, here counts only when it was told.
 */
type Dating = 'newest' | 'oldest' | 'due' | 'known';
const datings: Readonly<Partial<Record<LeafKey, Dating>>> = {
  'finance.downgradeAsked': 'newest',
  'finance.failedCharges30d': 'newest',
  'finance.overdueDays': 'due',
  'relationship.champion': 'newest',
  'relationship.lastQbrOutcome': 'newest',
  'relationship.ourTeamChanged90d': 'newest',
  'relationship.sponsor': 'newest',
  'relationship.sponsorChanged90d': 'newest',
  'renewal.objectionsOpen': 'oldest',
  'value.artefactShare': 'newest',
  'value.goalProgress': 'newest',
  'value.late': 'due',
  'value.promisesLate': 'due',
  'value.provenInitial': 'oldest',
  'voice.nps.last': 'known',
};
const datingOf: readonly (Dating | null)[] = keys.map(
  (key) => datings[key] ?? (key.startsWith('events.') && key.endsWith('.count90d') ? 'newest' : null),
);

export class ProfileWriter implements LeafWriter {
  readonly #values: unknown[] = blank.slice();
  readonly #through: (Day | null)[] = blank.slice();
  readonly #dates: Record<string, Day> = {};
  readonly #learned = new Map<LeafKey, number>();

  set<K extends LeafKey>(
    key: K,
    value: LeafValueOf<K>,
    through?: Day | null,
    evidence?: readonly RowRef[],
  ): void {
    const index = indexOf.get(key) ?? 0;
    this.#values[index] = value;
    this.#through[index] = through ?? null;
    const dating = datingOf[index];
    if (!dating || !evidence || evidence.length === 0) return;
    const known = knownLater(evidence);
    if (known !== null) this.#learned.set(key, known);
    if (dating === 'known') return;
    const day = dated(dating, evidence);
    if (day !== null) this.#dates[key] = day;
  }

  /** The nested leaves, every one of the registry, in its order. */
  leaves(): Record<string, unknown> {
    return nest(root, this.#values) as Record<string, unknown>;
  }

  /** How far the source of each leaf reaches, for leaves that are known and say so. */
  through(): Record<string, Day> {
    const reaches: Record<string, Day> = {};
    for (let i = 0; i < keys.length; i++) {
      const day = this.#through[i];
      if (day !== null && day !== undefined) reaches[keys[i] as LeafKey] = day;
    }
    return reaches;
  }

  /**
   * Day of the fact behind each leaf that one fact makes true; under `known:<leaf>` the day on which it was told,
   * where that came later.
   */
  dates(zone: string): Record<string, Day> {
    const dates = this.#dates;
    for (const [key, known] of this.#learned) dates[`known:${key}`] = dayAt(known, zone);
    return dates;
  }
}

/** Instant (ms) at which the last of the rows was told, where that is later than what it tells of; else null. */
function knownLater(evidence: readonly RowRef[]): number | null {
  let latest: number | null = null;
  for (const { row } of evidence) {
    const { known, occurred } = row as { readonly known?: number; readonly occurred?: number };
    if (known === undefined || occurred === undefined || known <= occurred) continue;
    if (latest === null || known > latest) latest = known;
  }
  return latest;
}

function dated(dating: Exclude<Dating, 'known'>, evidence: readonly RowRef[]): Day | null {
  let found: Day | null = null;
  for (const { row } of evidence) {
    const day = dating === 'due' ? dueDay(row) : row.day;
    if (day === null) continue;
    if (found === null || (dating === 'newest' ? day > found : day < found)) found = day;
  }
  return found;
}

function dueDay(row: RowRef['row']): Day | null {
  const due = (row as { readonly dueOn?: unknown }).dueOn;
  return typeof due === 'number' ? due + 1 : null;
}

function nest(group: Group, values: readonly unknown[]): Readonly<Record<string, unknown>> {
  // A group that nothing fills is one shared object: most accounts have no events.
  if (isEmpty(group, values)) return group.empty;
  const nested: Record<string, unknown> = {};
  for (const { name, index, group: inner } of group.fields)
    nested[name] = inner ? nest(inner, values) : (values[index] ?? null);
  return nested;
}

function isEmpty(group: Group, values: readonly unknown[]): boolean {
  for (const index of group.indexes) if ((values[index] ?? null) !== null) return false;
  return true;
}

type Draft = Map<string, number | Draft>;

function plan(): Group {
  const tree: Draft = new Map();
  keys.forEach((key, index) => {
    const parts = key.split('.');
    const name = parts.pop() ?? key;
    let at = tree;
    for (const part of parts) {
      const next = at.get(part);
      if (next instanceof Map) at = next;
      else at.set(part, (at = new Map()));
    }
    at.set(name, index);
  });
  return groupOf(tree);
}

function groupOf(tree: Draft): Group {
  const fields: Field[] = [];
  const empty: Record<string, unknown> = {};
  for (const [name, child] of tree) {
    const group = child instanceof Map ? groupOf(child) : null;
    fields.push({ name, index: typeof child === 'number' ? child : -1, group });
    empty[name] = group ? group.empty : null;
  }
  const indexes = fields.flatMap(({ index, group }) => (group ? group.indexes : [index]));
  return { fields, indexes, empty: Object.freeze(empty) };
}

const root = plan();
