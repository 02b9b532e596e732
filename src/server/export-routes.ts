// The download: one CSV as it is made, or a workbook whole.
import { createRoute } from '@hono/zod-openapi';
import { exportCsv, exportWorkbook, tableName, type OutTable, type Style } from '#actions/export-base.ts';
import type { Session } from '#actions/session.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Headers that make a browser keep the answer as a file. */
const asFile = (name: string, type: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
});

/** The text of a table while it is being read: a slow reader slows the reading, one who leaves ends it. */
function csvStream(session: Session, table: OutTable, style: Style): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  exportCsv(session, [table], style, (_, piece) => writer.write(encoder.encode(piece)))
    .then(
      () => writer.close(),
      // The answer has begun: a reader sees it break off, as it should.
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined);
  return readable;
}

export function exportRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getExport), async (c) => {
    const { session: by, workspace } = await sessionOf(c, door);
    const session: Session = { ...by, door: 'screen' };
    const { format, style, table } = c.req.valid('query');
    if (format === 'xlsx') {
      const { bytes } = await exportWorkbook(session, style);
      return c.body(new Uint8Array(bytes), 200, asFile(`${workspace.slug}.xlsx`, xlsxType)) as never;
    }
    const name = `${workspace.slug}-${tableName(table)}.csv`;
    return c.body(csvStream(session, table, style), 200, asFile(name, 'text/csv; charset=utf-8')) as never;
  });
}
