// What is done to many customers of the Base at once: a note on each, a sheet of them.
import { z } from 'zod';
import { accountsFilter, sorts } from './accounts.ts';
import { mostAtOnce, tableColumns } from './codes.ts';
import { asOfQuery, conflict, json, jsonBody, onceHeader, refusals, workspaceParams } from './common.ts';
import { exportStyles } from './export.ts';
import { paths } from './paths.ts';

const accountId = z.string().min(1).max(120);
const note = z.strictObject({ account: accountId, fact: z.string().min(1).max(120) });

export const notesWritten = z.object({
  /** One a customer; together they take the notes back. */
  written: z.array(note),
  /** Asked for, and not there. */
  missing: z.array(z.string()),
});

export const postNotes = {
  method: 'post',
  path: paths.accountNotes,
  summary: 'Write one note on many customers, all in one transaction',
  request: {
    params: workspaceParams,
    headers: onceHeader,
    body: jsonBody(
      z.strictObject({
        accounts: z.array(accountId).min(1).max(mostAtOnce),
        text: z.string().trim().min(1).max(4000),
      }),
    ),
  },
  responses: { 200: json(notesWritten, 'Written, and what was not there'), ...refusals, ...conflict },
} as const;

export const deleteNotes = {
  method: 'delete',
  path: paths.accountNotes,
  summary: 'Take notes back that were written on many customers',
  request: {
    params: workspaceParams,
    body: jsonBody(z.strictObject({ notes: z.array(note).min(1).max(mostAtOnce) })),
  },
  responses: { 200: json(z.object({ takenBack: z.int() }), 'Those that still stood'), ...refusals },
} as const;

/** A POST although it only reads: marked accounts do not fit into an address. */
export const postTable = {
  method: 'post',
  path: paths.accountTable,
  summary: 'Download a filtered list, or marked accounts of it, as CSV',
  request: {
    params: workspaceParams,
    body: jsonBody(
      z.strictObject({
        ...asOfQuery.shape,
        filter: accountsFilter,
        sort: z.enum(sorts).default('name'),
        dir: z.enum(['asc', 'desc']).default('asc'),
        accounts: z.array(accountId).min(1).max(5000).optional(),
        columns: z.array(z.enum(tableColumns)).min(1).max(tableColumns.length).optional(),
        style: z.enum(exportStyles).default('br'),
      }),
    ),
  },
  responses: {
    200: {
      description: 'The file, streamed',
      content: { 'text/csv': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...refusals,
  },
} as const;

export type NotesWritten = z.output<typeof notesWritten>;
export type TableColumn = (typeof tableColumns)[number];
export type TableAsked = z.input<
  (typeof postTable)['request']['body']['content']['application/json']['schema']
>;
