// GET workspaces: which bases the reader may open.
import { z } from 'zod';
import { isoDay, json } from './common.ts';
import { paths } from './paths.ts';

export const workspaces = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    /** A base of example data. */
    sample: z.boolean(),
    accounts: z.int(),
    /** Today in the workspace's zone. */
    today: isoDay,
  }),
);

export const listWorkspaces = {
  method: 'get',
  path: paths.workspaces,
  summary: 'Workspaces of the reader',
  request: {},
  responses: { 200: json(workspaces, 'Workspaces, oldest first') },
} as const;

export type Workspaces = z.output<typeof workspaces>;
export type Workspace = Workspaces[number];
