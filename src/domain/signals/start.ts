// When a condition that holds today began to hold, told by the leaves themselves: the day of a recorded fact, or
// the day a days-leaf crossed its threshold. Null when the leaves cannot tell (checkpoints then do).
import type { Day } from '#base/day.ts';
import type { Evidence, Truth } from '#domain/decision.ts';
import { type Atom, readLeaf, type Scope } from '#domain/method/condition-atoms.ts';
import type { Condition, TruthTree } from '#domain/method/conditions.ts';

/** Day of the fact behind a leaf, when the profile names it. */
export type LeafDates = Readonly<Record<string, Day>>;
/** What dates the leaves of a profile: days of facts, and how far their sources reach. */
export type Dating = { readonly day: Day; readonly dates: LeafDates; readonly through: LeafDates };

/** Holds for as long as anyone remembers: a constant of the account or of its segment. */
const always = Number.NEGATIVE_INFINITY;

function number(scope: Scope, leaf: string): number | null {
  const value = reader(leaf)(scope);
  return typeof value === 'number' ? value : null;
}

const readers = new Map<string, (scope: Scope) => unknown>();
/** Reads a leaf; the path is split once per process. */
export function reader(leaf: string): (scope: Scope) => unknown {
  let read = readers.get(leaf);
  if (!read) readers.set(leaf, (read = readLeaf(leaf)));
  return read;
}

const countsDown = (leaf: string): boolean => /days?To/i.test(leaf) && !/daysToFirst/.test(leaf);
const countsUp = (leaf: string): boolean =>
  /days?Since|ageDays|daysInBand|oldestCriticalDays/i.test(leaf) && !countsDown(leaf);
const settled = (leaf: string): boolean => leaf.startsWith('limits.') || leaf === 'account.segment';

/** The leaf that tells the age of another (`voice.nps.last` → `voice.nps.ageDays`), by the profile's naming. */
function ageLeaf(leaf: string): string {
  if (leaf.endsWith('.sponsor') && leaf.startsWith('voice.'))
    return leaf.replace(/sponsor$/, 'sponsorAgeDays');
  if (leaf.startsWith('events.')) return leaf.replace(/\.[^.]+$/, '.daysSince');
  return leaf.replace(/\.[^.]+$/, '.ageDays');
}
const ageLeaves = new Map<string, string>();
function ageLeafOf(leaf: string): string {
  let age = ageLeaves.get(leaf);
  if (age === undefined) ageLeaves.set(leaf, (age = ageLeaf(leaf)));
  return age;
}

/** The day of the one recorded fact behind a leaf, or null. */
export function factDay(leaf: string, scope: Scope, at: Dating): Day | null {
  const named = at.dates[leaf];
  if (named !== undefined) return named;
  if (countsUp(leaf) || !/^(events|voice|pulse)\./.test(leaf)) return null;
  const age = number(scope, ageLeafOf(leaf));
  return age === null ? null : at.day - age;
}

/**
 * Day a counting leaf crossed the threshold of a comparison that is true now. A leaf stands still where its source
 * ends, so it is counted back from there: a late feed moves no beginning.
 */
function crossing(atom: Atom, scope: Scope, at: Dating): Day | null {
  const compare = atom.compare;
  if (!compare) return null;
  const day = at.through[compare.leaf] ?? at.day;
  const value = number(scope, compare.leaf);
  const limit = typeof compare.to === 'number' ? compare.to : number(scope, compare.to.leaf);
  if (value === null || limit === null) return null;
  if (countsUp(compare.leaf)) {
    if (compare.op === '>=') return day - Math.floor(value - limit);
    if (compare.op === '>') return day - Math.ceil(value - limit) + 1;
    return day - value;
  }
  if (!countsDown(compare.leaf)) return null;
  if (compare.op === '<=') return at.day - Math.floor(limit - value);
  if (compare.op === '<') return at.day - Math.ceil(limit - value) + 1;
  return null;
}

function atomStart(atom: Atom, scope: Scope, at: Dating): Day | null {
  if (atom.leaves.every(settled) || atom.source.startsWith('has(')) return always;
  const crossed = crossing(atom, scope, at);
  if (crossed !== null) return crossed;
  let latest: Day | null = null;
  for (const leaf of atom.leaves) {
    if (settled(leaf)) continue;
    const on = factDay(leaf, scope, at);
    if (on === null) return null;
    latest = latest === null ? on : Math.max(latest, on);
  }
  return latest;
}

