// One atom of a condition: a typed comparison that is true, false, or unknown when a leaf of it is missing.
// Plain comparisons run as closures; every other atom runs in CEL. It never throws.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Truth } from '#domain/decision.ts';
import { hasLeaf, leavesOf, numberOf, pathOf } from './condition-ast.ts';
import { type ConditionSchema, flatName } from './condition-schema.ts';

/** Nested leaves: `scope.voice.nps.last`. A missing leaf is null or absent. */
export type Scope = Readonly<Record<string, unknown>>;

export type CompareOp = '<' | '<=' | '>' | '>=' | '==' | '!=';
/** `leaf OP number` or `leaf OP leaf`, so that a caller can find the day on which a days-leaf crossed its threshold. */
export type Comparison = {
  readonly leaf: string;
  readonly op: CompareOp;
  readonly to: number | { readonly leaf: string };
};
export type Atom = {
  readonly source: string;
  readonly leaves: readonly string[];
  /** Null when the atom is not a plain comparison of numbers. */
  readonly compare: Comparison | null;
  truth(scope: Scope): Truth;
};
/** A defect of the method: an atom that failed while running. */
export type Fault = { readonly atom: string; readonly reason: string };
export type OnFault = (fault: Fault) => void;

const flipped: Readonly<Record<CompareOp, CompareOp>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};
const tests: Readonly<Record<CompareOp, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** A function that reads one leaf of a scope; undefined and null both mean missing. */
export function readLeaf(path: string): (scope: Scope) => unknown {
  const [a = '', b, c, ...deeper] = path.split('.');
  if (b === undefined) return (scope) => scope[a];
  if (c === undefined) return (scope) => field(scope[a], b);
  if (deeper.length === 0) return (scope) => field(field(scope[a], b), c);
  return (scope) => deeper.reduce<unknown>(field, field(field(scope[a], b), c));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/**
 * Compiles one atom.
 * @param source the condition with whole numbers written as doubles; `node` was parsed from it
 */
export function compileAtom(node: ASTNode, source: string, schema: ConditionSchema, onFault: OnFault): Atom {
  const text = source.slice(node.start, node.end);
  const leaves = [...new Set(leavesOf(node).map((leaf) => leaf.path))];
  const compare = comparisonOf(node, schema);
  const truth =
    constantTruth(node) ??
    knownTruth(node) ??
    (compare ? compareTruth(compare, text, onFault) : null) ??
    plainTruth(node, schema, text, onFault) ??
    celTruth(node, source, leaves, schema, text, onFault);
  return { source: text, leaves, compare, truth };
}

function isCompareOp(op: string): op is CompareOp {
  return op in flipped;
}

function comparisonOf(node: ASTNode, schema: ConditionSchema): Comparison | null {
  if (!isCompareOp(node.op)) return null;
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  const a = numberLeaf(left, schema);
  const b = numberLeaf(right, schema);
  if (a !== null && b !== null) return { leaf: a, op: node.op, to: { leaf: b } };
  const high = numberOf(right);
  if (a !== null && high !== null) return { leaf: a, op: node.op, to: high };
  const low = numberOf(left);
  return b !== null && low !== null ? { leaf: b, op: flipped[node.op], to: low } : null;
}

function numberLeaf(node: ASTNode, schema: ConditionSchema): string | null {
  const path = pathOf(node);
  return path !== null && schema.typeOf(path) === 'double' ? path : null;
}

function constantTruth(node: ASTNode): ((scope: Scope) => Truth) | null {
  if (node.op !== 'value' || typeof node.args !== 'boolean') return null;
  const value = node.args;
  return () => value;
}

/** `has(leaf)` is never unknown: it asks whether the leaf is. */
function knownTruth(node: ASTNode): ((scope: Scope) => Truth) | null {
  const path = hasLeaf(node);
  if (path === null) return null;
  const read = readLeaf(path);
  return (scope) => !isMissing(read(scope));
}

function compareTruth(compare: Comparison, text: string, onFault: OnFault): (scope: Scope) => Truth {
  const left = readLeaf(compare.leaf);
  const test = tests[compare.op];
  const { to } = compare;
  const right: (scope: Scope) => unknown = typeof to === 'number' ? () => to : readLeaf(to.leaf);
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return test(a, b);
    return isMissing(a) || isMissing(b) ? null : fault(onFault, text, 'a number was expected');
  };
}

/** A flag by itself, `code == 'x'`, `code != 'x'` and `'x' in codes`. */
function plainTruth(
  node: ASTNode,
  schema: ConditionSchema,
  text: string,
  onFault: OnFault,
): ((scope: Scope) => Truth) | null {
  const path = pathOf(node);
  if (path !== null && schema.typeOf(path) === 'bool') {
    return expecting(path, (value) => (typeof value === 'boolean' ? value : null), text, onFault);
  }
  if (node.op === 'in') {
    const word = wordOf(node.args[0]);
    const list = pathOf(node.args[1]);
    if (word === null || list === null || schema.typeOf(list) !== 'list<string>') return null;
    return expecting(list, (value) => (Array.isArray(value) ? value.includes(word) : null), text, onFault);
  }
  if (node.op !== '==' && node.op !== '!=') return null;
  const code = pathOf(node.args[0]);
  const word = wordOf(node.args[1]);
  if (code === null || word === null || schema.typeOf(code) !== 'string') return null;
  const same = node.op === '==';
  return expecting(
    code,
    (value) => (typeof value === 'string' ? (value === word) === same : null),
    text,
    onFault,
  );
}

function wordOf(node: ASTNode): string | null {
  return node.op === 'value' && typeof node.args === 'string' ? node.args : null;
}

function expecting(path: string, judge: (value: unknown) => Truth, text: string, onFault: OnFault) {
  const read = readLeaf(path);
  return (scope: Scope): Truth => {
    const value = read(scope);
    if (isMissing(value)) return null;
    return judge(value) ?? fault(onFault, text, `'${path}' has a value of another type`);
  };
}

/** The atom as a CEL program over flat variables; a missing leaf is found before CEL is called. */
function celTruth(
  node: ASTNode,
  source: string,
  leaves: readonly string[],
  schema: ConditionSchema,
  text: string,
  onFault: OnFault,
): (scope: Scope) => Truth {
  const program = schema.flat.parse(flattened(node, source));
  const inputs = leaves.map((path) => ({ name: flatName(path), read: readLeaf(path) }));
  return (scope) => {
    const context: Record<string, unknown> = {};
    for (const input of inputs) {
      const value = input.read(scope);
      if (isMissing(value)) return null;
      context[input.name] = value;
    }
    try {
      const answer: unknown = program(context);
      return typeof answer === 'boolean'
        ? answer
        : fault(onFault, text, 'the answer is neither true nor false');
    } catch (error) {
      return fault(
        onFault,
        text,
        error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      );
    }
  };
}

function flattened(node: ASTNode, source: string): string {
  let text = '';
  let at = node.start;
  for (const leaf of leavesOf(node)) {
    text += source.slice(at, leaf.start) + flatName(leaf.path);
    at = leaf.end;
  }
  return text + source.slice(at, node.end);
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function fault(onFault: OnFault, atom: string, reason: string): null {
  onFault({ atom, reason });
  return null;
}
