// Turns what went wrong into problem+json (RFC 9457), once, for every route.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { refusedIn } from '#actions/method-refused.ts';
import { Refusal, type RefusalCode } from '#actions/refusal.ts';
import type { Problem } from '#contract/problem.ts';
import { StoreError, type StoreErrorCode } from '#store/errors.ts';
import { failureText, type FailureCode, type FailureLocale } from '#words/failures.ts';

// Every code that can come here has its words, or this does not compile.
const known: (code: RefusalCode | StoreErrorCode) => FailureCode = (code) => code;
type Detail = Readonly<Record<string, string | number | null>>;

export function localeOf(c: Context): FailureLocale {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? 'pt-BR';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'pt-BR';
}

/** A refusal in words, with the status of its code or the one given. */
export function problemAnswer(
  c: Context,
  status: number | null,
  code: FailureCode,
  detail: Detail,
  errors?: Problem['errors'],
): Response {
  const text = failureText(code, detail, localeOf(c));
  const body: Problem = {
    type: 'about:blank',
    title: text.title,
    status: status ?? text.status,
    detail: text.detail,
    code,
    ...(errors ? { errors } : {}),
  };
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

const unstorable = new Set(['22021', '22P05']);

/** The one error handler of the server. What is no expected refusal is a bug: it is logged and answered as such. */
export function onError(log: (line: string) => void) {
  return (error: Error, c: Context): Response => {
    if (error instanceof Refusal) {
      const { code, detail, parts } = refusedIn(error, localeOf(c));
      return problemAnswer(c, null, known(code), detail, parts.length > 0 ? [...parts] : undefined);
    }
    if (error instanceof StoreError) return problemAnswer(c, null, known(error.code), error.params);
    if (error instanceof HTTPException && error.status < 500)
      return problemAnswer(c, error.status, 'field-invalid', {});
    // A text with a character that no database text holds (NUL, half a pair): what was sent is wrong, nothing is broken.
    if (error instanceof Error && unstorable.has((error as { code?: string }).code ?? ''))
      return problemAnswer(c, 422, 'field-invalid', {});
    log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    return problemAnswer(c, 500, 'internal', {});
  };
}
