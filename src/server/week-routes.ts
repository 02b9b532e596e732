// The week over HTTP: counts are whole, lists are cut to their first page.
import { createRoute } from '@hono/zod-openapi';
import { readWeek } from '#actions/week.ts';
import { maxBytes } from '#contract/common.ts';
import type { Week } from '#contract/week.ts';
import { routes } from '#contract/routes.ts';
import { weekOf, type WeekWords } from '#words/week.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

/** Rows of each list in one answer; fewer where they would pass the byte limit. */
const firstRows = 20;

function cutTo(whole: WeekWords, rows: number): Week {
  const cut = {
    ...whole,
    atRisk: whole.atRisk.slice(0, rows),
    ready: whole.ready.slice(0, rows),
    lines: whole.lines.slice(0, rows),
    people: whole.people.map((person) => ({ ...person, outside: person.outside.slice(0, rows) })),
  };
  return writable(cut);
}

export function weekRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getWeek), async (c) => {
    const { session } = await sessionOf(c, door);
    const { asOf, lang } = c.req.valid('query');
    const whole = weekOf(await readWeek(session, asOf), lang);
    for (let rows = firstRows; ; rows = Math.floor(rows / 2)) {
      const body = JSON.stringify(cutTo(whole, rows));
      if (Buffer.byteLength(body) <= maxBytes || rows === 1)
        return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' }) as never;
    }
  });
}
