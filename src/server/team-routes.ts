// Who looks after customers, over HTTP: handed over and taken back.
import { createRoute } from '@hono/zod-openapi';
import { readAccountTeam } from '#actions/account-team.ts';
import { handOver, takeBackHandOver } from '#actions/hand-over.ts';
import { routes } from '#contract/routes.ts';
import { teamWords } from '#words/team.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

export function teamRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getAccountTeam), async (c) => {
    const { session } = await sessionOf(c, door);
    const read = await readAccountTeam(session, c.req.valid('param').id);
    return c.json(writable(teamWords(read, c.req.valid('query').lang)), 200);
  });
  app.openapi(createRoute(routes.postHandOver), async (c) => {
    const { session } = await sessionOf(c, door);
    const asked = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['hand-over', asked]);
    return c.json(writable(await handOver({ ...session, door: 'screen' }, asked, once)), 200);
  });
  app.openapi(createRoute(routes.postHandOverBack), async (c) => {
    const { session } = await sessionOf(c, door);
    const { facts } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['take-back-hand-over', facts]);
    return c.json({ accounts: await takeBackHandOver({ ...session, door: 'screen' }, facts, once) }, 200);
  });
}
