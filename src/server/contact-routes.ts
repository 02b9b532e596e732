// The people of a customer over HTTP: read as of a day, and what a person tells of them.
import { createRoute } from '@hono/zod-openapi';
import { readContacts } from '#actions/read-contacts.ts';
import {
  addContact,
  changeContact,
  confirmContact,
  contactLeft,
  contactReturned,
} from '#actions/write-contact.ts';
import { routes } from '#contract/routes.ts';
import { contactsIn } from '#words/contacts.ts';
import type { App, Door } from './door.ts';
import { onceOf } from './once-of.ts';
import { sessionOf } from './session-of.ts';

function tellingRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.postContactChange), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id, contact } = c.req.valid('param');
    const change = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['contact-change', id, contact, change]);
    return c.json(await changeContact({ ...session, door: 'screen' }, id, contact, change, once), 200);
  });
  app.openapi(createRoute(routes.postContactConfirm), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id, contact } = c.req.valid('param');
    const once = onceOf(c.req.valid('header'), ['contact-confirm', id, contact]);
    return c.json(await confirmContact({ ...session, door: 'screen' }, id, contact, once), 200);
  });
  app.openapi(createRoute(routes.postContactLeft), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id, contact } = c.req.valid('param');
    const { on } = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['contact-left', id, contact, on ?? null]);
    return c.json(await contactLeft({ ...session, door: 'screen' }, id, contact, on, once), 200);
  });
  app.openapi(createRoute(routes.postContactReturn), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id, contact } = c.req.valid('param');
    const once = onceOf(c.req.valid('header'), ['contact-return', id, contact]);
    return c.json(await contactReturned({ ...session, door: 'screen' }, id, contact, once), 200);
  });
}

export function contactRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.getAccountContacts), async (c) => {
    const { session } = await sessionOf(c, door);
    const { asOf, lang } = c.req.valid('query');
    const read = await readContacts(session, c.req.valid('param').id, asOf);
    return c.json(contactsIn(read, lang), 200);
  });
  app.openapi(createRoute(routes.postAccountContact), async (c) => {
    const { session } = await sessionOf(c, door);
    const { id } = c.req.valid('param');
    const told = c.req.valid('json');
    const once = onceOf(c.req.valid('header'), ['contact-add', id, told]);
    return c.json(await addContact({ ...session, door: 'screen' }, id, told, once), 200);
  });
  tellingRoutes(app, door);
}
