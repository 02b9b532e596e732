// Sheets over HTTP: bytes in, the report of every row out; and the undo.
import { createRoute } from '@hono/zod-openapi';
import { importFiles } from '#actions/import-files.ts';
import { undoImport } from '#actions/undo-import.ts';
import type { Imported } from '#contract/imports.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door } from './door.ts';
import { fileAnswer } from './import-answer.ts';
import { localeOf } from './problem-answer.ts';
import { sessionOf } from './session-of.ts';

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) for await (const chunk of body) yield chunk;
}

export function importRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.postImport), async (c) => {
    const { session } = await sessionOf(c, door);
    const { name, today, dryRun: asked } = c.req.valid('query');
    const dryRun = asked === 'true';
    const source = { path: name, bytes: bytesOf(c.req.raw.body), today, map: null, locale: localeOf(c) };
    const report = await importFiles({ ...session, door: 'screen' }, [source], {
      dryRun,
      key: c.req.valid('header')['idempotency-key'],
    });
    const answer = {
      id: report.imports[0] ?? null,
      imports: [...report.imports],
      dryRun,
      files: report.files.map(fileAnswer),
      facts: { ...report.facts, byKind: { ...report.facts.byKind } as Record<string, number> },
      accounts: report.accounts,
    };
    return c.json(answer as Imported, 200);
  });
  app.openapi(createRoute(routes.deleteImport), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json(await undoImport(session, c.req.valid('param').id), 200);
  });
}
