// What a person writes on an account, over HTTP: written, taken back, and what the method lets them choose.
import { createRoute } from '@hono/zod-openapi';
import type { Recorded } from '#actions/record-facts.ts';
import { takeBackEntry } from '#actions/take-back-entry.ts';
import { entryMethod, refusalReasons, writeEntry } from '#actions/write-entry.ts';
import type { EntryChoices, WrittenEntry } from '#contract/entries.ts';
import { routes } from '#contract/routes.ts';
import { recordedEvents } from '#domain/facts/recorded-events.ts';
import { said } from '#words/fill.ts';
import { choicesOf } from '#words/today.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

function answerOf({ results, decided }: Recorded): WrittenEntry {
  const [first] = decided;
  return {
    facts: results.flatMap(({ factId }) => factId ?? []),
    decided: first
      ? {
          score: first.decision.health.score,
          band: first.decision.health.band,
          action: first.decision.action.key,
          offer: first.decision.offer,
        }
      : null,
  };
}

export function entryRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.postEntry), async (c) => {
    const { session } = await sessionOf(c, door);
    const { on, entry } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), entry);
    return c.json(await writeEntry(session, c.req.valid('param').id, { on, entry }, once, answerOf), 200);
  });
  app.openapi(createRoute(routes.deleteEntry), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id, fact } = c.req.valid('param');
    return c.json({ id: await takeBackEntry(session, id, fact) }, 200);
  });
  app.openapi(createRoute(routes.getEntryChoices), async (c) => {
    const { session } = await sessionOf(c, door);
    const { lang } = c.req.valid('query');
    const { method, giveTo, names } = await entryMethod(session);
    const labelled = <T extends { readonly key: string; readonly label: Parameters<typeof said>[0] }>(
      all: readonly T[],
    ) => all.map(({ key, label }) => ({ key, label: said(label, lang) }));
    const refused = new Set(refusalReasons(method));
    const events: ReadonlySet<string> = new Set(recordedEvents);
    const choices: EntryChoices = {
      events: labelled(method.events.filter(({ key }) => events.has(key))),
      families: labelled(method.families),
      offers: labelled(method.offers),
      refusals: labelled(method.reasons.filter(({ key }) => refused.has(key))),
      members: choicesOf(giveTo, names, lang),
    };
    return c.json(choices, 200);
  });
}
