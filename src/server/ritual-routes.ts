// The weekly ritual over HTTP: read as it stands, its lines decided and closed, its minutes kept.
import { createRoute } from '@hono/zod-openapi';
import { closeLine, decideLine, writeMinutes } from '#actions/decide-line.ts';
import { readCommittee } from '#actions/committee.ts';
import { readRitual } from '#actions/ritual.ts';
import { routes } from '#contract/routes.ts';
import { committeeOf } from '#words/committee.ts';
import { ritualOf } from '#words/ritual.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

export function ritualRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getRitual), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang } = c.req.valid('query');
    return c.json(writable(ritualOf(await readRitual(session), lang)), 200);
  });
  app.openapi(createRoute(routes.getCommittee), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang } = c.req.valid('query');
    return c.json(writable(committeeOf(await readCommittee(session), lang)), 200);
  });
  app.openapi(createRoute(routes.postLineDecision), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    const { offer = null, ...rest } = c.req.valid('json');
    const decision = { ...rest, offer };
    const once = onceOf(c.req.valid('header'), ['decide-line', id, decision]);
    return c.json(await decideLine(session, id, decision, once), 200);
  });
  app.openapi(createRoute(routes.postLineClosed), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    const closed = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['close-line', id, closed]);
    return c.json({ task: await closeLine(session, id, closed, once) }, 200);
  });
  app.openapi(createRoute(routes.postMinutes), async (c) => {
    const { session } = await sessionOf(c, door);
    const { text } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['minutes', text]);
    return c.json({ id: await writeMinutes(session, text, once) }, 200);
  });
}
