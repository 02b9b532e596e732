// Bringing a sheet: the file as bytes, the report of what was understood, and the undo.
import { z } from 'zod';
import { accountParams, conflict, isoDay, json, onceHeader, refusals, workspaceParams } from './common.ts';
import { paths } from './paths.ts';

const flag = z.enum(['true', 'false']).default('false');

/** Of one table of a file. `mapping`: header → field. */
export const importedFile = z.object({
  path: z.string(),
  sheet: z.string().optional(),
  table: z.string().nullable(),
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  duplicates: z.int(),
  skipped: z.int(),
  mapping: z.record(z.string(), z.string()),
  /** At most 100; the counts above are whole. */
  problems: z.array(
    z.object({
      row: z.int().nullable(),
      column: z.string().nullable(),
      code: z.string(),
      value: z.string().nullable(),
      message: z.string(),
    }),
  ),
});

export const importReport = z.object({
  /** Null for a dry run. */
  id: z.string().nullable(),
  dryRun: z.boolean(),
  files: z.array(importedFile),
  facts: z.object({ recorded: z.int(), duplicate: z.int(), byKind: z.record(z.string(), z.int()) }),
  accounts: z.int(),
});

/** Of a file sent at once. `imports`: an id to undo by for each of its tables; the first is `id`. */
const imported = importReport.extend({ imports: z.array(z.string()) });

export const postImport = {
  method: 'post',
  path: paths.imports,
  summary: 'Import a CSV or XLSX sent as the bytes of the body; a dry run reports and records nothing',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    query: z.object({ name: z.string().min(1).max(200), today: isoDay.optional(), dryRun: flag }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
  responses: {
    200: json(imported, 'What was understood, accepted and refused'),
    ...refusals,
    ...conflict,
  },
} as const;

export const deleteImport = {
  method: 'delete',
  path: paths.import,
  summary: 'Undo an import: its facts are withdrawn; importing again revives them',
  request: { params: accountParams },
  responses: {
    200: json(z.object({ id: z.string(), withdrawn: z.int(), accounts: z.int() }), 'Undone'),
    ...refusals,
    ...conflict,
  },
} as const;

export type ImportReport = z.output<typeof importReport>;
export type Imported = z.output<typeof imported>;
