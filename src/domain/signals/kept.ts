// What of a condition the checkpoints keep. A condition that reads health or signals is folded with the memory of its
// time; the parts of it that the profile alone can tell were told then, and are kept as letters of their own.
import type { Assessment, Truth } from '#domain/decision.ts';
import type { Scope } from '#domain/method/condition-atoms.ts';
import type { TruthTree } from '#domain/method/conditions.ts';
import { and, not, or } from '#domain/method/truth.ts';

/** A part of a condition that the profile alone can tell, by a path of its own. */
export type Part = { readonly path: string; readonly evaluate: (scope: Scope) => Truth };
/** A condition as the past is read: kept parts, and what is worked out anew over health and signals of that time. */
export type Kept =
  | { readonly kind: 'part'; readonly path: string; readonly index: number }
  | { readonly kind: 'live'; readonly truth: (scope: Scope) => Truth }
  | { readonly kind: 'not'; readonly of: Kept }
  | { readonly kind: 'and' | 'or'; readonly left: Kept; readonly right: Kept };
/** Takes a part in and answers its place among the letters of a checkpoint. */
export type Keep = (part: Part) => number;

/** Truth of a skeleton over a scope, in Kleene's logic. */
export function truthOfTree(tree: TruthTree, scope: Scope): Truth {
  if (tree.kind === 'atom') return tree.atom.truth(scope);
  if (tree.kind === 'not') return not(truthOfTree(tree.of, scope));
  const left = truthOfTree(tree.left, scope);
  const settles = tree.kind === 'or';
  if (left === settles) return left;
  const right = truthOfTree(tree.right, scope);
  return settles ? or(left, right) : and(left, right);
}

const derived = (leaf: string): boolean => leaf.startsWith('health.') || leaf.startsWith('signals.');

function overProfile(tree: TruthTree): boolean {
  if (tree.kind === 'atom') return !tree.atom.leaves.some(derived);
  return tree.kind === 'not' ? overProfile(tree.of) : overProfile(tree.left) && overProfile(tree.right);
}

/** More sides than this are read as one. */
const mostSides = 12;

/** The sides of a condition: those of `a || b`, also where `c && (a || b)` says `c && a || c && b`. */
export function alternativesOf(tree: TruthTree): readonly TruthTree[] {
  const sides = sidesOf(tree);
  return sides.length > mostSides ? [tree] : sides;
}

function sidesOf(tree: TruthTree): readonly TruthTree[] {
  if (tree.kind === 'or') return [...sidesOf(tree.left), ...sidesOf(tree.right)];
  if (tree.kind !== 'and') return [tree];
  const right = sidesOf(tree.right);
  const left = sidesOf(tree.left);
  if (left.length * right.length === 1 || left.length * right.length > mostSides) return [tree];
  return left.flatMap((a) => right.map((b): TruthTree => ({ kind: 'and', left: a, right: b })));
}

/**
 * A tree as the past is read.
 * @param path of the condition; its parts are numbered from `from` on
 */
export function keptTree(tree: TruthTree, path: string, keep: Keep): Kept {
  let count = 0;
  const walk = (node: TruthTree): Kept => {
    if (overProfile(node)) {
      const part = { path: `${path}.${count++}`, evaluate: (scope: Scope) => truthOfTree(node, scope) };
      return { kind: 'part', path: part.path, index: keep(part) };
    }
    if (node.kind === 'atom') return { kind: 'live', truth: (scope) => node.atom.truth(scope) };
    if (node.kind === 'not') return { kind: 'not', of: walk(node.of) };
    return easierFirst(node.kind, walk(node.left), walk(node.right));
  };
  return walk(tree);
}

/** What was kept is read before what must be worked out: it often settles the answer, and the order changes none. */
function easierFirst(kind: 'and' | 'or', left: Kept, right: Kept): Kept {
  return isLive(left) && !isLive(right) ? { kind, left: right, right: left } : { kind, left, right };
}

/** Whether reading it begins with health or signals of the past. */
function isLive(kept: Kept): boolean {
  if (kept.kind === 'not') return isLive(kept.of);
  return kept.kind === 'live' || (kept.kind !== 'part' && isLive(kept.left));
}

const t = 't'.charCodeAt(0);
const f = 'f'.charCodeAt(0);

/** Truth of a condition of an assessment, by its letter where it comes from a checkpoint. */
export function truthOf(assessment: Assessment, path: string, index: number): Truth {
  const { letters } = assessment;
  if (letters === undefined) return assessment.truths[path] ?? null;
  const letter = letters.charCodeAt(index);
  return letter === t ? true : letter === f ? false : null;
}

/** Truth at one moment of the past: `then` holds the parts, `scope` gives health and signals as they stood. */
export function truthOfKept(kept: Kept, then: Assessment, scope: () => Scope): Truth {
  switch (kept.kind) {
    case 'part':
      return truthOf(then, kept.path, kept.index);
    case 'live':
      return kept.truth(scope());
    case 'not':
      return not(truthOfKept(kept.of, then, scope));
    case 'and':
    case 'or': {
      // What settles the answer ends the evaluation: health of the past is worked out only where it decides.
      const left = truthOfKept(kept.left, then, scope);
      if (left === (kept.kind === 'or')) return left;
      const right = truthOfKept(kept.right, then, scope);
      return kept.kind === 'or' ? or(left, right) : and(left, right);
    }
  }
}