type Start = { readonly truth: Truth; readonly on: Day | null };

function startOf(tree: TruthTree, scope: Scope, at: Dating): Start {
  if (tree.kind === 'atom') {
    const truth = tree.atom.truth(scope);
    return { truth, on: truth === true ? atomStart(tree.atom, scope, at) : null };
  }
  if (tree.kind === 'not') {
    const of = startOf(tree.of, scope, at);
    // What is not so has not been so for as long as anyone remembers: records are absent until they are made.
    return { truth: of.truth === null ? null : !of.truth, on: of.truth === false ? always : null };
  }
  const a = startOf(tree.left, scope, at);
  const b = startOf(tree.right, scope, at);
  return tree.kind === 'and' ? both(a, b) : either(a, b);
}

/** Holds from the later of the two; unless both are dated, from an unknown day. */
function both(a: Start, b: Start): Start {
  if (a.truth !== true || b.truth !== true)
    return { truth: a.truth === false || b.truth === false ? false : null, on: null };
  return { truth: true, on: a.on === null || b.on === null ? null : Math.max(a.on, b.on) };
}

/** Holds from the earlier of those that hold. */
function either(a: Start, b: Start): Start {
  if (a.truth === true && b.truth === true)
    return { truth: true, on: a.on === null || b.on === null ? null : Math.min(a.on, b.on) };
  if (a.truth === true) return a;
  if (b.truth === true) return b;
  return { truth: a.truth === false && b.truth === false ? false : null, on: null };
}

/** The day from which the leaves say that a condition holds; null when they cannot tell. Never after today. */
export function startDay(condition: Condition, scope: Scope, at: Dating): Day | null {
  const { on } = startOf(condition.tree, scope, at);
  return on === null || on === always ? null : Math.min(on, at.day);
}

type Speaking = { readonly truth: Truth; readonly atoms: readonly Atom[] };

/** The atoms that make a condition what it is: of `a || b` the one that holds, of `!a` the one that does not. */
function speaking(tree: TruthTree, scope: Scope): Speaking {
  if (tree.kind === 'atom') return { truth: tree.atom.truth(scope), atoms: [tree.atom] };
  if (tree.kind === 'not') {
    const of = speaking(tree.of, scope);
    return { truth: of.truth === null ? null : !of.truth, atoms: of.atoms };
  }
  const a = speaking(tree.left, scope);
  const b = speaking(tree.right, scope);
  const settles = tree.kind === 'or';
  const deciding = [a, b].filter((one) => one.truth === settles);
  if (deciding.length > 0) return { truth: settles, atoms: deciding.flatMap((one) => one.atoms) };
  const truth = a.truth === null || b.truth === null ? null : !settles;
  return { truth, atoms: [...a.atoms, ...b.atoms] };
}

/** What speaks for conditions: the leaves of the atoms that decide them, with their values and days. */
export function evidenceOf(trees: readonly TruthTree[], scope: Scope, at: Dating): readonly Evidence[] {
  const seen = new Set<string>();
  const list: Evidence[] = [];
  for (const atom of trees.flatMap((tree) => speaking(tree, scope).atoms)) {
    if (atom.source.startsWith('has(')) continue;
    for (const leaf of atom.leaves) {
      if (seen.has(leaf) || settled(leaf)) continue;
      seen.add(leaf);
      const on = factDay(leaf, scope, at) ?? crossing(atom, scope, at);
      list.push({ leaf, value: plain(reader(leaf)(scope)), on });
      for (const name of companionsOf[leaf] ?? []) {
        if (seen.has(name)) continue;
        seen.add(name);
        list.push({ leaf: name, value: plain(reader(name)(scope)), on: null });
      }
    }
  }
  return list;
}

/** Figures without which another figure cannot be told: a share and what it is a share of. */
const companionsOf: Readonly<Record<string, readonly string[]>> = {
  'relationship.daysSinceConversation': ['relationship.conversationSource'],
  'usage.change30d': ['usage.eventsPrev30d', 'usage.events30d'],
  'usage.seatUse': ['usage.activeSeats', 'contract.seats'],
  'consumption.useRate': ['consumption.used', 'consumption.contracted'],
  'finance.overdueDays': ['finance.overdueAmount'],
  'renewal.conversationHeld': ['renewal.stepsLate'],
  'health.bandFell': ['health.change30d', 'health.score'],
  'health.change30d': ['health.score'],
};

function plain(value: unknown): Evidence['value'] {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join(',') : null;
}
