// Tasks over HTTP: the day with its tasks, those of a customer; opened, changed, taken back.
import { createRoute } from '@hono/zod-openapi';
import { readAccountTasks } from '#actions/account-tasks.ts';
import { changeTask, takeBackTasks } from '#actions/change-task.ts';
import { openTasks } from '#actions/open-tasks.ts';
import { readToday } from '#actions/today.ts';
import { routes } from '#contract/routes.ts';
import { choicesOf, itemWords, todayOf } from '#words/today.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

export function taskRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getToday), async (c) => {
    const { session } = await sessionOf(c, door);
    const { person, lang } = c.req.valid('query');
    return c.json(writable(todayOf(await readToday(session, person), lang)), 200);
  });
  app.openapi(createRoute(routes.getAccountTasks), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang } = c.req.valid('query');
    const read = await readAccountTasks(session, c.req.valid('param').id);
    const tasks = read.items.map((item) => itemWords(item, read, lang));
    return c.json(writable({ tasks, members: choicesOf(read.giveTo, read.members, lang) }), 200);
  });
  app.openapi(createRoute(routes.postTasks), async (c) => {
    const { session } = await sessionOf(c, door);
    const asked = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['open-tasks', asked]);
    return c.json(writable(await openTasks(session, asked, once)), 200);
  });
  app.openapi(createRoute(routes.postTaskChange), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    const { change, ...which } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['change-task', id, which, change]);
    return c.json(writable(await changeTask(session, { ...which, account: id }, change, once)), 200);
  });
  app.openapi(createRoute(routes.postTasksUndo), async (c) => {
    const { session } = await sessionOf(c, door);
    const { undo } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['take-back-tasks', undo]);
    return c.json(await takeBackTasks(session, undo, once), 200);
  });
}
