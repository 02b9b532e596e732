// Signing in and out, who is asking, the first owner's account, links and the own password.
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  acceptLink,
  changePassword,
  createOwner,
  placesOf,
  readLink,
  signInOf,
  type Asking,
  type Membership,
} from '#actions/own-access.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import { credentials, type Access } from '#contract/access.ts';
import { routes } from '#contract/routes.ts';
import { capabilitiesOf } from '#domain/access/roles.ts';
import { attempts, type Attempt } from './attempts.ts';
import type { App, AppVariables, Door } from './door.ts';
import { problemAnswer } from './problem-answer.ts';

type Asked = Context<AppVariables>;

/** Where a request comes from: the address of its connection. What headers claim is not asked. */
function placeOf(c: Asked): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

const asking = (door: Door): Asking => ({
  store: door.store,
  door: 'screen',
  now: door.now(),
  random: door.random,
});

/** Asks the library over a request of our own making, and hands its cookies to the answer. */
async function asked(c: Asked, door: Door, path: string, body: unknown): Promise<boolean> {
  const signIn = await signInOf(door.store, door.secure);
  const origin = `${door.secure === true ? 'https' : 'http'}://${c.req.header('host') ?? ''}`;
  const cookie = c.req.header('cookie');
  const answer = await signIn.handle(
    new Request(`${origin}/api/auth/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        host: c.req.header('host') ?? '',
        origin,
        ...(cookie === undefined ? {} : { cookie }),
      },
      body: JSON.stringify(body),
    }),
  );
  if (!answer.ok) return false;
  for (const set of answer.headers.getSetCookie()) c.header('set-cookie', set, { append: true });
  return true;
}

const signedIn = async (c: Asked, door: Door, email: string, password: string): Promise<boolean> =>
  asked(c, door, 'sign-in/email', { email, password });

async function accessOf(c: Asked, door: Door): Promise<Access> {
  const who = c.get('who');
  const state = who === null ? 'needed' : who === 'operator' ? 'open' : 'signed-in';
  const user = who === null || who === 'operator' ? null : { name: who.name, email: who.email };
  if (who === null) return { state, user, workspaces: [] };
  const places: ReadonlyMap<string, Membership> | null =
    who === 'operator' ? null : await placesOf(door.store, who.userId);
  const found = await readWorkspaces(door.store, door.now(), door.random);
  return {
    state,
    user,
    workspaces: found.flatMap(({ id, slug }) => {
      const place = places?.get(id);
      const role = places === null ? 'owner' : place?.role;
      if (role === undefined) return [];
      const limited = (place?.sees ?? null) !== null;
      const can = capabilitiesOf(role, limited);
      return [{ id, slug, role, can, limited, seesMoney: place?.seesMoney ?? true }];
    }),
  };
}

/** The library's two doors, each over a request of our own: nothing else of it is reachable. */
function signInDoors(app: App, door: Door, take: (c: Asked, attempt: Attempt) => Response | null): void {
  app.post('/api/auth/sign-in/email', async (c) => {
    const given = credentials.safeParse(await c.req.json().catch(() => null));
    if (!given.success) return problemAnswer(c, 422, 'field-invalid', {});
    const { email, password } = given.data;
    const refused = take(c, { account: email.trim().toLowerCase(), place: placeOf(c) });
    if (refused) return refused;
    if (!(await signedIn(c, door, email.trim(), password))) return problemAnswer(c, 401, 'sign-in-wrong', {});
    return c.json({ done: true });
  });
  app.post('/api/auth/sign-out', async (c) => {
    await asked(c, door, 'sign-out', {});
    return c.json({ done: true });
  });
}

export function accessRoutes(app: App, door: Door): void {
  const counted = attempts();
  const take = (c: Asked, attempt: Attempt): Response | null => {
    const minutes = counted.take(attempt, door.now());
    if (minutes === null) return null;
    c.header('retry-after', String(minutes * 60));
    return problemAnswer(c, 429, 'too-many-attempts', { minutes });
  };
  signInDoors(app, door, take);
  app.openapi(createRoute(routes.getAccess), async (c) => c.json(await accessOf(c, door), 200));
  app.openapi(createRoute(routes.postOwner), async (c) => {
    const given = c.req.valid('json');
    await createOwner(asking(door), given);
    await signedIn(c, door, given.email, given.password);
    return c.json({ done: true as const }, 200);
  });
  app.openapi(createRoute(routes.readLink), async (c) => {
    const refused = take(c, { account: 'link', place: placeOf(c) });
    if (refused) return refused as never;
    return c.json(await readLink(asking(door), c.req.valid('json').token), 200);
  });
  app.openapi(createRoute(routes.acceptLink), async (c) => {
    const { token, name, password } = c.req.valid('json');
    const refused = take(c, { account: `link ${token.slice(0, 43)}`, place: placeOf(c) });
    if (refused) return refused as never;
    const user = await acceptLink(asking(door), token, { name, password });
    await signedIn(c, door, user.email, password);
    return c.json({ done: true as const }, 200);
  });
  app.openapi(createRoute(routes.postPassword), async (c) => {
    const who = c.get('who');
    if (who === null || who === 'operator') return problemAnswer(c, 401, 'sign-in-needed', {}) as never;
    const refused = take(c, { account: who.email, place: placeOf(c) });
    if (refused) return refused as never;
    await changePassword(door, who.userId, c.req.valid('json'));
    await signedIn(c, door, who.email, c.req.valid('json').password);
    return c.json({ done: true as const }, 200);
  });
}
