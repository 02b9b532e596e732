// The one question after a first import: what the first value is for this firm's customers. It may be skipped.
import { z } from 'zod';
import { json, refusals, workspaceParams, jsonBody } from './common.ts';
import { paths } from './paths.ts';

export const firstValue = z.object({
  /** In the firm's own words; null while nobody said. */
  text: z.string().nullable(),
  /** True: asked and skipped; it is not asked again by itself. */
  skipped: z.boolean(),
});

export const getFirstValue = {
  method: 'get',
  path: paths.firstValue,
  summary: 'What the first value is for the customers of this firm',
  request: { params: workspaceParams },
  responses: { 200: json(firstValue, 'As last told'), ...refusals },
} as const;
export const putFirstValue = {
  method: 'put',
  path: paths.firstValue,
  summary: 'Say what the first value is, or skip the question',
  request: {
    params: workspaceParams,
    body: jsonBody(z.strictObject({ text: z.string().trim().min(3).max(200).nullable() })),
  },
  responses: { 200: json(firstValue, 'As told now; a null text skips'), ...refusals },
} as const;

export type FirstValue = z.output<typeof firstValue>;
