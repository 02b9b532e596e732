// The week over HTTP: counts are whole, lists are cut to their first page.
import { createRoute } from '@hono/zod-openapi';
import { readWeek } from '#actions/week.ts';
import type { Week } from '#contract/week.ts';
import { routes } from '#contract/routes.ts';
import { weekOf } from '#words/week.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';

/** Rows of each list in one answer. */
const firstRows = 20;

export function weekRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getWeek), async (c) => {
    const { session } = await sessionOf(c, door);
    const { asOf, lang } = c.req.valid('query');
    const whole = weekOf(await readWeek(session, asOf), lang);
    const cut: Week = {
      ...whole,
      atRisk: whole.atRisk.slice(0, firstRows),
      ready: whole.ready.slice(0, firstRows),
      lines: whole.lines.slice(0, firstRows),
    } as unknown as Week;
    return c.json(cut, 200);
  });
}
