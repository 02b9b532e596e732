// For tests: the application over a test base, asked in process as a program on this machine would ask it.
import { at } from '#actions/testing.ts';
import { randomFrom } from '#base/random.ts';
import { problem, type Problem } from '#contract/problem.ts';
import type { Store } from '#store/open.ts';
import { createApp } from './app.ts';

export type Ask = {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as they are instead of JSON. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Asking = {
  readonly workspace: string;
  /** Lines the server logged: none is expected. */
  readonly log: readonly string[];
  /** Path under the workspace, or an absolute one. */
  request(path: string, ask?: Ask): Promise<Response>;
  /** Answer of a request that is expected to succeed. */
  read<T>(path: string, ask?: Ask): Promise<T>;
  /** The refusal of a request; fails when it is no problem+json. */
  refused(path: string, ask?: Ask): Promise<Problem>;
};

/** The application as of 12:00 of a day. */
export function asking(
  base: { readonly store: Store; readonly workspaceId: string },
  day: string,
  webDirectory: string | null = null,
): Asking {
  const log: string[] = [];
  const app = createApp({
    store: base.store,
    now: () => at(day, 12),
    random: randomFrom(`server ${day}`),
    operatorToken: 'operator-token',
    webDirectory,
    log: (line) => log.push(line),
  });
  const request = async (path: string, ask: Ask = {}): Promise<Response> => {
    const url = path.startsWith('/') ? path : `/api/v1/workspaces/${base.workspaceId}/${path}`;
    const json = ask.body !== undefined;
    const type = ask.bytes ? 'application/octet-stream' : 'application/json';
    const typed = json || ask.bytes ? { 'content-type': type } : {};
    const body = ask.bytes ?? (json ? JSON.stringify(ask.body) : undefined);
    return app.request(`http://127.0.0.1${url}`, {
      method: ask.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { host: '127.0.0.1', ...typed, ...ask.headers },
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
  };
  return {
    workspace: base.workspaceId,
    log,
    request,
    read: async (path, ask) => {
      const answer = await request(path, ask);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    refused: async (path, ask) => {
      const answer = await request(path, ask);
      const text = await answer.text();
      const type = answer.headers.get('content-type') ?? '';
      if (!type.startsWith('application/problem+json'))
        throw new Error(`${path}: ${answer.status} ${type} ${text}`);
      const told = problem.parse(JSON.parse(text));
      if (told.status !== answer.status) throw new Error(`${path}: ${told.status} is not ${answer.status}`);
      return told;
    },
  };
}
