// A server of this process on loopback, over a base of the bench, with the clock standing at the base's noon.
import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createApp } from '#server/app.ts';
import type { BenchBase } from './database.ts';
import { benchSlug } from './database.ts';

export type BenchDoor = {
  /** `http://127.0.0.1:…/api/v1/workspaces/bench` */
  readonly workspaceUrl: string;
  close(): Promise<void>;
};

const token = 'bench-operator-token';

/** Opens the HTTP door of a base on a free port of loopback. */
export async function openDoor(base: BenchBase): Promise<BenchDoor> {
  const app = createApp({
    store: base.store,
    now: () => base.session.now,
    random: base.session.random,
    operatorToken: token,
    webDirectory: null,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const server = await new Promise<ServerType>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened));
  });
  const { port } = server.address() as AddressInfo;
  return {
    workspaceUrl: `http://127.0.0.1:${port}/api/v1/workspaces/${benchSlug}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

/** Asks and reads the whole answer; anything but 200 is thrown. */
export async function ask(url: string, body?: string): Promise<string> {
  const init =
    body === undefined
      ? {}
      : {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        };
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} of ${url}: ${text.slice(0, 400)}`);
  return text;
}
