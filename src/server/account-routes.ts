// The customer and the workspaces over HTTP: one account whole, which bases there are.
import { createRoute } from '@hono/zod-openapi';
import { openAccount } from '#actions/open-account.ts';
import { placesOf } from '#actions/own-access.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import { formatDay } from '#base/day.ts';
import { routes } from '#contract/routes.ts';
import { customerPageOf } from '#words/customer-page.ts';
import type { App, Door } from './door.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

function customerRoute(app: App, door: Door): void {
  app.openapi(createRoute(routes.getAccount), async (c) => {
    const { session } = await sessionOf(c, door);
    const { asOf, lang } = c.req.valid('query');
    const opened = await openAccount(session, c.req.valid('param').id, asOf);
    const page = customerPageOf(
      {
        ...opened,
        account: { id: opened.account.accountId, name: opened.account.name, taxId: opened.account.taxId },
        currency: opened.workspace.currency,
        method: { version: opened.method.version, method: opened.method.compiled.method },
      },
      lang,
    );
    return c.json(writable(page), 200);
  });
}

function workspacesRoute(app: App, door: Door): void {
  app.openapi(createRoute(routes.listWorkspaces), async (c) => {
    const who = c.get('who');
    const places = who === null || who === 'operator' ? null : await placesOf(door.store, who.userId);
    const all = await readWorkspaces(
      door.store,
      door.now(),
      door.random,
      (id) => places?.get(id)?.sees ?? null,
    );
    const found = places === null ? all : all.filter(({ id }) => places.has(id));
    const heads = found.map(({ id, slug, name, sample, accounts, today }) => ({
      id,
      slug,
      name,
      sample,
      accounts,
      today: formatDay(today),
    }));
    return c.json(heads, 200);
  });
}

export function accountRoutes(app: App, door: Door): void {
  workspacesRoute(app, door);
  customerRoute(app, door);
}
