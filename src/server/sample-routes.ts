// The sample base over HTTP.
import { createRoute } from '@hono/zod-openapi';
import { removeSample, type SampleDoor } from '#actions/sample-base.ts';
import { sampleState, startSample } from '#actions/sample-run.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door, Who } from './door.ts';
import { onceOf } from './once-of.ts';

export function sampleRoutes(app: App, door: Door): void {
  const { store, now, random } = door;
  const session = (who: Who): SampleDoor => {
    const actor = who === null || who === 'operator' ? 'operator' : `user:${who.userId}`;
    return { store, actor, door: 'screen', now: now(), random };
  };
  app.openapi(createRoute(routes.getSample), async (c) => c.json(await sampleState(door), 200));
  app.openapi(createRoute(routes.postSample), async (c) => {
    const { usage: _, ...loaded } = await startSample(
      session(c.get('who')),
      onceOf(c.req.valid('header'), {}),
    );
    return c.json(loaded, 200);
  });
  app.openapi(createRoute(routes.deleteSample), async (c) =>
    c.json({ removed: await removeSample(session(c.get('who'))) }, 200),
  );
}
