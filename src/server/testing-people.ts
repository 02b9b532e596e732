// For tests: the application as browsers with their own cookies ask it, one person each.
import { at } from '#actions/testing.ts';
import { randomFrom } from '#base/random.ts';
import type { Store } from '#store/open.ts';
import { createApp } from './app.ts';
import type { Ask } from './testing.ts';

export const goodPassword = 'uma frase comprida';

/** One browser: keeps cookies as they are set, sends the origin of its page. */
export type Browser = {
  readonly cookies: Map<string, string>;
  request(path: string, ask?: Ask): Promise<Response>;
  /** Status and body of an answer. */
  ask(path: string, ask?: Ask): Promise<{ status: number; body: never; text: string; headers: Headers }>;
  signIn(email: string, password?: string): Promise<number>;
};
export type Site = {
  readonly app: ReturnType<typeof createApp>;
  readonly log: readonly string[];
  /** Milliseconds that the server's clock runs ahead of the day's noon. */
  clock: { ahead: number };
  browser(): Browser;
};

/** The application as of 12:00 of a day, for as many browsers as are asked for. */
export function siteOver(
  store: Store,
  day: string,
  options: { readonly hosts?: ReadonlySet<string>; readonly secure?: boolean; readonly host?: string } = {},
): Site {
  const log: string[] = [];
  const clock = { ahead: 0 };
  const host = options.host ?? '127.0.0.1';
  const origin = `${options.secure === true ? 'https' : 'http'}://${host}`;
  const { host: _, ...door } = options;
  const app = createApp({
    ...door,
    store,
    now: () => at(day, 12) + clock.ahead,
    random: randomFrom(`site ${day}`),
    operatorToken: 'operator-token',
    webDirectory: null,
    log: (line) => log.push(line),
  });
  const browser = (): Browser => {
    const cookies = new Map<string, string>();
    const request = async (path: string, ask: Ask = {}): Promise<Response> => {
      const type = ask.bytes ? 'application/octet-stream' : 'application/json';
      const body = ask.bytes ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.request(`${origin}${path}`, {
        method: ask.method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          host,
          origin,
          ...(body === undefined ? {} : { 'content-type': type }),
          ...(cookie === '' ? {} : { cookie }),
          ...ask.headers,
        },
        ...(body === undefined ? {} : { body: body as BodyInit }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
        if (value === '' || /max-age=0/i.test(set)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    };
    return {
      cookies,
      request,
      ask: async (path, ask) => {
        const answer = await request(path, ask);
        const text = await answer.text();
        let body: unknown = null;
        try {
          body = JSON.parse(text);
        } catch {
          // No JSON: the text says it all.
        }
        return { status: answer.status, body: body as never, text, headers: answer.headers };
      },
      signIn: async (email, password = goodPassword) =>
        (await request('/api/auth/sign-in/email', { body: { email, password } })).status,
    };
  };
  return { app, log, clock, browser };
}

/** Makes the owner's account and answers their browser. */
export async function ownerOf(site: Site, email = 'dona@firma.com.br'): Promise<Browser> {
  const browser = site.browser();
  const made = await browser.ask('/api/v1/owner', { body: { name: 'Dona', email, password: goodPassword } });
  if (made.status !== 200) throw new Error(made.text);
  return browser;
}

/** Invites a person into a workspace as `by`, accepts, and answers their browser. */
export async function personOf(
  site: Site,
  by: Browser,
  workspace: string,
  person: { readonly email: string; readonly role: string } & Readonly<Record<string, unknown>>,
): Promise<Browser & { readonly id: string }> {
  const invited = await by.ask(`/api/v1/workspaces/${workspace}/people`, { body: person });
  if (invited.status !== 200) throw new Error(invited.text);
  const { id, token } = invited.body as { id: string; token: string };
  const browser = site.browser();
  const accepted = await browser.ask('/api/v1/link/accept', {
    body: { token, name: person.email.split('@')[0], password: goodPassword },
  });
  if (accepted.status !== 200) throw new Error(accepted.text);
  return { ...browser, id };
}
