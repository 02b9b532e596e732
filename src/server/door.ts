// What the server hands to its routes: the store, the clock, randomness. Routes know it; it knows no route.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { SignedIn } from '#actions/own-access.ts';
import type { Session } from '#actions/session.ts';
import type { Workspace } from '#actions/workspaces.ts';
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
  /** Names besides the loopback ones that the server answers to, once the base has an owner; without a port. */
  readonly hosts?: ReadonlySet<string>;
  /** Pages are reached by https: cookies travel by nothing else. */
  readonly secure?: boolean;
};
/** Who asks: the operator of the machine, somebody signed in, or nobody (null). */
export type Who = 'operator' | SignedIn | null;
export type AppVariables = {
  Variables: {
    /** The operator's token came with the request. */
    token: boolean;
    who: Who;
    /** What the route's right was checked against; set for routes of a workspace. */
    entered: { session: Session; workspace: Workspace };
  };
};
export type App = OpenAPIHono<AppVariables>;
