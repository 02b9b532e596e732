// People of a workspace over HTTP.
import { createRoute } from '@hono/zod-openapi';
import { readLeaving } from '#actions/leaving.ts';
import {
  changePerson,
  freshLink,
  invitePerson,
  listPeople,
  removePerson,
  type OpenLink,
  type Person,
} from '#actions/people.ts';
import type { Session } from '#actions/session.ts';
import type { OpenLink as LinkAnswer, Person as PersonAnswer } from '#contract/people.ts';
import { routes } from '#contract/routes.ts';
import type { App, Door, Who } from './door.ts';
import { sessionOf } from './session-of.ts';
import { writable } from './writable.ts';

function personAnswer(person: Person, who: Who): PersonAnswer {
  const { userId, linkUntil, ...rest } = person;
  return {
    ...rest,
    linkUntil: linkUntil === null ? null : new Date(linkUntil).toISOString(),
    self: who !== null && who !== 'operator' && who.userId === userId,
  };
}

const linkAnswer = ({ id, token, until }: OpenLink): LinkAnswer => ({
  id,
  token,
  until: new Date(until).toISOString(),
});

const onScreen = (session: Session): Session => ({ ...session, door: 'screen' });

export function peopleRoutes(app: App, door: Door): void {
  app.openapi(createRoute(routes.listPeople), async (c) => {
    const { session } = await sessionOf(c, door);
    const { people, inFacts } = await listPeople(session);
    const names = Object.entries(inFacts).map(([key, name]) => ({ key, name }));
    const answer = {
      people: people.map((person) => personAnswer(person, c.get('who'))),
      inFacts: names.sort((a, b) => a.name.localeCompare(b.name, 'pt-BR')),
    };
    return c.json(answer, 200);
  });
  app.openapi(createRoute(routes.postPerson), async (c) => {
    const { session } = await sessionOf(c, door);
    const { email, name, role, memberKey, sees, seesMoney } = c.req.valid('json');
    const invited = {
      email,
      name: name ?? null,
      role,
      memberKey: memberKey ?? null,
      sees: sees ?? 'all',
      seesMoney: seesMoney ?? true,
    } as const;
    return c.json(linkAnswer(await invitePerson(onScreen(session), invited)), 200);
  });
  app.openapi(createRoute(routes.patchPerson), async (c) => {
    const { session } = await sessionOf(c, door);
    const { role, memberKey, sees, seesMoney } = c.req.valid('json');
    const change = {
      ...(role === undefined ? {} : { role }),
      ...(memberKey === undefined ? {} : { memberKey }),
      ...(sees === undefined ? {} : { sees }),
      ...(seesMoney === undefined ? {} : { seesMoney }),
    };
    const changed = await changePerson(onScreen(session), c.req.valid('param').person, change);
    return c.json(personAnswer(changed, c.get('who')), 200);
  });
  app.openapi(createRoute(routes.deletePerson), async (c) => {
    const { session } = await sessionOf(c, door);
    const { to } = c.req.valid('query');
    return c.json(await removePerson(onScreen(session), c.req.valid('param').person, to ?? null), 200);
  });
  app.openapi(createRoute(routes.getPersonLeaving), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json(writable(await readLeaving(session, c.req.valid('param').person)), 200);
  });
  app.openapi(createRoute(routes.postPersonLink), async (c) => {
    const { session } = await sessionOf(c, door);
    return c.json(linkAnswer(await freshLink(onScreen(session), c.req.valid('param').person)), 200);
  });
}
