// A condition of a method: CEL checked once against the leaves, split at && || ! into atoms, run in Kleene's
// logic. Unknown is an answer, not an error; running a condition never throws. It knows no method's keys.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Truth } from '#domain/decision.ts';
import { leavesOf, refusedIn, wholeNumbers } from './condition-ast.ts';
import { type Atom, compileAtom, type OnFault, type Scope } from './condition-atoms.ts';
import type { ConditionSchema } from './condition-schema.ts';
import { methodFault, type MethodFault } from './faults.ts';
import { not } from './truth.ts';

/** The skeleton of a condition: what `&& || !` say of its atoms. */
export type TruthTree =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'not'; readonly of: TruthTree }
  | { readonly kind: 'and' | 'or'; readonly left: TruthTree; readonly right: TruthTree };

export type Condition = {
  readonly source: string;
  /** Every leaf it reads, once each, in order of appearance. */
  readonly leaves: readonly string[];
  readonly atoms: readonly Atom[];
  readonly tree: TruthTree;
  evaluate(scope: Scope): Truth;
};
/** Where (0-based character of the source) and why a condition is refused. */
export type ConditionProblem = { readonly position: number; readonly reason: MethodFault };
export type CompiledCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: ConditionProblem };

/**
 * Parses, type-checks and compiles one condition. Refused: bad syntax, an unknown leaf, operands of wrong types,
 * calls and macros, an answer that is not true or false.
 * @param onFault hears of atoms that fail while running (they count as unknown)
 */
export function compileCondition(
  source: string,
  schema: ConditionSchema,
  onFault: OnFault = () => {},
): CompiledCondition {
  const literals = parsed(source, schema);
  if ('problem' in literals) return { ok: false, problem: literals.problem };
  const refused = refusedIn(literals.ast);
  if (refused) return { ok: false, problem: refused };
  const doubles = wholeNumbers(literals.ast);
  const text = withDoubles(source, doubles);
  const whole = parsed(text, schema);
  if ('problem' in whole) return { ok: false, problem: atOriginal(whole.problem, doubles) };
  const checked = schema.nested.check(text);
  if (!checked.valid) return { ok: false, problem: atOriginal(problemOf(checked.error), doubles) };
  const stranger = leavesOf(whole.ast).find((leaf) => schema.typeOf(leaf.path) === null);
  if (stranger) {
    const unknown = { position: stranger.start, reason: methodFault('no_leaf', { leaf: stranger.path }) };
    return { ok: false, problem: atOriginal(unknown, doubles) };
  }
  if (checked.type !== 'bool') {
    return {
      ok: false,
      problem: {
        position: 0,
        reason: methodFault('no_truth', { type: checked.type ?? 'nothing' }),
      },
    };
  }
  return { ok: true, condition: assemble(source, text, whole.ast, schema, onFault) };
}

function assemble(
  source: string,
  text: string,
  ast: ASTNode,
  schema: ConditionSchema,
  onFault: OnFault,
): Condition {
  const atoms: Atom[] = [];
  const tree = split(ast, (node) => {
    const atom = compileAtom(node, text, schema, onFault);
    atoms.push(atom);
    return atom;
  });
  const leaves = [...new Set(atoms.flatMap((atom) => atom.leaves))];
  return { source, leaves, atoms, tree, evaluate: runner(tree) };
}

function split(node: ASTNode, atomOf: (node: ASTNode) => Atom): TruthTree {
  if (node.op === '&&' || node.op === '||') {
    const kind = node.op === '&&' ? 'and' : 'or';
    return { kind, left: split(node.args[0], atomOf), right: split(node.args[1], atomOf) };
  }
  if (node.op === '!_') return { kind: 'not', of: split(node.args, atomOf) };
  return { kind: 'atom', atom: atomOf(node) };
}

function runner(tree: TruthTree): (scope: Scope) => Truth {
  if (tree.kind === 'atom') return (scope) => tree.atom.truth(scope);
  if (tree.kind === 'not') {
    const of = runner(tree.of);
    return (scope) => not(of(scope));
  }
  const left = runner(tree.left);
  const right = runner(tree.right);
  // The first part that settles the answer ends the evaluation; the order cannot change it.
  const settles = tree.kind === 'or';
  return (scope) => {
    const a = left(scope);
    if (a === settles) return settles;
    const b = right(scope);
    if (b === settles) return settles;
    return a === null || b === null ? null : !settles;
  };
}

function parsed(text: string, schema: ConditionSchema): { ast: ASTNode } | { problem: ConditionProblem } {
  try {
    return { ast: schema.nested.parse(text).ast };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): ConditionProblem {
  if (!(error instanceof Error)) return { position: 0, reason: methodFault('unreadable') };
  const range = 'range' in error ? (error.range as { start?: number } | undefined) : undefined;
  const said = 'summary' in error && typeof error.summary === 'string' ? error.summary : error.message;
  return { position: range?.start ?? 0, reason: methodFault('cel', { message: said.split('\n')[0] ?? '' }) };
}

type Whole = ReturnType<typeof wholeNumbers>[number];

function withDoubles(source: string, numbers: readonly Whole[]): string {
  let text = '';
  let at = 0;
  for (const number of numbers) {
    text += `${source.slice(at, number.start)}${asDouble(number.value)}`;
    at = number.end;
  }
  return text + source.slice(at);
}

function asDouble(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}

/** Positions are those of the text a person wrote, not of the text with doubles. */
function atOriginal(problem: ConditionProblem, numbers: readonly Whole[]): ConditionProblem {
  let shift = 0;
  for (const number of numbers) {
    if (number.start + shift >= problem.position) break;
    shift += asDouble(number.value).length - (number.end - number.start);
  }
  return { ...problem, position: Math.max(0, problem.position - shift) };
}
