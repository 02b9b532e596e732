// Saved mappings: what a person said of a sheet, used by itself for the next one with the same headers.
import { z } from 'zod';
import { isoInstant, json, refusals, workspaceParams } from './common.ts';
import { paths } from './paths.ts';

const words = z.record(z.string(), z.string());

export const mappings = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** Name of the file it was last used for. */
      name: z.string(),
      /** What the sheet was said to be; null: that was not said. */
      kind: z.string().nullable(),
      /** Header → field. */
      columns: words,
      /** Question → key of the option that was chosen. */
      answers: words,
      savedAt: isoInstant,
    }),
  ),
});

export const listMappings = {
  method: 'get',
  path: paths.mappings,
  summary: 'Saved mappings of sheets, those used last first',
  request: { params: workspaceParams },
  responses: { 200: json(mappings, 'At most 200'), ...refusals },
} as const;
export const deleteMapping = {
  method: 'delete',
  path: paths.mapping,
  summary: 'Forget a saved mapping; the next sheet of those headers is understood anew',
  request: { params: workspaceParams.extend({ mapping: z.string().min(1).max(120) }) },
  responses: { 200: json(z.object({ id: z.string() }), 'Forgotten'), ...refusals },
} as const;

export type Mappings = z.output<typeof mappings>;
