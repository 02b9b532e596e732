// The Base as a tool over HTTP: points, saved views, notes on many, a sheet of what is listed.
import { createRoute } from '@hono/zod-openapi';
import { listPoints } from '#actions/list-points.ts';
import { writeListTable, type TableAsked } from '#actions/list-table.ts';
import { changeView, readViews, saveView } from '#actions/saved-views.ts';
import type { Session } from '#actions/session.ts';
import { takeBackNotes, writeNotes } from '#actions/write-notes.ts';
import { formatDay } from '#base/day.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

function viewRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.listViews), async (c) => {
    const { session } = await sessionOf(c, door);
    const views = await readViews(session, c.req.valid('query').asOf);
    return c.json({ views: writable(views) }, 200);
  });
  app.openapi(createRoute(routes.postView), async (c) => {
    const { session } = await sessionOf(c, door);
    const view = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['view', view]);
    return c.json(await saveView({ ...session, door: 'screen' }, view, once), 200);
  });
  app.openapi(createRoute(routes.patchView), async (c) => {
    const { session } = await sessionOf(c, door);
    const { view } = c.req.valid('param');
    await changeView({ ...session, door: 'screen' }, view, c.req.valid('json'));
    return c.json({ id: view }, 200);
  });
}

/** The sheet while it is being read: a slow reader slows the reading, one who leaves ends it. */
function tableStream(session: Session, asked: TableAsked): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  writeListTable(session, asked, (piece) => writer.write(encoder.encode(piece)))
    .then(
      () => writer.close(),
      // The answer has begun: a reader sees it break off, as it should.
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined);
  return readable;
}

function manyRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.postNotes), async (c) => {
    const { session } = await sessionOf(c, door);
    const told = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['notes', told]);
    const { written, missing } = await writeNotes({ ...session, door: 'screen' }, told, once);
    return c.json({ written: [...written], missing: [...missing] }, 200);
  });
  app.openapi(createRoute(routes.deleteNotes), async (c) => {
    const { session } = await sessionOf(c, door);
    const { notes } = c.req.valid('json');
    return c.json({ takenBack: await takeBackNotes({ ...session, door: 'screen' }, notes) }, 200);
  });
  app.openapi(createRoute(routes.postTable), async (c) => {
    const { session, workspace } = await sessionOf(c, door);
    const { filter, dir, accounts, ...asked } = c.req.valid('json');
    const table = { ...asked, ...filter, desc: dir === 'desc', ...(accounts ? { accounts } : {}) };
    return c.body(tableStream({ ...session, door: 'screen' }, table), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${workspace.slug}-base.csv"`,
      'cache-control': 'no-store',
    }) as never;
  });
}

export function baseRoutes(app: App, door: Door): void {
  viewRoutes(app, door);
  manyRoutes(app, door);
  app.openapi(createRoute(routes.listPoints), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang: _lang, ...query } = c.req.valid('query');
    const { day, today, ...points } = await listPoints(session, query);
    return c.json(writable({ ...points, asOf: formatDay(day), isToday: day === today }), 200);
  });
}
