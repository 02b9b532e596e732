// Reading CEL's syntax tree: leaf paths, literals, refused constructs. It decides what a condition may contain.
import type { ASTNode } from '@marcbachmann/cel-js';
import { methodFault, type MethodFault } from './faults.ts';

export type Refused = { readonly position: number; readonly reason: MethodFault };

/** The dotted path of a chain of selections on a name (`voice.nps.last`); null when the node is anything else. */
export function pathOf(node: ASTNode): string | null {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return null;
  const below = pathOf(node.args[0]);
  return below === null ? null : `${below}.${node.args[1]}`;
}

/** The number a literal stands for, its minus sign included; null when the node is no number. */
export function numberOf(node: ASTNode): number | null {
  if (node.op === '-_') {
    const inner = numberOf(node.args);
    return inner === null ? null : -inner;
  }
  if (node.op !== 'value') return null;
  if (typeof node.args === 'bigint') return Number(node.args);
  return typeof node.args === 'number' ? node.args : null;
}

/** The direct parts of a node. */
export function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case '!_':
    case '-_':
      return [node.args];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}

/** Every leaf path a node reads with where it stands, in order of appearance. */
export function leavesOf(node: ASTNode): readonly { path: string; start: number; end: number }[] {
  const path = pathOf(node);
  if (path !== null) return [{ path, start: node.start, end: node.end }];
  return partsOf(node).flatMap(leavesOf);
}

/** The leaf of `has(leaf)`: is it known at all? Null when the node is anything else. */
export function hasLeaf(node: ASTNode): string | null {
  if (node.op !== 'call' || node.args[0] !== 'has') return null;
  const [of] = node.args[1];
  return of === undefined ? null : pathOf(of);
}

/**
 * Conditions are operators over leaves and literals: no calls, macros, indexes or maps.
 * `has(leaf)` may stand among `&& || !`, never inside a comparison.
 */
export function refusedIn(node: ASTNode, skeleton = true): Refused | null {
  if (skeleton && hasLeaf(node) !== null) return null;
  if (node.op === 'call' || node.op === 'rcall') {
    return {
      position: node.start,
      reason: methodFault('call', { name: callName(node) }),
    };
  }
  if (node.op === '[]' || node.op === '[?]' || node.op === 'map' || node.op === '.?') {
    return {
      position: node.start,
      reason: methodFault('index', { name: node.op }),
    };
  }
  const within = skeleton && (node.op === '&&' || node.op === '||' || node.op === '!_');
  for (const part of partsOf(node)) {
    const refused = refusedIn(part, within);
    if (refused) return refused;
  }
  return null;
}

function callName(node: ASTNode): string {
  return node.op === 'call' || node.op === 'rcall' ? node.args[0] : '';
}

/** Where whole numbers stand in the source: leaves are doubles, and CEL compares `double == int` never. */
export function wholeNumbers(node: ASTNode): readonly { start: number; end: number; value: number }[] {
  if (node.op === 'value') {
    return typeof node.args === 'bigint'
      ? [{ start: node.start, end: node.end, value: Number(node.args) }]
      : [];
  }
  return partsOf(node).flatMap(wholeNumbers);
}
