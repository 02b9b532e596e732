// Two records of one customer: join them, or part them again. Facts never move; only the edge is kept.
import { z } from 'zod';
import { accountParams, conflict, json, onceHeader, refusals } from './common.ts';
import { paths } from './paths.ts';

/** Members of the account after the change, the reading id first. */
export const members = z.object({ id: z.string(), members: z.array(z.string()) });

export const mergeAccount = {
  method: 'post',
  path: paths.accountMerge,
  summary: 'Join this account into another',
  request: {
    params: accountParams,
    headers: onceHeader,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            into: z.string().min(1),
            reason: z.string().max(500).optional(),
          }),
        },
      },
    },
  },
  responses: { 200: json(members, 'Joined'), ...refusals, ...conflict },
} as const;

export const unmergeAccount = {
  method: 'post',
  path: paths.accountUnmerge,
  summary: 'Part this account from the one it was joined into',
  request: { params: accountParams, headers: onceHeader },
  responses: { 200: json(members, 'Parted'), ...refusals, ...conflict },
} as const;

export type Members = z.output<typeof members>;
