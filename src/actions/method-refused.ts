// A text that is no method, with everything that is wrong in it. Who tells it says in which language.
import type { LoadProblem } from '#domain/method/load.ts';
import { methodFaultText } from '#words/method-faults.ts';
import type { Locale } from '#words/format.ts';
import { Refusal } from './refusal.ts';

export class MethodRefused extends Refusal {
  readonly problems: readonly LoadProblem[];
  constructor(problems: readonly LoadProblem[], locale: Locale = 'pt-BR') {
    const [first] = problems;
    super(
      'method-invalid',
      { line: first?.line ?? null, reason: first ? methodFaultText(first.reason, locale) : null },
      problems.map(({ path, line, reason }) => ({
        path: path === '' ? `${line}` : `${line}: ${path}`,
        code: reason.code,
        message: methodFaultText(reason, locale),
      })),
    );
    this.problems = problems;
  }
}

/** A refusal in a language, where its own words depend on it. */
export const refusedIn = (error: Refusal, locale: Locale): Refusal =>
  error instanceof MethodRefused ? new MethodRefused(error.problems, locale) : error;
