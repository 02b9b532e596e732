// Tasks over HTTP: opened, changed, taken back.
import { createRoute } from '@hono/zod-openapi';
import { changeTask, takeBackTasks } from '#actions/change-task.ts';
import { openTasks } from '#actions/open-tasks.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

export function taskRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.postTasks), async (c) => {
    const { session } = await sessionOf(c, door);
    const asked = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['open-tasks', asked]);
    return c.json((await openTasks(session, asked, once)) as never, 200);
  });
  app.openapi(createRoute(routes.postTaskChange), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    const { change, ...which } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['change-task', id, which, change]);
    return c.json((await changeTask(session, { ...which, account: id }, change, once)) as never, 200);
  });
  app.openapi(createRoute(routes.postTasksUndo), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json(await takeBackTasks(session, c.req.valid('json').undo), 200);
  });
}
