// Whether a workspace changed: asked every few seconds by screens, so that what one person does others see.
import { z } from 'zod';
import { json, refusals, workspaceParams } from './common.ts';
import { paths } from './paths.ts';

export const getChanges = {
  method: 'get',
  path: paths.changes,
  summary: 'A mark that is another one once something here changed',
  request: { params: workspaceParams },
  responses: {
    200: json(
      z.object({ /** Opaque: only whether it differs says anything. */ mark: z.string() }),
      'The mark now',
    ),
    ...refusals,
  },
} as const;
