// Whether a workspace changed, over HTTP.
import { createRoute } from '@hono/zod-openapi';
import { readMark } from '#actions/changes.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';

export function changeRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getChanges), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json({ mark: await readMark(session) }, 200);
  });
}
