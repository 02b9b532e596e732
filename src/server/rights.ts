// Before any route answers: who asks, and whether the route is for them. Verbs ask once more, by themselves.
import type { MiddlewareHandler } from 'hono';
import { baseHasOwner, placesOf, signInOf } from '#actions/own-access.ts';
import { must } from '#actions/session.ts';
import { routeRights } from '#contract/route-rights.ts';
import { routes, type RouteName } from '#contract/routes.ts';
import type { App, AppVariables, Door, Who } from './door.ts';
import { problemAnswer } from './problem-answer.ts';
import { sessionOf } from './session-of.ts';
import { answerWithoutMoney } from './without-money.ts';

/** Whether the base has an owner; asked again until it has, then remembered: the last owner never leaves. */
export function ownerAsked(door: Door): () => Promise<boolean> {
  let known = false;
  return async () => (known ||= await baseHasOwner(door.store));
}

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?perene\.session_token=/;

/** Says who asks: until there is an owner, and with the operator's token, the operator; else who holds the session. */
export function identify(door: Door, hasOwner: () => Promise<boolean>): MiddlewareHandler<AppVariables> {
  return async (c, next) => {
    if (c.get('token') || !(await hasOwner())) c.set('who', 'operator');
    else if (sessionCookie.test(c.req.header('cookie') ?? '')) {
      const signIn = await signInOf(door.store, door.secure);
      c.set('who', await signIn.whoIs(c.req.raw.headers));
    } else c.set('who', null);
    await next();
    // What one person was shown must not be given to the next one at the same browser.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  };
}

/** A sample is everybody's who owns a base beside it: owning it says nothing. */
async function ownsBase(door: Door, who: Exclude<Who, null>): Promise<boolean> {
  if (who === 'operator') return true;
  const places = [...(await placesOf(door.store, who.userId)).values()];
  return places.some(({ role, sample }) => role === 'owner' && !sample);
}

/** Asks for the right that a route declares. */
function rightOf(name: RouteName, door: Door): MiddlewareHandler<AppVariables> {
  const right = routeRights[name];
  return async (c, next) => {
    if (right !== 'anyone') {
      const who = c.get('who');
      if (who === null) return problemAnswer(c, 401, 'sign-in-needed', {});
      if (right === 'owner') {
        if (!(await ownsBase(door, who))) return problemAnswer(c, 403, 'not-allowed', {});
      } else if (right !== 'signed-in') must((await sessionOf(c, door)).session, right);
    }
    await next();
    const entered = c.get('entered') as AppVariables['Variables']['entered'] | undefined;
    if (entered?.session.seesMoney === false) await answerWithoutMoney(c, name);
    return undefined;
  };
}

/** Stands before every route of the contract; called before the routes are bound. */
export function askRights(app: App, door: Door): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'), rightOf(name, door));
  }
}
