// The small shapes that several routes share: days, languages, pages, answers. Knows no route.
import { z } from 'zod';
import { problem } from './problem.ts';

/** Calendar day, ISO 8601 (`2026-04-15`). */
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
/** Instant, ISO 8601 with offset. */
export const isoInstant = z.iso.datetime({ offset: true });
/** Language of the sentences in an answer. */
export const language = z.enum(['pt-BR', 'en']);
export type Language = z.output<typeof language>;

/** No answer holds more rows than this, nor more bytes than `maxBytes`: a page may end early with a `nextCursor`. */
export const maxRows = 200;
export const maxBytes = 256 * 1024;

/** `workspace` is the id or the slug. */
export const workspaceParams = z.object({ workspace: z.string().min(1).max(120) });
export const accountParams = workspaceParams.extend({ id: z.string().min(1).max(120) });
export const asOfQuery = z.object({ asOf: isoDay.optional(), lang: language.default('pt-BR') });
export const pageQuery = z.object({
  /** Opaque; from `nextCursor` of the page before, with the same other parameters. */
  cursor: z.string().max(4000).optional(),
  limit: z.coerce.number().int().min(1).max(maxRows).default(100),
});

/** Every POST takes it: the same key and body have one effect and one answer for seven days. */
export const onceHeader = z.object({ 'idempotency-key': z.string().min(8).max(200).optional() });

/** Null where it is unknown; to a reader who is not told amounts, everywhere (`hidden-money.ts`). */
export const money = z.int().nullable().describe('Integer cents');
export const methodRef = z.object({ key: z.string(), label: z.string(), version: z.int() });
export type MethodRef = z.output<typeof methodRef>;

/** A JSON answer of a route, in the shape that `createRoute` takes. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** The JSON body that a route takes, in the shape that `createRoute` takes. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** Refusals that every workspace route may answer. */
export const refusals = {
  401: refused('Not signed in'),
  404: refused('Not found in this workspace'),
  422: refused('A field is wrong; `errors` says which'),
};
/** The state on the server does not allow it. */
export const conflict = { 409: refused('Conflicts with what is recorded') };
