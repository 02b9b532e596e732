// Text of a method → a validated method, or every reason why not, each with its line. It reads no file.
import { LineCounter, parseDocument } from 'yaml';
import { compileMethod, type CompiledMethod, type MethodProblem } from './compile.ts';
import type { LeafTypes } from './condition-schema.ts';
import { coherenceProblems } from './coherence.ts';
import type { z } from 'zod';
import { methodFault, type MethodFault } from './faults.ts';
import { type Method, methodSchema } from './schema.ts';

export type LoadProblem = {
  /** Dotted path in the document (`signals.3.when`); empty for the document itself. */
  readonly path: string;
  /** 1-based line of the text. */
  readonly line: number;
  readonly reason: MethodFault;
};
export type LoadedMethod = { readonly method: Method; readonly compiled: CompiledMethod };

/**
 * Parses and checks a method. Refused with line and reason: broken YAML, unknown keys, wrong types, conditions
 * that do not check, circles, keys used and never defined, weights that add to nothing, curves that go back.
 * @param leafTypes leaves of the profile (the registry)
 */
export function parseMethod(
  yamlText: string,
  leafTypes: LeafTypes,
): LoadedMethod | { readonly problems: readonly LoadProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        path: '',
        line: lines.linePos(error.pos[0]).line,
        reason: methodFault('yaml', { message: error.message }),
      })),
    };
  }
  const lineOf = (at: MethodProblem['at']): number => {
    for (let depth = at.length; depth > 0; depth -= 1) {
      const start = rangeStart(document.getIn(at.slice(0, depth), true));
      if (start !== null) return lines.linePos(start).line;
    }
    return 1;
  };
  const located = (problem: MethodProblem): LoadProblem => ({
    path: problem.at.join('.'),
    line: lineOf(problem.at),
    reason: problem.reason,
  });
  const parsed = methodSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) =>
        located({
          at: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
          reason: shapeFault(issue),
        }),
      ),
    };
  }
  const method = parsed.data;
  const compiled = compileMethod(method, leafTypes);
  const problems = [
    ...coherenceProblems(method, leafTypes),
    ...('problems' in compiled ? compiled.problems : []),
  ];
  if (problems.length > 0 || !('compiled' in compiled)) return { problems: problems.map(located) };
  return { method, compiled: compiled.compiled };
}

function shapeFault(issue: z.core.$ZodIssue): MethodFault {
  if (issue.code === 'unrecognized_keys') return methodFault('unknown_keys', { keys: issue.keys.join(', ') });
  if (issue.code === 'invalid_type') return methodFault('wrong_type', { expected: issue.expected });
  if (issue.code === 'invalid_value')
    return methodFault('not_one_of', { values: issue.values.map(String).join(', ') });
  return methodFault('shape', { message: issue.message });
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return null;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : null;
}
