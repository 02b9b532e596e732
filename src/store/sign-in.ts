// The sign-in library: users, passwords and sessions, in its own schema through its own pool. Loaded when first needed:
// a base without an owner never asks for it. What a person may do where is not its business (`members.ts`).
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { longestPassword, shortestPassword } from '#domain/access/roles.ts';
import { writeOnce } from './home.ts';
import type { Store } from './open.ts';

export type SignedIn = { readonly userId: string; readonly email: string; readonly name: string };
export type SignIn = {
  /** Answers sign-in and sign-out over HTTP, with their cookies. */
  handle(request: Request): Promise<Response>;
  /** Who holds the session of these cookies; null: nobody, or it ended. */
  whoIs(headers: Headers): Promise<SignedIn | null>;
  findUser(email: string): Promise<SignedIn | null>;
  /** A new user; the e-mail must be free. */
  addUser(user: Omit<SignedIn, 'userId'>, password: string): Promise<string>;
  /** True when it is the user's password; takes as long for a user that does not exist (null). */
  hasPassword(userId: string | null, password: string): Promise<boolean>;
  setPassword(userId: string, password: string): Promise<void>;
  /** Ends every session of a user at once. */
  endSessions(userId: string): Promise<void>;
  removeUser(userId: string): Promise<void>;
};

/** A session that is not used for this long ends (s). */
const sessionSeconds = 14 * 86_400;

/** Options of the library. `secure`: pages are reached by https, so cookies travel by nothing else. */
export function signInOptions(store: Store, secret: string, secure: boolean) {
  const origin = (scheme: string, host: string | null): string[] => (host ? [`${scheme}://${host}`] : []);
  return {
    database: store.authPool(),
    secret,
    baseURL: `${secure ? 'https' : 'http'}://localhost`,
    basePath: '/api/auth',
    // The guard compares hosts with the list of this server first; here a page's origin must be the host it asks.
    trustedOrigins: (request?: Request) => {
      const host = request?.headers.get('host') ?? null;
      return [...origin('http', host), ...origin('https', host)];
    },
    emailAndPassword: {
      enabled: true,
      // People come by invitation; the verbs make them.
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    session: { expiresIn: sessionSeconds, updateAge: 86_400, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'perene',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' as const },
      // Addresses that a header claims are not kept.
      ipAddress: { disableIpTracking: true },
    },
    // Attempts are counted by the door, by the address of the connection (`server/attempts.ts`).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
}

const opened = new WeakMap<Store, Map<boolean, Promise<SignIn>>>();

/** The library over this base, made once. */
export function signInOf(store: Store, secure = false): Promise<SignIn> {
  const known = opened.get(store) ?? new Map<boolean, Promise<SignIn>>();
  opened.set(store, known);
  let made = known.get(secure);
  if (made === undefined) known.set(secure, (made = open(store, secure)));
  return made;
}

async function open(store: Store, secure: boolean): Promise<SignIn> {
  const { betterAuth } = await import('better-auth');
  const secret = writeOnce(join(store.home.path, 'sign-in.secret'), () => randomBytes(32).toString('hex'));
  const auth = betterAuth(signInOptions(store, secret, secure));
  const { internalAdapter, password: hashing } = await auth.$context;
  const passwordOf = async (userId: string): Promise<string | null> =>
    (await internalAdapter.findAccounts(userId)).find((one) => one.providerId === 'credential')?.password ??
    null;
  return {
    handle: async (request) => await auth.handler(request),
    whoIs: async (headers) => {
      const found = await auth.api.getSession({ headers });
      return found ? { userId: found.user.id, email: found.user.email, name: found.user.name } : null;
    },
    findUser: async (email) => {
      const found = await internalAdapter.findUserByEmail(email);
      return found ? { userId: found.user.id, email: found.user.email, name: found.user.name } : null;
    },
    addUser: async ({ email, name }, password) => {
      const hash = await hashing.hash(password);
      const user = await internalAdapter.createUser(
        { email, name, emailVerified: false },
        { method: 'email-password' },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      });
      return user.id;
    },
    hasPassword: async (userId, password) => {
      const hash = userId === null ? null : await passwordOf(userId);
      if (hash !== null) return await hashing.verify({ hash, password });
      await hashing.hash(password);
      return false;
    },
    setPassword: async (userId, password) => {
      await internalAdapter.updatePassword(userId, await hashing.hash(password));
    },
    endSessions: async (userId) => {
      await internalAdapter.deleteUserSessions(userId);
    },
    removeUser: async (userId) => {
      await internalAdapter.deleteUser(userId);
    },
  };
}
