// What the server hands to its routes: the store, the clock, randomness. Routes know it; it knows no route.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '#store/open.ts';

/** What a door hands to the routes: the store, the clock, randomness. */
export type Door = {
  readonly store: Store;
  readonly now: () => number;
  readonly random: () => number;
  readonly operatorToken: string;
  /** Folder of the built pages; null serves the API alone. */
  readonly webDirectory: string | null;
  readonly log: (line: string) => void;
};
export type AppVariables = { Variables: { actor: string } };
export type App = OpenAPIHono<AppVariables>;
